using System.Globalization;
using DataSharing.Domain.Content;
using DataSharing.Domain.Law;
using static DataSharing.Domain.Rules.Answers;
using static DataSharing.Domain.Rules.Declare;
using static DataSharing.Domain.Rules.Reading;

namespace DataSharing.Domain.Rules;

/// <summary>Whether the basis of a line fits the body and the law that it cites. From law book 2 on.</summary>
internal static class BasisRules
{
    private const string Consent = "A6-A";
    private const string LegalObligation = "A6-C";
    private const string PublicTask = "A6-E";
    private const string LegitimateInterests = "A6-F";
    private const string RecognisedInterests = "A6-EA";
    private const string StatutoryFunction = "S1-06";
    private const string SubstantialPublicInterest = "A9-G";

    private static readonly PurposeCode?[] PublicTasks =
    [
        PurposeCode.DirectCare,
        PurposeCode.SocialCareDelivery,
        PurposeCode.PublicServiceDelivery,
        PurposeCode.Safeguarding,
        PurposeCode.ElectoralRegistration,
        PurposeCode.PlanningCommissioning,
        PurposeCode.Audit,
        PurposeCode.CrimePreventionDetection,
        PurposeCode.FraudPrevention,
        PurposeCode.DebtRecovery,
        PurposeCode.EmergencyResponse,
        PurposeCode.Regulation,
    ];

    private static readonly PurposeCode?[] MostlyNewUses =
    [
        PurposeCode.Research,
        PurposeCode.OfficialStatistics,
        PurposeCode.PlanningCommissioning,
        PurposeCode.Audit,
        PurposeCode.Evaluation,
        PurposeCode.FraudPrevention,
        PurposeCode.DebtRecovery,
        PurposeCode.Insurance,
    ];

    public static IEnumerable<Rule> All { get; } =
    [
        Error("DSA-121")
            .Law("UK GDPR Art 6(1)", "DPA 2018 s7")
            .FromBook(2)
            .IfPersonalData()
            .ForEach(DeniedTasks)
            .When(ShowsTask)
            .At((a, line) => a.At(line, "inPerformanceOfTask"))
            .Says("This is the public task of {org}: legitimate interests are not open to it. Choose public task or legal obligation."),
        Warning("DSA-121")
            .Code("UK GDPR Art 6(1)", "DPA 2018 s7")
            .FromBook(2)
            .IfPersonalData()
            .ForEach(DeniedTasks)
            .When((a, line) => !ShowsTask(a, line))
            .At((a, line) => a.At(line, "inPerformanceOfTask"))
            .Says("{org} is a public authority: legitimate interests are open to it only outside its public tasks. Say why this is."),
        Warning("DSA-124")
            .Law("UK GDPR Art 5(1)(b)", "UK GDPR Art 8A")
            .FromBook(2)
            .IfPersonalData()
            .ForEach(a => a.Content.Purposes)
            .When(
                (a, purpose) =>
                    purpose.IsNewPurposeFor.Count == 0
                    && Missing(purpose.CompatibilityRoute)
                    && a.Touches.Any(touch => IsPassedOnByCollector(a, touch, purpose) && LooksNew(a, touch, purpose))
            )
            .At((_, purpose) => At(purpose, "compatibilityRoute"))
            .Says("Was the data collected for this? If not, say whose new use it is and why it is compatible."),
        Warning("DSA-127")
            .Law("UK GDPR Art 6(1)(c)", "UK GDPR Art 6(3)")
            .FromBook(2)
            .IfPersonalData()
            .ForEach(a => a.Content.LegalLines.Where(line => UkGdpr(line) && DiscloseLine(line) && line.Art6 == LegalObligation))
            .When(
                (a, line) =>
                    a.Gateways(line).Any()
                    && !a.Gateways(line).Any(cited => TypesOf(cited.Citation, cited.Gateway).Contains(GatewayType.Duty))
            )
            .At((a, line) => a.At(line, "art6"))
            .Says("A power is no obligation. Cite the duty, or rely on public task."),
        Warning("DSA-128")
            .Law("UK GDPR Art 6(3)")
            .FromBook(2)
            .IfPersonalData()
            .ForEach(a => a.Content.LegalLines.Where(line => UkGdpr(line) && line.Art6 == PublicTask))
            .When((a, line) => a.Party(line.Party) is { } party && !Public(party))
            .At((a, line) => a.At(line, "art6"))
            .Says("A private body has a public task only where law gives it one. Name that law, or choose another basis."),
        Error("DSA-129")
            .Law("DPA 2018 Sch 1 para 6(2)")
            .FromBook(2)
            .IfPersonalData()
            .ForEach(FunctionsOfPrivateBodies)
            .When((a, x) => HasNoFunction(a, x.Line) || CarriesDecision(a, x.Line))
            .At((a, x) => a.At(x.Line, $"s1/{x.Condition.Id}"))
            .Says("Paragraph 6 needs a function that law gives {org}. Name it, or choose another condition."),
        Warning("DSA-129")
            .Law("DPA 2018 Sch 1 para 6(2)")
            .FromBook(2)
            .IfPersonalData()
            .ForEach(FunctionsOfPrivateBodies)
            .When((a, x) => !HasNoFunction(a, x.Line) && !CarriesDecision(a, x.Line))
            .At((a, x) => a.At(x.Line, $"s1/{x.Condition.Id}"))
            .Says("{org} is a private body: check that the law it cites gives it the function that paragraph 6 asks for."),
        Warning("DSA-130")
            .Law("UK GDPR Art 8", "DPA 2018 s9")
            .FromBook(2)
            .IfPersonalData()
            .ForEach(ConsentOfChildren)
            .When(line => line.Consent?.OnlineService is null)
            .At((a, line) => a.At(line, "consent/onlineService"))
            .Says("Children consent here: say whether it is to an online service, for which a young child needs a parent."),
        Error("DSA-130")
            .Law("UK GDPR Art 8", "DPA 2018 s9")
            .FromBook(2)
            .IfPersonalData()
            .ForEach(ConsentOfChildren)
            .When(line => line.Consent is { OnlineService: true } consent && AnyMissing(consent.AgeCheck, consent.ParentalAuthorisation))
            .At(
                (a, line) =>
                    a.At(line, Missing(line.Consent!.AgeCheck) ? "consent/ageCheck" : "consent/parentalAuthorisation")
                        .Naming("age", a.Policy.DigitalAge.ToString(CultureInfo.InvariantCulture))
            )
            .Says("A child under {age} cannot consent to an online service alone: say how age is checked and a parent agrees."),
    ];

    /// <summary>Lines by which a public authority says that it does not act in its task, and so may have interests like anybody.</summary>
    private static IEnumerable<LegalLine> DeniedTasks(Reading a) =>
        a.Content.LegalLines.Where(line =>
            UkGdpr(line)
            && line.InPerformanceOfTask is false
            && line.Art6 is LegitimateInterests or RecognisedInterests
            && a.Party(line.Party)?.IsPublicAuthority is true
        );

    private static bool ShowsTask(Reading a, LegalLine line) =>
        !Missing(line.OwnTaskCitation)
        || !Missing(line.DutyCitation)
        || PublicTasks.Contains(a.Purpose(line.Purpose)?.Code)
        || a.Gateways(line).Any(cited => TypesOf(cited.Citation, cited.Gateway).Any(type => type is not GatewayType.Bar));

    private static bool IsPassedOnByCollector(Reading a, Touch touch, Purpose purpose) =>
        touch.Line.Purpose == purpose.Id
        && touch.Line.Activity is Activity.Disclose
        && touch.Line.Party == touch.Dataset.Controller
        && Personal(touch.Dataset);

    private static bool LooksNew(Reading a, Touch touch, Purpose purpose) =>
        purpose.IsResearchOrStats is true
        || MostlyNewUses.Contains(purpose.Code)
        || (touch.Dataset.CollectedForLE is true && !LE(purpose))
        || a.BarOf(touch.Dataset) is not StatutoryBar.None;

    private static IEnumerable<(LegalLine Line, Schedule1Condition Condition)> FunctionsOfPrivateBodies(Reading a) =>
        from line in a.Content.LegalLines
        where UkGdpr(line) && a.Party(line.Party) is { } party && !Public(party)
        from condition in line.S1
        where condition.Code == StatutoryFunction
        select (line, condition);

    private static bool HasNoFunction(Reading a, LegalLine line) =>
        Missing(line.OwnTaskCitation)
        && Missing(line.DutyCitation)
        && !a.Gateways(line)
            .Any(cited => TypesOf(cited.Citation, cited.Gateway).Any(type => type is GatewayType.Power or GatewayType.Duty));

    /// <summary>Nothing but this paragraph stands behind "required or authorised by law" of a decision that no human takes.</summary>
    private static bool CarriesDecision(Reading a, LegalLine line) =>
        a.DecidesAlone
        && a.Content.Adm is { ContractOrLaw: true }
        && a.DecisionMakerLines.Contains(line)
        && line.Art9.Contains(SubstantialPublicInterest)
        && line.S1.All(condition =>
            condition.Code == StatutoryFunction
            || a.LawBook.SpecialCategoryCondition(SubstantialPublicInterest)?.Schedule1AnyOf?.Contains(condition.Code!) is not true
        );

    private static IEnumerable<LegalLine> ConsentOfChildren(Reading a) =>
        a.Content.LegalLines.Where(line =>
            UkGdpr(line)
            && line.Art6 == Consent
            && a.Touches.Any(touch => touch.Line == line && touch.Dataset.SubjectClasses.Any(people => people.Under18 is true))
        );
}
