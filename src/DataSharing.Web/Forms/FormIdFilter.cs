using System.Reflection;
using DataSharing.Persistence;
using DataSharing.Persistence.Forms;
using DataSharing.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Web.Forms;

/// <summary>
/// A form that is sent twice has one effect and the same answer. Its id is saved with the effect (<see cref="DataSharingDbContext.Form"/>),
/// so the database decides which of equal posts counts; here the others get its answer. A post that was refused has saved nothing and can
/// be put right and sent again. It runs before the page's own filter, which locks: whatever a page answers to a second press passes here.
/// </summary>
internal sealed partial class FormIdFilter(
    DataSharingDbContext db,
    SentForms sent,
    SignedIn signedIn,
    ParkedPosts parked,
    IUrlHelperFactory urls,
    TimeProvider clock,
    ILogger<FormIdFilter> logger
) : IAsyncPageFilter
{
    /// <summary>The hidden field that every form has.</summary>
    public const string Field = "form-id";

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        if (
            !HttpMethods.IsPost(request.Method)
            || context.HandlerMethod is null
            || context.HandlerInstance.GetType().GetCustomAttribute<WithoutFormIdAttribute>() is not null
        )
        {
            await next();
            return;
        }

        var fields = await request.ReadFormAsync(context.HttpContext.RequestAborted);
        if (!Guid.TryParse(fields[Field], out var id) || await signedIn.PersonAsync() is not { } person)
        {
            context.Result = new BadRequestResult();
            return;
        }

        var form = new SentForm
        {
            Person = person.Id,
            Id = id,
            Address = request.Path,
            FieldsHash = await SentFields.HashAsync(request, fields, context.HttpContext.RequestAborted),
            At = clock.GetUtcNow(),
        };
        db.Form = form;
        await AnswerAsync(context, await next(), form);
    }

    private async Task AnswerAsync(PageHandlerExecutingContext context, PageHandlerExecutedContext done, SentForm form)
    {
        var aborted = context.HttpContext.RequestAborted;
        if (done.Exception is null && db.HasUsedForm)
        {
            var address = AddressOf(done.Result, context);
            // It is saved, whether or not somebody still waits for the answer.
            await sent.AnswerAsync(form, address, CancellationToken.None);
            done.Result = new LocalRedirectResult(address);
        }
        else if (!db.HasUsedForm && !aborted.IsCancellationRequested && await sent.FindAsync(form, aborted) is { } first)
        {
            if (done.Exception is not (null or DbUpdateException or StaleDecisionException or DomainRuleException))
            {
                Failed(logger, done.Exception); // its person gets the first answer; somebody must know all the same
            }

            // What this press began is forgotten, so that nothing that is saved from here on can save it.
            (db.Form, done.ExceptionHandled) = (null, true);
            db.ChangeTracker.Clear();
            done.Result = new LocalRedirectResult(
                form.SaysTheSameAs(first)
                    ? first.Answer ?? first.Address // where the first led was not kept: the portal ended just then
                    : await parked.GiveBackAsync(context.HttpContext, first, aborted)
            );
        }
    }

    [LoggerMessage(LogLevel.Error, "A form that had been saved before failed when it was sent again")]
    private static partial void Failed(ILogger logger, Exception exception);

    /// <exception cref="InvalidOperationException">The page saves and answers with something that cannot be repeated.</exception>
    private string AddressOf(IActionResult? result, ActionContext context)
    {
        var url = urls.GetUrlHelper(context);
        return result switch
            {
                LocalRedirectResult to => url.Content(to.Url),
                RedirectToPageResult to => url.Page(to.PageName, to.PageHandler, to.RouteValues, to.Protocol, to.Host, to.Fragment),
                _ => null,
            } ?? throw new InvalidOperationException("A page that saves something answers with a redirect within the portal.");
    }
}
