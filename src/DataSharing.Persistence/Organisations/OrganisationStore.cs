using DataSharing.Domain.Organisations;
using DataSharing.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Persistence.Organisations;

/// <summary>
/// Organisations: found for reading, locked for changing. Whoever changes who belongs to one, who is invited or who audits it holds its
/// lock too.
/// </summary>
public sealed class OrganisationStore(DataSharingDbContext db)
{
    /// <summary>The organisation, and whether nobody administers it; no organisation if there is none.</summary>
    public async Task<(Organisation? Organisation, bool IsOrphaned)> FindAsync(
        OrganisationId id,
        CancellationToken cancellationToken = default
    )
    {
        var found = await db
            .Organisations.Where(organisation => organisation.Id == id)
            .Select(organisation => new
            {
                Organisation = organisation,
                IsOrphaned = !db.Memberships.Any(m =>
                    m.Organisation == organisation.Id && m.Role == Role.OrganisationAdmin && m.EndedAt == null
                ),
            })
            .SingleOrDefaultAsync(cancellationToken);
        return (found?.Organisation, found?.IsOrphaned is true);
    }

    /// <summary>Whether nobody administers the organisation: asked under its lock, nobody begins to meanwhile.</summary>
    public async Task<bool> IsOrphanedAsync(OrganisationId id, CancellationToken cancellationToken = default) =>
        !await db.Memberships.AnyAsync(
            m => m.Organisation == id && m.Role == Role.OrganisationAdmin && m.EndedAt == null,
            cancellationToken
        );

    /// <summary>Locks the organisation; null if there is none.</summary>
    public Task<Locked<Organisation>?> OpenForChangeAsync(OrganisationId id, CancellationToken cancellationToken = default) =>
        Locked.OpenAsync(
            db,
            $"""SELECT id AS "Value" FROM organisations WHERE id = {id.Value} FOR NO KEY UPDATE""",
            _ => db.Organisations.SingleAsync(organisation => organisation.Id == id, cancellationToken),
            cancellationToken
        );

    /// <summary>The invitation that a link's secret opens, under its organisation's lock; null if there is none.</summary>
    public Task<Locked<Invitation>?> OpenInvitationAsync(byte[] secretHash, CancellationToken cancellationToken = default) =>
        Locked.OpenAsync(
            db,
            $"""
            SELECT o.id AS "Value" FROM organisations o JOIN invitations i ON i.organisation_id = o.id
            WHERE i.secret_hash = {secretHash} FOR NO KEY UPDATE OF o
            """,
            _ => db.Invitations.SingleAsync(invitation => invitation.SecretHash == secretHash, cancellationToken),
            cancellationToken
        );
}
