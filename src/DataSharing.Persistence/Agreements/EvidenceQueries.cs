using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Evidence;

namespace DataSharing.Persistence.Agreements;

public static class EvidenceQueries
{
    /// <summary>
    /// What the actor, who sees the agreement, may read of its evidence: <see cref="EvidenceItem.IsSeenBy"/> as SQL. Oldest first.
    /// </summary>
    public static IQueryable<EvidenceItem> Beside(this IQueryable<EvidenceItem> evidence, AgreementId agreement, Actor actor)
    {
        OrganisationId[] own = [actor.Organisation, .. actor.AuditScope];
        return evidence
            .Where(e => e.AgreementId == agreement && (e.Visibility != EvidenceVisibility.OwnOrganisation || own.Contains(e.Organisation)))
            .OrderBy(e => e.AddedAt)
            .ThenBy(e => e.Id);
    }
}
