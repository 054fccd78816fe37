using DataSharing.Domain;
using DataSharing.Domain.Agreements.Content;
using DataSharing.Domain.Organisations;
using DataSharing.Domain.People;

namespace DataSharing.Web.Tests.Infrastructure;

/// <summary>Somebody a test can sign in as.</summary>
public sealed record SomePerson(PersonId Id, string Subject, OrganisationId Organisation);

/// <summary>Puts things in the state a test starts from, only ever through the domain's own verbs.</summary>
internal static class Given
{
    public static Task<OrganisationId> AnOrganisationAsync(this Portal portal, string? name = null) => portal.InDbAsync((db, now) =>
    {
        var details = new OrganisationDetails { Name = name ?? $"Council {Guid.NewGuid():N}", Sector = Sector.LocalGov, Nation = Jurisdiction.England };
        var organisation = Organisation.Register(details, [], Act.OfThePortal, now);
        db.Organisations.Add(organisation);
        return Task.FromResult(organisation.Id);
    });

    public static Task<SomePerson> APersonAsync(this Portal portal, OrganisationId organisation, params Role[] roles) => portal.InDbAsync((db, now) =>
    {
        var person = Person.FirstSeen(TestSignIn.Issuer, $"person-{Guid.NewGuid():N}", null, now);
        db.People.Add(person);
        db.Memberships.AddRange(roles.Select(role => Membership.Begin(person.Id, organisation, role, Act.OfThePortal, now)));
        return Task.FromResult(new SomePerson(person.Id, person.Subject, organisation));
    });

    /// <summary>Somebody in an organisation of their own.</summary>
    public static async Task<SomePerson> APersonAsync(this Portal portal, params Role[] roles) =>
        await portal.APersonAsync(await portal.AnOrganisationAsync(), roles);
}
