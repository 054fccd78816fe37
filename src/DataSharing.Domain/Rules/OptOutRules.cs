using DataSharing.Domain.Content;
using DataSharing.Domain.Law;
using static DataSharing.Domain.Rules.Answers;
using static DataSharing.Domain.Rules.Declare;
using static DataSharing.Domain.Rules.Reading;

namespace DataSharing.Domain.Rules;

/// <summary>Whether an exemption from the National Data Opt-out holds. From law book 2 on.</summary>
internal static class OptOutRules
{
    private const string Explicit = "CLDC-EXPL";
    private const string Support = "CLDC-S251";

    /// <summary>Each way in which an exemption fails, with what it would need.</summary>
    private static readonly (Func<Reading, Touch, bool> Fails, string Needs)[] Failures =
    [
        (
            (_, touch) => Claims(touch, NdoExemption.SpecificExemption) && Missing(touch.Line.Ndo!.Basis),
            "what exempts it is named: the direction, letter or regulation"
        ),
        (
            (a, touch) =>
                Claims(touch, NdoExemption.LegalRequirement)
                && !a.Gateways(touch.Line)
                    .Any(cited =>
                        TypesOf(cited.Citation, cited.Gateway).Contains(GatewayType.Duty)
                        && (
                            cited.Gateway.SetsConfidenceAside is null or ConfidenceEffect.Duty or ConfidenceEffect.Yes
                            || (cited.Gateway.Code == Gateway.OtherEnactment && !Missing(touch.Line.LegalAdviceRef))
                        )
                    ),
            "a duty is cited that sets confidence aside"
        ),
        (
            (_, touch) =>
                touch.Line.Confidentiality is { Code: Support, Cag.Regulation: 2 or 5 }
                && !(Claims(touch, NdoExemption.SpecificExemption) && !Missing(touch.Line.Ndo!.Basis)),
            "with section 251 support, the letter that lifts it is named as a specific exemption"
        ),
        (
            (_, touch) => Claims(touch, NdoExemption.Consent) && touch.Line.Confidentiality?.Code is not Explicit,
            "people gave explicit consent, which is then the route through confidentiality"
        ),
        (
            (_, touch) => Claims(touch, NdoExemption.OverridingPublicInterest) && touch.Flow is not { Mode: FlowMode.IndividualCase },
            "it is decided case by case"
        ),
        (
            (_, touch) =>
                Claims(touch, NdoExemption.Anonymised)
                && touch.Dataset.Identifiability is Identifiability.Identified or Identifiability.Pseudonymised,
            "the data is anonymous in the hands of the recipient"
        ),
    ];

    public static IEnumerable<Rule> All { get; } =
    [
        Error("DSA-119")
            .Code("National Data Opt-out operational policy")
            .FromBook(2)
            .ForEach(a => ConfidentialityRules.UnderOptOut(a).Where(touch => touch.Line.Ndo?.Exemption is not null))
            .When((a, touch) => Failures.Any(failure => failure.Fails(a, touch)))
            .At((a, touch) => a.At(touch.Line, "ndo/exemption").Naming("needs", Failures.First(failure => failure.Fails(a, touch)).Needs))
            .Says("The opt-out applies unless {needs}."),
    ];

    private static bool Claims(Touch touch, NdoExemption exemption) => touch.Line.Ndo?.Exemption == exemption;
}
