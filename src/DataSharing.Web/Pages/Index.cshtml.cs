using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Approval;
using DataSharing.Domain.Agreements.Comments;
using DataSharing.Domain.Agreements.Rechecks;
using DataSharing.Domain.Rules;
using DataSharing.Persistence;
using DataSharing.Persistence.Audit;
using DataSharing.Persistence.Lists;
using DataSharing.Web.Access;
using DataSharing.Web.Pages.Agreements;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Web.Pages;

/// <summary>What waits for the person in any of their organisations, oldest first; drafts; what they decided lately.</summary>
[MembersOnly]
public sealed class IndexModel(DataSharingDbContext db, TaskList tasks, SignedIn signedIn, BusinessClock clock) : PageModel
{
    private const int Shown = 10;

    private int _foundInAll;

    /// <summary>The agreement for which the person has just asked for a change.</summary>
    [FromQuery]
    public string? Asked { get; set; }

    /// <summary>Where the page before ended.</summary>
    [FromQuery]
    public string? After { get; set; }

    public DateOnly Today { get; private set; }

    public WaitingPage Waiting { get; private set; } = WaitingPage.Empty;

    /// <summary>Agreements in force on which something is newly found that the person may answer for an organisation, errors first.</summary>
    public IReadOnlyList<FoundItem> Found { get; private set; } = [];

    /// <summary>"All 17 agreements with something new".</summary>
    public string AllFoundInWords =>
        _foundInAll > TaskList.MostCounted ? $"All agreements with something new: more than {TaskList.MostCounted}"
        : _foundInAll > Found.Count ? $"All {_foundInAll} agreements with something new"
        : "The findings one by one";

    /// <summary>How many findings are open on agreements that the person audits, and on how many agreements; null for who audits nothing.</summary>
    public (int Findings, int Agreements)? Audited { get; private set; }

    /// <summary>Law books and policies that somebody else put forward and that this person may release.</summary>
    public IReadOnlyList<EditionToRelease> ToRelease { get; private set; } = [];

    public IReadOnlyList<DraftItem> Drafts { get; private set; } = [];

    public IReadOnlyList<DecidedItem> Decided { get; private set; } = [];

    public bool MayImport { get; private set; }

    /// <summary>What others did since the person last said they had read it, and in how many agreements.</summary>
    public (int Events, int Agreements) News { get; private set; }

    /// <summary>"3 things, oldest first."</summary>
    public string WaitingInWords =>
        (Waiting.Count, TaskKey.TryParse(After)) switch
        {
            (> TaskList.MostCounted, null) => $"More than {TaskList.MostCounted} things, oldest first.",
            (> TaskList.MostCounted, _) => $"More than {TaskList.MostCounted} further things, oldest first.",
            (var some, _) when Waiting.IsAtLeast => $"At least {some} {(some == 1 ? "thing" : "things")}, oldest first.",
            (1, null) => "1 thing.",
            (1, _) => "1 further thing.",
            (var count, null) => $"{count} things, oldest first.",
            var (count, _) => $"{count} further things, oldest first.",
        };

    public int Overdue => Waiting.Tasks.Count(task => task.DueOn < Today);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var person = (await signedIn.PersonAsync())!;
        Today = await clock.TodayAsync();
        MayImport = Agreement.MayDraft(person.Actor!);

        IReadOnlyCollection<Actor> actors = [.. person.Actors];
        Waiting = await tasks.WaitingAsync(actors, TaskKey.TryParse(After), cancellationToken);
        (Drafts, Found, _foundInAll) = await tasks.OwnAsync(actors, cancellationToken);
        (ToRelease, Audited) = await OversightWork.ForAsync(person, db, cancellationToken);
        Decided = await DecidedAsync(person, cancellationToken);
        News = await new Notices(db, person.Id, [.. person.Actors]).CountAsync(
            person.ReadUntil ?? await clock.NowAsync() - Notices.AtFirst,
            cancellationToken
        );
    }

    public string LinkTo(WaitingTask task) =>
        Url.Page(
            task.Mode switch
            {
                null => "/Agreements/Approval/Route",
                StageMode.Sign => "/Agreements/Approval/Sign",
                _ => "/Agreements/Approval/Decide",
            },
            new
            {
                task.Reference,
                n = task.Ordinal,
                number = task.Mode is null ? (int?)null : task.Key.Number,
            }
        )!;

    /// <summary>What is asked: "Decide as risk owner: approval by the risk owner".</summary>
    public static string InWords(WaitingTask task) =>
        task is { Mode: { } mode, Role: { } role }
            ? $"{WorkflowWords.TaskFor(mode, task.Kind)} as {role.Name()}: {task.Kind.InWords()}"
            : $"Accept the conditions of {task.Kind.InWords()}";

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
