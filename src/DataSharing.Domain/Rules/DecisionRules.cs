using DataSharing.Domain.Content;
using DataSharing.Domain.Law;
using static DataSharing.Domain.Rules.Answers;
using static DataSharing.Domain.Rules.Declare;
using static DataSharing.Domain.Rules.Reading;

namespace DataSharing.Domain.Rules;

/// <summary>Automated decisions and algorithmic tools.</summary>
internal static class DecisionRules
{
    public static IEnumerable<Rule> All { get; } =
    [
        Error("DSA-074")
            .Law("UK GDPR Art 22C", "DPA 2018 s50C")
            .IfPersonalData()
            .When(a =>
                a.DecidesAlone
                && a.Content.Adm?.Safeguards is not { Information: true, Representations: true, HumanIntervention: true, Contest: true }
            )
            .At("/adm/safeguards")
            .Says("People must be told, be able to make representations, get a human to intervene, and contest the decision (Art 22C)."),
        // Under Part 3 (s50B) explicit consent or a law is enough.
        Error("DSA-075")
            .Law("UK GDPR Art 22B", "DPA 2018 s50B")
            .IfPersonalData()
            .ForEach(a =>
                a.DecisionMakerLines.Where(line =>
                    a.DecidesAlone && a.Touches.Any(touch => touch.Line == line && Personal(touch.Dataset) && SC(touch.Dataset))
                )
            )
            .When(
                (a, line) =>
                    a.Content.Adm is not { EntirelyExplicitConsent: true }
                    && !(a.Content.Adm is { ContractOrLaw: true } && (!UkGdpr(line) || line.Art9.Contains("A9-G")))
            )
            .At(
                (a, line) =>
                    !UkGdpr(line) || line.Art9.Contains("A9-G")
                        ? a.At(line, "art9") with
                        {
                            Path = "/adm/contractOrLaw",
                            About = line.Id,
                        }
                        : a.At(line, "art9")
            )
            .Says(
                "Solely automated significant decisions using special category data are not allowed on this basis (Art 22B). They need "
                    + "explicit consent to all of it, or a contract or law that requires them, "
                    + "under the UK GDPR together with Article 9(2)(g)."
            ),
        Error("DSA-076")
            .Law("UK GDPR Art 22B(4)")
            .IfPersonalData()
            .ForEach(a => a.DecisionMakerLines.Where(line => a.DecidesAlone && UkGdpr(line) && UseLine(line)))
            .When((a, line) => a.LawBook.LawfulBasis(line.Art6)?.ClosedToSolelyAutomatedDecisions is true)
            .At((a, line) => a.At(line, "art6"))
            .Says(
                "A solely automated significant decision cannot rely on recognised legitimate interests. "
                    + "Choose another basis, or let a human decide."
            ),
        Warning("DSA-077")
            .Code("Algorithmic Transparency Recording Standard")
            .IfPersonalData()
            .When(a =>
                a.Content.Adm is { AlgorithmicTool: true } adm
                && (adm.PublicSectorUser ?? a.Controllers.Any(party => party.PublicBody is true && a.LinesOf(party).Any(UseLine)))
                && Missing(a.Content.AtrsRef)
            )
            .At("/atrsRef")
            .Says("Publish an algorithmic transparency record or say why it is out of scope."),
    ];
}
