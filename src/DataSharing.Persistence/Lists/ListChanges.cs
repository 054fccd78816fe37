using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Rechecks;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Persistence.Lists;

/// <summary>What lists show otherwise after a save: of whole agreements, or of findings on agreements that were not loaded.</summary>
/// <param name="Changed">Agreements that were told of, loaded or not, and when that was: of a comment its own row tells, not the
/// agreement's.</param>
internal sealed record ListChanges(
    IReadOnlyCollection<Agreement> Agreements,
    IReadOnlyCollection<AgreementVersionId> Findings,
    IReadOnlyDictionary<AgreementId, DateTimeOffset> Changed
)
{
    public bool IsEmpty => Agreements.Count + Findings.Count + Changed.Count == 0;

    public static ListChanges Of(DataSharingDbContext db, IEnumerable<DomainEvent> told)
    {
        var at = told.OfType<AgreementEvent>()
            .GroupBy(@event => new AgreementId(@event.SubjectId))
            .ToDictionary(events => events.Key, events => events.Max(@event => @event.At));
        var loaded = db
            .ChangeTracker.Entries<Agreement>()
            .Select(entry => entry.Entity)
            .Where(agreement => at.ContainsKey(agreement.Id))
            .ToList();
        if (loaded.Find(agreement => agreement.Versions.Count == 0) is { } part)
        {
            throw new InvalidOperationException(
                $"{part.Reference} was loaded in part, and cannot be listed. Read what you need of it untracked."
            );
        }

        return new ListChanges(
            loaded,
            db.ChangeTracker.Entries<LiveFinding>()
                .Where(entry => entry.State is EntityState.Added or EntityState.Modified)
                .Select(entry => entry.Entity.VersionId)
                .Distinct()
                .ToList(),
            at
        );
    }

    public async Task WriteAsync(DataSharingDbContext db, CancellationToken cancellationToken)
    {
        await ListProjections.WriteAsync(db, Agreements, cancellationToken);

        // What was written with its agreement is not written twice.
        var rest = Findings.Except(Agreements.SelectMany(agreement => agreement.Versions).Select(version => version.Id)).ToList();
        var written = Agreements.ToDictionary(agreement => agreement.Id, agreement => agreement.ChangedAt);
        var changed = Changed.Where(c => !written.TryGetValue(c.Key, out var at) || at < c.Value).ToDictionary();
        if (rest.Count + changed.Count > 0)
        {
            await ListProjections.WriteFindingsAsync(db, rest, changed, cancellationToken);
        }
    }
}
