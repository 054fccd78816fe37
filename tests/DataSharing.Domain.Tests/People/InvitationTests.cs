using System.Text.RegularExpressions;
using DataSharing.Domain.People;

namespace DataSharing.Domain.Tests.People;

public sealed partial class InvitationTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 1, 9, 0, 0, TimeSpan.Zero);

    private const string Address = "dan@council.example";

    private readonly OrganisationId _organisation = OrganisationId.New();
    private readonly PersonId _person = PersonId.New();
    private readonly Actor _admin;

    public InvitationTests() => _admin = Somebody.With(_organisation, Role.OrganisationAdmin);

    [Fact]
    public void Invite_ByItsAdministrator_TellsWhomAndKeepsTheSecretOut()
    {
        var (invitation, secret) = Invitation.Invite(_organisation, Role.IgLead, Address, _admin, Now, "Dan Price");

        Assert.Equal(
            [new PersonInvited(invitation.Id, _organisation, Role.IgLead, Address, _admin.As(Role.OrganisationAdmin), Now, "Dan Price")],
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

        var (membership, waiting) = invitation.Accept(By(_person), Address, isHeld: false, Now.AddDays(1));

        var act = new Act(_person, _organisation, null);
        Assert.Equal(
            (_person, _organisation, Role.IgOfficer, Now.AddDays(1)),
            (membership!.Person, membership!.Organisation, membership!.Role, membership!.Since)
        );
        Assert.Null(waiting);
        Assert.Equal((Now.AddDays(1), _person), (invitation.AcceptedAt, invitation.AcceptedBy));
        Assert.Equal([new InvitationAccepted(invitation.Id, _organisation, Role.IgOfficer, act, Now.AddDays(1))], invitation.Events);
        Assert.Equal([new RoleGranted(membership!.Id, _person, _organisation, Role.IgOfficer, act, Now.AddDays(1))], membership!.Events);
    }

    // The inviter approves whoever has another address, or one that nobody verified; a second administrator confirms who decides or signs.
    [Theory]
    [InlineData(Role.IgOfficer, "DAN@Council.example", false, null)]
    [InlineData(Role.IgOfficer, "dan@elsewhere.example", true, Address)]
    [InlineData(Role.IgOfficer, null, true, Address)]
    [InlineData(Role.Siro, Address, true, null)]
    [InlineData(Role.Siro, null, true, Address)]
    public void Accept_UsesTheLinkUp_AndWaitsWhereSomebodyHasToLook(Role role, string? verified, bool waits, string? meantFor)
    {
        var invitation = Made(role);

        var (membership, waiting) = invitation.Accept(By(_person), verified, isHeld: false, Now);

        Assert.False(invitation.IsOpen(Now));
        Assert.Equal((!waits, waits), (membership is not null, waiting is not null));
        Assert.Equal((waits ? _admin.Person : null, meantFor), (waiting?.AskedBy, waiting?.MeantFor));
    }

    [Fact]
    public void Accept_RoleHeldAlready_UsesTheLinkUpAndBeginsNothing()
    {
        var invitation = Made();

        Assert.Equal((null, null), invitation.Accept(By(_person), Address, isHeld: true, Now));
        Assert.False(invitation.IsOpen(Now));
    }

    [Fact]
    public void Cancel_FirstAdministratorsInvitation_ByThePortalsAdministrator()
    {
        var portal = Somebody.With(OrganisationId.New(), Role.SystemAdmin) with { StandsInFor = _organisation };
        var (first, _) = Invitation.Invite(_organisation, Role.OrganisationAdmin, "ann@council.example", portal, Now);

        Assert.Null(Made().MayCancel(portal)); // other people are the organisation's own business
        first.Cancel(portal, Now);

        Assert.False(first.IsOpen(Now));
        Assert.Equal(Role.SystemAdmin, first.Events[^1].Act.Role);
    }

    [Fact]
    public void Accept_ByNobody_IsRefused() =>
        Assert.Throws<DomainRuleException>(() => Made().Accept(Act.OfThePortal, Address, isHeld: false, Now));

    [Fact]
    public void Accept_SecondUse_IsRefused()
    {
        var invitation = Made();
        invitation.Accept(By(_person), Address, isHeld: false, Now);

        Assert.Throws<DomainRuleException>(() => invitation.Accept(By(_person), Address, isHeld: false, Now));
        Assert.Throws<DomainRuleException>(() => invitation.Accept(By(PersonId.New()), Address, isHeld: false, Now));
    }

    [Fact]
    public void Accept_AtExactlySevenDays_IsTooLate()
    {
        var atSevenDays = Now + TimeSpan.FromDays(7);

        Assert.Throws<DomainRuleException>(() => Made().Accept(By(_person), Address, isHeld: false, atSevenDays));
        Made().Accept(By(_person), Address, isHeld: false, atSevenDays - TimeSpan.FromTicks(1));
    }

    [Fact]
    public void Accept_ByTheInviter_IsRefused() =>
        Assert.Throws<DomainRuleException>(() => Made().Accept(By(_admin.Person), Address, isHeld: false, Now));

    [Fact]
    public void Accept_Withdrawn_IsRefused()
    {
        var invitation = Made();
        invitation.Cancel(_admin, Now);

        Assert.Throws<DomainRuleException>(() => invitation.Accept(By(_person), Address, isHeld: false, Now));
    }

    [Fact]
    public void Cancel_Twice_IsOnce()
    {
        var invitation = Made();

        invitation.Cancel(_admin, Now);
        invitation.Cancel(_admin, Now.AddDays(1));

        Assert.Equal(Now, invitation.CancelledAt);
        Assert.Equal(
            [new InvitationCancelled(invitation.Id, _organisation, Role.IgOfficer, _admin.As(Role.OrganisationAdmin), Now)],
            invitation.Events
        );
    }

    [Fact]
    public void Cancel_AfterItWasAccepted_ChangesNothing()
    {
        var invitation = Made();
        invitation.Accept(By(_person), Address, isHeld: false, Now);
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

    private Invitation Made(Role role = Role.IgOfficer)
    {
        var (invitation, _) = Invitation.Invite(_organisation, role, Address, _admin, Now);
        invitation.TakeEvents();
        return invitation;
    }

    [GeneratedRegex("^[0-9a-f]{40}$")]
    private static partial Regex FortyHexDigits();
}
