using System.ComponentModel.DataAnnotations.Schema;
using DataSharing.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Web.Pages.Agreements;

public static class NamesInDatabase
{
    extension(Names)
    {
        /// <summary>The names that people and organisations have today.</summary>
        public static async Task<Names> ReadAsync(
            DataSharingDbContext db,
            IEnumerable<PersonId?> people,
            IEnumerable<OrganisationId?> organisations,
            CancellationToken cancellationToken
        )
        {
            var peopleIds = people.OfType<PersonId>().Select(id => id.Value).Distinct().ToArray();
            var organisationIds = organisations.OfType<OrganisationId>().Select(id => id.Value).Distinct().ToArray();
            var named =
                peopleIds.Length + organisationIds.Length == 0
                    ? []
                    : await db
                        .Database.SqlQuery<Named>(
                            $"""
                            SELECT id, name FROM people WHERE id = ANY ({peopleIds})
                            UNION ALL SELECT id, name FROM organisations WHERE id = ANY ({organisationIds})
                            """
                        )
                        .ToListAsync(cancellationToken);
            return Names.Of(named.Select(name => (name.Id, name.Name)));
        }
    }

    private sealed record Named([property: Column("id")] Guid Id, [property: Column("name")] string Name);
}
