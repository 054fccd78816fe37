using System.ComponentModel.DataAnnotations.Schema;
using DataSharing.Domain.People;
using DataSharing.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Web.Pages.Organisations;

/// <summary>Somebody who belongs to an organisation, or will once their role is confirmed.</summary>
public sealed record PersonHere(PersonId Id, string Name, IReadOnlyList<Role> Roles, IReadOnlyList<WaitingHere> Waiting)
{
    /// <summary>By name, in one query.</summary>
    public static async Task<IReadOnlyList<PersonHere>> AllAsync(
        OrganisationId organisation,
        DataSharingDbContext db,
        CancellationToken cancellationToken
    )
    {
        var rows = await db
            .Database.SqlQuery<Row>(
                $"""
                SELECT p.id, p.name, r.role, r.waiting FROM (
                    SELECT person_id, role, NULL AS waiting FROM memberships
                    WHERE organisation_id = {organisation.Value} AND ended_at IS NULL
                    UNION ALL
                    SELECT person_id, role, id FROM waiting_roles
                    WHERE organisation_id = {organisation.Value} AND confirmed_at IS NULL AND refused_at IS NULL) AS r
                    JOIN people p ON p.id = r.person_id
                ORDER BY p.name, p.id
                """
            )
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.GroupBy(row => (row.Id, row.Name))
                .Select(g => new PersonHere(
                    new PersonId(g.Key.Id),
                    g.Key.Name,
                    [.. g.Where(row => row.Waiting is null).Select(row => row.As).Order()],
                    [.. g.Where(row => row.Waiting is not null).Select(row => new WaitingHere(row.Waiting!.Value, row.As))]
                )),
        ];
    }

    private sealed record Row(
        [property: Column("id")] Guid Id,
        [property: Column("name")] string Name,
        [property: Column("role")] string Role,
        [property: Column("waiting")] Guid? Waiting
    )
    {
        public Role As => Enum.Parse<Role>(Role);
    }
}

/// <summary>A role that waits for a confirmation.</summary>
public sealed record WaitingHere(Guid Id, Role Role);
