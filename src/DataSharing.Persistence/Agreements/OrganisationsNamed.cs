using System.ComponentModel.DataAnnotations.Schema;
using DataSharing.Domain;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Persistence.Agreements;

public static class OrganisationsNamed
{
    /// <summary>The registered organisations among those named, by <c>scheme:value</c>.</summary>
    public static async Task<IReadOnlyDictionary<string, OrganisationId>> OrganisationsNamedAsync(
        this DataSharingDbContext db, string[] named, CancellationToken cancellationToken = default)
    {
        var rows = await db.Database.SqlQuery<Row>(
            $"""
            SELECT DISTINCT named AS name, i.organisation_id AS id
            FROM unnest({named}) AS named JOIN organisation_identifiers i ON i.scheme = split_part(named, ':', 1) AND i.value = substr(named, strpos(named, ':') + 1)
            """).ToListAsync(cancellationToken);
        return rows.ToDictionary(row => row.Name, row => new OrganisationId(row.Id), StringComparer.Ordinal);
    }

    private sealed record Row([property: Column("name")] string Name, [property: Column("id")] Guid Id);
}
