using DataSharing.Domain.Editions;
using DataSharing.Persistence;
using DataSharing.Persistence.Law;
using DataSharing.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DataSharing.Web.Pages.Law.Drafts;

/// <summary>Somebody who did not write in it makes it count.</summary>
[FreshSignIn]
public sealed class ReleaseModel(DataSharingDbContext db, EditionStore editions, SignedIn signedIn, TimeProvider clock)
    : EditionPageModel(editions, signedIn)
{
    [FromRoute]
    public string Kind { get; set; } = "";

    /// <summary>What is checked again.</summary>
    public (int Agreements, int Organisations) InForce { get; private set; }

    /// <summary>How it differs from what counts.</summary>
    public EditionNews News { get; private set; } = null!;

    /// <summary>Not where it became a draft again under the reader's eyes.</summary>
    public bool MayRelease => May(EditionAction.Release);

    public string? SignInNeeded => FreshSignInAttribute.Needed(HttpContext, clock);

    protected override EditionKind? KindOfAddress => EditionWords.Find(Kind);

    /// <summary>Why this person cannot release it now; null if they can.</summary>
    public string? Refusal =>
        IsTooLate || MayRelease ? null
        : Edition.IsEditor(Actor.Person) ? $"You wrote in it, so somebody else releases it. Written in by: {Editors}."
        : "It is not put forward for release yet. Whoever writes in it puts it forward when it is finished.";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await ShowAsync(cancellationToken);
        return MayRelease ? Page() : Refused();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!Edition.IsEditor(Actor.Person) && SeenHash != default && SeenHash != Edition.Hash)
        {
            // What is released is what was read, and nothing else.
            ModelState.AddModelError(
                "",
                $"{await WhoSavedAsync(EditionPart.WholeBook, cancellationToken, "reading")} It is shown as it is now: "
                    + (MayRelease ? "read what differs, and release it if it is right" : "it can be released when it is put forward again")
            );
            await ShowAsync(cancellationToken);
            return Conflicting();
        }

        if (!MayRelease)
        {
            await ShowAsync(cancellationToken);
            return Refused();
        }

        Edition.Release(SeenHash, Actor, Now);
        await SaveAsync(cancellationToken);
        return RedirectToPage("/Law/Checks");
    }

    protected override async Task<bool> ShowTooLateAsync(CancellationToken cancellationToken)
    {
        await ShowAsync(cancellationToken);
        return true;
    }

    private PageResult Refused() =>
        new() { StatusCode = Edition.IsEditor(Actor.Person) ? StatusCodes.Status403Forbidden : StatusCodes.Status409Conflict };

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        ShowAsItIs();
        if (!MayRelease)
        {
            await DeedsAsync(cancellationToken); // who wrote in it
        }

        InForce = await RestingAgreements.InForceAsync(db, cancellationToken);
        News = await EditionNews.ReadAsync(db, Edition, Criteria, Actor, cancellationToken);
    }
}
