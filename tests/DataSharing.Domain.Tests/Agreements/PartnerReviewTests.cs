using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Approval;
using DataSharing.Domain.Content;
using DataSharing.Domain.Rules;
using static DataSharing.Domain.Tests.Agreements.Given;

namespace DataSharing.Domain.Tests.Agreements;

public class PartnerReviewTests
{
    private const string Hub = "GB-COH:00000001";

    private static readonly OrganisationId HubOrganisation = OrganisationId.New();

    [Fact]
    public void Invite_GivesEveryPartnerSightOfTheDraft()
    {
        var agreement = Given.Draft();
        Assert.Equal(Verdict.Hidden, agreement.Consider(AgreementAction.View, Partner));

        agreement.PartnerReview.Invite(Registered, Seen.Of(agreement.Newest), Drafter, Now);

        Assert.Equal(VersionStatus.InPartnerReview, agreement.Newest.Status);
        Assert.Equal(Verdict.Permitted, agreement.Consider(AgreementAction.View, Partner));
        Assert.Equal(Verdict.Permitted, agreement.Consider(AgreementAction.Contribute, Partner));
        var invited = Assert.IsType<PartnersInvited>(agreement.Events[^1]);
        Assert.Equal([new PartyTold("CHY", "Homefield Support", Charity)], invited.Parties);
        Assert.Equal(Drafter.As(Role.IgOfficer), invited.Act);
    }

    [Fact]
    public void Invite_Again_ChangesNothing()
    {
        var agreement = InPartnerReview();
        var before = (agreement.Changes, agreement.Newest.Access.Count);

        agreement.PartnerReview.Invite(Registered, Seen.Of(agreement.Newest), Drafter, Now);

        Assert.Equal(before, (agreement.Changes, agreement.Newest.Access.Count));
    }

    [Fact]
    public void Invite_AfterAPartyWasAdded_AsksOnlyThatOne()
    {
        var agreement = InPartnerReview();
        Change(agreement, content => content with { Parties = [.. content.Parties, HubParty] });

        agreement.PartnerReview.Invite(WithHub, Seen.Of(agreement.Newest), Drafter, Now);

        Assert.Equal(["HUB"], Assert.IsType<PartnersInvited>(agreement.Events[^1]).Parties.Select(party => party.PartyId));
        Assert.Equal(Verdict.Permitted, agreement.Consider(AgreementAction.View, Somebody(HubOrganisation, Role.IgLead)));
        Assert.Equal(Verdict.Permitted, agreement.Consider(AgreementAction.View, Partner));
    }

    [Fact]
    public void Invite_OnAnotherContent_IsStale()
    {
        var agreement = Given.Draft();
        var seen = Seen.Of(agreement.Newest);
        agreement.ReplaceContent(Document("Other"), seen, Drafter, Now);

        Assert.Throws<StaleDecisionException>(() => agreement.PartnerReview.Invite(Registered, seen, Drafter, Now));
    }

    [Fact]
    public void Invite_AfterAReturn_NeedsNoNewChoiceAndOpensTheDraftOnlyThen()
    {
        var agreement = Returned();
        Assert.Equal([(Charity, "CHY")], Invited(agreement.Newest));
        Assert.False(agreement.Newest.IsSeenBy(Partner));

        agreement.PartnerReview.Invite(Registered, Seen.Of(agreement.Newest), Drafter, Now);

        Assert.True(agreement.Newest.IsSeenBy(Partner));
        Assert.Equal(["CHY"], Assert.IsType<PartnersInvited>(agreement.Events[^1]).Parties.Select(party => party.PartyId));
    }

    [Fact]
    public void Problems_NameWhatIsMissing()
    {
        var agreement = Given.Draft(
            AgreementDocument.Of(
                Document().Content with
                {
                    Parties =
                    [
                        new Party
                        {
                            Id = "KMC",
                            OrgId = "ONS-GSS:E08000034",
                            Name = "Kirklees Council",
                        },
                        new Party
                        {
                            Id = "CHY",
                            OrgId = "GB-CHC:9",
                            OperationalContact = "Office",
                        },
                        HubParty with
                        {
                            BreachContact = null,
                        },
                    ],
                }
            )
        );

        var problems = agreement.PartnerReview.Problems(WithHub);

        Assert.Equal(
            ["/parties/CHY/orgId", "/parties/KMC/operationalContact", "/parties/HUB/operationalContact"],
            problems.Select(problem => problem.Path)
        );
        Assert.Throws<DomainRuleException>(() => agreement.PartnerReview.Invite(WithHub, Seen.Of(agreement.Newest), Drafter, Now));
    }

    [Fact]
    public void Problems_NobodyBesideTheDrafter_IsSaid()
    {
        var agreement = Given.Draft(AgreementDocument.Of(Document().Content with { Parties = [Document().Content.Parties[0]] }));

        Assert.Equal(["/parties"], agreement.PartnerReview.Problems(Registered).Select(problem => problem.Path));
    }

    [Fact]
    public void Problems_OneOrganisationTwice_IsSaid()
    {
        var twins = new Dictionary<string, OrganisationId> { ["ONS-GSS:E08000034"] = Council, ["GB-CHC:0000000"] = Council };

        Assert.Contains(
            Given.Draft().PartnerReview.Problems(twins),
            problem => problem.Message.Contains("same organisation", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("dpo")]
    [InlineData("publicContact")]
    [InlineData("breachContact")]
    [InlineData("authorisedSignatory")]
    public void Problems_AnyContactWillDo(string contact)
    {
        var bare = HubParty with { BreachContact = null };
        var party = contact switch
        {
            "dpo" => bare with { Dpo = "Officer" },
            "publicContact" => bare with { PublicContact = "Help desk" },
            "breachContact" => HubParty,
            _ => bare with { AuthorisedSignatory = [new Signatory { Id = "S1", Contact = "Director" }] },
        };
        var agreement = Given.Draft(AgreementDocument.Of(Document().Content with { Parties = [.. Document().Content.Parties, party] }));

        Assert.Empty(agreement.PartnerReview.Problems(WithHub));
    }

    [Fact]
    public void AskForChange_ByAPartner_GoesBackToTheDrafterWithTheReason()
    {
        var agreement = InPartnerReview();

        agreement.PartnerReview.AskForChange("Door codes are missing.", Partner, Now);

        Assert.Equal(VersionStatus.Draft, agreement.Newest.Status);
        Assert.Equal(Verdict.Hidden, agreement.Consider(AgreementAction.View, Partner));
        Assert.Equal(Partner.As(Role.PartnerContributor, "Door codes are missing."), Assert.IsType<ChangeAsked>(agreement.Events[^1]).Act);
        Assert.Throws<DomainRuleException>(() => InPartnerReview().PartnerReview.AskForChange(" ", Partner, Now));
        Assert.Throws<DomainRuleException>(() => InPartnerReview().PartnerReview.AskForChange("Mine.", Drafter, Now));
    }

    [Fact]
    public void AskForChange_TakesBackWhatTheAskerAgreed()
    {
        var agreement = Agreed();

        agreement.PartnerReview.AskForChange("Not like this.", Partner, Now);

        Assert.False(agreement.Newest.IsAgreedBy(Charity));
        Assert.Contains("Invite the partners", Assert.Single(Problems(agreement)).Message, StringComparison.Ordinal);
        Assert.Throws<DomainRuleException>(() => agreement.Submit(Check(agreement, Moment.Submit, Now), Registered, Drafter, Now));
    }

    [Fact]
    public void Stop_ByTheDrafter_KeepsWhatWasAgreed()
    {
        var agreement = Agreed();

        agreement.PartnerReview.Stop(Drafter, Now);

        Assert.Equal(VersionStatus.Draft, agreement.Newest.Status);
        Assert.IsType<PartnerReviewStopped>(agreement.Events[^1]);
        Assert.Empty(Problems(agreement));
        Assert.Throws<DomainRuleException>(() => InPartnerReview().PartnerReview.Stop(Partner, Now));
    }

    [Fact]
    public void Agree_KeepsTheBytesAndMakesNobodyAnEditor()
    {
        var agreement = InPartnerReview();

        agreement.AgreeAs(Partner);

        var assent = Assert.Single(agreement.Newest.Assents);
        Assert.Equal(
            (Charity, Partner.Person, agreement.Newest.ContentHash, Now),
            (assent.Organisation, assent.Person, assent.ContentHash, assent.At)
        );
        Assert.Equal(agreement.Newest.Document.Bytes.ToArray(), assent.Content!.CanonicalContent.ToArray());
        Assert.False(agreement.Newest.IsEditor(Partner.Person));
        Assert.Equal(Partner.As(Role.PartnerContributor), Assert.IsType<ContentAgreed>(agreement.Events[^1]).Act);
    }

    [Fact]
    public void Agree_Twice_HappensOnce()
    {
        var agreement = Agreed();
        var changes = agreement.Changes;

        agreement.AgreeAs(Somebody(Charity, Role.IgLead));

        Assert.Single(agreement.Newest.Assents);
        Assert.Equal(changes, agreement.Changes);
    }

    [Fact]
    public void Agree_ForASecondOrganisation_IsRefusedToTheSamePerson()
    {
        var agreement = InPartnerReview();
        var both = new Actor(Partner.Person, Council, new HashSet<Role> { Role.IgOfficer });
        agreement.AgreeAs(Partner);

        Assert.Equal(Charity, agreement.Newest.AssentForAnother(both)?.Organisation);
        Assert.Null(agreement.Newest.AssentForAnother(Partner));
        Assert.Throws<DomainRuleException>(() => agreement.AgreeAs(both));

        // Submitting agrees too.
        var check = Check(agreement, Moment.Submit, Now);
        Assert.Contains("for two", Assert.Single(agreement.SubmissionProblems(check, Registered, both)).Message, StringComparison.Ordinal);
        Assert.Throws<DomainRuleException>(() => agreement.Submit(check, Registered, both, Now));

        // It is about this very content: on another one the same person may speak for the other organisation.
        Change(agreement, content => content with { Title = "Another" });
        agreement.AgreeAs(both);
        Assert.Throws<DomainRuleException>(() => agreement.AgreeAs(Partner));
    }

    [Fact]
    public void Agree_ForASecondOrganisation_CountsOnceTheFirstWordIsTakenBack()
    {
        var agreement = InPartnerReview();
        var both = new Actor(Partner.Person, Council, new HashSet<Role> { Role.IgOfficer });
        agreement.AgreeAs(Partner);
        agreement.PartnerReview.AskForChange("The period is too long.", Partner, Now);
        agreement.PartnerReview.Invite(Registered, Seen.Of(agreement.Newest), Drafter, Now);

        agreement.AgreeAs(both);

        Assert.True(agreement.Newest.IsAgreedBy(Council));
    }

    [Fact]
    public void Agree_OnAnotherContent_IsStale()
    {
        var agreement = InPartnerReview();
        var seen = Seen.Of(agreement.Newest);
        Change(agreement, content => content with { Title = "Another" });

        Assert.Throws<StaleDecisionException>(() => agreement.PartnerReview.Agree(seen, Partner, Now));
    }

    [Fact]
    public void Agree_ByTwo_KeepsTheBytesOnce()
    {
        var agreement = Agreed();

        agreement.AgreeAs(Drafter);

        Assert.Single(agreement.Newest.Assents, assent => assent.Content is not null);
    }

    [Fact]
    public void Submit_NeedsEveryPartnersWordOnThisVeryContent()
    {
        var agreement = InPartnerReview();
        Assert.Equal(["/parties/CHY"], Problems(agreement).Select(problem => problem.Path));
        Assert.Contains("Homefield Support has not agreed the content yet", Problems(agreement)[0].Message, StringComparison.Ordinal);

        agreement.AgreeAs(Partner);
        Assert.Empty(Problems(agreement));

        Change(agreement, content => content with { Title = "Another" });
        Assert.Contains("agreed an earlier content", Assert.Single(Problems(agreement)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Submit_OfADraftNobodyWasInvitedTo_SaysWhatToDo() =>
        Assert.Contains("Invite the partners", Assert.Single(Problems(Given.Draft())).Message, StringComparison.Ordinal);

    [Fact]
    public void Submit_PartyThatIsNotRegistered_CannotAgree()
    {
        var agreement = Given.Draft(AgreementDocument.Of(Document().Content with { Parties = [.. Document().Content.Parties, HubParty] }));

        Assert.Contains(
            Problems(agreement),
            problem =>
                problem is { Path: "/parties/HUB/orgId" }
                && problem.Message.EndsWith("nobody there could agree the content.", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Submit_RecordsThatTheDrafterAgrees()
    {
        var agreement = InApproval();

        Assert.True(agreement.Newest.IsAgreedBy(Council));
        Assert.DoesNotContain(agreement.Events, e => e is ContentAgreed agreed && agreed.Act.Organisation == Council);
    }

    [Fact]
    public void Assent_IsLeftBehindByTheFirstChangeAndBroughtBackByTheSameContent()
    {
        var agreement = Agreed();
        var document = agreement.Newest.Document;
        var colleague = Somebody(Council, Role.IgOfficer);

        Change(agreement, content => content with { Title = "Another" }, colleague, Now.AddHours(1));
        Change(agreement, content => content with { Title = "A third" }, Drafter, Now.AddHours(2));
        var assent = agreement.Newest.AssentOf(Charity)!;
        Assert.Equal(
            (colleague.Person, Council, Now.AddHours(1)),
            (assent.ChangedBy!.Value, assent.ChangedFor!.Value, assent.ChangedAt!.Value)
        );
        Assert.False(agreement.Newest.IsAgreedBy(Charity));

        Change(agreement, _ => document.Content);
        Assert.True(agreement.Newest.IsAgreedBy(Charity));
        Assert.Null(assent.ChangedBy);

        Change(agreement, content => content with { Title = "A fourth" }, Drafter, Now.AddHours(3));
        Assert.Equal((Drafter.Person, Now.AddHours(3)), (assent.ChangedBy!.Value, assent.ChangedAt!.Value));
    }

    [Fact]
    public void Assent_OnAnEarlierContent_CountsAgainThoughALaterOneWasAgreedToo()
    {
        var agreement = Agreed();
        var first = agreement.Newest.Document.Content;
        Change(agreement, content => content with { Title = "Another" });
        agreement.AgreeAs(Partner, Now.AddHours(1));

        Change(agreement, _ => first);

        Assert.True(agreement.Newest.IsAgreedBy(Charity));
        Assert.Equal(Now, agreement.Newest.AssentOf(Charity)!.At);
    }

    [Fact]
    public void Assent_GoesOnWithTheNextVersionUntilThatIsChanged()
    {
        var agreement = Returned();
        Assert.Empty(Problems(agreement));

        Change(agreement, content => content with { Title = "Another" });

        Assert.Contains("agreed an earlier content", Assert.Single(Problems(agreement)).Message, StringComparison.Ordinal);
        Assert.Equal(Drafter.Person, agreement.Newest.AssentOf(Charity)!.ChangedBy);
        Assert.True(agreement.Version(1)!.IsAgreedBy(Charity));
    }

    [Fact]
    public void Standings_TellHowFarEverybodyIs()
    {
        var agreement = Agreed();
        Change(agreement, content => content with { Parties = [.. content.Parties, HubParty] });

        var standings = agreement.PartnerReview.Standings(Registered);

        Assert.Equal(
            [("KMC", true, false, false), ("CHY", false, true, false), ("HUB", false, false, false)],
            standings.Select(standing => (standing.Party.Id, standing.Drafts, standing.Reads, standing.Agrees))
        );
        Assert.Equal([Council, Charity, null], standings.Select(standing => standing.Organisation));
    }

    private static Dictionary<string, OrganisationId> WithHub => new(Registered) { [Hub] = HubOrganisation };

    private static Party HubParty =>
        new()
        {
            Id = "HUB",
            OrgId = Hub,
            Name = "Hub",
            Roles = [PartyRole.Processor],
            BreachContact = new BreachContact { Email = "breach@hub.example" },
        };

    private static Agreement Returned()
    {
        var agreement = InApproval();
        agreement.Decide(
            CouncilReview,
            new Ruling.Return("Door codes", [Section.DatasetsAndFields]),
            Seen.Of(agreement.Newest),
            HolderOf(agreement.Stage(CouncilReview)),
            Now
        );
        return agreement;
    }

    private static void Change(
        Agreement agreement,
        Func<AgreementContent, AgreementContent> change,
        Actor? by = null,
        DateTimeOffset? now = null
    ) => agreement.ChangeTo(AgreementDocument.Of(change(agreement.Newest.Document.Content)), by ?? Drafter, now ?? Now);

    private static IReadOnlyList<SubmissionProblem> Problems(Agreement agreement) =>
        [
            .. agreement
                .SubmissionProblems(Check(agreement, Moment.Submit, Now), Registered, Drafter)
                .Where(problem => problem.RuleId is null),
        ];

    private static IEnumerable<(OrganisationId, string?)> Invited(AgreementVersion version) =>
        version.Access.Where(access => access.Relation is Relation.InvitedParty).Select(access => (access.Organisation, access.PartyId));
}
