using DataSharing.Domain.Content;
using DataSharing.Domain.Organisations;
using DataSharing.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Web.Tests.Infrastructure;

/// <summary>Somebody a test can sign in as.</summary>
public sealed record SomePerson(PersonId Id, string Subject, OrganisationId Organisation);

/// <summary>Puts things in the state a test starts from, only ever through the domain's own verbs.</summary>
internal static class Given
{
    public static Task<OrganisationId> AnOrganisationAsync(this Portal portal, string? name = null) =>
        portal.InDbAsync(
            (db, now) =>
            {
                var details = new OrganisationDetails
                {
                    Name = name ?? $"Council {Guid.NewGuid():N}",
                    Sector = Sector.LocalGov,
                    Nation = Jurisdiction.England,
                };
                var organisation = Organisation.Register(details, [], Act.OfThePortal, now);
                db.Organisations.Add(organisation);
                return Task.FromResult(organisation.Id);
            }
        );

    public static Task<SomePerson> APersonAsync(this Portal portal, OrganisationId organisation, params Role[] roles) =>
        portal.InDbAsync(
            (db, now) =>
            {
                var person = Person.FirstSeen(TestSignIn.Issuer, $"person-{Guid.NewGuid():N}", null, now);
                db.People.Add(person);
                db.Memberships.AddRange(roles.Select(role => Membership.Begin(person.Id, organisation, role, Act.OfThePortal, now)));
                return Task.FromResult(new SomePerson(person.Id, person.Subject, organisation));
            }
        );

    /// <summary>Somebody in an organisation of their own.</summary>
    public static async Task<SomePerson> APersonAsync(this Portal portal, params Role[] roles) =>
        await portal.APersonAsync(await portal.AnOrganisationAsync(), roles);

    /// <summary>An administrator of an organisation of their own.</summary>
    public static Task<SomePerson> AnAdministratorAsync(this Portal portal) => portal.APersonAsync(Role.OrganisationAdmin);

    /// <summary>The person gets more roles, in any organisation.</summary>
    public static Task<SomePerson> AlsoAsync(this Portal portal, SomePerson person, OrganisationId organisation, params Role[] roles) =>
        portal.InDbAsync(
            (db, now) =>
            {
                db.Memberships.AddRange(roles.Select(role => Membership.Begin(person.Id, organisation, role, Act.OfThePortal, now)));
                return Task.FromResult(person);
            }
        );

    /// <summary>An administrator takes a role away from the person.</summary>
    public static Task<bool> EndAsync(this Portal portal, SomePerson person, Role role) =>
        portal.InDbAsync(
            async (db, now) =>
            {
                var held = await db.Memberships.SingleAsync(
                    m => m.Person == person.Id && m.Organisation == person.Organisation && m.Role == role && m.EndedAt == null,
                    TestContext.Current.CancellationToken
                );
                held.End(new Actor(PersonId.New(), person.Organisation, new HashSet<Role> { Role.OrganisationAdmin }), "left", now);
                return true;
            }
        );

    /// <summary>The verbs of one organisation, by one of its administrators.</summary>
    public static Task<bool> ChangeAsync(this Portal portal, SomePerson admin, Action<Organisation, Actor, DateTimeOffset> change) =>
        portal.InDbAsync(
            async (db, now) =>
            {
                change(
                    await db.Organisations.SingleAsync(o => o.Id == admin.Organisation, TestContext.Current.CancellationToken),
                    admin.As(Role.OrganisationAdmin),
                    now
                );
                return true;
            }
        );

    public static Task<(InvitationId Id, string Secret)> AnInvitationAsync(
        this Portal portal,
        SomePerson by,
        Role role = Role.IgOfficer,
        string recipient = "new@council.example",
        TimeSpan? ago = null
    ) =>
        portal.InDbAsync(
            (db, now) =>
            {
                var (invitation, secret) = Invitation.Invite(
                    by.Organisation,
                    role,
                    recipient,
                    by.As(Role.OrganisationAdmin),
                    now - (ago ?? TimeSpan.Zero)
                );
                db.Invitations.Add(invitation);
                return Task.FromResult((invitation.Id, secret));
            }
        );

    /// <summary>An administrator grants somebody a role that waits for a confirmation.</summary>
    public static Task<Guid> AWaitingRoleAsync(this Portal portal, SomePerson by, SomePerson person, Role role = Role.Siro) =>
        portal.InDbAsync(
            (db, now) =>
            {
                var (_, waiting) = Membership.Grant(person.Id, by.Organisation, role, by.As(Role.OrganisationAdmin), now);
                db.WaitingRoles.Add(waiting!);
                return Task.FromResult(waiting!.Id);
            }
        );

    public static Task<Guid> AnAuditScopeAsync(this Portal portal, SomePerson by, SomePerson auditor) =>
        portal.InDbAsync(
            (db, now) =>
            {
                var scope = AuditScope.Open(
                    auditor.Id,
                    by.Organisation,
                    now.UkDay(),
                    now.UkDay().AddDays(30),
                    by.As(Role.OrganisationAdmin),
                    now
                );
                db.AuditScopes.Add(scope);
                return Task.FromResult(scope.Id);
            }
        );

    /// <summary>An identifier that no other test has: the register of GOV.UK's addresses takes any word.</summary>
    public static RegisteredIdentifier AnIdentifier() => new("GOVUK-SLUG", $"body-{Guid.NewGuid():N}");

    private static Actor As(this SomePerson person, Role role) => new(person.Id, person.Organisation, new HashSet<Role> { role });
}
