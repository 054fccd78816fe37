using DataSharing.Domain.Content;
using DataSharing.Domain.Law;
using static DataSharing.Domain.Rules.Declare;
using static DataSharing.Domain.Rules.Reading;

namespace DataSharing.Domain.Rules;

/// <summary>Whether what an agreement relies on is law at all on the day that counts.</summary>
internal static class ProvisionRules
{
    public const string NotInForce = "DSA-050";

    /// <summary>What the same rule is about where a power does not apply in the party's nation.</summary>
    public const string Extent = "extent";

    public static IEnumerable<Rule> All { get; } =
    [
        // The table asks it of gateways alone; a repealed basis or a lapsed transfer mechanism supports a sharing no better.
        Error(NotInForce)
            .Law("The provision itself")
            .ForEach(Cited)
            .When((a, cited) => !cited.Provision.InForceOn(a.JudgedOn))
            .At(
                (a, cited) =>
                    cited
                        .Place.Naming("provision", $"{cited.Provision.Name} ({cited.Provision.Code})")
                        .Naming("day", InWords(a.JudgedOn)) with
                    {
                        Law = [cited.Provision.Citation],
                        About = cited.Provision is Gateway ? "" : cited.Provision.Code,
                    }
            )
            .Says("{provision} is not in force on {day}. Choose one that is."),
    ];

    /// <summary>
    /// Every provision of the book that the agreement relies on: where its regime asks for it, and without personal data only its powers
    /// and its routes through confidence. A basis that the sharing starts too early for has a rule of its own (DSA-023).
    /// </summary>
    private static IEnumerable<(Place Place, LawEntry Provision)> Cited(Reading a) =>
        from named in a.Content.LegalLines.SelectMany(line => InLine(a, line)).Concat(InPurposes(a)).Concat(InTransfers(a))
        let provision = a.LawBook.Find(named.Code)
        where provision is Gateway or ConfidentialityRoute || (provision is not null && a.HasPersonalData)
        select (named.Place, provision);

    private static IEnumerable<(Place Place, string? Code)> InLine(Reading a, LegalLine line)
    {
        (Place, string?)[] byRegime = UkGdpr(line)
            ?
            [
                (a.At(line, "art6"), a.TooEarlyForRecognisedInterests(line) ? null : line.Art6),
                (
                    a.At(line, "annex1"),
                    a.TooEarlyForRecognisedInterests(line) || a.LawBook.LawfulBasis(line.Art6)?.NeedsRecognisedInterest is not true
                        ? null
                        : line.Annex1
                ),
                .. line.Art9.Select(code => (a.At(line, "art9"), (string?)code)),
                .. line.S1.SelectMany(s1 => new[] { (a.At(line, $"s1/{s1.Id}"), s1.Code), (a.At(line, $"s1/{s1.Id}"), s1.Underlying) }),
                (a.At(line, "art10"), line.Art10),
            ]
            :
            [
                (a.At(line, "part3/code"), line.Part3?.Code),
                .. (line.Part3?.Sch8 ?? []).Select(code => (a.At(line, "part3/sch8"), (string?)code)),
            ];
        return
        [
            .. byRegime,
            .. line.Gateways.Select(citation => (a.At(line, $"gateways/{citation.Id}"), citation.Code)),
            (a.At(line, "confidentiality/code"), line.Confidentiality?.Code),
        ];
    }

    private static IEnumerable<(Place Place, string? Code)> InPurposes(Reading a) =>
        a.Content.Purposes.Select(purpose => (At(purpose, "compatibilityRoute"), purpose.CompatibilityRoute));

    private static IEnumerable<(Place Place, string? Code)> InTransfers(Reading a) =>
        from flow in a.Content.Flows
        from transfer in flow.Transfers
        select (At(flow, $"transfers/{transfer.Id}/mechanism"), transfer.Mechanism);
}
