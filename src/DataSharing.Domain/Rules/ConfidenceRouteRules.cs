using DataSharing.Domain.Content;
using DataSharing.Domain.Law;
using static DataSharing.Domain.Rules.Answers;
using static DataSharing.Domain.Rules.Declare;
using static DataSharing.Domain.Rules.Reading;

namespace DataSharing.Domain.Rules;

/// <summary>Whether the route through confidence that a line names can carry what is shared. From law book 2 on.</summary>
internal static class ConfidenceRouteRules
{
    public const string ByLaw = "CLDC-LAW";
    private const string Explicit = "CLDC-EXPL";
    private const string ImpliedConsent = "CLDC-IMPL";
    private const string NoConfidence = "CLDC-NA";
    private const string PublicInterest = "CLDC-OPI";
    private const string ByCourt = "CLDC-COURT";
    private const string Support = "CLDC-S251";
    private const string Court = "GW-COURT";
    private const string SupportedBy = "GW-NHS251";
    private const string DutyOfConfidence = "Common law duty of confidentiality";

    /// <summary>Purposes that are no medical purposes, whoever pursues them.</summary>
    private static readonly PurposeCode?[] NotMedical =
    [
        PurposeCode.Safeguarding,
        PurposeCode.ElectoralRegistration,
        PurposeCode.CrimePreventionDetection,
        PurposeCode.FraudPrevention,
        PurposeCode.DebtRecovery,
        PurposeCode.Insurance,
        PurposeCode.Regulation,
    ];

    public static IEnumerable<Rule> All { get; } =
    [
        Error("DSA-114")
            .Law(DutyOfConfidence)
            .FromBook(2)
            .ForEach(a => ConfidentialLines(a, ByLaw))
            .When((a, line) => !MaySetAside(a, line) && !RestsOnAdvisedEnactment(a, line))
            .At((a, line) => a.At(line, "confidentiality/code").Naming("cited", WhatDoesNot(a, line)))
            .Says("{cited} Cite one that does, or choose consent, section 251 or, case by case, public interest."),
        Warning("DSA-114")
            .Law(DutyOfConfidence)
            .FromBook(2)
            .ForEach(a => ConfidentialLines(a, ByLaw))
            .When((a, line) => !MaySetAside(a, line) && RestsOnAdvisedEnactment(a, line))
            .At((a, line) => a.At(line, "confidentiality/code"))
            .Says("Only an enactment that the law book does not hold sets confidence aside here. Say what legal advice says about it."),
        Error("DSA-115")
            .Law(DutyOfConfidence)
            .FromBook(2)
            .ForEach(a => ConfidentialTouches(a, NoConfidence).Where(touch => !Unidentifiable(touch.Dataset)))
            .At((a, touch) => a.At(touch.Line, "confidentiality/code"))
            .Says("You say that the data is confidential and that no confidence is owed. Change one of the two."),
        Error("DSA-116")
            .Law(DutyOfConfidence, "National Data Guardian guidance")
            .FromBook(2)
            .ForEach(a => a.Content.LegalLines.Where(line => DiscloseLine(line) && line.Confidentiality?.Code == PublicInterest))
            .When(
                (a, line) =>
                    Missing(line.Confidentiality?.Reason)
                    || a.Touches.Any(touch => touch.Line == line && touch.Flow is { Mode: not FlowMode.IndividualCase })
            )
            .At((a, line) => a.At(line, Missing(line.Confidentiality?.Reason) ? "confidentiality/reason" : "confidentiality/code"))
            .Says(
                "Overriding public interest is decided for one person at a time, in writing. It cannot carry a regular or bulk flow: "
                    + "give the reason and share case by case, or choose another route."
            ),
        Error("DSA-117")
            .Law("The provision itself")
            .FromBook(2)
            .ForEach(GatewayRules.Uses)
            .When(use => !HasReference(use.Citation, use.Gateway))
            .At(
                (a, use) =>
                    a.At(use.Line, use.Citation, use.Gateway) with
                    {
                        Path = $"/legalLines/{use.Line.Id}/gateways/{use.Citation.Id}/citationDetail",
                    }
                        is var place
                        ? place.Naming("reference", use.Gateway.NeedsReference!)
                        : place
            )
            .Says("{gateway} counts only with {reference}. Say it beside the citation."),
        Error("DSA-117")
            .Law("The order itself")
            .FromBook(2)
            .ForEach(a => a.Content.LegalLines.Where(line => line.Confidentiality?.Code == ByCourt))
            .When(line => Missing(line.Confidentiality?.Reason))
            .At((a, line) => a.At(line, "confidentiality/reason"))
            .Says("An order of a court counts only with the court, the date and the number of the order. Say them as the reason."),
        Warning("DSA-117")
            .Law("The order itself")
            .FromBook(2)
            .ForEach(a =>
                a.Touches.Where(touch => touch.Flow is { } flow && Routine(flow) && RestsOnOrder(touch.Line)).Select(touch => touch.Line)
            )
            .At((a, line) => a.At(line, CitesCourt(line) ? "gateways" : "confidentiality/code"))
            .Says("A court seldom orders a regular feed: check what the order says."),
        Error("DSA-118")
            .Law(DutyOfConfidence)
            .FromBook(2)
            .ForEach(a => a.Content.LegalLines.Where(DiscloseLine))
            .When(line => line.Confidentiality?.Code is Explicit or ImpliedConsent or NoConfidence && Missing(line.Confidentiality.Reason))
            .At((a, line) => a.At(line, "confidentiality/reason"))
            .Says("Say how people agreed (which form), who the care team is, or why there is no confidence."),
        Warning("DSA-118")
            .Law(DutyOfConfidence)
            .FromBook(2)
            .ForEach(a =>
                a.Touches.Where(touch =>
                    DiscloseLine(touch.Line)
                    && touch.Line.Confidentiality?.Code is Explicit
                    && touch.Flow is { } flow
                    && Bulk(flow)
                    && string.Equals(touch.Dataset.CohortFilter?.Trim(), "All", StringComparison.OrdinalIgnoreCase)
                )
            )
            .At((a, touch) => a.At(touch.Line, "confidentiality/code"))
            .Says("Everybody’s records are shared in bulk, and each person is said to have agreed to it. Check that this is so."),
        Error("DSA-132")
            .Law("NHS Act 2006 s251(12)")
            .FromBook(2)
            .ForEach(a =>
                a.Content.LegalLines.Where(line =>
                    line.Confidentiality?.Code == Support || line.Gateways.Any(citation => citation.Code == SupportedBy)
                )
            )
            .When((a, line) => a.Purpose(line.Purpose) is { } purpose && IsNotMedical(purpose))
            .At(
                (a, line) =>
                    line.Confidentiality?.Code == Support
                        ? a.At(line, "confidentiality/code")
                        : a.At(line, $"gateways/{line.Gateways.First(citation => citation.Code == SupportedBy).Id}")
            )
            .Says("Section 251 serves medical purposes only, and {purpose} is none. Choose another route."),
    ];

    public static bool IsNotMedical(Purpose purpose) => LE(purpose) || NotMedical.Contains(purpose.Code);

    /// <summary>Something is cited that the book knows to set confidence aside, with what it asks for.</summary>
    public static bool IsSetAside(Reading a, LegalLine line) =>
        a.Gateways(line).Any(cited => cited.Gateway.SetsConfidenceAside is not null && MaySetAside(a, line, cited.Citation, cited.Gateway));

    /// <summary>Lines that pass on what was told in confidence, by one route.</summary>
    private static IEnumerable<Touch> ConfidentialTouches(Reading a, string route) =>
        a.Touches.Where(touch => DiscloseLine(touch.Line) && Told(touch.Dataset) && touch.Line.Confidentiality?.Code == route);

    private static IEnumerable<LegalLine> ConfidentialLines(Reading a, string route) =>
        ConfidentialTouches(a, route).Select(touch => touch.Line).Distinct();

    /// <summary>Something is cited that sets confidence aside, or of which the book does not say whether it does.</summary>
    private static bool MaySetAside(Reading a, LegalLine line) =>
        a.Gateways(line).Any(cited => MaySetAside(a, line, cited.Citation, cited.Gateway));

    private static bool MaySetAside(Reading a, LegalLine line, GatewayCitation citation, Gateway gateway) =>
        gateway.SetsConfidenceAside switch
        {
            null or ConfidenceEffect.Yes or ConfidenceEffect.Duty => true,
            ConfidenceEffect.OnlyWith => gateway.Code != Gateway.OtherEnactment && IsMet(a, line, citation, gateway.ConfidenceCondition),
            _ => false,
        };

    private static bool IsMet(Reading a, LegalLine line, GatewayCitation citation, ConfidenceCondition? condition) =>
        condition switch
        {
            ConfidenceCondition.Reference => !Missing(citation.CitationDetail),
            ConfidenceCondition.LegalAdvice => !Missing(line.LegalAdviceRef),
            ConfidenceCondition.CagSupport => ConfidentialityRules.HasSupport(a, line),
            _ => false, // by consent the route is consent
        };

    private static bool RestsOnAdvisedEnactment(Reading a, LegalLine line) =>
        !Missing(line.LegalAdviceRef) && a.Gateways(line).Any(cited => cited.Gateway.Code == Gateway.OtherEnactment);

    private static string WhatDoesNot(Reading a, LegalLine line) =>
        a.Gateways(line).Select(cited => cited.Gateway.Name).Distinct().ToArray() switch
        {
            [] => "No law is cited that sets confidence aside.",
            [var one] => $"No cited law sets confidence aside: {one} does not.",
            var several => $"No cited law sets confidence aside: {string.Join(" and ", several)} do not.",
        };

    private static bool CitesCourt(LegalLine line) => line.Gateways.Any(citation => citation.Code == Court);

    private static bool RestsOnOrder(LegalLine line) => CitesCourt(line) || line.Confidentiality?.Code == ByCourt;
}
