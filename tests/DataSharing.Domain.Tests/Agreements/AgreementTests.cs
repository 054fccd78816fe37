using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Approval;
using DataSharing.Domain.Content;
using DataSharing.Domain.Rules;
using static DataSharing.Domain.Tests.Agreements.Given;

namespace DataSharing.Domain.Tests.Agreements;

public class AgreementTests
{
    private static readonly DateTimeOffset StartDay = new(2026, 9, 30, 23, 0, 0, TimeSpan.Zero); // 00:00 of 1 October in London

    [Fact]
    public void Draft_ByAnOfficer_IsVersionOneOfTheirOrganisation()
    {
        var agreement = Given.Draft();

        Assert.Equal("DSA-2026-00042", agreement.Reference.Value);
        Assert.Equal(
            ("1.0", VersionStatus.Draft, Council),
            (agreement.Newest.Label.ToString(), agreement.Newest.Status, agreement.DraftingOrganisation)
        );
        var drafted = Assert.IsType<AgreementDrafted>(Assert.Single(agreement.Events));
        Assert.Equal(Drafter.As(Role.IgOfficer), drafted.Act);
        Assert.Equal(["DARS-1"], drafted.ExternalReferences);
    }

    [Fact]
    public void Draft_ByAnotherRole_IsRefused() =>
        Assert.Throws<DomainRuleException>(() =>
            Agreement.Draft(AgreementReference.Of(2026, 1), Document(), [], Somebody(Council, Role.Siro), Now)
        );

    [Fact]
    public void ReplaceContent_OfADraft_TakesTheNewBytesAndRecordsTheEditor()
    {
        var agreement = Given.Draft();
        var colleague = Somebody(Council, Role.IgOfficer);
        var before = agreement.Newest.ContentHash;

        agreement.ReplaceContent(Document("Better"), Seen.Of(agreement.Newest), colleague, Now);

        Assert.Equal(
            (2, "Better", Document("Better").Hash),
            (agreement.Newest.Revision, agreement.Newest.Title, agreement.Newest.ContentHash)
        );
        Assert.Equal(Document("Better").Bytes.ToArray(), agreement.Newest.Document.Bytes.ToArray());
        Assert.True(agreement.Newest.IsEditor(colleague.Person));
        Assert.Equal(before, Assert.IsType<ContentReplaced>(agreement.Events[^1]).Before);
    }

    [Fact]
    public void ReplaceContent_SeenBeforeAnotherChange_IsStale()
    {
        var agreement = Given.Draft();
        var seen = Seen.Of(agreement.Newest);
        agreement.ReplaceContent(Document("Mine"), seen, Drafter, Now);

        Assert.Throws<StaleDecisionException>(() => agreement.ReplaceContent(Document("Yours"), seen, Drafter, Now));
        Assert.Equal("Mine", agreement.Newest.Title);
    }

    [Fact]
    public void ReplaceContent_AfterSubmission_IsRefused()
    {
        var agreement = InApproval();

        Assert.Throws<DomainRuleException>(() => agreement.ReplaceContent(Document("Other"), Seen.Of(agreement.Newest), Drafter, Now));
    }

    [Fact]
    public void Submit_WithNothingInTheWay_FreezesAndStartsTheFirstGroup()
    {
        var agreement = Agreed();
        agreement.JustifyWarning("DSA-061", "Needs cannot be coded.", Drafter, Now);

        agreement.Submit(Check(agreement, Moment.Submit, Now, Finding("DSA-061", Severity.Warning)), Registered, Drafter, Now);

        var version = agreement.Newest;
        Assert.Equal((VersionStatus.InApproval, Now, RiskTier.High), (version.Status, version.FrozenAt, version.RiskTier));
        Assert.Equal(["DSA-061"], version.Findings.Select(finding => finding.RuleId));
        Assert.Equal([CouncilReview, CharityReview], OpenStages(agreement));
        Assert.Equal(new DateOnly(2026, 9, 15), agreement.Stage(CouncilReview).DueOn); // ten working days after Tuesday 1 September
        var submitted = agreement.Events.OfType<VersionSubmitted>().Single();
        Assert.Equal(Stages, submitted.Route);
        Assert.Equal("Needs cannot be coded.", submitted.Justifications["DSA-061"]);
        Assert.IsType<StagesOpened>(agreement.Events[^1]);
    }

    [Fact]
    public void Submit_WithAWarningJustifiedForAnotherContent_IsRefused()
    {
        var agreement = Given.Draft();
        agreement.JustifyWarning("DSA-061", "Needs cannot be coded.", Drafter, Now);
        agreement.ReplaceContent(Document("One more free text"), Seen.Of(agreement.Newest), Drafter, Now);

        var problems = agreement.SubmissionProblems(
            Check(agreement, Moment.Submit, Now, Finding("DSA-061", Severity.Warning)),
            Registered,
            Drafter
        );

        Assert.Contains(problems, problem => problem.RuleId == "DSA-061");
        Assert.Null(agreement.Newest.JustificationOf("DSA-061"));
    }

    [Fact]
    public void Submit_WithAProblem_IsRefusedAndChangesNothing()
    {
        var agreement = Agreed();

        Assert.Throws<DomainRuleException>(() =>
            agreement.Submit(Check(agreement, Moment.Submit, Now, Finding("DSA-047", Severity.Error)), Registered, Drafter, Now)
        );

        Assert.Equal(VersionStatus.InPartnerReview, agreement.Newest.Status);
        Assert.Empty(agreement.Newest.Stages);
    }

    [Fact]
    public void Submit_CheckedBeforeAChange_IsStale()
    {
        var agreement = Given.Draft();
        var check = Check(agreement, Moment.Submit, Now);
        agreement.ReplaceContent(Document("Other"), Seen.Of(agreement.Newest), Drafter, Now);

        Assert.Throws<StaleDecisionException>(() => agreement.Submit(check, Registered, Drafter, Now));
    }

    [Fact]
    public void Submit_CheckedAtAnotherMomentOrDay_IsRefused()
    {
        var agreement = Agreed();

        Assert.Throws<DomainRuleException>(() => agreement.Submit(Check(agreement, Moment.Save, Now), Registered, Drafter, Now));
        Assert.Throws<DomainRuleException>(() =>
            agreement.Submit(Check(agreement, Moment.Submit, Now.AddDays(-1)), Registered, Drafter, Now)
        );
    }

    [Fact]
    public void SubmissionProblems_NameWhatIsMissing()
    {
        var agreement = Given.Draft();
        var check = Check(
            agreement,
            Moment.Submit,
            Now,
            Finding("DSA-047", Severity.Error),
            Finding("DSA-061", Severity.Warning),
            Finding("DSA-105", Severity.Info)
        );

        var problems = agreement.SubmissionProblems(
            check,
            new Dictionary<string, OrganisationId> { ["GB-CHC:0000000"] = Charity },
            Drafter
        );

        Assert.Equal(
            [("DSA-047", "/title"), ("DSA-061", "/title"), (null, "/parties/KMC/orgId"), (null, "/parties"), (null, "/parties/CHY")],
            problems.Select(problem => (problem.RuleId, problem.Path))
        );
    }

    [Fact]
    public void SubmissionProblems_OneOrganisationTwice_IsNamed()
    {
        var agreement = Given.Draft();
        var twins = new Dictionary<string, OrganisationId> { ["ONS-GSS:E08000034"] = Council, ["GB-CHC:0000000"] = Council };

        Assert.Contains(
            "same organisation",
            Assert.Single(agreement.SubmissionProblems(Check(agreement, Moment.Submit, Now), twins, Drafter)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Decide_LastOfAGroup_OpensTheNext()
    {
        var agreement = InApproval();

        agreement.Pass(CouncilReview);
        Assert.Equal([CharityReview], OpenStages(agreement));

        agreement.Pass(CharityReview);
        Assert.Equal([Advice], OpenStages(agreement));
    }

    [Fact]
    public void Decide_LastOfAll_AsksForSignatures()
    {
        var agreement = AwaitingSignatures();

        Assert.Equal((VersionStatus.AwaitingSignatures, Now.UkDay()), (agreement.Newest.Status, agreement.Newest.FinalApprovalDate));
        Assert.Equal([CouncilSigns, CharitySigns], OpenStages(agreement));
        Assert.Equal(new DateOnly(2026, 9, 29), agreement.Stage(CouncilSigns).DueOn);
        Assert.Contains(agreement.Events, e => e is AllStagesFinished { FinalApprovalDate.Day: 1 });
    }

    [Fact]
    public void Decide_TellsWhoInWhichRoleOnWhichContent()
    {
        var agreement = InApprovalBefore(Advice);
        var officer = HolderOf(agreement.Stage(Advice));

        agreement.Decide(Advice, new Ruling.Advise(Opinion.Disagree, "Too much data."), Seen.Of(agreement.Newest), officer, Now);

        var decided = agreement.Events.OfType<StageDecided>().Last();
        Assert.Equal(
            (DecisionOutcome.AdvisedAgainst, "Too much data.", officer.As(Role.DataProtectionOfficer)),
            (decided.Outcome, decided.Text, decided.Act)
        );
        Assert.Equal((1, agreement.Newest.ContentHash), (decided.Version, decided.Hash));
        Assert.Equal(agreement.Newest.ContentHash, agreement.Stage(Advice).Decision!.ContentHash);
    }

    [Fact]
    public void Decide_OnAnotherContent_IsStale()
    {
        var agreement = InApproval();

        Assert.Throws<StaleDecisionException>(() =>
            agreement.Decide(
                CouncilReview,
                new Ruling.PassGate(null),
                new Seen(1, Document("Other").Hash),
                HolderOf(agreement.Stage(CouncilReview)),
                Now
            )
        );
    }

    [Fact]
    public void Decide_AStageDecidedMeanwhile_IsStale()
    {
        var agreement = InApproval();
        agreement.Pass(CouncilReview);

        Assert.Throws<StaleDecisionException>(() => agreement.Pass(CouncilReview));
    }

    [Fact]
    public void Decide_AVersionReturnedMeanwhile_IsStale()
    {
        var agreement = InApproval();
        var seen = Seen.Of(agreement.Newest);
        var late = HolderOf(agreement.Stage(CharityReview));
        agreement.Decide(
            CouncilReview,
            new Ruling.Return("Door codes", [Section.DatasetsAndFields]),
            seen,
            HolderOf(agreement.Stage(CouncilReview)),
            Now
        );

        Assert.Throws<StaleDecisionException>(() => agreement.Decide(CharityReview, new Ruling.PassGate(null), seen, late, Now));
    }

    [Fact]
    public void Decide_AStageThatIsNotOpenYet_IsRefused()
    {
        var agreement = InApproval();

        Assert.Throws<DomainRuleException>(() => agreement.Pass(CouncilOwner));
    }

    [Fact]
    public void Decide_WithWordsOfAnotherMode_IsRefused()
    {
        var agreement = InApprovalBefore(Advice);
        var officer = HolderOf(agreement.Stage(Advice));

        Assert.Throws<DomainRuleException>(() => agreement.Decide(Advice, new Ruling.Approve(), Seen.Of(agreement.Newest), officer, Now));
        Assert.Throws<DomainRuleException>(() =>
            agreement.Decide(Advice, new Ruling.Return("No", [Section.Basics]), Seen.Of(agreement.Newest), officer, Now)
        );
    }

    [Theory]
    [MemberData(nameof(IncompleteRulings))]
    public void Decide_WithoutTheNeededWords_IsRefused(int stageNumber, Ruling ruling)
    {
        var agreement = InApprovalBefore(stageNumber);

        Assert.Throws<DomainRuleException>(() =>
            agreement.Decide(stageNumber, ruling, Seen.Of(agreement.Newest), HolderOf(agreement.Stage(stageNumber)), Now)
        );
        Assert.Null(agreement.Stage(stageNumber).Decision);
    }

    public static TheoryData<int, Ruling> IncompleteRulings() =>
        new()
        {
            { Advice, new Ruling.Advise(Opinion.Agree, " ") },
            { CouncilOwner, new Ruling.ApproveOnConditions([]) },
            { CouncilOwner, new Ruling.ApproveOnConditions(["Train two people", ""]) },
            { CouncilOwner, new Ruling.Return("Door codes", []) },
            { CouncilOwner, new Ruling.Return("", [Section.Basics]) },
            { CouncilOwner, new Ruling.Reject(RejectionReason.NotNecessary, "") },
            { CouncilOwner, new Ruling.Approve(new string('x', Ruling.TextMaxLength + 1)) },
        };

    [Fact]
    public void Decide_BeforeTheOfficersAdvice_IsRefusedWhateverTheOrderOfGroups()
    {
        var agreement = InApproval(null, Stages[6] with { Group = 1 }, Stages[2] with { Group = 1 }, Stages[7], Stages[8]);

        Assert.Contains("advised", Assert.Throws<DomainRuleException>(() => agreement.Pass(1)).Message, StringComparison.Ordinal);

        agreement.Pass(2);
        agreement.Pass(1);
        Assert.Equal(VersionStatus.AwaitingSignatures, agreement.Newest.Status);
    }

    [Fact]
    public void Decide_AVoluntaryStage_HoldsNothingUp()
    {
        var agreement = InApproval(
            null,
            Stages[2] with
            {
                Mandatory = false,
                Group = 1,
            },
            Stages[0] with
            {
                Group = 2,
            },
            Stages[7],
            Stages[8]
        );
        Assert.Equal([1, 2], OpenStages(agreement));

        agreement.Pass(2);

        Assert.Equal(VersionStatus.AwaitingSignatures, agreement.Newest.Status);
        Assert.Equal(StageStatus.Closed, agreement.Stage(1).Status);
    }

    [Fact]
    public void Return_OpensTheNextVersionAsADraftWithTheSameContent()
    {
        var agreement = InApprovalBefore(Advice);
        agreement.Pass(Advice);
        var before = agreement.Newest;

        agreement.Decide(
            DpiaApproval,
            new Ruling.Return("Door codes", [Section.DatasetsAndFields]),
            Seen.Of(before),
            HolderOf(agreement.Stage(DpiaApproval)),
            Now
        );

        Assert.Equal(VersionStatus.ChangesRequested, before.Status);
        Assert.Equal(StageStatus.Closed, before.Stages.Single(stage => stage.Number == RiskOwner).Status);
        Assert.Equal(
            (2, "1.1", VersionStatus.Draft),
            (agreement.Newest.Ordinal, agreement.Newest.Label.ToString(), agreement.Newest.Status)
        );
        Assert.Equal((before.ContentHash, false), (agreement.Newest.ContentHash, agreement.Newest.IsFrozen));
        Assert.True(agreement.Newest.IsEditor(Drafter.Person));
        var returned = Assert.IsType<VersionReturned>(agreement.Events[^1]);
        Assert.Equal(("Door codes", "1.1"), (returned.Act.Reason, returned.Next.ToString()));
    }

    [Fact]
    public void Reject_ByAController_EndsTheVersion()
    {
        var agreement = InApprovalBefore(CouncilOwner);

        agreement.Decide(
            CouncilOwner,
            new Ruling.Reject(RejectionReason.NotNecessary, "Ask the GP."),
            Seen.Of(agreement.Newest),
            HolderOf(agreement.Stage(CouncilOwner)),
            Now
        );

        Assert.Equal(VersionStatus.Rejected, agreement.Newest.Status);
        Assert.Empty(OpenStages(agreement));
        Assert.Equal("Ask the GP.", Assert.IsType<VersionRejected>(agreement.Events[^1]).Act.Reason);
    }

    [Fact]
    public void Conditions_HoldTheVersionUntilTheDrafterTakesThemOn()
    {
        var agreement = InApprovalBefore(RiskOwner);
        agreement.Decide(
            RiskOwner,
            new Ruling.ApproveOnConditions(["Audit 20 disclosures"]),
            Seen.Of(agreement.Newest),
            HolderOf(agreement.Stage(RiskOwner)),
            Now
        );
        Assert.Equal(VersionStatus.InApproval, agreement.Newest.Status);

        agreement.AcceptConditions(RiskOwner, Seen.Of(agreement.Newest), Drafter, Now);

        Assert.Equal(VersionStatus.AwaitingSignatures, agreement.Newest.Status);
        Assert.Equal(["Audit 20 disclosures"], agreement.Events.OfType<ConditionsAccepted>().Single().Conditions);
    }

    [Fact]
    public void TakeBack_InsteadOfAcceptingAConditionOpensTheNextDraft()
    {
        var agreement = InApprovalBefore(RiskOwner);
        Assert.Equal(Verdict.NotNow, agreement.Consider(AgreementAction.TakeBack, Drafter));
        agreement.Decide(
            RiskOwner,
            new Ruling.ApproveOnConditions(["Audit 20 disclosures"]),
            Seen.Of(agreement.Newest),
            HolderOf(agreement.Stage(RiskOwner)),
            Now
        );

        agreement.TakeBack("We cannot audit that many.", Drafter, Now);

        Assert.Equal(("1.1", VersionStatus.Draft), (agreement.Newest.Label.ToString(), agreement.Newest.Status));
    }

    [Fact]
    public void Withdraw_BeforeItIsActive_EndsItWithAReason()
    {
        var agreement = Approved();

        agreement.Withdraw("The project ended.", Drafter, Now);

        Assert.Equal(VersionStatus.Withdrawn, agreement.Newest.Status);
        Assert.Equal(Now, agreement.Newest.SignaturesVoidSince);
        Assert.Throws<DomainRuleException>(() => agreement.Withdraw("Again.", Drafter, Now));
    }

    [Fact]
    public void Sign_ByEveryController_ApprovesTheVersion()
    {
        var agreement = AwaitingSignatures();

        agreement.SignAs(HolderOf(agreement.Stage(CouncilSigns)), CouncilSigns);
        Assert.Equal(VersionStatus.AwaitingSignatures, agreement.Newest.Status);

        agreement.SignAs(HolderOf(agreement.Stage(CharitySigns)), CharitySigns);
        Assert.Equal(VersionStatus.Approved, agreement.Newest.Status);
        Assert.All(agreement.Newest.Signatures, signature => Assert.Equal(agreement.Newest.ContentHash, signature.ContentHash));
        Assert.Equal(Act.OfThePortal, Assert.IsType<VersionApproved>(agreement.Events[^1]).Act);
    }

    [Fact]
    public void Sign_WithANewError_IsRefused()
    {
        var agreement = AwaitingSignatures();
        var check = Check(agreement, Moment.Signature, Now, Finding("DSA-071", Severity.Error));

        Assert.Throws<DomainRuleException>(() =>
            agreement.Sign(CouncilSigns, "Director", check, Seen.Of(agreement.Newest), HolderOf(agreement.Stage(CouncilSigns)), Now)
        );
    }

    [Fact]
    public void Sign_MoreThanNinetyDaysAfterTheFirst_IsRefusedAndLapses()
    {
        var agreement = AwaitingSignatures();
        agreement.SignAs(HolderOf(agreement.Stage(CouncilSigns)), CouncilSigns);
        var late = Now.AddDays(90).AddSeconds(1);

        Assert.Throws<DomainRuleException>(() => agreement.SignAs(HolderOf(agreement.Stage(CharitySigns)), CharitySigns, late));

        agreement.LapseSigning(Check(agreement, Moment.Signature, Now.AddDays(90)), Act.OfThePortal, Now.AddDays(90));
        Assert.Equal(VersionStatus.AwaitingSignatures, agreement.Newest.Status);
        agreement.LapseSigning(Check(agreement, Moment.Signature, late), Act.OfThePortal, late);
        Assert.Equal("1.1", agreement.Newest.Label.ToString());
        Assert.Equal(late, agreement.Version(1)!.SignaturesVoidSince);
    }

    [Fact]
    public void Decline_ByASignatory_VoidsSignaturesAndGoesBack()
    {
        var agreement = AwaitingSignatures();
        agreement.SignAs(HolderOf(agreement.Stage(CouncilSigns)), CouncilSigns);

        agreement.Decline(CharitySigns, "The board refuses.", Seen.Of(agreement.Newest), HolderOf(agreement.Stage(CharitySigns)), Now);

        Assert.Equal((VersionStatus.ChangesRequested, Now), (agreement.Version(1)!.Status, agreement.Version(1)!.SignaturesVoidSince));
        Assert.Equal("1.1", agreement.Newest.Label.ToString());
    }

    [Fact]
    public void Reopen_ByAControllersAssetOwner_VoidsSignatures()
    {
        var agreement = Approved();

        agreement.Reopen("The law changed.", Somebody(Charity, Role.InformationAssetOwner), Now);

        Assert.Equal(Now, agreement.Version(1)!.SignaturesVoidSince);
        Assert.Equal(VersionStatus.Draft, agreement.Newest.Status);
    }

    [Fact]
    public void ActivateDue_AtMidnightInLondon_NotBefore()
    {
        var agreement = Approved();
        var before = StartDay.AddSeconds(-1);

        agreement.ActivateDue(Check(agreement, Moment.InForce, before), Act.OfThePortal, before);
        Assert.Equal(VersionStatus.Approved, agreement.Newest.Status);

        agreement.ActivateDue(Check(agreement, Moment.InForce, StartDay), Act.OfThePortal, StartDay);
        Assert.Equal((VersionStatus.Active, new DateOnly(2027, 9, 30)), (agreement.Newest.Status, agreement.Newest.NextReviewDate));
    }

    [Fact]
    public void ActivateDue_WhereARuleFails_HoldsAndSaysSoOnceADay()
    {
        var agreement = Approved();
        void Try(DateTimeOffset at) =>
            agreement.ActivateDue(Check(agreement, Moment.InForce, at, Finding("DSA-101", Severity.Error)), Act.OfThePortal, at);

        Try(StartDay);
        Try(StartDay.AddHours(5));
        Assert.Single(agreement.Events.OfType<ActivationHeld>());
        Assert.Equal(VersionStatus.Approved, agreement.Newest.Status);

        Try(StartDay.AddDays(1));
        Assert.Equal(2, agreement.Events.OfType<ActivationHeld>().Count());

        Try(new DateOnly(2026, 12, 30).StartsAt());
        Assert.Equal("1.1", agreement.Newest.Label.ToString());
        Assert.IsType<VersionReopened>(agreement.Events[^1]);
    }

    [Fact]
    public void Circumstances_KnowWhatTheStagesSettled()
    {
        var agreement = InApprovalBefore(CouncilOwner, Document(register: RegisterDecision.Withhold));
        Assert.Equal(["DPIA1"], agreement.Newest.Circumstances(Moment.Signature, Now).DpiasApprovedByStage);
        Assert.Null(agreement.Newest.WithholdingApprovedBy);

        agreement.Pass(CouncilOwner);
        agreement.Pass(CharityOwner);
        var owner = HolderOf(agreement.Stage(RiskOwner));
        agreement.Pass(RiskOwner, owner);

        Assert.Equal(owner.Person, agreement.Newest.WithholdingApprovedBy);
        Assert.Equal(Now.UkDay(), agreement.Newest.Circumstances(Moment.Signature, Now).FinalApprovalDate);
    }

    [Fact]
    public void Every_change_is_counted_so_that_a_concurrent_one_is_noticed()
    {
        var agreement = InApproval();
        var before = agreement.Changes;

        agreement.Pass(CouncilReview);

        Assert.True(agreement.Changes > before);
    }

    private static IEnumerable<int> OpenStages(Agreement agreement) =>
        agreement.Newest.Stages.Where(stage => stage.Status is StageStatus.Open).Select(stage => stage.Number);
}
