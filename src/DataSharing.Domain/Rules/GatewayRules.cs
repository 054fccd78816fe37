using DataSharing.Domain.Content;
using DataSharing.Domain.Law;
using static DataSharing.Domain.Rules.Answers;
using static DataSharing.Domain.Rules.Declare;
using static DataSharing.Domain.Rules.Reading;

namespace DataSharing.Domain.Rules;

/// <summary>The power or duty to disclose: whether it is there, in force, and covers these bodies, purposes and data.</summary>
internal static class GatewayRules
{
    /// <summary>Nothing that is cited lets a public body share.</summary>
    public const string NoPower = "DSA-047";

    /// <summary>The gateway is limited to purposes, and this is none of them.</summary>
    public const string OtherPurpose = "DSA-049";

    private static readonly DeaEntry?[] OnTheRegister = [DeaEntry.Planned, DeaEntry.Published];

    public static IEnumerable<Rule> All { get; } =
    [
        Error("DSA-047")
            .Law("Vires: a public body may only do what the law lets it do")
            .ForEach(a => a.Content.LegalLines.Where(DiscloseLine))
            .When((a, line) => a.Party(line.Party)?.PublicBody is true && line.Gateways.All(citation => Missing(citation.Code)))
            .At((a, line) => a.At(line, "gateways"))
            .Says("Cite the power or duty that lets {org} share this data."),
        Error("DSA-047")
            .Law("Vires: a public body may only do what the law lets it do")
            .BeforeBook(2)
            .ForEach(a => a.Content.LegalLines.Where(DiscloseLine))
            .When((a, line) => a.Party(line.Party)?.PublicBody is true && CitesBarsOnly(a, line))
            .At(
                (a, line) =>
                    a.At(line, "gateways")
                        .Naming("gateway", string.Join(" and ", a.Gateways(line).Select(cited => cited.Gateway.Name).Distinct()))
            )
            .Says(
                "{gateway} is a bar, not a power: it says what may not be shared. Cite the power or duty that lets {org} share this data."
            ),
        // Whoever discloses by a gateway must be able to; who receives cites it, if at all, to say by what the data came. With several
        // objectives it is enough to be listed for one: the others are then not this gateway's.
        Error("DSA-048")
            .Law("The list of persons specified for the gateway")
            .ForEach(a => Uses(a).Where(use => DiscloseLine(use.Line) && IsOpenList(a, use.Gateway)))
            .When((a, use) => NotAmong(a, use, person => person.MaySend, a.Party(use.Line.Party)))
            .At((a, use) => a.At(use.Line, use.Citation, use.Gateway))
            .Says("{org} is not a body allowed to use {gateway} for this purpose. Cite another power."),
        // The recipient's processors are not tested.
        Error("DSA-048")
            .Law("The list of persons specified for the gateway")
            .ForEach(a =>
                Uses(a)
                    .Where(use => DiscloseLine(use.Line) && IsOpenList(a, use.Gateway))
                    .SelectMany(use => a.RecipientsOf(use.Line).Select(to => (Use: use, To: to)))
            )
            .When((a, x) => NotAmong(a, x.Use, person => person.MayReceive, x.To))
            .At(
                (a, x) =>
                    a.At(x.Use.Line, x.Use.Citation, x.Use.Gateway) is var place
                        ? place with
                        {
                            Words = [("org", NameOf(x.To)), .. place.Words],
                            About = x.To.Id,
                        }
                        : place
            )
            .Says(
                "{org} is not a body allowed to receive data by {gateway} for this purpose. "
                    + "Cite another power, or leave it out of this flow."
            ),
        Error(OtherPurpose)
            .Law("The purposes that the gateway names")
            .ForEach(Uses)
            .When(
                (a, use) =>
                    use.Gateway.AllowedPurposeCodes is { } allowed
                    && a.Purpose(use.Line.Purpose)?.GatewayPurposeCode.Any(allowed.Contains) is not true
            )
            .At((a, use) => a.At(use.Line, use.Citation, use.Gateway))
            .Says("{gateway} does not cover this purpose. Say which of its objectives the purpose serves, or cite another power."),
        Error("DSA-050")
            .Law("The provision itself")
            .ForEach(Uses)
            .When(
                (a, use) =>
                    a.Party(use.Line.Party)?.Jurisdiction is not null
                    && !use.Gateway.Extent.Intersect(Nations(a.Party(use.Line.Party))).Any()
            )
            .At(
                (a, use) =>
                    a.At(use.Line, use.Citation, use.Gateway)
                        .Naming("nation", CodeLabels.Of(a.Party(use.Line.Party)!.Jurisdiction!.Value)) with
                    {
                        About = ProvisionRules.Extent,
                    }
            )
            .Says("{gateway} does not apply in {nation}, where {org} is. Cite a power that does."),
        Error("DSA-050")
            .Law("The provision itself")
            .ForEach(a => Uses(a).Select(use => a.Party(use.Line.Party)).OfType<Party>())
            .When(party => party.Jurisdiction is null)
            .At((_, party) => At(party, "jurisdiction"))
            .Says("Say in which nation {org} is: a power applies in some of them only."),
        Error("DSA-051")
            .Law("DEA 2017 s64(3) to (10)")
            .When(a =>
                ResearchLines(a).Any()
                && (
                    Missing(a.Content.Dea?.ProjectAccreditation)
                    || Missing(a.Content.Dea.ResearcherAccreditations)
                    || Missing(a.Content.Dea.ProcessorAccreditation)
                )
            )
            .At(
                (a, _) =>
                    Missing(a.Content.Dea?.ProjectAccreditation) ? "/dea/projectAccreditation"
                    : Missing(a.Content.Dea.ResearcherAccreditations) ? "/dea/researcherAccreditations"
                    : "/dea/processorAccreditation"
            )
            .Says(
                "The research gateway needs an accredited project, accredited people and an accredited processing environment: "
                    + "record all three accreditations."
            ),
        // "A flow" is read as one of the research: what is shared for something else rests on another power. Who is a controller as well is
        // no mere processor.
        Error("DSA-051")
            .Law("DEA 2017 s64(3)")
            .ForEach(a =>
                ResearchFlows(a)
                    .Where(flow => a.Party(flow.To) is not { } to || !IsProcessor(to) || a.Controller(to.Id) is not null)
                    .Select(a.DatasetOf)
                    .OfType<Dataset>()
            )
            .When(ds => ds.Identifiability is not (Identifiability.DeIdentified or Identifiability.Anonymous or Identifiability.Aggregate))
            .At((_, ds) => At(ds, "identifiability"))
            .Says(
                "The research gateway lets only de-identified data go to those who use it. "
                    + "De-identify it, or send it to an accredited processor."
            ),
        Error("DSA-051")
            .Law("DEA 2017 s65(4)")
            .ForEach(a => ResearchFlows(a).Select(a.DatasetOf).OfType<Dataset>())
            .When(ds => ds.HeldForHealthOrAdultSocialCare is true)
            .At((_, ds) => At(ds, "heldForHealthOrAdultSocialCare"))
            .Says("The research gateway cannot be used for health or adult social care records. Cite another power, or leave them out."),
        Error("DSA-052")
            .Code("DEA 2017 codes of practice")
            .When(a =>
                a.CitedGateways.Any(cited => cited.Gateway.RegisterRequired) && !OnTheRegister.Contains(a.Content.Register?.DeaEntry)
            )
            .At("/register/deaEntry")
            .Says(
                "This sharing must appear on the government's register of information sharing agreements: "
                    + "say that its entry is planned or published."
            ),
        Error("DSA-052")
            .Code("DEA 2017 codes of practice")
            .When(a => a.CitedGateways.Any(cited => cited.Gateway.PilotApprovalRequired) && Missing(a.Content.Dea?.PilotApprovalRef))
            .At("/dea/pilotApprovalRef")
            .Says("Sharing about debt or fraud must be approved as a pilot first: record the approval."),
        Warning("DSA-053")
            .Policy()
            .ForEach(a => a.Content.LegalLines.Where(DiscloseLine))
            .When((a, line) => a.CitesOnlyImplied(line) && Missing(line.LegalAdviceRef))
            .At((a, line) => a.At(line, "legalAdviceRef"))
            .Says("You are relying on an implied power. Attach legal advice."),
        Error("DSA-110")
            .Law("The data that the gateway leaves out")
            .ForEach(a =>
                Uses(a)
                    .Where(use =>
                        a.Touches.Any(touch =>
                            touch.Line == use.Line
                            && Excludes(a, use, touch.Dataset)
                            && !a.Gateways(use.Line)
                                .Any(other =>
                                    other.Citation != use.Citation
                                    && !IsNoPower(a, other.Gateway)
                                    && (other.Gateway.Code != Gateway.OtherEnactment || !Missing(use.Line.LegalAdviceRef))
                                    && !Excludes(a, new Use(use.Line, other.Citation, other.Gateway), touch.Dataset)
                                )
                        )
                    )
            )
            .At((a, use) => a.At(use.Line, use.Citation, use.Gateway))
            .Says("{gateway} cannot be used for this kind of data. Cite another power or leave the data out."),
        Error("DSA-113")
            .Policy()
            .ForEach(a => a.Content.LegalLines.SelectMany(line => line.Gateways.Select(citation => (Line: line, Citation: citation))))
            .When(x => x.Citation.Code == LawVocabulary.Unknown)
            .At((a, x) => a.At(x.Line, $"gateways/{x.Citation.Id}/code"))
            .Says(RuleDraft.StillUnknown),
    ];

    internal static IEnumerable<Use> Uses(Reading a) =>
        from line in a.Content.LegalLines
        from cited in a.Gateways(line)
        select new Use(line, cited.Citation, cited.Gateway);

    private static bool CitesBarsOnly(Reading a, LegalLine line) =>
        a.CitesOnlyKnown(line) && a.Gateways(line).All(cited => cited.Gateway.IsOnly(GatewayType.Bar));

    /// <summary>
    /// It says nothing of kinds of bodies nor that its list is closed: all lists of book 1, and what a later book keeps of them as they
    /// were. <see cref="GatewayUserRules"/> read the others.
    /// </summary>
    private static bool IsOpenList(Reading a, Gateway gateway) => a.LawBook.Number < 2 || !gateway.NamesSides;

    /// <summary>The gateway keeps a list for this side and purpose, and the party is not on it that day. No list, no test.</summary>
    private static bool NotAmong(Reading a, Use use, Func<SpecifiedPerson, bool> side, Party? party)
    {
        var codes = a.Purpose(use.Line.Purpose)?.GatewayPurposeCode ?? [];
        var listed = use
            .Gateway.SpecifiedPersons.Where(person => side(person) && (person.PurposeCode is null || codes.Contains(person.PurposeCode)))
            .ToArray();
        return listed.Length > 0 && party is not null && !listed.Any(person => a.IsOne(person, party));
    }

    private static IEnumerable<LegalLine> ResearchLines(Reading a) =>
        a.Content.LegalLines.Where(line => line.Gateways.Any(citation => citation.Code == "GW-DEA64"));

    private static IEnumerable<Flow> ResearchFlows(Reading a) =>
        a.Content.Flows.Where(flow => ResearchLines(a).Any(line => flow.PurposeIds.Contains(line.Purpose!)));

    private static bool Excludes(Reading a, Use use, Dataset ds) =>
        use.Gateway.ExcludedDataCategories.Any(category =>
            category switch
            {
                DataExclusion.PatientInformation => ds.IsCPI is true,
                DataExclusion.PatientInformationOfOthers => ds.IsCPI is true
                    && a.Party(use.Line.Party) is { } party
                    && KindsOfBody.Of(party, doesResearch: false)?.Contains(BodyKind.Health) is not true,
                DataExclusion.HeldForHealthOrAdultCare => ds.HeldForHealthOrAdultSocialCare is true,
                DataExclusion.PersonalData => Personal(ds),
                DataExclusion.SpecialCategory => SC(ds),
                _ => throw new ArgumentOutOfRangeException(nameof(use), category, null),
            }
        );

    /// <summary>A gateway that a line cites.</summary>
    internal sealed record Use(LegalLine Line, GatewayCitation Citation, Gateway Gateway);
}
