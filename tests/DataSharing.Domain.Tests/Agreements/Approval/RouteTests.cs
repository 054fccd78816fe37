using DataSharing.Domain.Agreements.Approval;
using DataSharing.Domain.Tests.Rules;

namespace DataSharing.Domain.Tests.Agreements.Approval;

public class RouteTests
{
    public static TheoryData<string> Numbers => [.. Sample.Numbers];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_sample_has_exactly_the_expected_route(string number)
    {
        var sample = Sample.Of(number);
        var expected = sample.Expected["route"]!
            .AsArray()
            .Select(s => $"{s!["group"]} {s["stage"]} {s["party"]} {s["role"]} {s["mode"] ?? "Sign"}");

        Assert.Equal(expected, RouteOf(sample).Stages.Select(s => $"{s.Group} {s.Kind} {s.PartyId} {s.Role} {s.Mode}"));
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Every_kind_of_stage_is_needed_or_says_why_it_is_not(string number)
    {
        var route = RouteOf(Sample.Of(number));

        Assert.Equal(
            Enum.GetValues<StageKind>(),
            route.Stages.Select(s => s.Kind).Concat(route.NotNeeded.Where(s => s.PartyId is null).Select(s => s.Kind)).Distinct().Order()
        );
        Assert.All(route.Stages, stage => Assert.NotEmpty(stage.Because));
        Assert.All(route.NotNeeded, stage => Assert.NotEmpty(stage.Because));
    }

    // On what change of which sample a kind of stage is at which parties.
    [Theory]
    [InlineData("7-2", "LegalAdvice", "", "")]
    [InlineData("7-2", "LegalAdvice", "/legalLines/L1/legalAdviceRef =", "KMC")]
    [InlineData("7-2", "LegalAdvice", """/flows/F2/transfers/- = {"id": "T2", "mechanism": "TR-IDTA", "country": "IN"}""", "CHY")]
    [InlineData("7-2", "LegalAdvice", """/flows/F2/transfers/- = {"id": "T2", "mechanism": "TR-ADEQ", "country": "FR"}""", "")]
    [InlineData("7-2", "LegalAdvice", """/legalLines/L1/gateways/G1/code = "GW-RTA3" """, "KMC")]
    [InlineData("7-5", "LegalAdvice", "/purposes/P1/isLawEnforcement = true", "")]
    [InlineData("7-2", "IgReview", """/datasets/D1/identifiability = "Aggregate"; /datasets/D2/identifiability = "Aggregate" """, "")]
    [InlineData("7-3", "RecGate", "/datasets/D1/fields/senProvision/specialCategory =", "")]
    [InlineData("7-2", "CagGate", """/legalLines/L3/confidentiality = {"code": "CLDC-S251", "cag": {"regulation": 5}}""", "CHY")]
    [InlineData("7-2", "CagGate", """/legalLines/L3/confidentiality = {"code": "CLDC-S251", "cag": {"regulation": 3}}""", "")]
    [InlineData("7-1", "DpiaApproval", """/dpia/DPIA1/controllers = ["DWP", "MHCLG"]""", "MHCLG DWP")]
    [InlineData("7-6", "DpiaApproval", "/dpia = []", "DVLA")]
    [InlineData("7-2", "DpiaApproval", """/dpia/DPIA1/controllers = ["KMC"]""", "")]
    [InlineData("7-2", "DpoAdvice", """/dpia/DPIA1/triggers = ["DataMatching"]""", "KMC")]
    [InlineData("7-1", "PanelApproval", "", "")]
    [InlineData("7-1", "PanelApproval", """/parties/DWP/orgId = "GOVUK-SLUG:office-for-national-statistics" """, "DWP")]
    [InlineData("7-4", "Caldicott", "/datasets/D1/owedConfidence = false", "")]
    [InlineData("7-4", "Caldicott", "/parties/MFT/caldicottGuardian =", "ICB MFT MCC")]
    [InlineData("7-2", "Caldicott", "/flows/F1 =", "KMC")]
    [InlineData("7-2", "InformationSecurity", "", "")]
    [InlineData("7-2", "InformationSecurity", "/parties/CHY/assurances = []", "KMC")]
    [InlineData("7-2", "InformationSecurity", """/flows/F2/mode = "TwoWaySync" """, "CHY")]
    [InlineData("7-2", "InformationSecurity", """/flows/F2/method = "SystemAccess" """, "CHY")]
    [InlineData("7-5", "ToolOwner", "/adm/decisionMaker = []", "LCC")]
    [InlineData("7-6", "ToolOwner", "/adm/decisionMaker = []", "HUB INS")]
    [InlineData("7-2", "ToolOwner", "", "")]
    [InlineData("7-2", "Siro", "", "")]
    [InlineData("7-2", "Siro", """/register/decision = "Withhold" """, "KMC CHY")]
    [InlineData("7-2", "Siro", """/emergency = {"reason": "Flood"}""", "KMC CHY")]
    [InlineData("7-2", "Siro", """/dpia/DPIA1/residualRisk = "High" """, "KMC CHY")]
    [InlineData("7-2", "Siro", """/flows/F1/transfers/- = {"id": "T2", "mechanism": "TR-DEROG-F", "country": "IN"}""", "KMC CHY")]
    [InlineData("7-5", "ReviewBoardGate", """/legalLines/L1/gateways/G1/code = "GW-DEA48" """, "DWP")]
    [InlineData("7-2", "RegisterDraft", "", "")]
    public void A_stage_is_where_it_is_needed(string number, string kind, string changes, string parties)
    {
        var sample = Sample.Of(number).With(changes.Split(';', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(parties, string.Join(' ', RouteOf(sample).Stages.Where(s => s.Kind.ToString() == kind).Select(s => s.PartyId)));
    }

    [Fact]
    public void Of_assessments_that_the_law_does_not_ask_for_only_those_that_await_approval_are_looked_at()
    {
        var sample = Sample
            .Of("7-2", 2)
            .With(
                """/dpia = [{"id": "A", "status": "Approved", "controllers": ["KMC"]}, {"id": "B", "status": "AwaitingApproval", "controllers": ["CHY"]}]""",
                "/parties/KMC/dpo ="
            );
        Assert.False(sample.Read().Dpia.IsRequired);

        var route = RouteOf(sample);

        Assert.Equal(["CHY"], route.Stages.Where(stage => stage.Kind is StageKind.DpiaApproval).Select(stage => stage.PartyId));
        Assert.DoesNotContain(route.NotNeeded, stage => stage.PartyId == "KMC" && stage.Kind is StageKind.DpoAdvice);
    }

    [Fact]
    public void A_small_body_without_a_risk_owner_or_asset_owner_lets_a_signatory_decide()
    {
        var route = RouteOf(Sample.Of("7-2").With("""/register/decision = "Withhold" """, "/parties/CHY/iao ="));

        Assert.Equal(
            [
                "IgReview IgLead",
                "AssetOwner AuthorisedSignatory It sends its data. It has no information asset owner, so an authorised signatory decides.",
                "Siro AuthorisedSignatory The agreement is withheld from the public register. It has no senior information risk owner, so an authorised signatory decides.",
                "Signature AuthorisedSignatory",
            ],
            route
                .Stages.Where(s => s.PartyId == "CHY")
                .Select(s => $"{s.Kind} {s.Role} {(s.Kind is StageKind.AssetOwner or StageKind.Siro ? s.Because : "")}".Trim())
        );
    }

    [Fact]
    public void A_charity_without_a_Caldicott_Guardian_borrows_the_councils()
    {
        var stage = Assert.Single(RouteOf(Sample.Of("7-2").With("/flows/F1 =")).Stages, s => s.Kind is StageKind.Caldicott);

        Assert.Equal(
            "Homefield Support sends confidential health or adult social care information and has no Caldicott Guardian; the one of Kirklees Council decides.",
            stage.Because
        );
    }

    [Fact]
    public void Who_has_no_Data_Protection_Officer_is_left_out_of_the_advice_and_told_so() =>
        Assert.Equal(
            [
                new UnneededStage(
                    StageKind.DpoAdvice,
                    "ERO",
                    "Electoral Registration Officer, Bristol City Council has no Data Protection Officer; its IG lead records that."
                ),
            ],
            RouteOf(Sample.Of("7-1")).NotNeeded.Where(s => s.PartyId is not null)
        );

    [Fact]
    public void Deciding_takes_ten_working_days_and_signing_twenty() =>
        Assert.All(RouteOf(Sample.Of("7-1")).Stages, s => Assert.Equal(s.Kind is StageKind.Signature ? 20 : 10, s.DueInWorkingDays));

    [Fact]
    public void The_policy_says_how_many_working_days_there_are()
    {
        var sample = Sample.Of("7-1");
        sample.Policy = sample.Policy with { WorkingDaysToDecide = 3, WorkingDaysToSign = 4 };

        Assert.All(RouteOf(sample).Stages, s => Assert.Equal(s.Kind is StageKind.Signature ? 4 : 3, s.DueInWorkingDays));
    }

    [Fact]
    public void Every_stage_is_mandatory_and_the_groups_are_in_order()
    {
        var stages = RouteOf(Sample.Of("7-5")).Stages;

        Assert.All(stages, s => Assert.True(s.Mandatory));
        Assert.Equal(stages.Select(s => s.Group).Order(), stages.Select(s => s.Group));
    }

    [Fact]
    public void Without_personal_data_providers_and_recipients_approve_and_sign()
    {
        var sample = Sample
            .Of("7-2")
            .With(
                """/datasets/D1/identifiability = "Aggregate" """,
                """/datasets/D2/identifiability = "Aggregate" """,
                """/parties/KMC/roles = ["DataProvider"]""",
                """/parties/CHY/roles = ["DataRecipient"]"""
            );

        Assert.Equal(["KMC", "CHY"], RouteOf(sample).Stages.Where(s => s.Kind is StageKind.Signature).Select(s => s.PartyId));
    }

    private static Route RouteOf(Sample sample) => Route.Of(sample.Read());
}
