using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Approval;
using DataSharing.Domain.Rules;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Persistence.Agreements;

/// <summary>
/// What time does to agreements. Only what is due is read, however many wait; only what moves on is locked, each in a transaction of its
/// own, so that a long list holds no long lock and one that fails does not keep the others.
/// </summary>
public sealed class TimedSteps(DataSharingDbContext db)
{
    private readonly AgreementStore _store = new(db);

    /// <summary>The column that says when a signing is looked at next.</summary>
    internal const string SigningDueAt = nameof(SigningDueAt);

    private const int BatchSize = 200;

    /// <summary>One that cannot be read or judged is tried again after this time, and does not stand before the others meanwhile.</summary>
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromHours(1);

    /// <summary>T13: makes every version active whose day has come.</summary>
    /// <returns>The agreements looked at.</returns>
    /// <exception cref="AggregateException">Some could not be moved on; all others were.</exception>
    public async Task<int> ActivateDueAsync(Criteria criteria, CancellationToken cancellationToken = default)
    {
        var today = (await db.NowAsync(cancellationToken)).UkDay();
        var due = await (
            from version in db.AgreementVersions
            where
                version.Status == VersionStatus.Approved
                && version.StartsOn <= today
                && (version.ActivationHeldOn == null || version.ActivationHeldOn < today)
            join agreement in db.Agreements on version.AgreementId equals agreement.Id
            orderby version.StartsOn
            select agreement.Reference
        ).ToListAsync(cancellationToken);

        var failures = new List<Exception>();
        foreach (var reference in due)
        {
            await TryAsync(
                reference,
                (agreement, version, records, now) =>
                    agreement.ActivateDue(ContentCheck.Of(version, criteria, records, Moment.InForce, now), Act.OfThePortal, now),
                failures,
                cancellationToken
            );
        }

        return failures.Count == 0 ? due.Count : throw new AggregateException(failures);
    }

    /// <summary>
    /// T25 by the portal: ends every signing that came too late or that a new error stands against. Each is judged once a day, and when a
    /// round of checks has said that it may be judged otherwise.
    /// </summary>
    /// <inheritdoc cref="ActivateDueAsync"/>
    public async Task<int> LapseSigningsAsync(Criteria criteria, CancellationToken cancellationToken = default)
    {
        var (looked, failures) = (0, new List<Exception>());
        while (await LapseBatchAsync(criteria, failures, cancellationToken) is > 0 and var more)
        {
            looked += more;
        }

        return failures.Count == 0 ? looked : throw new AggregateException(failures);
    }

    private async Task<int> LapseBatchAsync(Criteria criteria, List<Exception> failures, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        var now = await db.NowAsync(cancellationToken);
        var due = await (
            from version in db.AgreementVersions.AsNoTracking().WithWhatIsJudged()
            where version.Status == VersionStatus.AwaitingSignatures && EF.Property<DateTimeOffset>(version, SigningDueAt) <= now
            orderby EF.Property<DateTimeOffset>(version, SigningDueAt), version.Id
            select new { Version = version, DueAt = EF.Property<DateTimeOffset>(version, SigningDueAt) }
        )
            .Take(BatchSize)
            .ToListAsync(cancellationToken);
        if (due.Count == 0)
        {
            return 0;
        }

        var ids = due.Select(d => d.Version.AgreementId).ToArray();
        var references = await db
            .Agreements.Where(a => ids.Contains(a.Id))
            .ToDictionaryAsync(a => a.Id, a => a.Reference, cancellationToken);
        var records = (await db.RecordsOfAsync([.. due.Select(d => d.Version)], cancellationToken)).Records;
        var next = new List<(Guid Id, DateTimeOffset Was, DateTimeOffset Next)>();
        foreach (var (version, dueAt) in due.Select(d => (d.Version, d.DueAt)))
        {
            var failed = failures.Count;
            if (!StandsStill(version, criteria, records, now))
            {
                await TryAsync(
                    references[version.AgreementId],
                    (agreement, locked, known, at) =>
                        agreement.LapseSigning(ContentCheck.Of(locked, criteria, known, Moment.Signature, at), Act.OfThePortal, at),
                    failures,
                    cancellationToken
                );
            }

            next.Add((version.Id.Value, dueAt, failures.Count > failed ? now + AfterTrouble : NextLook(version, now)));
        }

        // Unless a round of checks has said meanwhile that it has to be looked at again.
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE agreement_versions v SET signing_due_at = w.next
            FROM unnest({next.Select(n => n.Id).ToArray()}, {next.Select(n => n.Was).ToArray()}, {next.Select(n =>
                    n.Next
                ).ToArray()}) AS w (id, was, next)
            WHERE v.id = w.id AND v.signing_due_at = w.was AND v.status = 'AwaitingSignatures'
            """,
            cancellationToken
        );
        return due.Count;
    }

    /// <summary>Whether it is sure that there is nothing to do. Where that cannot be told, whoever locks it finds out why.</summary>
    private static bool StandsStill(
        AgreementVersion version,
        Criteria criteria,
        Func<AgreementVersion, Records> records,
        DateTimeOffset now
    )
    {
        try
        {
            return !Agreement.SigningIsTooLate(version, now)
                && !ContentCheck.Of(version, criteria, records(version), Moment.Signature, now).Errors.Any();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>What the rules say can change with the day; signatures run out within it.</summary>
    private static DateTimeOffset NextLook(AgreementVersion version, DateTimeOffset now)
    {
        var tomorrow = now.UkDay().AddDays(1).StartsAt().ToUniversalTime(); // as PostgreSQL takes it
        return version.SignaturesRunOutAt?.AddSeconds(1) is { } end && end < tomorrow ? end : tomorrow;
    }

    private async Task TryAsync(
        AgreementReference reference,
        Action<Agreement, AgreementVersion, Records, DateTimeOffset> step,
        List<Exception> failures,
        CancellationToken cancellationToken
    )
    {
        try
        {
            db.ChangeTracker.Clear();
            await using var change = await _store.OpenForChangeAsync(reference, person: null, cancellationToken);
            if (change?.Agreement.InPreparation is { } version)
            {
                var records = (await db.RecordsOfAsync(change.Agreement, version, cancellationToken)).Records;
                step(change.Agreement, version, records, change.Now);
                await change.SaveAsync(cancellationToken);
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            failures.Add(new InvalidOperationException($"{reference} could not be moved on.", exception));
        }
    }
}
