using DataSharing.Domain;
using DataSharing.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Web.Pages.Agreements;

/// <summary>What people and organisations are called, for the ids that a page shows.</summary>
public sealed class Names
{
    private readonly Dictionary<PersonId, string> _people;
    private readonly Dictionary<OrganisationId, string> _organisations;

    private Names(Dictionary<PersonId, string> people, Dictionary<OrganisationId, string> organisations) =>
        (_people, _organisations) = (people, organisations);

    public string Of(PersonId? person) => person is { } id ? _people.GetValueOrDefault(id, "Somebody who is no longer known") : "The portal";

    public string Of(OrganisationId? organisation) => organisation is { } id ? _organisations.GetValueOrDefault(id, "An organisation") : "";

    public static async Task<Names> ReadAsync(
        DataSharingDbContext db, IEnumerable<PersonId?> people, IEnumerable<OrganisationId?> organisations, CancellationToken cancellationToken)
    {
        var personIds = people.OfType<PersonId>().Distinct().ToArray();
        var organisationIds = organisations.OfType<OrganisationId>().Distinct().ToArray();
        return new Names(
            await db.People.Where(p => personIds.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancellationToken),
            await db.Organisations.Where(o => organisationIds.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Details.Name, cancellationToken));
    }
}
