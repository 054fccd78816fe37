using DataSharing.Domain.People;

namespace DataSharing.Domain.Tests.People;

public sealed class AuditScopeTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly First = new(2026, 9, 1);
    private static readonly DateOnly Last = new(2026, 12, 31);

    private readonly OrganisationId _organisation = OrganisationId.New();
    private readonly PersonId _auditor = PersonId.New();
    private readonly Actor _admin;

    public AuditScopeTests() => _admin = Somebody.With(_organisation, Role.OrganisationAdmin);

    [Fact]
    public void Open_ByItsAdministrator_TellsWhoAndHowLong()
    {
        var scope = AuditScope.Open(_auditor, _organisation, First, Last, _admin, Now);

        Assert.Equal((_auditor, _organisation, First, Last), (scope.Auditor, scope.Organisation, scope.From, scope.Until));
        Assert.Equal(
            [new AuditScopeOpened(scope.Id, _auditor, _organisation, First, Last, _admin.As(Role.OrganisationAdmin), Now)],
            scope.Events
        );
    }

    [Fact]
    public void Open_ForOneself_IsRefused() =>
        Assert.Throws<DomainRuleException>(() => AuditScope.Open(_admin.Person, _organisation, First, Last, _admin, Now));

    [Fact]
    public void Open_EndingBeforeItBegins_IsRefused()
    {
        Assert.Throws<DomainRuleException>(() => AuditScope.Open(_auditor, _organisation, Last, First, _admin, Now));
        AuditScope.Open(_auditor, _organisation, First, First, _admin, Now);
    }

    [Fact]
    public void Open_ByAnybodyElse_IsRefused()
    {
        Actor[] others =
        [
            Somebody.With(OrganisationId.New(), Role.OrganisationAdmin),
            Somebody.With(_organisation, Role.SystemAdmin),
            Somebody.ElseIn(_organisation),
        ];

        Assert.All(
            others,
            other => Assert.Throws<DomainRuleException>(() => AuditScope.Open(_auditor, _organisation, First, Last, other, Now))
        );
    }

    [Fact]
    public void End_Twice_IsOnce()
    {
        var scope = AuditScope.Open(_auditor, _organisation, First, Last, _admin, Now);
        scope.TakeEvents();

        scope.End(_admin, Now);
        scope.End(_admin, Now.AddDays(1));

        Assert.Equal(Now, scope.EndedAt);
        Assert.Equal([new AuditScopeEnded(scope.Id, _auditor, _organisation, _admin.As(Role.OrganisationAdmin), Now)], scope.Events);
    }

    [Fact]
    public void End_ByAnybodyElse_IsRefused()
    {
        var scope = AuditScope.Open(_auditor, _organisation, First, Last, _admin, Now);

        Assert.Throws<DomainRuleException>(() => scope.End(Somebody.With(OrganisationId.New(), Role.OrganisationAdmin), Now));
        Assert.Throws<DomainRuleException>(() => scope.End(Somebody.ElseIn(_organisation), Now));
        Assert.Null(scope.EndedAt);
    }
}
