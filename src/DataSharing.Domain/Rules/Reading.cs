using DataSharing.Domain.Content;
using DataSharing.Domain.Law;

namespace DataSharing.Domain.Rules;

/// <summary>
/// An agreement as the rules read it: by one law book, on one day, in its circumstances. The rules' common words are
/// defined once, here.
/// </summary>
public sealed partial class Reading
{
    private readonly Dictionary<string, Party> _parties;
    private readonly Dictionary<string, Purpose> _purposes;
    private readonly Dictionary<string, Dataset> _datasets;
    private readonly ILookup<string?, LegalLine> _linesByParty;
    private readonly Lazy<IReadOnlyList<Touch>> _touches;
    private readonly Lazy<IReadOnlyList<DatedEvidence>> _datedEvidence;
    private readonly Lazy<RiskAssessment> _risk;
    private readonly Lazy<DpiaNeed> _dpia;

    public Reading(AgreementContent content, Criteria criteria, Circumstances circumstances)
    {
        content = WithPartiesForRecipients(content);
        (Content, Criteria, Circumstances) = (content, criteria, circumstances);
        HasPersonalData = content.Datasets.Any(Personal);
        Controllers = [.. content.Parties.Where(IsController)];
        (_parties, _purposes, _datasets) = (ById(content.Parties), ById(content.Purposes), ById(content.Datasets));
        _linesByParty = content.LegalLines.ToLookup(line => line.Party);
        PersonalFlows = [.. from flow in content.Flows let ds = DatasetOf(flow) where ds is not null && Personal(ds) select (flow, ds)];
        _touches = new(() => [.. content.LegalLines.SelectMany(TouchesOf)]);
        _datedEvidence = new(FindDatedEvidence);
        _risk = new(() => Risks.Assess(this));
        _dpia = new(() => DpiaTest.Apply(this));
    }

    public AgreementContent Content { get; }

    public Criteria Criteria { get; }

    public LawBook LawBook => Criteria.LawBook;

    public Circumstances Circumstances { get; }

    public Policy Policy => Criteria.Policy;

    public Records Records => Circumstances.Records;

    public DateOnly Today => Circumstances.Today;

    /// <summary>The version's own start; amendments and renewals are judged by it.</summary>
    public DateOnly? Eff => Content.EffectiveFrom ?? Content.StartDate;

    /// <summary>max(eff, today): the day whose law counts.</summary>
    public DateOnly JudgedOn => Eff > Today ? Eff.Value : Today;

    /// <summary><c>pd</c>: some dataset is personal.</summary>
    public bool HasPersonalData { get; }

    /// <summary>Parties with the role of controller or joint controller; without personal data, providers and recipients as well.</summary>
    public IReadOnlyList<Party> Controllers { get; }

    public RiskAssessment Risk => _risk.Value;

    public DpiaNeed Dpia => _dpia.Value;

    /// <summary>
    /// Data on identifiable living people. A dataset that does not say how identifiable it is counts as personal: a question
    /// left open must not switch the protection off.
    /// </summary>
    public static bool Personal(Dataset ds) =>
        ds.Identifiability is not (Identifiability.Anonymous or Identifiability.Aggregate) && ds.DeceasedOnly is not true;

    /// <summary>Special category data; the whole dataset counts, whatever a flow's subset says.</summary>
    public static bool SC(Dataset ds) => ds.Fields.Any(field => field.SpecialCategory is not null);

    /// <summary>Criminal offence data; the whole dataset counts.</summary>
    public static bool CO(Dataset ds) => ds.Fields.Any(field => field.CriminalOffence is true);

    public bool Large(Dataset ds) => ds.LargeScale is true || ds.EstimatedSubjects >= Policy.LargeScale;

    /// <summary>large ∧ (SC ∨ CO), of living people: what protects them is not asked of statistics, nor of records of the dead.</summary>
    public bool SensitiveAtScale(Dataset ds) => Personal(ds) && Large(ds) && (SC(ds) || CO(ds));

    public static bool LE(Purpose? purpose) => purpose?.IsLawEnforcement is true;

    public static bool IndividualCare(Purpose? purpose) => purpose?.Code is PurposeCode.DirectCare or PurposeCode.SocialCareDelivery;

    public static bool Secondary(Purpose purpose) =>
        purpose.IsResearchOrStats is true
        || purpose.IsNewPurposeFor.Count > 0
        || purpose.Code
            is PurposeCode.OfficialStatistics
                or PurposeCode.PlanningCommissioning
                or PurposeCode.Audit
                or PurposeCode.Evaluation;

    /// <summary>A two-way sync is read as bulk.</summary>
    public static bool Bulk(Flow flow) => flow.Mode is FlowMode.Bulk or FlowMode.TwoWaySync;

    /// <summary>The receiver keeps a copy: not of what it only sees on a screen of the sender.</summary>
    public static bool CopyHeld(Flow flow) =>
        (Bulk(flow) || flow.Mode is FlowMode.IndividualCase) && flow.Method is not (FlowMethod.SharedScreen or FlowMethod.SystemAccess);

    public static bool DiscloseLine(LegalLine line) => line.Activity is Activity.Disclose or Activity.JointProcessing;

    public static bool UseLine(LegalLine line) => line.Activity is Activity.ReceiveAndUse or Activity.JointProcessing;

    public static bool UkGdpr(LegalLine line) => line.Regime is not LegalRegime.Part3;

    /// <summary>The party is a public authority, and the line is about its tasks: it is unless the line says otherwise.</summary>
    public bool PubTask(LegalLine line) => Party(line.Party)?.IsPublicAuthority is true && line.InPerformanceOfTask is not false;

    /// <summary>Where its nation is not said, it may be: a question left open must not switch a protection off.</summary>
    public static bool InEngland(Party? party) => party is { Jurisdiction: null } || Nations(party).Contains(Nation.England);

    public static IReadOnlyList<Nation> Nations(Party? party) => Law.Nations.Expand(party?.Jurisdiction?.ToString());

    public static bool IsProcessor(Party party) =>
        party.Roles.Contains(PartyRole.Processor) || party.Roles.Contains(PartyRole.SubProcessor);

    public bool IsController(Party party) =>
        party.Roles.Contains(PartyRole.Controller)
        || party.Roles.Contains(PartyRole.JointController)
        || (!HasPersonalData && (party.Roles.Contains(PartyRole.DataProvider) || party.Roles.Contains(PartyRole.DataRecipient)));

    public Party? Party(string? id) => Find(_parties, id);

    /// <summary>The party, if it is a controller.</summary>
    public Party? Controller(string? id) => Party(id) is { } party && IsController(party) ? party : null;

    public Purpose? Purpose(string? id) => Find(_purposes, id);

    public Dataset? Dataset(string? id) => Find(_datasets, id);

    public Dataset? DatasetOf(Flow flow) => Dataset(flow.DatasetId);

    /// <summary>The purposes of a flow that the agreement has.</summary>
    public IEnumerable<Purpose> PurposesOf(Flow flow) => flow.PurposeIds.Select(Purpose).OfType<Purpose>();

    public IEnumerable<LegalLine> LinesOf(Party party) => _linesByParty[party.Id];

    public bool Sends(Party party) => Content.Flows.Any(flow => flow.From == party.Id);

    public bool Receives(Party party) => Content.Flows.Any(flow => flow.To == party.Id);

    /// <summary>Flows of personal data, with it.</summary>
    public IReadOnlyList<(Flow Flow, Dataset Dataset)> PersonalFlows { get; }

    /// <summary>Every line with every dataset it touches, once for each flow that makes them touch.</summary>
    public IReadOnlyList<Touch> Touches => _touches.Value;

    /// <summary>The gateways that a line cites and the book knows, with the citations.</summary>
    public IEnumerable<(GatewayCitation Citation, Gateway Gateway)> Gateways(LegalLine line) =>
        from citation in line.Gateways
        let gateway = LawBook.Gateway(citation.Code)
        where gateway is not null
        select (citation, gateway);

    /// <summary>The line cites something, and the book knows all of it.</summary>
    public bool CitesOnlyKnown(LegalLine line) =>
        line.Gateways.Any(citation => !Answers.Missing(citation.Code))
        && line.Gateways.All(citation => Answers.Missing(citation.Code) || LawBook.Gateway(citation.Code) is not null);

    /// <summary>Beside bars and duties about something else, which from book 2 on are set aside here.</summary>
    public bool CitesOnlyImplied(LegalLine line) =>
        CitesOnlyKnown(line)
        && Gateways(line).Where(cited => LawBook.Number < 2 || !IsNoPower(this, cited.Gateway)).ToArray() is { Length: > 0 } powers
        && powers.All(cited => TypesOf(cited.Citation, cited.Gateway) is [GatewayType.Implied]);

    /// <summary>Every controller that receives what the line touches, whoever sends it: a joint line stands for what others send as
    /// well.</summary>
    public IEnumerable<Party> RecipientsOf(LegalLine line) =>
        Touches.Where(touch => touch.Line == line).Select(touch => Controller(touch.Flow?.To)).OfType<Party>();

    public IEnumerable<(LegalLine Line, Gateway Gateway)> CitedGateways =>
        Content.LegalLines.SelectMany(line => Gateways(line).Select(cited => (line, cited.Gateway)));

    /// <summary>The route by which a line's purpose was changed from the one of collection.</summary>
    public CompatibilityRoute? RouteOf(Purpose? purpose) => LawBook.CompatibilityRoute(purpose?.CompatibilityRoute);

    /// <summary>
    /// The line rests on a basis that the sharing starts too early for; its condition of Annex 1 is then no question of its own.
    /// </summary>
    public bool TooEarlyForRecognisedInterests(LegalLine line) =>
        LawBook.LawfulBasis(line.Art6) is { NeedsRecognisedInterest: true } basis && Eff < basis.ValidFrom;

    /// <summary>
    /// Who takes the automated decision: every line of adm.decisionMaker, which may decide on what it then discloses, or else the lines by
    /// which any controller receives and uses the data.
    /// </summary>
    public IEnumerable<LegalLine> DecisionMakerLines =>
        Content.LegalLines.Where(line =>
            Content.Adm?.DecisionMaker is { Count: > 0 } makers
                ? makers.Contains(line.Party!)
                : UseLine(line) && Controller(line.Party) is not null
        );

    /// <summary>A decision with serious effects that no human takes.</summary>
    public bool DecidesAlone => Content.Adm is { SolelyAutomated: true, Significant: true };

    /// <summary>Personal data collected for law enforcement, disclosed for something else: to other data Part 3 does not apply.</summary>
    public IEnumerable<Touch> LawEnforcementCrossings =>
        Touches.Where(touch =>
            touch.Dataset.CollectedForLE is true && Personal(touch.Dataset) && DiscloseLine(touch.Line) && !LE(Purpose(touch.Line.Purpose))
        );

    /// <summary>Transfers that rest on safeguards or an exception.</summary>
    public IEnumerable<(Flow Flow, Transfer Transfer)> TransfersWithoutAdequacy =>
        from flow in PersonalFlows
        from transfer in flow.Flow.Transfers
        where LawBook.TransferMechanism(transfer.Mechanism)?.Route is TransferRoute.Safeguard or TransferRoute.Derogation
        select (flow.Flow, transfer);

    /// <summary>Receiving parties without a current security assurance of the kind that the data asks for (DSA-087).</summary>
    public IEnumerable<Party> AssuranceGaps =>
        from flow in Content.Flows
        let to = Party(flow.To)
        let ds = DatasetOf(flow)
        where to is not null && ds is not null && !IsAssured(to, ds)
        select to;

    /// <summary>It has a current assurance of a kind that counts for this data.</summary>
    public bool IsAssured(Party party, Dataset ds) => party.Assurances.Any(assurance => Assures(Now(party, assurance), ds));

    /// <summary>What has not run out, as it is today, whatever it counts for.</summary>
    public IEnumerable<Assurance> CurrentAssurances(Party party) =>
        party
            .Assurances.Select(assurance => Now(party, assurance))
            .Where(assurance => assurance.Type is not null && !Past(assurance.ValidTo));

    public static bool CareData(Dataset ds) => ds.IsCPI is true || ds.HeldForHealthOrAdultSocialCare is true;

    public bool Past(DateOnly? day) => day < Today;

    public bool MissingOrPast(DateOnly? day) => day is null || day < Today;

    private bool Assures(Assurance assurance, Dataset ds) =>
        !Past(assurance.ValidTo)
        && (
            assurance is { Type: AssuranceType.DSPT, Level: >= AssuranceLevel.StandardsMet }
                ? CareData(ds) || LawBook.Number >= 2 // it covers the whole organisation
                : !CareData(ds)
                    && assurance.Type is AssuranceType.CyberEssentialsPlus or AssuranceType.ISO27001 or AssuranceType.EquivalentApproved
        );

    private IEnumerable<Touch> TouchesOf(LegalLine line)
    {
        foreach (var ds in Content.Datasets)
        {
            var flows = Content.Flows.Where(flow => flow.DatasetId == ds.Id).ToArray();
            foreach (var flow in flows.Where(flow => flow.PurposeIds.Contains(line.Purpose!) && IsParticipant(line, flow, ds)))
            {
                yield return new Touch(line, ds, flow);
            }

            if (flows.Length == 0 && UseLine(line) && line.Party is not null && line.Party == ds.Controller)
            {
                yield return new Touch(line, ds, null);
            }
        }
    }

    private static bool IsParticipant(LegalLine line, Flow flow, Dataset ds) =>
        line.Party is { } party
        && line.Activity switch
        {
            Activity.Disclose => party == flow.From,
            Activity.ReceiveAndUse => party == flow.To,
            Activity.JointProcessing => party == flow.From || party == flow.To || party == ds.Controller,
            _ => false,
        };

    /// <summary>A flow may name a party by its place among the permitted recipients: it is the same party, with the same duties.</summary>
    private static AgreementContent WithPartiesForRecipients(AgreementContent content)
    {
        var parties = ById(content.PermittedRecipients.Where(recipient => recipient.Party is not null));
        return
            parties.Count > 0
            && content.Flows.Any(flow =>
                Find(parties, flow.From) is not null || Find(parties, flow.To) is not null || Find(parties, flow.Via) is not null
            )
            ? content with
            {
                Flows =
                [
                    .. content.Flows.Select(flow =>
                        flow with
                        {
                            From = PartyFor(flow.From),
                            To = PartyFor(flow.To),
                            Via = PartyFor(flow.Via),
                        }
                    ),
                ],
            }
            : content;

        string? PartyFor(string? id) => Find(parties, id)?.Party ?? id;
    }

    /// <summary>A draft may have two items of one id, of which the first counts.</summary>
    private static Dictionary<string, T> ById<T>(IEnumerable<T> items)
        where T : IItem
    {
        var byId = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            byId.TryAdd(item.Id, item);
        }

        return byId;
    }

    private static T? Find<T>(Dictionary<string, T> byId, string? id) => id is null ? default : byId.GetValueOrDefault(id);
}
