using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Approval;
using DataSharing.Domain.Content;
using DataSharing.Domain.Rules;
using static DataSharing.Domain.Tests.Agreements.Given;

namespace DataSharing.Domain.Tests.Agreements;

/// <summary>T08: what a version that follows a returned one need not have decided again.</summary>
public class CarryOverTests
{
    // Which kinds of stage a change of a member of the content has decided again. A member that is not here stands in nobody's way.
    private const string AskedAgain = """
        parties                all
        purposes               all
        datasets               all
        legalLines             all
        flows                  all
        retention              all
        onward                 all
        permittedRecipients    all
        conditionalRecipients  all
        prohibitedRecipients   all
        dpia                   DpoAdvice DpiaApproval Siro
        dpiaScreening          DpoAdvice DpiaApproval
        adm                    DpoAdvice DpiaApproval ToolOwner
        atrsRef                ToolOwner
        security               InformationSecurity
        staffInstructions      InformationSecurity
        risks                  DpoAdvice DpiaApproval Siro
        register               Siro RegisterDraft
        emergency              Siro
        ethics                 RecGate
        dea                    RapGate ReviewBoardGate
        """;

    public static TheoryData<string> Members => new(ContentShape.Root.Members.Select(member => member.Name));

    [Theory]
    [MemberData(nameof(Members))]
    public void WhatCarriesOver_AfterAChangeOfAMember_IsAllThatItDoesNotConcern(string member)
    {
        var kinds = Enum.GetValues<StageKind>().Except([StageKind.Signature]).ToArray();
        var expected =
            AskedAgain
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(row => row.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .FirstOrDefault(row => row[0] == member)
                ?[1..]
            ?? [];
        var agreement = InApproval(null, [.. kinds.Select(OfKind), Stages[7], Stages[8]]);
        agreement.Newest.Stages.Where(stage => stage.Mode is not StageMode.Sign).ToList().ForEach(stage => agreement.Pass(stage.Number));
        DeclineBy(agreement, agreement.Newest.Stages[^1].Number);
        var content = AgreementJson.ToNode(agreement.Newest.Document.Content);
        content[member] = AgreementJson.ToNode(FullContent.Create())[member]!.DeepClone();
        Replace(agreement, AgreementJson.Read(content));

        var carryOver = agreement.WhatCarriesOver(Check(agreement) with { Route = RouteOf(agreement.Version(1)!) }, Registered, Drafter)!;

        Assert.Equal(
            expected is ["all"] ? kinds.Select(kind => kind.ToString()) : expected.Order(),
            expected is ["all"] ? Asked(carryOver) : Asked(carryOver).Order()
        );
        Assert.Equal(expected is ["all"] ? [member] : [], carryOver.Material);
    }

    [Fact]
    public void Submit_AfterAnImmaterialChange_AsksOnlyWhoReturnedItAndWhoHadNotDecided()
    {
        var agreement = ReturnedBy(CouncilOwner);
        var before = agreement.Version(1)!;
        Replace(agreement, Content(agreement) with { Variation = "In writing." });

        Submit(agreement);

        Assert.Equal([CouncilReview, CharityReview, Advice, DpiaApproval], Carried(agreement));
        Assert.Equal([CouncilOwner, CharityOwner], Open(agreement));
        var stage = agreement.Stage(DpiaApproval);
        var decision = before.Stages.Single(s => s.Number == DpiaApproval).Decision!;
        Assert.Null(stage.Decision);
        Assert.Equal(
            (decision, before.Id, DpiaApproval, before.ContentHash),
            (stage.Standing, stage.CarriedVersionId, stage.CarriedStageNumber, stage.CarriedContentHash)
        );
        Assert.NotEqual(before.ContentHash, agreement.Newest.ContentHash);
        Assert.Equal((StageStatus.Decided, null, null), (stage.Status, stage.OpenedAt, stage.DueOn));

        agreement.Pass(CouncilOwner);
        agreement.Pass(CharityOwner);
        Assert.Equal([RiskOwner], Open(agreement));
        agreement.Pass(RiskOwner);
        Assert.Equal((VersionStatus.AwaitingSignatures, "1.1"), (agreement.Newest.Status, agreement.Newest.Label.ToString()));
        Assert.Equal([CouncilSigns, CharitySigns], Open(agreement));
    }

    [Fact]
    public void Submit_AfterAMaterialChange_StartsAfreshAndTellsWhy()
    {
        var agreement = ReturnedBy(CouncilOwner);
        Replace(
            agreement,
            Content(agreement) with
            {
                Retention =
                [
                    new Retention
                    {
                        Id = "R1",
                        Party = "KMC",
                        Period = "P3Y",
                    },
                ],
                Onward = new OnwardSharing { Policy = OnwardPolicy.Prohibited },
            }
        );

        Submit(agreement);

        Assert.Empty(Carried(agreement));
        Assert.Equal([CouncilReview, CharityReview], Open(agreement));
        var told = agreement.Events.OfType<VersionSubmitted>().Last().CarryOver!;
        Assert.Equal(("1.0", 0), (told.Follows.ToString(), told.Carried.Count));
        Assert.Equal(["retention", "onward"], told.Material);
    }

    [Fact]
    public void Submit_TellsOnWhichDecisionsItRests()
    {
        var agreement = ReturnedBy(DpiaApproval);

        Submit(agreement);

        var first = agreement.Version(1)!;
        Assert.Null(agreement.Events.OfType<VersionSubmitted>().First().CarryOver);
        var told = agreement.Events.OfType<VersionSubmitted>().Last().CarryOver!;
        Assert.Empty(told.Material);
        Assert.Equal(
            new[] { CouncilReview, CharityReview, Advice }
                .Select(number => first.Stages.Single(s => s.Number == number).Decision!)
                .Select(d => (1, "1.0", d.StageNumber, d.ContentHash, d.Outcome, d.Person)),
            told.Carried.Select(c => (c.Version, c.Label.ToString(), c.StageNumber, c.Hash, c.Outcome, c.Person))
        );
    }

    [Fact]
    public void Submit_AfterASecondReturn_NamesTheOriginalDecision()
    {
        var agreement = ReturnedBy(CouncilOwner);
        Submit(agreement);
        agreement.Pass(CharityOwner);
        ReturnBy(agreement, CouncilOwner);

        Submit(agreement);

        Assert.Equal([CouncilReview, CharityReview, Advice, DpiaApproval, CharityOwner], Carried(agreement));
        Assert.Equal(
            [1, 1, 1, 1, 2],
            agreement
                .Newest.Stages.Where(s => s.CarriedDecision is not null)
                .Select(s => agreement.Versions.Single(v => v.Id == s.CarriedVersionId).Ordinal)
        );
    }

    [Fact]
    public void Submit_AfterConditionsWereAccepted_CarriesThemOver_AndAfterATakingBackAsksAgain()
    {
        var accepted = InApprovalBefore(CouncilOwner);
        OnConditions(accepted, CouncilOwner);
        accepted.AcceptConditions(CouncilOwner, Seen.Of(accepted.Newest), Drafter, Now);
        ReturnBy(accepted, CharityOwner);
        Submit(accepted);

        Assert.Contains(CouncilOwner, Carried(accepted));
        Assert.Equal(["Audit 20 disclosures"], accepted.Stage(CouncilOwner).Standing!.Conditions);
        Assert.False(accepted.Newest.HasOpenConditions);

        var takenBack = InApprovalBefore(CouncilOwner);
        OnConditions(takenBack, CouncilOwner);
        takenBack.Pass(CharityOwner);
        takenBack.TakeBack("We cannot audit that many.", Drafter, Now);
        Submit(takenBack);

        Assert.Equal([CouncilReview, CharityReview, Advice, DpiaApproval, CharityOwner], Carried(takenBack));
        Assert.Equal([CouncilOwner], Open(takenBack));
    }

    [Fact]
    public void Submit_AfterAdviceAgainst_AsksTheOfficerAgain_AndApprovalsThatKnewItStand()
    {
        var agreement = InApprovalBefore(Advice);
        agreement.Decide(
            Advice,
            new Ruling.Advise(Opinion.Disagree, "Too much."),
            Seen.Of(agreement.Newest),
            HolderOf(agreement.Stage(Advice)),
            Now
        );
        agreement.Pass(DpiaApproval);
        ReturnBy(agreement, CouncilOwner);

        Submit(agreement);

        Assert.Equal([CouncilReview, CharityReview, DpiaApproval], Carried(agreement));
        Assert.Equal([Advice], Open(agreement));
    }

    [Fact]
    public void Submit_WhereAdviceIsNewlyNeeded_AsksTheApproversAgainAfterIt()
    {
        var agreement = InApproval(null, Stages[0], Stages[4], Stages[5], Stages[7], Stages[8]);
        agreement.Pass(1);
        agreement.Pass(2);
        ReturnBy(agreement, 3);

        AgreedAgain(agreement);
        agreement.Submit(
            Check(agreement) with
            {
                Route = new Route([Stages[0], Stages[2], Stages[4], Stages[5], Stages[7], Stages[8]], []),
            },
            Registered,
            Drafter,
            Now
        );

        Assert.Equal([1], Carried(agreement));
        Assert.Equal([2], Open(agreement));
    }

    [Fact]
    public void Submit_AfterADeciderHasWorkedOnTheDraft_AsksSomebodyElse()
    {
        var agreement = InApproval();
        var lead = Somebody(Council, Role.IgLead, Role.IgOfficer);
        agreement.Pass(CouncilReview, lead);
        ReturnBy(agreement, CharityReview);
        Replace(agreement, Content(agreement) with { Variation = "In writing." }, lead);
        Assert.Equal(
            "Whoever decided it has worked on this draft.",
            agreement.WhatCarriesOver(Check(agreement), Registered, Drafter)!.Stages[0].AskedBecause
        );

        Submit(agreement);

        Assert.Empty(Carried(agreement));
    }

    [Fact]
    public void Submit_ByTheDeciderThemselves_AsksSomebodyElse()
    {
        var agreement = InApproval();
        var lead = Somebody(Council, Role.IgLead, Role.IgOfficer);
        agreement.Pass(CouncilReview, lead);
        ReturnBy(agreement, CharityReview);

        AgreedAgain(agreement);
        agreement.Submit(Check(agreement), Registered, lead, Now);

        Assert.Empty(Carried(agreement));
    }

    [Fact]
    public void Decide_AfterOnesDecisionWasCarriedOver_IsRefusedLikeASecondDecision()
    {
        var agreement = InApproval();
        var lead = Somebody(Council, Role.IgLead, Role.InformationAssetOwner, Role.AuthorisedSignatory);
        agreement.Pass(CouncilReview, lead);
        agreement.Pass(CharityReview);
        agreement.Pass(Advice);
        ReturnBy(agreement, DpiaApproval);
        Submit(agreement);

        Assert.Throws<DomainRuleException>(() => agreement.Pass(DpiaApproval, lead));
        Assert.Equal(
            [SeparationRule.DecidesOnce],
            Separation.Check(agreement.Newest, agreement.Stage(CouncilSigns), lead).Where(check => !check.Holds).Select(check => check.Rule)
        );
        Assert.Throws<StaleDecisionException>(() => agreement.Pass(CouncilReview));
    }

    [Fact]
    public void Submit_AfterASignatoryDeclined_AsksForAllSignaturesAtOnce()
    {
        var agreement = AwaitingSignatures();
        agreement.SignAs(HolderOf(agreement.Stage(CouncilSigns)), CouncilSigns);
        DeclineBy(agreement, CharitySigns);
        Replace(agreement, Content(agreement) with { Charges = "None." });

        Submit(agreement);

        Assert.Equal(VersionStatus.AwaitingSignatures, agreement.Newest.Status);
        Assert.Equal([CouncilSigns, CharitySigns], Open(agreement));
        Assert.Empty(agreement.Newest.Signatures);
    }

    [Fact]
    public void Submit_AfterAReopening_KnowsWhatTheCarriedStagesSettled()
    {
        var agreement = AwaitingSignatures(Document(register: RegisterDecision.Withhold));
        var owner = agreement.Stage(RiskOwner).Decision!.Person;
        agreement.SignAs(HolderOf(agreement.Stage(CouncilSigns)), CouncilSigns);
        agreement.SignAs(HolderOf(agreement.Stage(CharitySigns)), CharitySigns);
        agreement.Reopen("A typing error.", Somebody(Charity, Role.InformationAssetOwner), Now);

        Submit(agreement);

        Assert.Equal(["DPIA1"], agreement.Newest.Circumstances(Moment.Signature, Now).DpiasApprovedByStage);
        Assert.Equal(owner, agreement.Newest.WithholdingApprovedBy);
    }

    [Fact]
    public void Submit_NewlyWithheldFromTheRegister_AsksTheRiskOwnerForIt()
    {
        var agreement = AwaitingSignatures();
        DeclineBy(agreement, CharitySigns);
        Replace(
            agreement,
            Content(agreement) with
            {
                Register = new RegisterEntry { Decision = RegisterDecision.Withhold, Reason = "Safety." },
            }
        );

        Submit(agreement);

        Assert.Equal([RiskOwner], Open(agreement));
        Assert.Null(agreement.Newest.WithholdingApprovedBy);
    }

    [Fact]
    public void WhatCarriesOver_OfAFirstVersion_IsNothing()
    {
        var agreement = Given.Draft();

        Assert.Null(agreement.WhatCarriesOver(Check(agreement), Registered, Drafter));
    }

    private static Agreement ReturnedBy(int stageNumber)
    {
        var agreement = InApprovalBefore(stageNumber);
        ReturnBy(agreement, stageNumber);
        return agreement;
    }

    private static void ReturnBy(Agreement agreement, int stageNumber) =>
        agreement.Decide(
            stageNumber,
            new Ruling.Return("Say more.", [Section.Basics]),
            Seen.Of(agreement.Newest),
            HolderOf(agreement.Stage(stageNumber)),
            Now
        );

    private static void DeclineBy(Agreement agreement, int stageNumber) =>
        agreement.Decline(stageNumber, "Not like this.", Seen.Of(agreement.Newest), HolderOf(agreement.Stage(stageNumber)), Now);

    private static void OnConditions(Agreement agreement, int stageNumber) =>
        agreement.Decide(
            stageNumber,
            new Ruling.ApproveOnConditions(["Audit 20 disclosures"]),
            Seen.Of(agreement.Newest),
            HolderOf(agreement.Stage(stageNumber)),
            Now
        );

    private static void Replace(Agreement agreement, AgreementContent content, Actor? actor = null) =>
        agreement.ReplaceContent(AgreementDocument.Of(content), Seen.Of(agreement.Newest), actor ?? Drafter, Now);

    private static void Submit(Agreement agreement)
    {
        AgreedAgain(agreement);
        agreement.Submit(Check(agreement), Registered, Drafter, Now);
    }

    /// <summary>The charity agrees what was changed after the return.</summary>
    private static void AgreedAgain(Agreement agreement)
    {
        if (!agreement.Newest.IsAgreedBy(Partner.Organisation))
        {
            agreement.PartnerReview.Invite(Registered, Seen.Of(agreement.Newest), Drafter, Now);
            agreement.AgreeAs(Partner);
        }
    }

    private static ContentCheck Check(Agreement agreement) => Given.Check(agreement, Moment.Submit, Now);

    private static AgreementContent Content(Agreement agreement) => agreement.Newest.Document.Content;

    private static RouteStage OfKind(StageKind kind) =>
        Stages[0] with
        {
            Kind = kind,
            Role =
                kind is StageKind.DpoAdvice ? Role.DataProtectionOfficer
                : kind is StageKind.LegalAdvice ? Role.LegalAdviser
                : Role.PanelMember,
            Mode = kind switch
            {
                StageKind.DpoAdvice or StageKind.LegalAdvice => StageMode.Advice,
                StageKind.IgReview
                or StageKind.RapGate
                or StageKind.RecGate
                or StageKind.CagGate
                or StageKind.RegisterDraft
                or StageKind.ReviewBoardGate => StageMode.Gate,
                _ => StageMode.Approve,
            },
        };

    private static Route RouteOf(AgreementVersion version) =>
        new(
            version
                .Stages.Select(s => new RouteStage(s.Kind, s.Role, s.PartyId, s.Mode, s.Mandatory, s.Group, s.DueInWorkingDays, s.Because))
                .ToValueList(),
            []
        );

    private static IEnumerable<string> Asked(CarryOver carryOver) =>
        carryOver
            .Stages.Where(stage => stage.AskedBecause is not null && stage.Stage.Mode is not StageMode.Sign)
            .Select(stage => stage.Stage.Kind.ToString());

    private static IEnumerable<int> Carried(Agreement agreement) =>
        agreement.Newest.Stages.Where(stage => stage.CarriedDecision is not null).Select(stage => stage.Number);

    private static IEnumerable<int> Open(Agreement agreement) =>
        agreement.Newest.Stages.Where(stage => stage.Status is StageStatus.Open).Select(stage => stage.Number);
}
