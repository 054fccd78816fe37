using DataSharing.Domain;
using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Approval;
using DataSharing.Domain.Agreements.Comments;
using DataSharing.Domain.Agreements.Rechecks;
using DataSharing.Domain.Rules;
using DataSharing.Persistence;
using DataSharing.Persistence.Audit;
using DataSharing.Web.Access;
using DataSharing.Web.Pages.Agreements;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Web.Pages;

/// <summary>What waits for the person in any of their organisations, oldest first; drafts; what they decided lately.</summary>
[MembersOnly]
public sealed class IndexModel(DataSharingDbContext db, SignedIn signedIn, BusinessClock clock) : PageModel
{
    private const int Shown = 10;

    /// <summary>The agreement for which the person has just asked for a change.</summary>
    [FromQuery]
    public string? Asked { get; set; }

    public DateOnly Today { get; private set; }

    public IReadOnlyList<WaitingItem> Waiting { get; private set; } = [];

    /// <summary>Agreements in force on which something is newly found that the person may answer for an organisation, errors first.</summary>
    public IReadOnlyList<FoundItem> Found { get; private set; } = [];

    /// <summary>On how many agreements there is something, shown here or not.</summary>
    public int FoundInAll { get; private set; }

    /// <summary>How many findings are open on agreements that the person audits, and on how many agreements; null for who audits nothing.</summary>
    public (int Findings, int Agreements)? Audited { get; private set; }

    /// <summary>Law books and policies that somebody else put forward and that this person may release.</summary>
    public IReadOnlyList<EditionToRelease> ToRelease { get; private set; } = [];

    public IReadOnlyList<DraftItem> Drafts { get; private set; } = [];

    public IReadOnlyList<DecidedItem> Decided { get; private set; } = [];

    public bool MayImport { get; private set; }

    /// <summary>What others did since the person last said they had read it, and in how many agreements.</summary>
    public (int Events, int Agreements) News { get; private set; }

    public int Overdue => Waiting.Count(w => w.DueOn < Today);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var person = (await signedIn.PersonAsync())!;
        Today = await clock.TodayAsync();
        MayImport = Agreement.MayDraft(person.Actor!);

        Waiting =
        [
            .. (await WaitingWork.ForAsync(person, db, cancellationToken))
                .OrderBy(w => w.Since)
                .ThenBy(w => w.Reference, StringComparer.Ordinal),
        ];
        (Drafts, Found, FoundInAll) = await OwnWork.ForAsync(person, db, cancellationToken);
        (ToRelease, Audited) = await OversightWork.ForAsync(person, db, cancellationToken);
        Decided = await DecidedAsync(person, cancellationToken);
        News = await new Notices(db, person.Id, [.. person.Actors]).CountAsync(
            person.ReadUntil ?? await clock.NowAsync() - Notices.AtFirst,
            cancellationToken
        );
    }

    public string LinkTo(WaitingItem item) =>
        item switch
        {
            { AcceptConditions: true } => Url.Page("/Agreements/Approval/Route", new { item.Reference, n = item.Ordinal })!,
            { Mode: StageMode.Sign } => Url.Page(
                "/Agreements/Approval/Sign",
                new
                {
                    item.Reference,
                    n = item.Ordinal,
                    number = item.Number,
                }
            )!,
            _ => Url.Page(
                "/Agreements/Approval/Decide",
                new
                {
                    item.Reference,
                    n = item.Ordinal,
                    number = item.Number,
                }
            )!,
        };

    private async Task<IReadOnlyList<DecidedItem>> DecidedAsync(SignedInPerson person, CancellationToken cancellationToken)
    {
        // The newest of each by its own index; of what somebody decided in years nothing else is read.
        var last = db.Set<Decision>()
            .Where(d => d.Person == person.Id)
            .OrderByDescending(d => d.At)
            .Take(Shown)
            .Select(d => new
            {
                d.VersionId,
                Outcome = (DecisionOutcome?)d.Outcome,
                d.At,
            })
            .Concat(
                db.Set<Signature>()
                    .Where(s => s.Person == person.Id)
                    .OrderByDescending(s => s.At)
                    .Take(Shown)
                    .Select(s => new
                    {
                        s.VersionId,
                        Outcome = (DecisionOutcome?)null,
                        s.At,
                    })
            );
        var decided = await (
            from d in last
            join v in db.AgreementVersions on d.VersionId equals v.Id
            join a in db.Agreements on v.AgreementId equals a.Id
            orderby d.At descending
            select new
            {
                a.Reference,
                v.Ordinal,
                v.Label,
                v.Title,
                v.Status,
                d.Outcome,
                d.At,
            }
        )
            .Take(Shown)
            .ToListAsync(cancellationToken);
        return
        [
            .. decided.Select(d => new DecidedItem(
                d.Reference.Value,
                d.Ordinal,
                d.Label.ToString(),
                d.Title,
                d.Status,
                d.Outcome?.InWords() ?? "Signed",
                d.Outcome?.Shape() ?? "done",
                d.At
            )),
        ];
    }

    public sealed record DecidedItem(
        string Reference,
        int Ordinal,
        string Label,
        string? Title,
        VersionStatus Status,
        string Said,
        string Shape,
        DateTimeOffset At
    );
}
