using DataSharing.Domain.Agreements.Rechecks;
using DataSharing.Persistence;
using DataSharing.Persistence.Agreements;
using DataSharing.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace DataSharing.Web.Pages.Law;

/// <summary>
/// The rounds in which agreements in force were checked again, with their progress. An administrator stops one or has it go on.
/// </summary>
[MembersOnly]
public sealed class ChecksModel(DataSharingDbContext db, SignedIn signedIn, RecheckRounds rechecks) : PageModel
{
    private const int Shown = 50;

    private static readonly TimeSpan JustNow = TimeSpan.FromMinutes(10);

    public IReadOnlyList<ShownRound> Rounds { get; private set; } = [];

    /// <summary>This person runs the portal: asks for a round, stops one, reads what went wrong.</summary>
    public bool IsAdministrator { get; private set; }

    /// <summary>There may be agreements that this person reads.</summary>
    public bool MayReadFindings { get; private set; }

    /// <summary>The round of a release of some minutes ago, if nothing was begun since; else null.</summary>
    public Recheck? JustReleased { get; private set; }

    /// <summary>Of what counts now.</summary>
    public int LawBookNumber { get; private set; }

    public int PolicyNumber { get; private set; }

    public bool IsRunning => Rounds.Any(r => r.Round.IsRunning);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var actor = await signedIn.ActorAsync();
        IsAdministrator = actor.Holds(Role.SystemAdmin);
        MayReadFindings = !RestingWords.RunsThePortalAlone(actor);

        // What is for one organisation alone is that organisation's matter, and an administrator's.
        var rounds = await db
            .Rechecks.AsNoTracking()
            .Where(r => r.Organisation == null || r.Organisation == actor.Organisation || IsAdministrator)
            .OrderByDescending(r => r.StartedAt)
            .ThenByDescending(r => r.Id)
            .Take(Shown)
            .ToListAsync(cancellationToken);
        var (criteria, now) = (await signedIn.Clock.CriteriaAsync(), await signedIn.Clock.NowAsync());
        (LawBookNumber, PolicyNumber) = (criteria.LawBook.Number, criteria.Policy.Number);
        JustReleased =
            rounds is [{ Reason: RecheckReason.LawBook or RecheckReason.Policy } newest, ..] && now - newest.StartedAt < JustNow
                ? newest
                : null;
        Rounds = await ShownRound.ReadAsync(db, rounds, IsAdministrator, cancellationToken);
    }

    public async Task<IActionResult> OnPostAskAsync(CancellationToken cancellationToken)
    {
        if (!(await signedIn.ActorAsync()).Holds(Role.SystemAdmin))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        await rechecks.BeginAskedAsync(await signedIn.ActorAsync(), cancellationToken);
        return RedirectToPage();
    }

    public Task<IActionResult> OnPostStopAsync(Guid id, CancellationToken cancellationToken) =>
        ActOnAsync(
            id,
            (round, actor, now) =>
            {
                if (round.IsRunning)
                {
                    round.Stop(actor, now);
                }
            },
            cancellationToken
        );

    public Task<IActionResult> OnPostGoOnAsync(Guid id, CancellationToken cancellationToken) =>
        ActOnAsync(
            id,
            (round, actor, now) =>
            {
                if (round is { IsRunning: false, FinishedAt: null })
                {
                    round.GoOn(actor, now);
                }
            },
            cancellationToken
        );

    private async Task<IActionResult> ActOnAsync(Guid id, Action<Recheck, Actor, DateTimeOffset> act, CancellationToken cancellationToken)
    {
        var actor = await signedIn.ActorAsync();
        if (!actor.Holds(Role.SystemAdmin))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        await using var round = await rechecks.OpenForChangeAsync(id, cancellationToken);
        if (round is null)
        {
            return NotFound();
        }

        act(round.Value, actor, round.Now);
        try
        {
            await round.SaveAsync(cancellationToken);
        }
        catch (DbUpdateException exception)
            when (exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return StatusCode(StatusCodes.Status409Conflict); // another that was asked for is under way
        }

        return RedirectToPage();
    }
}
