using DataSharing.Domain.Content;
using DataSharing.Domain.Law;
using static DataSharing.Domain.Rules.Answers;
using static DataSharing.Domain.Rules.Declare;
using static DataSharing.Domain.Rules.Reading;

namespace DataSharing.Domain.Rules;

/// <summary>Duties of confidence, statutory bars and the National Data Opt-out. They hold for records of the dead as well.</summary>
internal static class ConfidentialityRules
{
    public static IEnumerable<Rule> All { get; } =
    [
        Error("DSA-054")
            .Law("Common law duty of confidentiality")
            .ForEach(a => a.Touches.Where(touch => touch.Dataset.OwedConfidence is true && DiscloseLine(touch.Line)))
            .When(touch => Missing(touch.Line.Confidentiality?.Code))
            .At((a, touch) => a.At(touch.Line, "confidentiality/code"))
            .Says("This information is confidential. Say what allows it to be disclosed (consent, law, section 251, or public interest)."),
        // A regulation that is none of the three is no more support than none.
        Error("DSA-055")
            .Law("NHS Act 2006 s251", "SI 2002/1438")
            .ForEach(a => a.Content.LegalLines)
            .When(
                (a, line) =>
                    a.LawBook.ConfidentialityRoute(line.Confidentiality?.Code)?.NeedsSection251Details is true && !Complete(a, line)
            )
            .At((a, line) => a.At(line, "confidentiality/cag"))
            .Says("Section 251 support needs a current CAG reference (regulations 2 and 5) or the basis under regulation 3."),
        Error("DSA-056")
            .Law("Common law duty of confidentiality")
            .ForEach(a => a.Content.LegalLines)
            .When(
                (a, line) =>
                    a.LawBook.ConfidentialityRoute(line.Confidentiality?.Code)?.IndividualCareOnly is true
                    && !IndividualCare(a.Purpose(line.Purpose))
            )
            .At((a, line) => a.At(line, "confidentiality/code"))
            .Says("Implied consent covers only the person's own care. Choose another route for what was told in confidence."),
        Error("DSA-057")
            .Code("National Data Opt-out operational policy")
            .ForEach(UnderOptOut)
            .When(touch => touch.Line.Ndo is not { Applied: true } and not { Exemption: not null })
            .At((a, touch) => a.At(touch.Line, "ndo"))
            .Says("Apply the National Data Opt-out or record the exemption."),
        // A dataset in no flow is touched by its controller's own line alone, which passes nothing on.
        Error("DSA-058")
            .Law("CRCA 2005 ss18 to 19", "SSAA 1992 s123", "SRSA 2007 s39")
            .ForEach(a => Barred(a).Where(touch => Says(touch.Dataset)))
            .At(AtBar)
            .Says("{source} data is protected by law. Cite the gateway and, for onward sharing, the originator's consent."),
        // What a body holds under a bar is barred though the draft does not say so.
        Error("DSA-058")
            .Law("CRCA 2005 ss18 to 19", "SSAA 1992 s123", "SRSA 2007 s39")
            .FromBook(2)
            .ForEach(a => Barred(a).Where(touch => !Says(touch.Dataset)))
            .At((a, touch) => AtBar(a, touch).Naming("holder", NameOf(a.Party(touch.Dataset.Controller))))
            .Says(
                "{holder} holds this data under a bar, whatever the draft says. Cite the gateway and, for onward sharing, "
                    + "the originator's consent; or say at the dataset why no bar applies."
            ),
        // Support under section 251 is the one route of book 1 that does not apply everywhere. A route that does fits whatever nation is
        // not said yet.
        Error("DSA-112")
            .Law("NHS Act 2006 s251")
            .ForEach(a =>
                a.Content.LegalLines.Select(line => (Line: line, Route: a.LawBook.ConfidentialityRoute(line.Confidentiality?.Code)))
            )
            .When((a, x) => x.Route is { Extent.Count: < 4 } route && !route.Extent.Intersect(Nations(a.Party(x.Line.Party))).Any())
            .At(
                (a, x) =>
                    a.At(x.Line, "confidentiality/code")
                        .Naming("route", $"{x.Route!.Name} ({x.Route.Code})")
                        .Naming(
                            "nations",
                            string.Join(" and ", x.Route.Extent.Select(nation => CodeLabels.Of(Enum.Parse<Jurisdiction>($"{nation}"))))
                        ) with
                    {
                        Law = [x.Route.Citation],
                    }
            )
            .Says("{route} applies in {nations} only, and {org} is not said to be there. Choose another route."),
        Error("DSA-112")
            .Law("NHS Act 2006 s251")
            .ForEach(a =>
                a.Content.LegalLines.Where(line =>
                    a.LawBook.ConfidentialityRoute(line.Confidentiality?.Code)?.NeedsSection251Details is not true
                )
            )
            .When(
                (a, line) => Section251(line) is not null && !Nations(a.Party(line.Party)).Intersect([Nation.England, Nation.Wales]).Any()
            )
            .At((a, line) => a.At(line, $"gateways/{Section251(line)!.Id}"))
            .Says("Section 251 applies in England and Wales only, and {org} is not said to be there. Cite another power."),
    ];

    /// <summary>Where patients who opted out are to be left out, unless an exemption holds.</summary>
    internal static IEnumerable<Touch> UnderOptOut(Reading a) =>
        a.Touches.Where(touch =>
            touch.Dataset.IsCPI is true
            && DiscloseLine(touch.Line)
            && InEngland(a.Party(touch.Line.Party))
            && !IndividualCare(a.Purpose(touch.Line.Purpose))
            && !Unidentifiable(touch.Dataset)
        );

    /// <summary>The line rests on section 251, with all that DSA-055 asks for.</summary>
    internal static bool HasSupport(Reading a, LegalLine line) => Complete(a, line);

    private static bool Complete(Reading a, LegalLine line) =>
        line.Confidentiality?.Cag switch
        {
            { Regulation: 2 or 5 } cag => !Missing(cag.Ref) && !a.MissingOrPast(a.ReviewDue(cag)),
            { Regulation: 3 } cag => !Missing(cag.Reg3Basis),
            _ => false,
        };

    private static GatewayCitation? Section251(LegalLine line) => line.Gateways.FirstOrDefault(citation => citation.Code == "GW-NHS251");

    private static bool Says(Dataset ds) => ds.StatutoryBar is not (null or StatutoryBar.None);

    /// <summary>Disclosures of what is held under a bar that nothing cited sets aside.</summary>
    private static IEnumerable<Touch> Barred(Reading a) =>
        a.Touches.Where(touch =>
            DiscloseLine(touch.Line)
            && a.BarOf(touch.Dataset) is not StatutoryBar.None and var bar
            && !a.Gateways(touch.Line).Any(cited => HasOrder(cited.Citation, cited.Gateway) && Lifts(cited.Gateway, touch, bar))
        );

    private static Place AtBar(Reading a, Touch touch) =>
        a.At(touch.Line, "gateways").Naming("source", a.BarOf(touch.Dataset) is not StatutoryBar.Other and var bar ? $"{bar}" : "This") with
        {
            Law = Bar(a.BarOf(touch.Dataset)),
            About = $"{a.BarOf(touch.Dataset)}",
        };

    /// <summary>The gateway sets the bar aside, for the originator or also for those who pass the data on.</summary>
    private static bool Lifts(Gateway gateway, Touch touch, StatutoryBar bar) =>
        gateway.LiftsBars.Contains($"{bar}")
        && (
            touch.Flow is not { } flow
            || flow.From == touch.Dataset.Controller
            || gateway.CoversOnward
            || !Missing(touch.Dataset.OriginatorConsentRef)
        );

    private static ValueList<string> Bar(StatutoryBar bar) =>
        bar switch
        {
            StatutoryBar.HMRC => ["CRCA 2005 ss18 to 19"],
            StatutoryBar.DWP => ["SSAA 1992 s123"],
            StatutoryBar.Statistics => ["SRSA 2007 s39"],
            StatutoryBar.DEA => ["DEA 2017 ss40 to 41, 49 to 50, 57 to 58 and 66"],
            _ => ["The law that protects it"],
        };
}
