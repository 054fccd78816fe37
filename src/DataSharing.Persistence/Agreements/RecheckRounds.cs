using System.Collections.Concurrent;
using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Rechecks;
using DataSharing.Domain.Rules;
using DataSharing.Persistence.Audit;
using DataSharing.Persistence.Law;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace DataSharing.Persistence.Agreements;

/// <summary>
/// Checks what is in force again, a batch in a transaction. Where a round was stopped, by a person or by a crash, it goes on after its last
/// batch. Every instance asks for work; a lock lets one of them have it, for two rounds at once would find the same twice.
/// </summary>
public sealed class RecheckRounds(DataSharingDbContext db, LawShelf shelf)
{
    public const int BatchSize = 500;

    /// <summary>The lock of the database under which batches are checked: any number that nothing else locks.</summary>
    public const long OneAtATime = 0x4453_4152;

    /// <summary>Begins the round of today, if nobody has. What starts today is in force before, so that it is checked too.</summary>
    /// <returns>How many were begun: one or none.</returns>
    public async Task<int> BeginNightAsync(CancellationToken cancellationToken = default)
    {
        var round = Recheck.Because(RecheckReason.Night, await db.NowAsync(cancellationToken));
        if (!await IsBegunAsync(round, cancellationToken))
        {
            await StartDueAsync(cancellationToken);
        }

        return await BeginAsync(now => Recheck.Because(RecheckReason.Night, now), cancellationToken);
    }

    /// <summary>Begins a round that an administrator asks for, unless one is under way.</summary>
    /// <returns>How many were begun: one or none.</returns>
    public Task<int> BeginAskedAsync(Actor actor, CancellationToken cancellationToken = default) =>
        BeginAsync(now => Recheck.Ask(actor, now), cancellationToken);

    /// <summary>Checks the next batch of the first round that is under way.</summary>
    /// <returns>False if there is nothing to do, or another instance does it.</returns>
    public async Task<bool> CheckBatchAsync(CancellationToken cancellationToken = default)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (
            !await db
                .Database.SqlQuery<bool>($"""SELECT pg_try_advisory_xact_lock({OneAtATime}) AS "Value" """)
                .SingleAsync(cancellationToken)
        )
        {
            return false;
        }

        // A round for one organisation is short, and somebody waits for it.
        var ids = await db
            .Database.SqlQuery<Guid>(
                $"""
                SELECT id AS "Value" FROM rechecks WHERE finished_at IS NULL AND stopped_at IS NULL
                ORDER BY organisation_id IS NULL, started_at, id LIMIT 1 FOR UPDATE
                """
            )
            .ToListAsync(cancellationToken);
        if (ids is not [var id])
        {
            return false;
        }

        var round = await db.Rechecks.SingleAsync(r => r.Id == id, cancellationToken);
        var clock = await db.Clock.SingleAsync(cancellationToken);
        var criteria = await shelf.CriteriaAsync(db, clock.LawBookNumber, clock.PolicyNumber, cancellationToken);
        if (round.Total is null)
        {
            // A transaction of its own: nobody who signs waits until the first batch is judged.
            round.Begin(await Versions(round).CountAsync(cancellationToken), criteria, Act.OfThePortal);
            await LookAtSigningsAsync(round, clock.Now, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return await CheckBatchAsync(cancellationToken);
        }

        await CheckBatchAsync(round, criteria, clock.Now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>Locks a round; null if there is none. The batch under way holds it: what is done to it comes between two batches.</summary>
    public Task<Locked<Recheck>?> OpenForChangeAsync(Guid id, CancellationToken cancellationToken = default) =>
        Locked.OpenAsync(
            db,
            $"""SELECT id AS "Value" FROM rechecks WHERE id = {id} FOR UPDATE""",
            _ => db.Rechecks.SingleAsync(r => r.Id == id, cancellationToken),
            cancellationToken
        );

    /// <summary>Tells whoever looks at the rounds that a batch was not done, and why.</summary>
    public Task<int> NoteTroubleAsync(string trouble, CancellationToken cancellationToken = default)
    {
        var text = trouble[..Math.Min(trouble.Length, Recheck.TroubleMaxLength)];
        return db.Database.ExecuteSqlAsync(
            $"""
            UPDATE rechecks SET trouble = {text}, trouble_at = portal_now()
            WHERE id = (SELECT id FROM rechecks WHERE finished_at IS NULL AND stopped_at IS NULL
                ORDER BY organisation_id IS NULL, started_at, id LIMIT 1)
            """,
            cancellationToken
        );
    }

    // Two may ask in the same moment, and neither sees the other's round. For the reasons Night and Asked, which alone come here, a unique
    // index lets only one of the two be saved.
    private async Task<int> BeginAsync(Func<DateTimeOffset, Recheck> begin, CancellationToken cancellationToken)
    {
        var round = begin(await db.NowAsync(cancellationToken));
        if (await IsBegunAsync(round, cancellationToken))
        {
            return 0;
        }

        db.Rechecks.Add(round);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return 1;
        }
        catch (DbUpdateException exception)
            when (exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            db.ChangeTracker.Clear(); // somebody else has begun it
            return 0;
        }
    }

    private Task<bool> IsBegunAsync(Recheck round, CancellationToken cancellationToken) =>
        db.Rechecks.AnyAsync(
            r =>
                r.Reason == round.Reason
                && r.Organisation == null
                && (round.Reason == RecheckReason.Night ? r.Day == round.Day : r.FinishedAt == null && r.StoppedAt == null),
            cancellationToken
        );

    private async Task StartDueAsync(CancellationToken cancellationToken)
    {
        var clock = await db.Clock.SingleAsync(cancellationToken);
        var criteria = await shelf.CriteriaAsync(db, clock.LawBookNumber, clock.PolicyNumber, cancellationToken);
        try
        {
            await new TimedSteps(db).ActivateDueAsync(criteria, cancellationToken);
        }
        catch (AggregateException)
        {
            // Those that cannot start are the timer's to tell of; the others are checked all the same.
        }

        db.ChangeTracker.Clear();
    }

    private async Task CheckBatchAsync(Recheck round, Criteria criteria, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!round.JudgesBy(criteria))
        {
            round.Overtake(Act.OfThePortal, now);
            return;
        }

        var versions = await Versions(round)
            .AsNoTracking()
            .WithWhatIsJudged()
            .OrderBy(v => v.Id)
            .Take(BatchSize)
            .ToListAsync(cancellationToken);
        if (versions.Count == 0)
        {
            round.Finish(Act.OfThePortal, now);
            return;
        }

        // One agreement that cannot be read or judged is told of, and does not keep the others from being checked.
        var failures = new ConcurrentDictionary<AgreementVersionId, string>();
        var readable = versions.Where(v => Try(v, () => v.Content, failures) is not null).ToList();
        var versionIds = readable.Select(v => v.Id).ToArray();
        var agreementIds = readable.Select(v => v.AgreementId).ToArray();
        var drafting = await db
            .Agreements.Where(a => agreementIds.Contains(a.Id))
            .Select(a => new { a.Id, a.DraftingOrganisation })
            .ToDictionaryAsync(a => a.Id, a => a.DraftingOrganisation, cancellationToken);
        var open = (
            await db.LiveFindings.Where(f => versionIds.Contains(f.VersionId) && f.ClearedAt == null).ToListAsync(cancellationToken)
        ).ToLookup(f => f.VersionId);
        var (records, organisations) = await db.RecordsOfAsync(readable, cancellationToken);
        var before = await JudgedBeforeAsync(readable, round, cancellationToken);

        // Judging is pure and most of the work, so all cores do it; the database is asked and told by one.
        var rechecked = readable
            .AsParallel()
            .AsOrdered()
            .WithCancellation(cancellationToken)
            .Select(v =>
                (
                    Version: v,
                    Result: Try(
                        v,
                        () =>
                            RecheckedVersion.Of(
                                v,
                                criteria,
                                before(v),
                                records(v),
                                [.. open[v.Id]],
                                drafting[v.AgreementId],
                                organisations,
                                round.Reason,
                                now
                            ),
                        failures
                    )
                )
            )
            .Where(x => x.Result is { } result && result.Found.Count + result.Cleared.Count > 0)
            .Select(x => (x.Version, Result: x.Result!))
            .ToList();

        // So that those who take part are told: the agreement has changed. Its row locked, no command can end a version before this is
        // saved; what has left force while it was judged has nothing to be put right.
        var changed = rechecked.Select(x => x.Version.AgreementId).ToArray();
        await db
            .Agreements.Where(a => changed.Contains(a.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.ChangedAt, now), cancellationToken);
        var judged = rechecked.Select(x => x.Version.Id).ToArray();
        var stillInForce = await db
            .AgreementVersions.Where(v => judged.Contains(v.Id) && VersionStates.InForce.Contains(v.Status))
            .Select(v => v.Id)
            .ToHashSetAsync(cancellationToken);
        rechecked.RemoveAll(x => !stillInForce.Contains(x.Version.Id));

        foreach (var (version, result) in rechecked)
        {
            db.LiveFindings.AddRange(result.Found);
            foreach (var finding in result.Cleared)
            {
                finding.Clear(now);
            }

            round.Report(version, result, Act.OfThePortal, now);
        }

        db.RecheckFailures.AddRange(failures.Select(failure => RecheckFailure.Of(round, failure.Key, failure.Value, now)));
        round.Note(
            versions[^1].Id,
            versions.Count,
            rechecked.Sum(x => x.Result.Found.Count),
            rechecked.Sum(x => x.Result.Cleared.Count),
            failures.Count,
            Act.OfThePortal,
            now
        );
    }

    private static T? Try<T>(AgreementVersion version, Func<T> work, ConcurrentDictionary<AgreementVersionId, string> failures)
        where T : class
    {
        try
        {
            return work();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            failures[version.Id] = $"{exception.GetType().Name}: {exception.Message}";
            return null;
        }
    }

    private IQueryable<AgreementVersion> Versions(Recheck round)
    {
        var versions = Concerned(round).Where(v => VersionStates.InForce.Contains(v.Status));
        return round.After?.Value is { } after ? versions.Where(v => ((Guid)(object)v.Id).CompareTo(after) > 0) : versions;
    }

    private IQueryable<AgreementVersion> Concerned(Recheck round) =>
        round.Organisation is { } organisation
            ? db.AgreementVersions.Where(v => v.Access.Any(a => a.Organisation == organisation))
            : db.AgreementVersions;

    /// <summary>What is judged otherwise now may end a signing too: the timer looks at its next turn.</summary>
    private Task<int> LookAtSigningsAsync(Recheck round, DateTimeOffset now, CancellationToken cancellationToken) =>
        Concerned(round)
            .Where(v => v.Status == VersionStatus.AwaitingSignatures)
            .ExecuteUpdateAsync(
                set => set.SetProperty(v => EF.Property<DateTimeOffset>(v, TimedSteps.SigningDueAt), now),
                cancellationToken
            );

    /// <summary>By what each version was judged before: the last whole round that it was in force for, else its submission.</summary>
    private async Task<Func<AgreementVersion, Criteria>> JudgedBeforeAsync(
        IReadOnlyList<AgreementVersion> versions,
        Recheck round,
        CancellationToken cancellationToken
    )
    {
        var last = await db
            .Rechecks.AsNoTracking()
            .Where(r => r.FinishedAt != null && !r.IsOvertaken && r.Organisation == null && r.Id != round.Id)
            .OrderByDescending(r => r.StartedAt)
            .FirstOrDefaultAsync(cancellationToken);
        var criteria = new Dictionary<(int LawBook, int Policy), Criteria>();
        foreach (var numbers in versions.Select(NumbersFor).Distinct())
        {
            criteria.Add(numbers, await shelf.CriteriaAsync(db, numbers.LawBook, numbers.Policy, cancellationToken));
        }

        return version => criteria[NumbersFor(version)];

        (int LawBook, int Policy) NumbersFor(AgreementVersion version) =>
            last is { LawBookNumber: { } book, PolicyNumber: { } policy } && version.ActivatedAt < last.StartedAt
                ? (book, policy)
                : (version.LawBookNumber ?? 1, version.PolicyNumber ?? 1);
    }
}
