using System.Text.Json.Nodes;
using DataSharing.Persistence;
using DataSharing.Web.Access;
using DataSharing.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DataSharing.Web.Pages;

/// <summary>
/// A page about one aggregate. Before any handler runs it answers 404 where the person may not know that it exists, 403 where they may
/// never take the page's action, and 409 where they may not take it now. A post holds the aggregate's lock from here to its end; its form
/// says what it was shown with, so that a page can tell whether it was overtaken.
/// </summary>
public abstract class AggregatePageModel<T>(SignedIn signedIn) : PageModel, IOpenedForm
    where T : AggregateRoot
{
    private Locked<T>? _locked;

    /// <summary>What the form that was sent was shown with; null where the page shows things as they are.</summary>
    [BindProperty(Name = Opened.Field)]
    public string? Sent { get; set; }

    /// <summary>The person, acting for one of their organisations.</summary>
    public Actor Actor { get; protected set; } = null!;

    /// <summary>Business time.</summary>
    public DateTimeOffset Now { get; protected set; }

    // What the person had before them stays in the form until the page shows them what is there now.
    string? IOpenedForm.OpenedWith => Sent ?? AsItIs?.ToString();

    /// <summary>What a form of this page is shown with, as things are; null if it matters to none.</summary>
    protected virtual Opened? AsItIs => null;

    /// <summary>What the form was shown with; null if it does not say.</summary>
    protected virtual Opened? AsShown => Opened.Parse(Sent);

    /// <summary>What the form is about has changed since it was shown.</summary>
    protected bool IsOvertaken => AsShown?.State != AsItIs?.State;

    /// <summary>What was typed, put together with what others have saved since the form was shown.</summary>
    /// <param name="typed">The fields that the form sent.</param>
    protected ThreeWay Meet(JsonObject typed) => ThreeWay.Meet(AsShown?.Fields, typed, AsItIs!.Fields!);

    /// <summary>From here on the form shows things as they are, and carries that.</summary>
    protected void ShowAsItIs() => Sent = null;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var isPost = HttpMethods.IsPost(Request.Method);
        await using var locked = isPost ? await OpenAsync(HttpContext.RequestAborted) : null;
        if ((isPost ? locked?.Value : await FindAsync(HttpContext.RequestAborted)) is not { } aggregate)
        {
            context.Result = await MissingAsync(HttpContext.RequestAborted);
            return;
        }

        (_locked, Now) = (locked, locked?.Now ?? await signedIn.Clock.NowAsync());
        context.Result = RefusalOf(await ConsiderAsync(aggregate, locked, HttpContext.RequestAborted));
        if (context.Result is null)
        {
            await PrepareAsync(HttpContext.RequestAborted);
            await next();
        }
    }

    /// <summary>Locks what the page is about; null if there is none.</summary>
    protected abstract Task<Locked<T>?> OpenAsync(CancellationToken cancellationToken);

    /// <summary>Finds what the page is about, to be read; null if there is none.</summary>
    protected abstract Task<T?> FindAsync(CancellationToken cancellationToken);

    /// <summary>May the person open the page? Keeps who they are here, and what the page is about.</summary>
    /// <param name="locked">Null where the page only reads.</param>
    protected abstract Task<Verdict> ConsiderAsync(T aggregate, Locked<T>? locked, CancellationToken cancellationToken);

    /// <summary>The answer where there is nothing that the page could be about.</summary>
    protected virtual Task<IActionResult> MissingAsync(CancellationToken cancellationToken) => Task.FromResult<IActionResult>(NotFound());

    /// <summary>The answer to whoever may not; null to whoever may.</summary>
    protected IActionResult? RefusalOf(Verdict verdict) =>
        verdict switch
        {
            Verdict.Permitted => null,
            Verdict.Forbidden => StatusCode(StatusCodes.Status403Forbidden),
            Verdict.NotNow => StatusCode(StatusCodes.Status409Conflict),
            _ => NotFound(),
        };

    /// <summary>Reads what every handler of the page needs.</summary>
    protected virtual Task PrepareAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Saves what the handler did, and lets the next one at it.</summary>
    protected Task SaveAsync(CancellationToken cancellationToken) => _locked!.SaveAsync(cancellationToken);

    /// <summary>The page once more, for somebody else was there first.</summary>
    protected static PageResult Conflicting() => new() { StatusCode = StatusCodes.Status409Conflict };
}
