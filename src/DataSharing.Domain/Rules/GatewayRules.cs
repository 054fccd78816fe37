using DataSharing.Domain.Agreements.Content;
using DataSharing.Domain.Law;
using static DataSharing.Domain.Rules.Answers;
using static DataSharing.Domain.Rules.Declare;
using static DataSharing.Domain.Rules.Reading;

namespace DataSharing.Domain.Rules;

/// <summary>The power or duty to disclose: whether it is there, in force, and covers these bodies, purposes and data.</summary>
internal static class GatewayRules
{
    private static readonly DeaEntry?[] OnTheRegister = [DeaEntry.Planned, DeaEntry.Published];

    public static IEnumerable<Rule> All { get; } =
    [
        // A bar is not a power.
        Error("DSA-047").Law("Vires: a public body may only do what the law lets it do")
            .ForEach(a => a.Content.LegalLines.Where(DiscloseLine))
            .When((a, line) => a.Party(line.Party)?.PublicBody is true
                && (line.Gateways.All(citation => Missing(citation.Code)) || a.CitesOnly(GatewayType.Bar, line)))
            .At((a, line) => a.At(line, "gateways"))
            .Says("Cite the power or duty that lets {org} share this data."),

        Error("DSA-048").Law("The list of persons specified for the gateway")
            .ForEach(a => Uses(a).Where(use => DiscloseLine(use.Line)))
            .When((a, use) => NotAmong(a, use, person => person.MaySend, a.Party(use.Line.Party)))
            .At((a, use) => a.At(use.Line, use.Citation, use.Gateway))
            .Says("{org} is not a body allowed to use {gateway} for this purpose."),

        // The recipient's processors are not tested.
        Error("DSA-048").Law("The list of persons specified for the gateway")
            .ForEach(a => Uses(a).Where(use => DiscloseLine(use.Line)).SelectMany(use => Recipients(a, use.Line).Select(to => (Use: use, To: to))))
            .When((a, x) => NotAmong(a, x.Use, person => person.MayReceive, x.To))
            .At((a, x) => a.At(x.Use.Line, x.Use.Citation, x.Use.Gateway) is var place ? place with { Words = [("org", NameOf(x.To)), .. place.Words], About = x.To.Id } : place)
            .Says("{org} is not a body allowed to use {gateway} for this purpose."),

        Error("DSA-049").Law("The purposes that the gateway names")
            .ForEach(Uses)
            .When((a, use) => use.Gateway.AllowedPurposeCodes is { } allowed && a.Purpose(use.Line.Purpose)?.GatewayPurposeCode.Any(allowed.Contains) is not true)
            .At((a, use) => a.At(use.Line, use.Citation, use.Gateway))
            .Says("{gateway} does not cover this purpose."),

        Error("DSA-050").Law("Commencement, repeal and extent of the gateway")
            .ForEach(Uses)
            .When((a, use) => !use.Gateway.Extent.Intersect(Nations(a.Party(use.Line.Party))).Any())
            .At((a, use) => a.At(use.Line, use.Citation, use.Gateway).Naming("nation", a.Party(use.Line.Party)?.Jurisdiction is { } nation ? CodeLabels.Of(nation) : "a nation that is not named") with { About = "extent" })
            .Says("{gateway} does not apply in {nation}, where {org} is. Cite a power that does."),

        Error("DSA-051").Law("DEA 2017 s64(3) to (10)")
            .When(a => ResearchLines(a).Any() && (Missing(a.Content.Dea?.ProjectAccreditation)
                || Missing(a.Content.Dea.ResearcherAccreditations)
                || Missing(a.Content.Dea.ProcessorAccreditation)))
            .At((a, _) => Missing(a.Content.Dea?.ProjectAccreditation) ? "/dea/projectAccreditation"
                : Missing(a.Content.Dea.ResearcherAccreditations) ? "/dea/researcherAccreditations"
                : "/dea/processorAccreditation")
            .Says(ResearchGateway),

        Error("DSA-051").Law("DEA 2017 s64(3)")
            .ForEach(a => ResearchFlows(a).Where(flow => a.Party(flow.To) is not { } to || !IsProcessor(to)).Select(a.DatasetOf).OfType<Dataset>())
            .When(ds => ds.Identifiability is not (Identifiability.DeIdentified or Identifiability.Anonymous or Identifiability.Aggregate))
            .At((_, ds) => At(ds, "identifiability"))
            .Says(ResearchGateway),

        Error("DSA-051").Law("DEA 2017 s65(4)")
            .ForEach(a => ResearchFlows(a).Select(a.DatasetOf).OfType<Dataset>())
            .When(ds => ds.HeldForHealthOrAdultSocialCare is true)
            .At((_, ds) => At(ds, "heldForHealthOrAdultSocialCare"))
            .Says(ResearchGateway),

        Error("DSA-052").Code("DEA 2017 codes of practice")
            .When(a => a.CitedGateways.Any(cited => cited.Gateway.RegisterRequired) && !OnTheRegister.Contains(a.Content.Register?.DeaEntry))
            .At("/register/deaEntry")
            .Says("This sharing must appear on the government's register of information sharing agreements (and debt/fraud pilots need approval)."),

        Error("DSA-052").Code("DEA 2017 codes of practice")
            .When(a => a.CitedGateways.Any(cited => cited.Gateway.PilotApprovalRequired) && Missing(a.Content.Dea?.PilotApprovalRef))
            .At("/dea/pilotApprovalRef")
            .Says("This sharing must appear on the government's register of information sharing agreements (and debt/fraud pilots need approval)."),

        Warning("DSA-053").Policy()
            .ForEach(a => a.Content.LegalLines.Where(DiscloseLine))
            .When((a, line) => a.CitesOnly(GatewayType.Implied, line) && Missing(line.LegalAdviceRef))
            .At((a, line) => a.At(line, "legalAdviceRef"))
            .Says("You are relying on an implied power. Attach legal advice."),

        Error("DSA-110").Law("The data that the gateway leaves out")
            .ForEach(a => Uses(a).Where(use => a.Touches.Any(touch => touch.Line == use.Line
                && Excludes(use.Gateway, touch.Dataset)
                && !a.Gateways(use.Line).Any(other => other.Citation != use.Citation && !other.Gateway.IsOnly(GatewayType.Bar) && !Excludes(other.Gateway, touch.Dataset)))))
            .At((a, use) => a.At(use.Line, use.Citation, use.Gateway))
            .Says("{gateway} cannot be used for this kind of data. Cite another power or leave the data out."),

        Error("DSA-113").Policy()
            .ForEach(a => a.Content.LegalLines.SelectMany(line => line.Gateways.Select(citation => (Line: line, Citation: citation))))
            .When(x => x.Citation.Code == LawVocabulary.Unknown)
            .At((a, x) => a.At(x.Line, $"gateways/{x.Citation.Id}/code"))
            .Says("\"I don't know\" is fine in a draft. Ask the adviser named here before you submit.")
    ];

    private const string ResearchGateway =
        "The research gateway needs accredited project, people and processing environment, de-identified data, and cannot be used for health or adult social care records.";

    private static IEnumerable<Use> Uses(Reading a) =>
        from line in a.Content.LegalLines
        from cited in a.Gateways(line)
        select new Use(line, cited.Citation, cited.Gateway);

    /// <summary>The gateway keeps a list for this side and purpose, and the party is not on it that day. No list, no test.</summary>
    private static bool NotAmong(Reading a, Use use, Func<SpecifiedPerson, bool> side, Party? party)
    {
        var codes = a.Purpose(use.Line.Purpose)?.GatewayPurposeCode ?? [];
        var listed = use.Gateway.SpecifiedPersons
            .Where(person => side(person) && (person.PurposeCode is null || codes.Contains(person.PurposeCode)))
            .ToArray();
        return listed.Length > 0
            && party is not null
            && !listed.Any(person => person.ValidOn(a.JudgedOn) && Identifies(person, party));
    }

    private static bool Identifies(SpecifiedPerson person, Party party) =>
        person.Covers(party.OrgId) || party.Identifiers.Any(identifier => person.Covers($"{identifier.Scheme}:{identifier.Value}"));

    private static IEnumerable<Party> Recipients(Reading a, LegalLine line) => a.Content.Flows
        .Where(flow => flow.From == line.Party && flow.PurposeIds.Contains(line.Purpose!))
        .Select(flow => a.Controller(flow.To))
        .OfType<Party>();

    private static IEnumerable<LegalLine> ResearchLines(Reading a) =>
        a.Content.LegalLines.Where(line => line.Gateways.Any(citation => citation.Code == "GW-DEA64"));

    private static IEnumerable<Flow> ResearchFlows(Reading a) =>
        a.Content.Flows.Where(flow => ResearchLines(a).Any(line => flow.PurposeIds.Contains(line.Purpose!)));

    private static bool Excludes(Gateway gateway, Dataset ds) => gateway.ExcludedDataCategories.Any(category => category switch
    {
        DataExclusion.PatientInformation => ds.IsCPI is true,
        DataExclusion.HeldForHealthOrAdultCare => ds.HeldForHealthOrAdultSocialCare is true,
        DataExclusion.PersonalData => Personal(ds),
        DataExclusion.SpecialCategory => SC(ds),
        _ => throw new ArgumentOutOfRangeException(nameof(gateway), category, null)
    });

    private sealed record Use(LegalLine Line, GatewayCitation Citation, Gateway Gateway);
}
