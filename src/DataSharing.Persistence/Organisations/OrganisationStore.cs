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
    /// <summary>The organisation, or null.</summary>
    public Task<Organisation?> FindAsync(OrganisationId id, CancellationToken cancellationToken = default) =>
        db.Organisations.SingleOrDefaultAsync(organisation => organisation.Id == id, cancellationToken);

    /// <summary>Locks the organisation; null if there is none.</summary>
    public Task<Locked<Organisation>?> OpenForChangeAsync(OrganisationId id, CancellationToken cancellationToken = default) =>
        Locked.OpenAsync(
            db,
            $"""SELECT id AS "Value" FROM organisations WHERE id = {id.Value} FOR NO KEY UPDATE""",
            _ => db.Organisations.SingleAsync(organisation => organisation.Id == id, cancellationToken),
            cancellationToken
        );

    /// <summary>
    /// The actor, who stands in for the organisation if they administer the portal and nobody administers it. To be asked under its lock
    /// where it is to be changed.
    /// </summary>
    public async Task<Actor> StandingInAsync(Actor actor, OrganisationId id, CancellationToken cancellationToken = default) =>
        actor.Holds(Role.SystemAdmin)
        && !await db.Memberships.AnyAsync(
            m => m.Organisation == id && m.Role == Role.OrganisationAdmin && m.EndedAt == null,
            cancellationToken
        )
            ? actor with
            {
                StandsInFor = id,
            }
            : actor;

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
