using DataSharing.Domain;
using DataSharing.Domain.Agreements.Content;
using DataSharing.Domain.Law;
using DataSharing.Domain.Law.Editions;
using DataSharing.Domain.Rules;
using DataSharing.Persistence.Law;
using DataSharing.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DataSharing.Web.Pages.Law.Drafts;

/// <summary>
/// A page about the edition that is being prepared. Before any handler runs it answers 404 where there is none, and 409 where there is none any more. A post holds the
/// edition's lock from here to its end, and carries the hash of what the person saw.
/// </summary>
[RoleOnly(Role.SystemAdmin)]
public abstract class EditionPageModel(EditionStore editions, SignedIn signedIn) : PageModel
{
    private EditionInHand? _inHand;

    /// <summary>The hash of the edition that the form was shown for.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    public Edition Edition { get; private set; } = null!;

    public Actor Actor { get; private set; } = null!;

    /// <summary>What counts now.</summary>
    public Criteria Criteria { get; private set; } = null!;

    /// <summary>Business time.</summary>
    public DateTimeOffset Now { get; private set; }

    public string Name => $"{Edition.Kind.InWords()} {Edition.Number}";

    public LawBook Book => LawBook.ReadKept(Edition.Bytes.Span);

    public Policy Policy => Policy.Read(Edition.Bytes.Span);

    /// <summary>Which of the two it is; null if the address names none.</summary>
    protected abstract EditionKind? KindOfAddress { get; }

    protected ContentHash SeenHash => ContentHash.TryParse(Seen, out var hash) ? hash : default;

    public bool May(EditionAction action) => Edition.Consider(action, Actor) is Verdict.Permitted;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Actor = await signedIn.ActorAsync();
        Criteria = await signedIn.Clock.CriteriaAsync();
        if (KindOfAddress is not { } kind)
        {
            context.Result = NotFound();
            return;
        }

        if (NeedsNoEdition(context))
        {
            await next();
            return;
        }

        await using var inHand = HttpMethods.IsPost(Request.Method) ? await editions.OpenForChangeAsync(kind, HttpContext.RequestAborted) : null;
        var edition = inHand?.Edition ?? (HttpMethods.IsPost(Request.Method) ? null : await editions.FindOpenAsync(kind, HttpContext.RequestAborted));
        if (edition is null)
        {
            // Whoever presses once more, or too late, is not told that there never was one.
            context.Result = HttpMethods.IsPost(Request.Method) ? StatusCode(StatusCodes.Status409Conflict) : NotFound();
            return;
        }

        (_inHand, Edition) = (inHand, edition);
        Now = inHand?.Now ?? await signedIn.Clock.NowAsync();
        await next();
    }

    /// <summary>The handler that begins one.</summary>
    protected virtual bool NeedsNoEdition(PageHandlerExecutingContext context) => false;

    protected Task SaveAsync(CancellationToken cancellationToken) => _inHand!.SaveAsync(cancellationToken);

    /// <summary>Writes the edition anew and goes back to its page.</summary>
    protected async Task<IActionResult> ChangeAsync(ReadOnlyMemory<byte> bytes, string what, CancellationToken cancellationToken)
    {
        Edition.Change(bytes, what, SeenHash, Actor, Now);
        await SaveAsync(cancellationToken);
        return ToDraft();
    }

    protected RedirectToPageResult ToDraft() => RedirectToPage("/Law/Drafts/Index", new { kind = Edition.Kind.Slug() });
}
