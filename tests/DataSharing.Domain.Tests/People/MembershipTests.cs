using DataSharing.Domain.People;

namespace DataSharing.Domain.Tests.People;

public sealed class MembershipTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 1, 9, 0, 0, TimeSpan.Zero);

    private readonly OrganisationId _organisation = OrganisationId.New();
    private readonly PersonId _person = PersonId.New();
    private readonly Actor _admin;

    public MembershipTests() => _admin = Somebody.With(_organisation, Role.OrganisationAdmin);

    public static TheoryData<Role> Grantable => [.. Enum.GetValues<Role>().Except([Role.SystemAdmin])];

    [Theory]
    [MemberData(nameof(Grantable))]
    public void Grant_ByItsAdministrator_TellsWhoAndWhat(Role role)
    {
        var membership = Membership.Grant(_person, _organisation, role, _admin, Now);

        Assert.Equal(
            (_person, _organisation, role, Now, null),
            (membership.Person, membership.Organisation, membership.Role, membership.Since, membership.EndedAt)
        );
        Assert.Equal(
            [new RoleGranted(membership.Id, _person, _organisation, role, _admin.As(Role.OrganisationAdmin), Now)],
            membership.Events
        );
    }

    [Theory]
    [MemberData(nameof(Grantable))]
    public void Grant_ToOneself_IsRefused(Role role) =>
        Assert.Throws<DomainRuleException>(() => Membership.Grant(_admin.Person, _organisation, role, _admin, Now));

    [Fact]
    public void Grant_SystemAdmin_IsRefused()
    {
        var both = Somebody.With(_organisation, Role.OrganisationAdmin, Role.SystemAdmin);

        Assert.Throws<DomainRuleException>(() => Membership.Grant(_person, _organisation, Role.SystemAdmin, both, Now));
        Assert.DoesNotContain(Role.SystemAdmin, GrantableRoles.InAnOrganisation);
    }

    [Fact]
    public void Grant_ByAnybodyElse_IsRefused()
    {
        Actor[] others =
        [
            Somebody.With(OrganisationId.New(), Role.OrganisationAdmin),
            Somebody.With(_organisation, Role.SystemAdmin),
            Somebody.ElseIn(_organisation),
        ];

        Assert.All(
            others,
            other => Assert.Throws<DomainRuleException>(() => Membership.Grant(_person, _organisation, Role.IgOfficer, other, Now))
        );
    }

    [Fact]
    public void End_ByItsAdministrator_TellsWhyAndOnlyOnce()
    {
        var membership = Held();

        membership.End(_admin, "left", Now.AddDays(1));
        membership.End(_admin, "left again", Now.AddDays(2));

        Assert.Equal(Now.AddDays(1), membership.EndedAt);
        Assert.Equal(
            [
                new RoleEnded(
                    membership.Id,
                    _person,
                    _organisation,
                    Role.IgOfficer,
                    _admin.As(Role.OrganisationAdmin, "left"),
                    Now.AddDays(1)
                ),
            ],
            membership.Events
        );
    }

    [Fact]
    public void End_ByAnybodyElse_IsRefused()
    {
        var membership = Held();

        Assert.Throws<DomainRuleException>(() => membership.End(Somebody.With(OrganisationId.New(), Role.OrganisationAdmin), "left", Now));
        Assert.Throws<DomainRuleException>(() => membership.End(Somebody.With(_organisation, Role.SystemAdmin), "left", Now));
        Assert.Throws<DomainRuleException>(() => membership.End(Somebody.ElseIn(_organisation), "left", Now));
        Assert.Null(membership.EndedAt);
        Assert.Empty(membership.Events);
    }

    private Membership Held()
    {
        var membership = Membership.Begin(_person, _organisation, Role.IgOfficer, Act.OfThePortal, Now);
        membership.TakeEvents();
        return membership;
    }
}
