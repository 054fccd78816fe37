using DataSharing.Domain;

namespace DataSharing.Persistence.Audit;

/// <summary>
/// The one place that says which events somebody may read of an agreement that they see: those for everybody, and those for an
/// organisation only that is theirs or that they audit. An event says whom it is for (<see cref="Domain.Agreements.AgreementEvent.OnlyFor"/>).
/// </summary>
public static class AuditVisibility
{
    public static IQueryable<AuditEvent> ReadableBy(this IQueryable<AuditEvent> events, Actor actor)
    {
        OrganisationId[] own = [actor.Organisation, .. actor.AuditScope];
        return events.Where(e => e.OnlyFor == null || own.Contains(e.OnlyFor.Value));
    }
}
