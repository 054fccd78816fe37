using System.Reflection;
using System.Threading.RateLimiting;
using DataSharing.Persistence.Forms;
using DataSharing.Web.Access;
using DataSharing.Web.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace DataSharing.Web.Allowances;

/// <summary>
/// Counts what people send, before anything of it is done. Whoever has used up what is allowed gets 429 and what they typed back.
/// </summary>
internal sealed class AllowanceFilter(SignedIn signedIn, UsedAllowances used, FormLimiter forms, IReadOnlyList<Allowance> allowances)
    : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var cancellationToken = context.HttpContext.RequestAborted;
        if (
            HttpMethods.IsPost(context.HttpContext.Request.Method)
            && await signedIn.PersonAsync() is { } person
            && (forms.TryTake(person) ?? await TakeAsync(context.HandlerInstance.GetType(), person, cancellationToken)) is { } after
        )
        {
            context.HttpContext.Features.Set(new PutOff(after));
            context.Result = new StatusCodeResult(StatusCodes.Status429TooManyRequests);
            return;
        }

        await next();
    }

    /// <returns>After what time there will be something left; null if there is now.</returns>
    private async Task<TimeSpan?> TakeAsync(Type page, SignedInPerson person, CancellationToken cancellationToken)
    {
        if (page.GetCustomAttribute<CountsAttribute>() is not { Deed: var deed })
        {
            return null;
        }

        var taken = allowances
            .Where(allowance => allowance.Deed == deed)
            .Select(allowance => (Allowance: allowance, Of: IdOf(allowance.Holder, person)))
            .Where(taken => taken.Of is not null)
            .OrderBy(taken => taken.Allowance.Holder)
            .Select(taken => new Use(deed.ToString(), taken.Of!.Value, taken.Allowance.AtMost, taken.Allowance.Within))
            .ToList();
        return await used.TakeAsync(taken, cancellationToken);
    }

    private static Guid? IdOf(Holder holder, SignedInPerson person) =>
        holder switch
        {
            Holder.Person => person.Id.Value,
            Holder.Organisation => person.ActingFor?.Id.Value,
            _ => throw new InvalidOperationException("What a form does is counted for people and organisations."),
        };
}

/// <summary>All that one person sends, counted in this instance only: it guards no more than that.</summary>
internal sealed class FormLimiter(IReadOnlyList<Allowance> allowances) : IDisposable
{
    private readonly PartitionedRateLimiter<Guid> _limiter = Limiters.Of<Guid>(
        allowances.Single(allowance => allowance is { Deed: Deed.Form, Holder: Holder.Person }),
        person => person.ToString()
    );

    /// <returns>After what time they may send again; null if they may now.</returns>
    public TimeSpan? TryTake(SignedInPerson person)
    {
        using var lease = _limiter.AttemptAcquire(person.Id.Value);
        return lease.IsAcquired ? null : Limiters.After(lease);
    }

    public void Dispose() => _limiter.Dispose();
}
