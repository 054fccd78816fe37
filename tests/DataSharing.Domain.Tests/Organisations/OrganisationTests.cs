using DataSharing.Domain.Content;
using DataSharing.Domain.Organisations;

namespace DataSharing.Domain.Tests.Organisations;

public sealed class OrganisationTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly OrganisationDetails Details = new()
    {
        Name = "Testshire Council",
        Sector = Sector.LocalGov,
        Nation = Jurisdiction.England,
    };
    private static readonly RegisteredIdentifier Identifier = new("ONS-GSS", "E08000034");

    private static readonly EvidenceTerm Term = new("CE-1", new(2027, 3, 31));

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
            organisation.Events
        );
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
        Assert.Equal(
            [new OrganisationDescribed(_organisation.Id, Details, after, _admin.As(Role.OrganisationAdmin), Now)],
            _organisation.Events
        );
    }

    [Fact]
    public void Describe_WhileNobodyAdministersIt_IsForThePortalsAdministrators()
    {
        // One who administers an organisation of their own too: here they act for the portal.
        var elsewhere = Somebody(OrganisationId.New(), Role.OrganisationAdmin, Role.SystemAdmin);
        var portal = elsewhere with { StandsInFor = _organisation.Id };
        var after = Details with { Name = "Testshire County Council" };

        _organisation.Describe(after, portal, Now);
        _organisation.AddIdentifier(Identifier, portal, Now);
        _organisation.RemoveIdentifier(Identifier, portal, Now);

        Assert.Equal((after, 0), (_organisation.Details, _organisation.Identifiers.Count));
        Assert.All(_organisation.Events, told => Assert.Equal(Role.SystemAdmin, told.Act.Role));
        Assert.Equal(3, _organisation.Events.Count);
        Assert.Throws<DomainRuleException>(() => _organisation.Describe(Details, elsewhere, Now));
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
    public void Evidence_RecordedRenewedAndRemoved_TellsEachOnce()
    {
        var evidence = Certificate();
        var renewed = new EvidenceTerm("CE-2", new(2028, 3, 31));
        var act = _admin.As(Role.OrganisationAdmin);

        _organisation.RecordEvidence(evidence, _admin, Now);
        _organisation.RenewEvidence(evidence.Id, renewed, _admin, Now);
        _organisation.RenewEvidence(evidence.Id, renewed, _admin, Now);
        _organisation.RemoveEvidence(evidence.Id, _admin, Now);
        _organisation.RemoveEvidence(evidence.Id, _admin, Now);

        Assert.Empty(_organisation.Evidence);
        Assert.Equal(
            [
                new OrganisationEvidenceRecorded(_organisation.Id, evidence.Id, evidence.Kind, evidence.Assurance, Term, act, Now),
                new OrganisationEvidenceRenewed(_organisation.Id, evidence.Id, evidence.Kind, Term, renewed, act, Now),
                new OrganisationEvidenceRemoved(_organisation.Id, evidence.Id, evidence.Kind, renewed, act, Now),
            ],
            _organisation.Events
        );
    }

    [Fact]
    public void RenewEvidence_UnderANewReference_IsStillNamedByTheOldOne()
    {
        var evidence = Certificate();
        _organisation.RecordEvidence(evidence, _admin, Now);

        _organisation.RenewEvidence(evidence.Id, new EvidenceTerm("CE-2", new(2028, 3, 31)), _admin, Now);
        _organisation.RenewEvidence(evidence.Id, new EvidenceTerm("CE-2", new(2029, 3, 31)), _admin, Now);

        Assert.Equal(["CE-1"], evidence.EarlierReferences);
        Assert.True(evidence.IsNamed("CE-1") && evidence.IsNamed("CE-2"));
        Assert.False(evidence.IsNamed("CE-3") || evidence.IsNamed(null));
    }

    [Theory]
    [InlineData(OrganisationEvidenceKind.SecurityAssurance, null, null)]
    [InlineData(OrganisationEvidenceKind.SecurityAssurance, AssuranceType.DSPT, null)]
    [InlineData(OrganisationEvidenceKind.SecurityAssurance, AssuranceType.ISO27001, AssuranceLevel.StandardsMet)]
    [InlineData(OrganisationEvidenceKind.PolicyDocument, AssuranceType.ISO27001, null)]
    public void Evidence_ThatDoesNotFitTogether_IsRefused(OrganisationEvidenceKind kind, AssuranceType? assurance, AssuranceLevel? level) =>
        Assert.Throws<DomainRuleException>(() => OrganisationEvidence.Of(kind, assurance, Term with { Level = level }));

    [Theory]
    [InlineData("2027-03-30", false)]
    [InlineData("2027-03-31", false)]
    [InlineData("2027-04-01", true)]
    public void HasExpiredOn_ItsLastDay_IsIncluded(string day, bool expired) =>
        Assert.Equal(expired, Certificate().HasExpiredOn(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));

    public static TheoryData<string, Action<Organisation, Actor>> Verbs =>
        new()
        {
            { nameof(Organisation.Describe), (o, a) => o.Describe(Details with { Name = "Other" }, a, Now) },
            { nameof(Organisation.AddIdentifier), (o, a) => o.AddIdentifier(Identifier, a, Now) },
            { nameof(Organisation.RemoveIdentifier), (o, a) => o.RemoveIdentifier(Identifier, a, Now) },
            { nameof(Organisation.RecordEvidence), (o, a) => o.RecordEvidence(Certificate(), a, Now) },
            { nameof(Organisation.RenewEvidence), (o, a) => o.RenewEvidence(Guid.Empty, Term, a, Now) },
            { nameof(Organisation.RemoveEvidence), (o, a) => o.RemoveEvidence(Guid.Empty, a, Now) },
        };

    [Theory]
    [MemberData(nameof(Verbs), DisableDiscoveryEnumeration = true)]
    public void Verb_ByAnybodyButItsAdministrators_IsRefused(string verb, Action<Organisation, Actor> work)
    {
        Actor[] others =
        [
            Somebody(OrganisationId.New(), Role.OrganisationAdmin),
            Somebody(_organisation.Id, [.. Enum.GetValues<Role>().Where(r => !Allowed(verb).Contains(r))]),
        ];

        Assert.All(others, other => Assert.Throws<DomainRuleException>(() => work(_organisation, other)));
        Assert.Empty(_organisation.Events);
        Assert.Equal(Details, _organisation.Details);
    }

    private static Role[] Allowed(string verb) =>
        verb.EndsWith("Evidence", StringComparison.Ordinal)
            ? [Role.OrganisationAdmin, Role.IgOfficer, Role.IgLead] // they keep what their agreements rest on
            : [Role.OrganisationAdmin];

    private static OrganisationEvidence Certificate() =>
        OrganisationEvidence.Of(OrganisationEvidenceKind.SecurityAssurance, AssuranceType.CyberEssentials, Term);

    private static Actor Somebody(OrganisationId organisation, params Role[] roles) => new(PersonId.New(), organisation, roles.ToHashSet());
}
