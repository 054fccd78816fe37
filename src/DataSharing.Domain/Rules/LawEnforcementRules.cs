using DataSharing.Domain.Content;
using DataSharing.Domain.Law;
using static DataSharing.Domain.Rules.Answers;
using static DataSharing.Domain.Rules.Declare;
using static DataSharing.Domain.Rules.Reading;

namespace DataSharing.Domain.Rules;

/// <summary>Part 3 of the Data Protection Act 2018, and the way out of it.</summary>
internal static class LawEnforcementRules
{
    public static IEnumerable<Rule> All { get; } =
    [
        Error("DSA-043")
            .Law("DPA 2018 ss30 and 31")
            .IfPersonalData()
            .ForEach(a => a.Content.LegalLines.Where(line => !UkGdpr(line)))
            .When((a, line) => a.Party(line.Party)?.IsCompetentAuthority is not true || !LE(a.Purpose(line.Purpose)))
            .At((a, line) => a.At(line, "regime"))
            .Says(
                "Only competent authorities with a law-enforcement purpose can use Part 3. "
                    + "Put this line under the UK GDPR, or say that the purpose is law enforcement."
            ),
        Warning("DSA-044")
            .Law("DPA 2018 s29")
            .IfPersonalData()
            .ForEach(a => a.Content.LegalLines.Where(UkGdpr))
            .When((a, line) => LE(a.Purpose(line.Purpose)) && a.Party(line.Party)?.IsCompetentAuthority is true)
            .At((a, line) => a.At(line, "regime"))
            .Says("Check the regime: law-enforcement processing by a competent authority normally falls under Part 3."),
        Error("DSA-045")
            .Law("DPA 2018 s36(4)")
            .IfPersonalData()
            .ForEach(a => a.LawEnforcementCrossings)
            .When(touch => Missing(touch.Line.S36AuthorisingLaw))
            .At((a, touch) => a.At(touch.Line, "s36AuthorisingLaw"))
            .Says("Data collected for law enforcement can be reused for another purpose only if a law authorises it. Cite it."),
        Error("DSA-046")
            .Law("DPA 2018 s35(3) to (5)", "DPA 2018 s42")
            .IfPersonalData()
            .ForEach(a => a.Touches.Where(touch => !UkGdpr(touch.Line) && Personal(touch.Dataset) && SC(touch.Dataset)))
            .When(touch => !MeetsSection35(touch.Line.Part3))
            .At((a, touch) => a.At(touch.Line, "part3"))
            .Says(
                "Sensitive law-enforcement processing needs consent, or strict necessity with a Schedule 8 condition: "
                    + "record one of the two."
            ),
        Error("DSA-046")
            .Law("DPA 2018 s42")
            .IfPersonalData()
            .ForEach(a =>
                a.Touches.Where(touch => !UkGdpr(touch.Line) && Personal(touch.Dataset) && SC(touch.Dataset))
                    .Select(touch => a.Party(touch.Line.Party))
                    .OfType<Party>()
            )
            .When((a, party) => !HasPolicyDocument(a, party))
            .At((_, party) => At(party, "apd"))
            .Says("Sensitive law-enforcement processing needs a policy document: record the one of {org} that covers Part 3."),
    ];

    private static bool MeetsSection35(Part3Basis? basis) =>
        basis is { Code: "P3-CONSENT" } or { StrictlyNecessary: true, Sch8.Count: > 0 };

    private static bool HasPolicyDocument(Reading a, Party party) =>
        party.Apd.Any(apd => !Missing(apd.Ref) && a.Covers(party, apd).Contains(LawBook.Part3PolicyDocument));
}
