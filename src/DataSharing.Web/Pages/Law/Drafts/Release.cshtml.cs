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

    public string? SignInNeeded => FreshSignInAttribute.Needed(HttpContext, clock);

    protected override EditionKind? KindOfAddress => EditionWords.Find(Kind);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (Refusal() is { } refusal)
        {
            return refusal;
        }

        Touched = Edition.Kind is EditionKind.LawBook
            ? await RestingAgreements.OnAsync(db, LawBookDifference.Between(Criteria.LawBook, Book).Codes, Actor, cancellationToken)
            : null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Refusal() is { } refusal)
        {
            return refusal;
        }

        Edition.Release(SeenHash, Actor, Now);
        await SaveAsync(cancellationToken);
        recheck.Wake();
        return RedirectToPage("/Law/Checks");
    }

    private StatusCodeResult? Refusal() => Edition.Consider(EditionAction.Release, Actor) switch
    {
        Verdict.Permitted => null,
        Verdict.Forbidden => StatusCode(StatusCodes.Status403Forbidden),
        _ => StatusCode(StatusCodes.Status409Conflict)
    };
}
