using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Rechecks;
using DataSharing.Domain.Editions;
using DataSharing.Domain.Organisations;
using DataSharing.Persistence.Audit;
using DataSharing.Persistence.Lists;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Persistence.Consequences;

/// <summary>
/// What follows from an event, written in the same save (docs/adr/0012). It is all declared here: no page, store or job writes a
/// consequence by hand.
/// </summary>
/// <param name="Rows">The rows that are added because of the event; an aggregate among them may raise events of its own.</param>
internal sealed record Consequence(Func<DomainEvent, IEnumerable<object>> Rows)
{
    public static IReadOnlyList<Consequence> All { get; } =
    [
        new(@event => [AuditEvent.For(@event)]),
        // What is in force is checked again, because what it is judged by has changed.
        new(@event =>
            @event switch
            {
                EditionReleased { Kind: EditionKind.LawBook } => [Recheck.Because(RecheckReason.LawBook, @event.At)],
                EditionReleased => [Recheck.Because(RecheckReason.Policy, @event.At)],
                OrganisationEvidenceRecorded or OrganisationEvidenceRenewed or OrganisationEvidenceRemoved =>
                [
                    Recheck.Because(RecheckReason.Evidence, @event.At, new OrganisationId(@event.SubjectId)),
                ],
                _ => [],
            }
        ),
    ];

    /// <summary>Adds what follows from the events of all that is about to be saved, and from what that raises in turn.</summary>
    /// <returns>What lists show otherwise once it is saved.</returns>
    public static ListChanges Follow(DataSharingDbContext db)
    {
        var told = new List<DomainEvent>();
        while (db.ChangeTracker.Entries<AggregateRoot>().SelectMany(entry => entry.Entity.TakeEvents()).ToList() is { Count: > 0 } events)
        {
            // One round of a kind is enough for one save, however much changed in it.
            db.AddRange(
                events
                    .SelectMany(@event => All.SelectMany(consequence => consequence.Rows(@event)))
                    .DistinctBy(row => row is Recheck round ? (object)(round.Reason, round.Organisation) : row)
                    .ToList()
            );
            told.AddRange(events);
        }

        return ListChanges.Of(db, told);
    }
}
