using DataSharing.Domain.Content;
using DataSharing.Domain.Law;
using static DataSharing.Domain.Rules.Answers;
using static DataSharing.Domain.Rules.Declare;
using static DataSharing.Domain.Rules.Reading;

namespace DataSharing.Domain.Rules;

/// <summary>Who is better off.</summary>
internal static class BenefitRules
{
    private const string WhoBenefits = "Say who benefits and how you will know.";

    public static IEnumerable<Rule> All { get; } =
    [
        Error("DSA-097").Code("ICO data sharing code: benefits").When(a => a.Content.Benefits.Count == 0).At("/benefits").Says(WhoBenefits),
        Error("DSA-097")
            .Code("ICO data sharing code: benefits")
            .ForEach(a => a.Content.Benefits)
            .When(benefit => AnyMissing(benefit.Statement, benefit.Measure) || benefit.BeneficiaryGroup is null)
            .At(
                (_, benefit) =>
                    $"/benefits/{benefit.Id}/"
                    + (
                        Missing(benefit.Statement) ? "statement"
                        : benefit.BeneficiaryGroup is null ? "beneficiaryGroup"
                        : "measure"
                    )
            )
            .Says(WhoBenefits),
        // Where no benefit is named at all, DSA-097 asks for one.
        Warning("DSA-098")
            .Code("National Data Guardian guidance on public benefit")
            .When(a =>
                WithoutTest(a)
                || (
                    a.Content.Benefits.Count > 0
                    && a.Content.Benefits.All(benefit => benefit.BeneficiaryGroup is BeneficiaryGroup.Commercial)
                )
            )
            .At((a, _) => WithoutTest(a) ? "/publicBenefitTest" : "/benefits")
            .Says("Explain the public benefit of this commercial use."),
    ];

    private static bool WithoutTest(Reading a) => a.Content.CommercialUse is true && Missing(a.Content.PublicBenefitTest);
}
