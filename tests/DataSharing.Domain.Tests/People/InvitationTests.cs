using System.Text.RegularExpressions;
using DataSharing.Domain.People;

namespace DataSharing.Domain.Tests.People;

public sealed partial class InvitationTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 1, 9, 0, 0, TimeSpan.Zero);

    private readonly OrganisationId _organisation = OrganisationId.New();
    private readonly PersonId _person = PersonId.New();
    private readonly Actor _admin;

    public InvitationTests() => _admin = Somebody.With(_organisation, Role.OrganisationAdmin);

    [Fact]
    public void Invite_ByItsAdministrator_TellsWhomAndKeepsTheSecretOut()
    {
        var (invitation, secret) = Invitation.Invite(_organisation, Role.IgLead, "dan@council.example", _admin, Now);

        Assert.Equal(
            [new PersonInvited(invitation.Id, _organisation, Role.IgLead, "dan@council.example", _admin.As(Role.OrganisationAdmin), Now)],
            invitation.Events
        );
        Assert.Matches(FortyHexDigits(), secret);
        Assert.Equal(Invitation.HashOf(secret), invitation.SecretHash);
        Assert.DoesNotContain(secret, invitation.Events[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Invite_Twice_MakesTwoSecrets() =>
        Assert.NotEqual(
            Invitation.Invite(_organisation, Role.IgLead, "dan@council.example", _admin, Now).Secret,
            Invitation.Invite(_organisation, Role.IgLead, "dan@council.example", _admin, Now).Secret
        );

    [Fact]
    public void Invite_ByThePortalsAdministrator_IsForAnAdministratorOnly()
    {
        var elsewhere = Somebody.With(OrganisationId.New(), Role.SystemAdmin);
        var portal = elsewhere with { StandsInFor = _organisation };

        var (invitation, _) = Invitation.Invite(_organisation, Role.OrganisationAdmin, "ann@council.example", portal, Now);

        Assert.Equal(Role.SystemAdmin, invitation.Events[0].Act.Role);
        Assert.All(
            Enum.GetValues<Role>().Except([Role.OrganisationAdmin]),
            role => Assert.Throws<DomainRuleException>(() => Invitation.Invite(_organisation, role, "ann@council.example", portal, Now))
        );
        Assert.Throws<DomainRuleException>(() =>
            Invitation.Invite(_organisation, Role.OrganisationAdmin, "ann@council.example", elsewhere, Now)
        );
    }

    [Fact]
    public void Invite_AsSystemAdmin_IsRefused()
    {
        var both = Somebody.With(_organisation, Role.OrganisationAdmin, Role.SystemAdmin);

        Assert.Throws<DomainRuleException>(() => Invitation.Invite(_organisation, Role.SystemAdmin, "ann@council.example", both, Now));
    }

    [Fact]
    public void Invite_ByAnybodyElse_IsRefused()
    {
        Actor[] others = [Somebody.With(OrganisationId.New(), Role.OrganisationAdmin), Somebody.ElseIn(_organisation)];

        Assert.All(
            others,
            other =>
                Assert.Throws<DomainRuleException>(() => Invitation.Invite(_organisation, Role.IgLead, "ann@council.example", other, Now))
        );
    }

    [Fact]
    public void Accept_Open_MakesThemAMember()
    {
        var invitation = Made();

        var membership = invitation.Accept(By(_person), Now.AddDays(1));

        var act = new Act(_person, _organisation, null);
        Assert.Equal(
            (_person, _organisation, Role.IgLead, Now.AddDays(1)),
            (membership.Person, membership.Organisation, membership.Role, membership.Since)
        );
        Assert.Equal((Now.AddDays(1), _person), (invitation.AcceptedAt, invitation.AcceptedBy));
        Assert.Equal([new InvitationAccepted(invitation.Id, _organisation, Role.IgLead, act, Now.AddDays(1))], invitation.Events);
        Assert.Equal([new RoleGranted(membership.Id, _person, _organisation, Role.IgLead, act, Now.AddDays(1))], membership.Events);
    }

    [Fact]
    public void Accept_ByNobody_IsRefused() => Assert.Throws<DomainRuleException>(() => Made().Accept(Act.OfThePortal, Now));

    [Fact]
    public void Accept_SecondUse_IsRefused()
    {
        var invitation = Made();
        invitation.Accept(By(_person), Now);

        Assert.Throws<DomainRuleException>(() => invitation.Accept(By(_person), Now));
        Assert.Throws<DomainRuleException>(() => invitation.Accept(By(PersonId.New()), Now));
    }

    [Fact]
    public void Accept_AtExactlySevenDays_IsTooLate()
    {
        var atSevenDays = Now + TimeSpan.FromDays(7);

        Assert.Throws<DomainRuleException>(() => Made().Accept(By(_person), atSevenDays));
        Made().Accept(By(_person), atSevenDays - TimeSpan.FromTicks(1));
    }

    [Fact]
    public void Accept_ByTheInviter_IsRefused() => Assert.Throws<DomainRuleException>(() => Made().Accept(By(_admin.Person), Now));

    [Fact]
    public void Accept_Withdrawn_IsRefused()
    {
        var invitation = Made();
        invitation.Cancel(_admin, Now);

        Assert.Throws<DomainRuleException>(() => invitation.Accept(By(_person), Now));
    }

    [Fact]
    public void Cancel_Twice_IsOnce()
    {
        var invitation = Made();

        invitation.Cancel(_admin, Now);
        invitation.Cancel(_admin, Now.AddDays(1));

        Assert.Equal(Now, invitation.CancelledAt);
        Assert.Equal(
            [new InvitationCancelled(invitation.Id, _organisation, Role.IgLead, _admin.As(Role.OrganisationAdmin), Now)],
            invitation.Events
        );
    }

    [Fact]
    public void Cancel_AfterItWasAccepted_ChangesNothing()
    {
        var invitation = Made();
        invitation.Accept(By(_person), Now);
        invitation.TakeEvents();

        invitation.Cancel(_admin, Now);

        Assert.Null(invitation.CancelledAt);
        Assert.Empty(invitation.Events);
    }

    [Fact]
    public void Cancel_ByAnybodyElse_IsRefused()
    {
        var invitation = Made();

        Assert.Throws<DomainRuleException>(() => invitation.Cancel(Somebody.With(OrganisationId.New(), Role.OrganisationAdmin), Now));
        Assert.Throws<DomainRuleException>(() => invitation.Cancel(Somebody.ElseIn(_organisation), Now));
        Assert.True(invitation.IsOpen(Now));
    }

    private static Act By(PersonId person) => new(person, null, null);

    private Invitation Made()
    {
        var (invitation, _) = Invitation.Invite(_organisation, Role.IgLead, "dan@council.example", _admin, Now);
        invitation.TakeEvents();
        return invitation;
    }

    [GeneratedRegex("^[0-9a-f]{40}$")]
    private static partial Regex FortyHexDigits();
}
