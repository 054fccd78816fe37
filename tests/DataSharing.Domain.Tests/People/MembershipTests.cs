using DataSharing.Domain.Agreements;
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
        var (granted, waiting) = Membership.Grant(_person, _organisation, role, _admin, Now);
        var colleague = Somebody.With(_organisation, Role.OrganisationAdmin);
        var (membership, by) = waiting is null ? (granted!, _admin) : (waiting.Confirm(colleague, Now), colleague);

        Assert.Equal(role.Decides(), waiting is not null);
        Assert.Equal(role.Decides(), granted is null);
        Assert.Equal(role.Decides() ? Now : null, membership.ConfirmedAt);
        Assert.Equal(
            (_person, _organisation, role, Now, null),
            (membership.Person, membership.Organisation, membership.Role, membership.Since, membership.EndedAt)
        );
        Assert.Equal([new RoleGranted(membership.Id, _person, _organisation, role, by.As(Role.OrganisationAdmin), Now)], membership.Events);
    }

    [Theory]
    [MemberData(nameof(Grantable))]
    public void Grant_ToOneself_IsRefused(Role role) =>
        Assert.Throws<DomainRuleException>(() => Membership.Grant(_admin.Person, _organisation, role, _admin, Now));

    // Who may confirm what an administrator grants: never who asked, nor who gets it.
    [Theory]
    [InlineData("colleague", true)]
    [InlineData("asker", false)]
    [InlineData("receiver", false)]
    [InlineData("administrator elsewhere", false)]
    [InlineData("member", false)]
    [InlineData("portal", false)]
    [InlineData("portal, where there is no second administrator", true)]
    public void Confirm_OfARoleThatDecides_IsForASecondPerson(string who, bool may)
    {
        var waiting = Membership.Grant(_person, _organisation, Role.Siro, _admin, Now).Waiting!;
        var portal = Somebody.With(OrganisationId.New(), Role.SystemAdmin);
        var actor = who switch
        {
            "colleague" => Somebody.With(_organisation, Role.OrganisationAdmin),
            "asker" => _admin with { SecondsFor = _organisation },
            "receiver" => Somebody.With(_organisation, Role.OrganisationAdmin) with { Person = _person },
            "administrator elsewhere" => Somebody.With(OrganisationId.New(), Role.OrganisationAdmin),
            "member" => Somebody.ElseIn(_organisation),
            "portal" => portal,
            _ => portal with { SecondsFor = _organisation },
        };

        Assert.Equal(may, waiting.MayBeConfirmedBy(actor));
        if (may)
        {
            waiting.Confirm(actor, Now);
            Assert.False(waiting.IsOpen);
        }

        Assert.Throws<DomainRuleException>(() => waiting.Confirm(actor, Now)); // nor twice
        if (who != "asker")
        {
            Assert.Throws<DomainRuleException>(() => waiting.Refuse(actor, Now));
        }
    }

    [Fact]
    public void Refuse_ByWhoeverAskedForIt_TakesItBack()
    {
        var waiting = Membership.Grant(_person, _organisation, Role.Siro, _admin, Now).Waiting!;

        waiting.Refuse(_admin, Now);

        Assert.False(waiting.IsOpen);
        Assert.IsType<RoleRefused>(waiting.Events[^1]);
    }

    [Fact]
    public void Refuse_TellsAndLeavesNothing()
    {
        var waiting = Membership.Grant(_person, _organisation, Role.Siro, _admin, Now).Waiting!;
        var colleague = Somebody.With(_organisation, Role.OrganisationAdmin);

        waiting.Refuse(colleague, Now);

        Assert.False(waiting.IsOpen);
        Assert.Equal(
            new RoleRefused(waiting.Id, _person, _organisation, Role.Siro, colleague.As(Role.OrganisationAdmin), Now),
            waiting.Events[^1]
        );
    }

    [Fact]
    public void Begin_ByTheOperator_NeedsNoConfirmationAndSaysSo()
    {
        var signatory = Membership.Begin(_person, _organisation, Role.AuthorisedSignatory, Act.OfThePortal, Now);
        var officer = Membership.Begin(_person, _organisation, Role.IgOfficer, Act.OfThePortal, Now);

        Assert.Null(signatory.ConfirmedAt);
        Assert.Equal("Set up by the operator: needs no confirmation", signatory.Events[0].Act.Reason);
        Assert.Null(officer.Events[0].Act.Reason);
    }

    /// <summary>The roles that decide are those that the permissions of agreements let decide.</summary>
    [Fact]
    public void Roles_that_decide_are_those_that_may_pass_approve_return_reject_or_sign() =>
        Assert.Equal(
            AgreementPermissions
                .Rows.Where(row =>
                    row.Action
                        is AgreementAction.PassGate
                            or AgreementAction.Approve
                            or AgreementAction.Return
                            or AgreementAction.Reject
                            or AgreementAction.Sign
                            or AgreementAction.Decline
                            or AgreementAction.Reopen
                )
                .Select(row => row.Role)
                .Distinct()
                .Order(),
            Enum.GetValues<Role>().Where(role => role.Decides())
        );

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
