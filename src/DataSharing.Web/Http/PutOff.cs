using DataSharing.Web.Access;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.WebUtilities;

namespace DataSharing.Web.Http;

/// <summary>
/// A request that was not taken now but would be later: a lock did not come free, or somebody sends too much. What was typed is kept, so
/// that its person has it back without typing it again.
/// </summary>
/// <param name="After">When it may be tried again.</param>
internal sealed record PutOff(TimeSpan After)
{
    /// <summary>Where the form is with what was typed; null where nothing is kept.</summary>
    public string? KeptAt { get; private set; }

    /// <summary>By services of its own: those of the request may have a broken transaction.</summary>
    /// <param name="person">Who sent it.</param>
    public async Task KeepAsync(HttpContext context, SignedInPerson? person)
    {
        if (
            person is null
            || !HttpMethods.IsPost(context.Request.Method)
            || !context.Request.HasFormContentType
            || context.User.FindFirst(PersonClaims.Issuer) is not { } issuer
            || context.User.FindFirst(PersonClaims.Subject) is not { } subject
            || !await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context)
        )
        {
            return;
        }

        await using var scope = context.RequestServices.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        var kept = await scope
            .ServiceProvider.GetRequiredService<ParkedPosts>()
            .ParkAsync(context.Request, issuer.Value, subject.Value, isPutOff: true, context.RequestAborted);
        KeptAt = QueryHelpers.ParseQuery(kept.Split('?', 2).ElementAtOrDefault(1)).ContainsKey(ParkedPosts.Parameter) ? kept : null;
    }
}
