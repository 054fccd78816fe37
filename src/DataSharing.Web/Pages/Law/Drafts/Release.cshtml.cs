using DataSharing.Domain;
using DataSharing.Domain.Law;
using DataSharing.Domain.Law.Editions;
using DataSharing.Persistence;
using DataSharing.Persistence.Law;
using DataSharing.Web.Access;
using DataSharing.Web.Jobs;
using Microsoft.AspNetCore.Mvc;

namespace DataSharing.Web.Pages.Law.Drafts;

/// <summary>Somebody who did not write in it makes it count.</summary>
[FreshSignIn]
public sealed class ReleaseModel(DataSharingDbContext db, EditionStore editions, SignedIn signedIn, RecheckSignal recheck, TimeProvider clock)
    : EditionPageModel(editions, signedIn)
{
    [FromRoute]
    public string Kind { get; set; } = "";

    /// <summary>Whom a law book touches.</summary>
    public RestingAgreements? Touched { get; private set; }

    /// <summary>Of a law book.</summary>
    public LawBookDifference? Difference { get; private set; }

    /// <summary>Of a policy: only what differs.</summary>
    public IReadOnlyList<ShownSetting> Settings { get; private set; } = [];

    /// <summary>Not where it became a draft again under the reader's eyes.</summary>
    public bool MayRelease => May(EditionAction.Release);

    public string? SignInNeeded => FreshSignInAttribute.Needed(HttpContext, clock);

    protected override EditionKind? KindOfAddress => EditionWords.Find(Kind);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (Refusal() is { } refusal)
        {
            return refusal;
        }

        await ShowAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var isStale = SeenHash != default && SeenHash != Edition.Hash;
        if (Refusal() is { } refusal && !(isStale && refusal.StatusCode == StatusCodes.Status409Conflict))
        {
            return refusal;
        }

        if (isStale)
        {
            // What is released is what was read, and nothing else.
            ModelState.AddModelError("", $"{await WhoSavedAsync(EditionPart.WholeBook, cancellationToken, "reading")} It is shown as it is now: {(MayRelease ? "read what differs, and release it if it is right" : "it can be released when it is put forward again")}");
            await ShowAsync(cancellationToken);
            return Conflicting();
        }

        Edition.Release(SeenHash, Actor, Now);
        await SaveAsync(cancellationToken);
        recheck.Wake();
        return RedirectToPage("/Law/Checks");
    }

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        if (Edition.Kind is EditionKind.LawBook)
        {
            Difference = LawBookDifference.Between(Criteria.LawBook, Book);
            Touched = await RestingAgreements.OnAsync(db, Difference.Codes, Actor, cancellationToken);
        }
        else
        {
            Settings = ShownSetting.Differing(Criteria.Policy, Policy);
        }
    }

    private StatusCodeResult? Refusal() => Edition.Consider(EditionAction.Release, Actor) switch
    {
        Verdict.Permitted => null,
        Verdict.Forbidden => StatusCode(StatusCodes.Status403Forbidden),
        _ => StatusCode(StatusCodes.Status409Conflict)
    };
}
