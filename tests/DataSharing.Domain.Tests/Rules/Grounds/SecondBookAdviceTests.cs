using DataSharing.Domain.Law;
using DataSharing.Domain.Rules.Grounds;

namespace DataSharing.Domain.Tests.Rules.Grounds;

/// <summary>What is offered first for the lines that councils, hospitals, police and researchers draft most, by law book 2.</summary>
public sealed class SecondBookAdviceTests
{
    private const string School = """[{"id": "I1", "scheme": "GB-EDU", "value": "107140"}]""";
    private const string CabinetOffice = "GOVUK-SLUG:cabinet-office";

    /// <summary>Each row: who shares what, the line, then for a question what comes first, what second, and what must not be said to fit.</summary>
    public static TheoryData<string, string, string[], string, GroundQuestion, string> Rows =>
        new()
        {
            { "a council to a charity, adult care", "7-2", [], "L1", GroundQuestion.Article6, "A6-E A6-C" },
            {
                "a council to a charity, adult care",
                "7-2",
                ["/legalLines/L1/gateways = []"],
                "L1",
                GroundQuestion.Power,
                "GW-CARE18 GW-CARE6 x GW-CARE7 GW-LOC1"
            },
            { "a council to a charity, adult care", "7-2", [], "L1", GroundQuestion.Confidence, "CLDC-IMPL CLDC-EXPL" },
            { "a charity receives, care at home", "7-2", [], "L2", GroundQuestion.Article6, "A6-F A6-C" },
            { "a charity receives, care at home", "7-2", [], "L2", GroundQuestion.Article9, "A9-H A9-A" },
            { "a charity to a council, an adult at risk", "7-2", [], "L3", GroundQuestion.Article6, "A6-EA A6-F" },
            { "a charity to a council, an adult at risk", "7-2", [], "L3", GroundQuestion.Confidence, "CLDC-OPI CLDC-EXPL x CLDC-S251" },
            {
                "an NHS trust, shared care record",
                "7-4",
                ["/legalLines/L2/gateways = []"],
                "L2",
                GroundQuestion.Power,
                "GW-HSCA251B GW-NHS82 x GW-HSCA251A"
            },
            { "an NHS trust, shared care record", "7-4", [], "L2", GroundQuestion.Confidence, "CLDC-IMPL CLDC-EXPL x CLDC-LAW" },
            { "DWP to a council, early help", "7-5", ["/legalLines/L1/gateways = []"], "L1", GroundQuestion.Power, "GW-DEA35" },
            { "DWP to a council, early help", "7-5", [], "L1", GroundQuestion.Confidence, "CLDC-LAW CLDC-EXPL" },
            {
                "police to a council, early help",
                "7-5",
                ["/legalLines/L2/gateways = []"],
                "L2",
                GroundQuestion.Power,
                "GW-DEA35 GW-CDA115"
            },
            { "police to a council, early help", "7-5", [], "L2", GroundQuestion.Article10, "A10-OA A10-S1" },
            { "DfE to a university, research", "7-3", ["/legalLines/L1/gateways = []"], "L1", GroundQuestion.Power, "GW-DEA64 x GW-CROWN" },
            { "DfE to a university, research", "7-3", [], "L1", GroundQuestion.Confidence, "CLDC-LAW CLDC-EXPL" },
            { "a university, research", "7-3", [], "L2", GroundQuestion.Article9, "A9-J" },
            {
                "HMRC to an agency, fraud",
                "7-5",
                [
                    """/parties/DWP/orgId = "GOVUK-SLUG:hm-revenue-customs" """,
                    """/parties/DWP/identifiers = [{"id": "I1", "scheme": "GOVUK-SLUG", "value": "hm-revenue-customs"}]""",
                    """/parties/LCC/orgId = "GOVUK-SLUG:homes-england" """,
                    """/parties/LCC/identifiers = []""",
                    """/parties/LCC/sector = "CentralGov" """,
                    """/datasets/D1/statutoryBar = "HMRC" """,
                    """/purposes/P1/code = "FraudPrevention" """,
                    """/purposes/P1/gatewayPurposeCode = ["PublicSectorFraud"]""",
                    "/legalLines/L1/gateways = []",
                ],
                "L1",
                GroundQuestion.Power,
                "GW-DEA56 GW-CRCA18A"
            },
            { "an insurer, endorsements", "7-6", [], "L4", GroundQuestion.Article6, "A6-B A6-F" },
            { "an insurer, endorsements", "7-6", [], "L4", GroundQuestion.Schedule1, "S1-37 S1-20" },
            {
                "DVLA to a hub",
                "7-6",
                ["/legalLines/L1/gateways = []"],
                "L1",
                GroundQuestion.Power,
                "x GW-RTA3 GW-CROWN GW-CJCSA71 GW-RVR27"
            },
            { "an electoral officer to a department", "7-1", [], "L1", GroundQuestion.Article6, "A6-C A6-E" },
            { "an electoral officer to a department", "7-1", ["/legalLines/L1/gateways = []"], "L1", GroundQuestion.Article6, "A6-C A6-E" },
            {
                "an electoral officer to a department",
                "7-1",
                ["/legalLines/L1/gateways = []"],
                "L1",
                GroundQuestion.Power,
                "GW-RP29ZA GW-RP32ZBB"
            },
            {
                "a school to a council, child protection",
                "7-5",
                [
                    """/parties/WYP/sector = "Education" """,
                    """/parties/WYP/orgId = "GB-EDU:107140" """,
                    $"/parties/WYP/identifiers = {School}",
                    """/parties/WYP/roles = ["Controller"]""",
                    "/parties/WYP/isCompetentAuthority = false",
                    "/datasets/D2/collectedForLE = false",
                    """/purposes/P1/code = "Safeguarding" """,
                    "/purposes/P1/gatewayPurposeCode = []",
                    "/legalLines/L2/gateways = []",
                ],
                "L2",
                GroundQuestion.Power,
                "GW-EA02-175 GW-CA04-10 x GW-CA89-47 GW-CA04-16H"
            },
            {
                "a council to an energy supplier, fuel poverty",
                "7-5",
                [
                    """/parties/DWP/orgId = "ONS-GSS:E08000036" """,
                    """/parties/DWP/sector = "LocalGov" """,
                    """/parties/DWP/jurisdiction = "England" """,
                    """/parties/DWP/identifiers = []""",
                    """/datasets/D1/statutoryBar = "None" """,
                    """/parties/LCC/orgId = "GB-COH:00000007" """,
                    """/parties/LCC/sector = "Commercial" """,
                    "/parties/LCC/publicBody = false",
                    "/parties/LCC/isPublicAuthority = false",
                    """/parties/LCC/identifiers = []""",
                    """/purposes/P1/gatewayPurposeCode = ["FuelPoverty"]""",
                    "/datasets/D1/subjectClasses = []",
                    "/legalLines/L1/gateways = []",
                ],
                "L1",
                GroundQuestion.Power,
                "GW-DEA36 x GW-DEA35 GW-DEA37 GW-LOC1 GW-CA04-10 GW-CA89-47"
            },
            {
                "a housing association to the police, disorder",
                "7-2",
                [
                    """/purposes/P2/code = "CrimePreventionDetection" """,
                    """/parties/KMC/sector = "Police" """,
                    """/parties/KMC/orgId = "POLICE-UK:west-yorkshire" """,
                    "/parties/KMC/identifiers = []",
                ],
                "L3",
                GroundQuestion.Article6,
                "A6-EA A6-F"
            },
            {
                "a council, national fraud match",
                "7-5",
                [
                    """/parties/DWP/orgId = "ONS-GSS:E08000036" """,
                    """/parties/DWP/sector = "LocalGov" """,
                    """/parties/DWP/jurisdiction = "England" """,
                    """/parties/DWP/identifiers = []""",
                    """/datasets/D1/statutoryBar = "None" """,
                    $"/parties/LCC/orgId = \"{CabinetOffice}\"",
                    """/parties/LCC/sector = "CentralGov" """,
                    """/parties/LCC/identifiers = []""",
                    """/purposes/P1/code = "FraudPrevention" """,
                    """/purposes/P1/gatewayPurposeCode = ["FraudDataMatching", "PublicSectorFraud"]""",
                    "/legalLines/L1/gateways = []",
                ],
                "L1",
                GroundQuestion.Power,
                "GW-NFI14 x GW-LOC1 GW-SCA68"
            },
            {
                "a council, national fraud match",
                "7-5",
                [
                    """/parties/DWP/orgId = "ONS-GSS:E08000036" """,
                    """/parties/DWP/sector = "LocalGov" """,
                    """/datasets/D1/statutoryBar = "None" """,
                    $"/parties/LCC/orgId = \"{CabinetOffice}\"",
                    """/purposes/P1/code = "FraudPrevention" """,
                    """/legalLines/L1/gateways = [{"id": "G1", "code": "GW-NFI14"}]""",
                ],
                "L1",
                GroundQuestion.Article6,
                "A6-C A6-E"
            },
            {
                "an NHS trust to an integrated care board, planning",
                "7-4",
                [
                    """/purposes/P1/code = "PlanningCommissioning" """,
                    "/purposes/P1/gatewayPurposeCode = []",
                    "/legalLines/L2/gateways = []",
                    """/legalLines/L2/activity = "Disclose" """,
                    """/flows/F5/to = "ICB" """,
                ],
                "L2",
                GroundQuestion.Power,
                "GW-NHS251 GW-HSCA259"
            },
            {
                "an NHS trust to an integrated care board, planning",
                "7-4",
                ["""/purposes/P1/code = "PlanningCommissioning" """, """/legalLines/L2/gateways = [{"id": "G1", "code": "GW-NHS82"}]"""],
                "L2",
                GroundQuestion.Confidence,
                "CLDC-S251 CLDC-EXPL x CLDC-LAW"
            },
        };

    [Theory]
    [MemberData(nameof(Rows))]
    public void What_is_offered_first_is_what_a_lawyer_would_say(
        string who,
        string sample,
        string[] changes,
        string line,
        GroundQuestion question,
        string expected
    )
    {
        var offered = Advise(Sample.BySecondBook(sample).With(changes), line).Offer(question);
        var parts = expected.Split('x', 2, StringSplitOptions.TrimEntries);
        string[] first = Codes(parts[0]);
        string[] never = parts.Length > 1 ? Codes(parts[1]) : [];
        var fits = offered.Where(ground => ground.Fit is GroundFit.Fits).Select(ground => ground.Entry.Code).ToArray();

        Assert.True(
            first.SequenceEqual(offered.Take(first.Length).Select(ground => ground.Entry.Code)),
            $"{who}: {string.Join(' ', offered.Take(6).Select(ground => $"{ground.Entry.Code} {ground.Fit}"))}"
        );
        Assert.Empty(never.Intersect(fits));

        static string[] Codes(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    [Theory]
    [MemberData(nameof(GroundAdviceTests.Lines), MemberType = typeof(GroundAdviceTests))]
    public void What_a_sample_rests_on_is_never_ruled_out_by_the_second_book(string number, string line)
    {
        var advice = Advise(Sample.BySecondBook(number), line);

        Assert.All(
            advice.Questions.SelectMany(advice.Offer).Where(ground => ground.IsChosen),
            ground =>
                Assert.True(
                    ground.Fit is not (GroundFit.RuledOut or GroundFit.ForOthers),
                    $"{ground.Entry.Code}: {string.Join("; ", ground.Against.Select(f => f.RuleId + " " + f.Message))}"
                )
        );
    }

    [Fact]
    public void Another_enactment_is_always_last() =>
        Assert.Equal(Gateway.OtherEnactment, Advise(Sample.BySecondBook("7-2"), "L1").Offer(GroundQuestion.Power)[^1].Entry.Code);

    [Fact]
    public void A_power_for_another_objective_says_for_which_it_fits()
    {
        var debt = Advise(Sample.BySecondBook("7-5"), "L1").Offer(GroundQuestion.Power, "GW-ESA15")!;

        Assert.Equal(GroundFit.Unsupported, debt.Fit);
        Assert.Equal("Fits if the purpose is: 16 and 17 year olds in learning.", debt.Why);
    }

    private static GroundAdvice Advise(Sample sample, string line) =>
        GroundAdvice.Of(sample.Read().Content, line, sample.Read().Criteria, sample.Circumstances)!;
}
