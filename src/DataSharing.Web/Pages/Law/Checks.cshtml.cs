using DataSharing.Domain;
using DataSharing.Domain.Agreements.Rechecks;
using DataSharing.Persistence;
using DataSharing.Web.Access;
using DataSharing.Web.Jobs;
using DataSharing.Web.Pages.Agreements;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Web.Pages.Law;

/// <summary>The rounds in which agreements in force were checked again, with their progress. An administrator stops one or has it go on.</summary>
[MembersOnly]
public sealed class ChecksModel(DataSharingDbContext db, SignedIn signedIn, RecheckSignal signal) : PageModel
{
    private const int Shown = 50;

    public IReadOnlyList<(Recheck Round, string StoppedBy)> Rounds { get; private set; } = [];

    public bool MayAsk { get; private set; }

    public bool IsRunning => Rounds.Any(r => r.Round.IsRunning);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var actor = await signedIn.ActorAsync();
        MayAsk = actor.Holds(Role.SystemAdmin);

        // What is for one organisation alone is that organisation's matter, and an administrator's.
        var rounds = await db.Rechecks.AsNoTracking()
            .Where(r => r.Organisation == null || r.Organisation == actor.Organisation || MayAsk)
            .OrderByDescending(r => r.StartedAt).ThenByDescending(r => r.Id).Take(Shown).ToListAsync(cancellationToken);
        var names = await Names.ReadAsync(db, rounds.Select(r => r.StoppedBy), [], cancellationToken);
        Rounds = [.. rounds.Select(r => (r, r.StoppedBy is { } person ? names.Of(person) : ""))];
    }

    /// <summary>A second press while one is under way begins no other.</summary>
    public async Task<IActionResult> OnPostAskAsync(CancellationToken cancellationToken)
    {
        var isUnderWay = await db.Rechecks.AnyAsync(r => r.Reason == RecheckReason.Asked && r.FinishedAt == null && r.StoppedAt == null, cancellationToken);
        return await ActAsync(
            now =>
            {
                if (!isUnderWay)
                {
                    db.Rechecks.Add(Recheck.Because(RecheckReason.Asked, now));
                }
            },
            cancellationToken);
    }

    public Task<IActionResult> OnPostStopAsync(Guid id, CancellationToken cancellationToken) => ActOnAsync(
        id, (round, actor, now) => { if (round.IsRunning) { round.Stop(actor, now); } }, cancellationToken);

    public Task<IActionResult> OnPostGoOnAsync(Guid id, CancellationToken cancellationToken) => ActOnAsync(
        id, (round, actor, _) => { if (round is { IsRunning: false, FinishedAt: null }) { round.GoOn(actor); } }, cancellationToken);

    private async Task<IActionResult> ActOnAsync(Guid id, Action<Recheck, Actor, DateTimeOffset> act, CancellationToken cancellationToken)
    {
        var actor = await signedIn.ActorAsync();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);

        // The batch under way holds the row: what is done here comes between two batches.
        await db.Database.ExecuteSqlAsync($"SELECT FROM rechecks WHERE id = {id} FOR UPDATE", cancellationToken);
        var round = await db.Rechecks.SingleOrDefaultAsync(r => r.Id == id, cancellationToken);
        if (round is null)
        {
            return NotFound();
        }

        var answer = await ActAsync(now => act(round, actor, now), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return answer;
    }

    private async Task<IActionResult> ActAsync(Action<DateTimeOffset> act, CancellationToken cancellationToken)
    {
        if (!(await signedIn.ActorAsync()).Holds(Role.SystemAdmin))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        act(await db.NowAsync(cancellationToken));
        await db.SaveChangesAsync(cancellationToken);
        signal.Wake();
        return RedirectToPage();
    }
}
