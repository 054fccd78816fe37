using DataSharing.Domain.Agreements.Content;
using DataSharing.Domain.Organisations;

namespace DataSharing.Domain.Tests.Organisations;

public sealed class OrganisationTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly OrganisationDetails Details = new() { Name = "Testshire Council", Sector = Sector.LocalGov, Nation = Jurisdiction.England };
    private static readonly RegisteredIdentifier Identifier = new("ONS-GSS", "E08000034");

    private static readonly OrganisationAssurance Assurance = new()
    {
        Id = Guid.CreateVersion7(),
        Type = AssuranceType.CyberEssentials,
        Reference = "CE-1",
        ValidTo = new(2027, 3, 31)
    };

    private readonly Organisation _organisation;
    private readonly Actor _admin;

    public OrganisationTests()
    {
        _organisation = Organisation.Register(Details, [], Act.OfThePortal, Now);
        _organisation.TakeEvents();
        _admin = Somebody(_organisation.Id, Role.OrganisationAdmin);
    }

    [Fact]
    public void Register_WithIdentifiers_TellsBoth()
    {
        var act = Somebody(OrganisationId.New(), Role.SystemAdmin).As(Role.SystemAdmin);

        var organisation = Organisation.Register(Details, [Identifier, Identifier], act, Now);

        Assert.Equal(
            [new OrganisationRegistered(organisation.Id, Details, act, Now), new IdentifierAdded(organisation.Id, Identifier, act, Now)],
            organisation.Events);
        Assert.Equal([Identifier], organisation.Identifiers);
    }

    [Theory]
    [InlineData("GB-XYZ", "1")]
    [InlineData("GB-COH", "1")]
    [InlineData("GB-COH", "01234567\n")]
    public void Register_WithWhatIsNoIdentifier_IsRefused(string scheme, string value) =>
        Assert.Throws<DomainRuleException>(() => Organisation.Register(Details, [new(scheme, value)], Act.OfThePortal, Now));

    [Fact]
    public void Describe_Changed_TellsBeforeAndAfter()
    {
        var after = Details with { Name = "Testshire and Examplebury Council" };

        _organisation.Describe(after, _admin, Now);

        Assert.Equal(after, _organisation.Details);
        Assert.Equal([new OrganisationDescribed(_organisation.Id, Details, after, _admin.As(Role.OrganisationAdmin), Now)], _organisation.Events);
    }

    [Fact]
    public void Describe_Unchanged_TellsNothing()
    {
        _organisation.Describe(Details with { }, _admin, Now);

        Assert.Empty(_organisation.Events);
    }

    [Fact]
    public void AddIdentifier_Twice_IsOnce()
    {
        _organisation.AddIdentifier(Identifier, _admin, Now);
        _organisation.AddIdentifier(Identifier, _admin, Now);

        Assert.Equal([Identifier], _organisation.Identifiers);
        Assert.Equal([new IdentifierAdded(_organisation.Id, Identifier, _admin.As(Role.OrganisationAdmin), Now)], _organisation.Events);
    }

    [Fact]
    public void RemoveIdentifier_Twice_IsOnce()
    {
        _organisation.AddIdentifier(Identifier, _admin, Now);
        _organisation.TakeEvents();

        _organisation.RemoveIdentifier(Identifier, _admin, Now);
        _organisation.RemoveIdentifier(Identifier, _admin, Now);

        Assert.Empty(_organisation.Identifiers);
        Assert.Equal([new IdentifierRemoved(_organisation.Id, Identifier, _admin.As(Role.OrganisationAdmin), Now)], _organisation.Events);
    }

    [Fact]
    public void Assurance_RecordedAndRemoved_TellsBothOnce()
    {
        _organisation.RecordAssurance(Assurance, _admin, Now);
        _organisation.RemoveAssurance(Assurance.Id, _admin, Now);
        _organisation.RemoveAssurance(Assurance.Id, _admin, Now);

        Assert.Empty(_organisation.Assurances);
        Assert.Equal(
            [
                new AssuranceRecorded(_organisation.Id, Assurance, _admin.As(Role.OrganisationAdmin), Now),
                new AssuranceRemoved(_organisation.Id, Assurance, _admin.As(Role.OrganisationAdmin), Now)
            ],
            _organisation.Events);
    }

    [Theory]
    [InlineData("2027-03-30", false)]
    [InlineData("2027-03-31", false)]
    [InlineData("2027-04-01", true)]
    public void HasExpiredOn_ItsLastDay_IsIncluded(string day, bool expired) =>
        Assert.Equal(expired, Assurance.HasExpiredOn(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));

    public static TheoryData<string, Action<Organisation, Actor>> Verbs => new()
    {
        { nameof(Organisation.Describe), (o, a) => o.Describe(Details with { Name = "Other" }, a, Now) },
        { nameof(Organisation.AddIdentifier), (o, a) => o.AddIdentifier(Identifier, a, Now) },
        { nameof(Organisation.RemoveIdentifier), (o, a) => o.RemoveIdentifier(Identifier, a, Now) },
        { nameof(Organisation.RecordAssurance), (o, a) => o.RecordAssurance(Assurance, a, Now) },
        { nameof(Organisation.RemoveAssurance), (o, a) => o.RemoveAssurance(Assurance.Id, a, Now) }
    };

    [Theory]
    [MemberData(nameof(Verbs), DisableDiscoveryEnumeration = true)]
    public void Verb_ByAnybodyButItsAdministrators_IsRefused(string verb, Action<Organisation, Actor> work)
    {
        Actor[] others =
        [
            Somebody(OrganisationId.New(), Role.OrganisationAdmin),
            Somebody(_organisation.Id, [.. Enum.GetValues<Role>().Where(r => r is not Role.OrganisationAdmin)]),
        ];

        Assert.All(others, other => Assert.Throws<DomainRuleException>(() => work(_organisation, other)));
        Assert.Empty(_organisation.Events);
        Assert.Equal(Details, _organisation.Details);
        Assert.NotEmpty(verb);
    }

    private static Actor Somebody(OrganisationId organisation, params Role[] roles) => new(PersonId.New(), organisation, roles.ToHashSet());
}
