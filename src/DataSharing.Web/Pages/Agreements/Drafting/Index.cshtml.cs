using DataSharing.Domain.Agreements;
using DataSharing.Domain.Content;
using DataSharing.Domain.Rules;
using DataSharing.Persistence;
using DataSharing.Web.Access;
using DataSharing.Web.Pages.Agreements.Partners;
using Microsoft.AspNetCore.Mvc;

namespace DataSharing.Web.Pages.Agreements.Drafting;

/// <summary>The task list of a draft: its sections, how far each is, and what stands between it and submission.</summary>
public sealed class DraftModel(DataSharingDbContext db, SignedIn signedIn) : DraftPageModel(db, signedIn)
{
    /// <summary>The rest is on the page of the checks.</summary>
    public const int FindingsShown = 8;

    [BindProperty(SupportsGet = true)]
    public string? Saved { get; set; }

    /// <summary>The item to put back.</summary>
    [BindProperty]
    public string? Restore { get; set; }

    public IReadOnlyList<SectionProgress> Sections { get; private set; } = [];

    public IReadOnlyList<RemovedItem> Removed { get; private set; } = [];

    /// <summary>Where the person goes on: the first section in which something is missing that is theirs to answer.</summary>
    public Section? NextSection { get; private set; }

    public bool MayCopy => Agreement.MayDraft(Actor);

    /// <summary>How far the parties are.</summary>
    public ShownPartnerReview PartnerReview { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        PartnerReview = await ShownPartnerReview.OfAsync(this, Db, cancellationToken);
        Sections = SectionProgress.Of(Version, Check);
        var theirs = Check
            .Findings.Where(finding => IsOpen(finding) && MayEdit(finding.Path))
            .Select(finding => SectionProgress.SectionOf(finding.Path))
            .ToHashSet();
        NextSection = Sections
            .FirstOrDefault(progress =>
                !progress.IsDone && (theirs.Contains(progress.Section) || (!progress.IsAnswered && IsTheirs(progress.Section)))
            )
            ?.Section;
        PartnerReview = PartnerReview with { IsNext = NextSection is null && !May(AgreementAction.Edit) };
        Removed =
        [
            .. Version
                .Removed.Where(removed =>
                    Version.RestorableItem(removed.Path) == removed && Agreement.ConsiderRestoring(removed.Path, Actor) is Verdict.Permitted
                )
                .Reverse(),
        ];
    }

    /// <summary>The others who alone complete something in a section.</summary>
    public IReadOnlyList<string> OthersIn(SectionProgress progress) =>
        [.. progress.Completing.Except(Version.Locks.PartiesOf(Actor.Organisation)).Select(party => party.Name ?? party.Id)];

    /// <summary>Whether the person may answer anything in a section.</summary>
    public bool IsTheirs(Section section)
    {
        var part = ContentPart.Of(section);
        return part.Questions.Concat(part.Lists).Any(MayEdit)
            || part.Lists.SelectMany(list => ContentItems.In(Version.Document.ToNode(), list)).Any(item => MayEdit(item.Path + "/id"));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Restore is null || Version.RestorableItem(Restore) is null)
        {
            return StatusCode(StatusCodes.Status409Conflict); // somebody put it back, or what it was in is gone
        }

        Agreement.RestoreItem(Restore, Actor, Now);
        await SaveAsync(cancellationToken);
        return LocalRedirect(DraftAddress.OfItem(Reference, Restore));
    }

    private bool IsOpen(Finding finding) =>
        finding.Severity is Severity.Error || (finding.Severity is Severity.Warning && Version.JustificationOf(finding.RuleId) is null);

    protected override Verdict ConsiderPost(Agreement agreement, Actor actor) =>
        Request.HasFormContentType
        && Request.Form["Restore"].FirstOrDefault() is { Length: > 0 } path
        && agreement.InPreparation?.RestorableItem(path) is not null
            ? agreement.ConsiderRestoring(path, actor)
            : agreement.ConsiderEdit("/title", actor);
}
