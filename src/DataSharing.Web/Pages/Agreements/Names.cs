using System.ComponentModel.DataAnnotations.Schema;
using DataSharing.Domain;
using DataSharing.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Web.Pages.Agreements;

/// <summary>What people and organisations are called, for the ids that a page shows.</summary>
public sealed class Names
{
    private readonly Dictionary<Guid, string> _names;

    private Names(Dictionary<Guid, string> names) => _names = names;

    public string Of(PersonId? person) =>
        person is { } id ? _names.GetValueOrDefault(id.Value, "Somebody who is no longer known") : "The portal";

    public string Of(OrganisationId? organisation) => organisation is { } id ? _names.GetValueOrDefault(id.Value, "An organisation") : "";

    /// <summary>Names that a query has brought along.</summary>
    public static Names Of(IEnumerable<(Guid Id, string Name)> named) =>
        new(named.DistinctBy(n => n.Id).ToDictionary(n => n.Id, n => n.Name));

    public static async Task<Names> ReadAsync(
        DataSharingDbContext db,
        IEnumerable<PersonId?> people,
        IEnumerable<OrganisationId?> organisations,
        CancellationToken cancellationToken
    )
    {
        var peopleIds = people.OfType<PersonId>().Select(id => id.Value).Distinct().ToArray();
        var organisationIds = organisations.OfType<OrganisationId>().Select(id => id.Value).Distinct().ToArray();
        return new Names(
            peopleIds.Length + organisationIds.Length == 0
                ? []
                : await db
                    .Database.SqlQuery<Named>(
                        $"""
                        SELECT id, name FROM people WHERE id = ANY ({peopleIds})
                        UNION ALL SELECT id, name FROM organisations WHERE id = ANY ({organisationIds})
                        """
                    )
                    .ToDictionaryAsync(named => named.Id, named => named.Name, cancellationToken)
        );
    }

    private sealed record Named([property: Column("id")] Guid Id, [property: Column("name")] string Name);
}
