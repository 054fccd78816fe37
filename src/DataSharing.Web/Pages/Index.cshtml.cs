using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Approval;
using DataSharing.Persistence;
using DataSharing.Persistence.Audit;
using DataSharing.Persistence.Lists;
using DataSharing.Web.Access;
using DataSharing.Web.Pages.Agreements;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DataSharing.Web.Pages;

/// <summary>What waits for the person in any of their organisations, oldest first; drafts; what they decided lately.</summary>
[MembersOnly]
public sealed class IndexModel(DataSharingDbContext db, TaskList tasks, SignedIn signedIn, BusinessClock clock) : PageModel
{
    /// <summary>The agreement for which the person has just asked for a change.</summary>
    [FromQuery]
    public string? Asked { get; set; }

    /// <summary>Where the page before ended.</summary>
    [FromQuery]
    public string? After { get; set; }

    public DateOnly Today { get; private set; }

    public WaitingPage Waiting { get; private set; } = WaitingPage.Empty;

    /// <summary>What they work at and look after, as far as it is shown.</summary>
    public OwnWork Own { get; private set; } = null!;

    /// <summary>"All 17 agreements with something new".</summary>
    public string AllFoundInWords =>
        Own.FoundInAll > TaskList.MostCounted ? $"All agreements with something new: more than {TaskList.MostCounted}"
        : Own.FoundInAll > Own.Found.Count ? $"All {Own.FoundInAll} agreements with something new"
        : "The findings one by one";

    /// <summary>Of administrators: roles to confirm, and who accepted their invitations.</summary>
    public PeopleNews People { get; private set; } = PeopleNews.None;

    public bool MayImport { get; private set; }

    /// <summary>Why an auditor does not find what they found before.</summary>
    public IReadOnlyList<EndedAudit> EndedAudits { get; private set; } = [];

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

        EndedAudits = person.EndedAudits;

        IReadOnlyCollection<Actor> actors = [.. person.Actors];
        Waiting = await tasks.WaitingAsync(actors, TaskKey.TryParse(After), cancellationToken);
        var newsSince = person.ReadUntil ?? await clock.NowAsync() - Notices.AtFirst;
        Own = await tasks.OwnAsync(actors, newsSince, cancellationToken);
        People = await PeopleNews.ReadAsync(actors, newsSince, db, cancellationToken);
        News = Own.IsAnythingNew ? await new Notices(db, person.Id, actors).CountAsync(newsSince, cancellationToken) : (0, 0);
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
}
