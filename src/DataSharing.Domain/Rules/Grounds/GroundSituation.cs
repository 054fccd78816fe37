using DataSharing.Domain.Content;
using DataSharing.Domain.Law;

namespace DataSharing.Domain.Rules.Grounds;

/// <summary>
/// The facts by which a legal ground is chosen: who, what for, which data, when. They are answered elsewhere in the draft; here they have
/// the names that the table of preferences uses.
/// </summary>
public sealed class GroundSituation
{
    private static readonly string[] DriverWords = ["licence", "entitlement", "endorsement"];
    private static readonly PurposeCode?[] Crime = [PurposeCode.CrimePreventionDetection, PurposeCode.FraudPrevention];

    private readonly IReadOnlyList<Party> _recipients;
    private readonly IReadOnlyList<Party?> _sides;

    internal GroundSituation(Reading agreement, LegalLine line, bool isDataSupposed)
    {
        (Agreement, Line, IsDataSupposed) = (agreement, line, isDataSupposed);
        Party = agreement.Party(line.Party);
        Purpose = agreement.Purpose(line.Purpose);
        Data = [.. agreement.Touches.Where(touch => touch.Line == line).Select(touch => touch.Dataset).Distinct()];
        _recipients =
        [
            .. agreement
                .Touches.Where(touch => touch.Line == line)
                .Select(touch => agreement.Party(touch.Flow?.To))
                .OfType<Party>()
                .Distinct(),
        ];

        // Until a flow says who receives, it can be any of the others; with no others, anybody.
        Party?[] others = _recipients.Count > 0 ? [.. _recipients] : [.. agreement.Content.Parties.Where(party => party.Id != line.Party)];
        _sides = others.Length > 0 ? [Party, .. others] : [null];
    }

    public LegalLine Line { get; }

    public Party? Party { get; }

    public Purpose? Purpose { get; }

    /// <summary>The data that the line is about.</summary>
    public IReadOnlyList<Dataset> Data { get; }

    /// <summary>No flow says yet which data this party shares for this purpose, so that all datasets are taken for it.</summary>
    public bool IsDataSupposed { get; }

    /// <summary>The day whose law counts.</summary>
    public DateOnly JudgedOn => Agreement.JudgedOn;

    /// <summary>A public body that acts within its own task, or has not said otherwise.</summary>
    public bool InPublicTask => Agreement.PubTask(Line) || (Party?.PublicBody is true && Line.InPerformanceOfTask is true);

    public bool HasPersonalData => Agreement.HasPersonalData && (Data.Count == 0 || Data.Any(Reading.Personal));

    public bool HasSpecialCategories => Data.Any(ds => Reading.Personal(ds) && Reading.SC(ds));

    public bool HasOffenceData => Data.Any(ds => Reading.Personal(ds) && Reading.CO(ds));

    public bool IsConfidential => Data.Any(Reading.Told);

    public bool IsBarred => Data.Any(ds => Agreement.BarOf(ds) is not StatutoryBar.None);

    internal Reading Agreement { get; }

    internal bool Discloses => Reading.DiscloseLine(Line);

    internal bool IsCommercial => Party?.Sector is Sector.Commercial;

    internal bool IsCouncil => Party?.Sector is Sector.LocalGov;

    internal bool IsDepartment => Party?.Sector is Sector.CentralGov;

    internal bool ForCare => Reading.IndividualCare(Purpose);

    internal bool ForResearch => Purpose is { IsResearchOrStats: true } or { Code: PurposeCode.Research or PurposeCode.OfficialStatistics };

    internal bool ForCrime => Crime.Contains(Purpose?.Code);

    internal bool HasCareData => Data.Any(Reading.CareData);

    internal bool HasPatientInformation => Data.Any(ds => ds.IsCPI is true);

    internal bool AboutChildren => Data.Any(ds => ds.SubjectClasses.Any(people => people.Under18 is true));

    internal bool GoesToPublicBody => _recipients.Any(party => party.PublicBody is true);

    internal bool IsHealthBody => Party?.Sector is Sector.Health;

    internal bool IsSchool => Party?.Sector is Sector.Education;

    internal bool IsPolice => Party?.Sector is Sector.Police;

    internal bool HasBenefitData => Data.Any(ds => Agreement.BarOf(ds) is StatutoryBar.DWP);

    /// <summary>More than the person’s own care, and still a medical purpose (NHS Act 2006 s251(12)).</summary>
    internal bool ForMedicalPurpose =>
        !ForCare
        && For(
            PurposeCode.Research,
            PurposeCode.PlanningCommissioning,
            PurposeCode.Audit,
            PurposeCode.Evaluation,
            PurposeCode.OfficialStatistics
        );

    internal bool ForNoMedicalPurpose => Purpose is { } purpose && ConfidenceRouteRules.IsNotMedical(purpose);

    internal bool NamesDriverRecords =>
        Data.SelectMany(ds => ds.Fields)
            .Any(one => DriverWords.Any(word => $"{one.Id} {one.Name}".Contains(word, StringComparison.OrdinalIgnoreCase)));

    /// <summary>
    /// The line cites a duty to disclose that is not subject to the body’s other functions. While it cites nothing, the power that suits it
    /// best is such a duty.
    /// </summary>
    internal bool RestsOnDuty =>
        Discloses
        && (
            Agreement.Gateways(Line).Any()
                ? Agreement
                    .Gateways(Line)
                    .Any(cited => Reading.TypesOf(cited.Citation, cited.Gateway).Contains(GatewayType.Duty) && IsUnqualified(cited.Gateway))
                : BestPower is { } best && best.Types.Contains(GatewayType.Duty) && IsUnqualified(best)
        );

    /// <summary>Something that the line cites sets confidence aside, on the conditions that its law names.</summary>
    internal bool SetsConfidenceAside =>
        Agreement.LawBook.Number < 2 ? CitesExpressPower : ConfidenceRouteRules.IsSetAside(Agreement, Line);

    private Gateway? BestPower =>
        PowerPreferences
            .All.Where(preference => preference.Leaning is Leaning.For)
            .SelectMany(preference =>
                Agreement.LawBook.Of<Gateway>().Where(gateway => preference.Holds(GroundQuestion.Power, gateway, this))
            )
            .FirstOrDefault(gateway => gateway.InForceOn(JudgedOn) && !IsForOthers(GroundQuestion.Power, gateway));

    private static bool IsUnqualified(Gateway gateway) => gateway.SetsConfidenceAside is ConfidenceEffect.Yes or ConfidenceEffect.Duty;

    /// <summary>A gateway is cited that says expressly that data may or must be disclosed.</summary>
    internal bool CitesExpressPower =>
        Agreement
            .Gateways(Line)
            .Any(cited => Reading.TypesOf(cited.Citation, cited.Gateway).Any(type => type is GatewayType.Power or GatewayType.Duty));

    internal bool For(params ReadOnlySpan<PurposeCode> codes) => Purpose?.Code is { } code && codes.Contains(code);

    /// <summary>An Article 9 condition of the line asks for this one paragraph and no other.</summary>
    internal bool AsksFor(LawEntry paragraph) =>
        Line.Art9.Any(code => Agreement.LawBook.SpecialCategoryCondition(code)?.Schedule1AnyOf is [var only] && only == paragraph.Code);

    /// <summary>The gateway is made for an objective that the purpose names.</summary>
    internal bool IsMadeFor(LawEntry entry) =>
        entry is Gateway { AllowedPurposeCodes: { } allowed, IsPowerToDisclose: true }
        && Purpose?.GatewayPurposeCode.Any(allowed.Contains) is true;

    /// <summary>
    /// The law names kinds of bodies for it, and the party can be none of them. A power is for either side of the sharing, and so is what
    /// sets confidence aside; everything else whoever relies on it must be able to use themselves.
    /// </summary>
    internal bool IsForOthers(GroundQuestion question, LawEntry entry) =>
        entry is Gateway { NamesSides: true } gateway
            ? IsForOthers(gateway)
            : entry.Users.Count > 0
                && (question is GroundQuestion.Power or GroundQuestion.Confidence ? _sides : [Party]).All(body =>
                    KindsOfBody.Of(body, ForResearch) is { } kinds && !kinds.Any(entry.Users.Contains)
                );

    /// <summary>Whoever discloses must be among those who may, and somebody at the other end among those who may receive.</summary>
    private bool IsForOthers(Gateway gateway) =>
        (Discloses && Party is not null && !MayBe(Party, gateway, gateway.Senders, person => person.MaySend))
        || (_recipients.Count > 0 && !_recipients.Any(to => MayBe(to, gateway, gateway.Recipients, person => person.MayReceive)));

    private bool MayBe(Party party, Gateway gateway, IReadOnlyList<BodyKind> kinds, Func<SpecifiedPerson, bool> isOfSide)
    {
        var objectives = Purpose?.GatewayPurposeCode ?? [];
        var listed = gateway.SpecifiedPersons.Where(isOfSide).ToArray();
        return (kinds.Count == 0 && listed.Length == 0)
            || KindsOfBody.Of(party, ForResearch) is not { } ofParty
            || ofParty.Any(kinds.Contains)
            || GatewayUserRules.MayStillBeListed(gateway, party, objectives)
            || listed.Any(person =>
                (person.PurposeCode is null || objectives.Count == 0 || objectives.Contains(person.PurposeCode))
                && Agreement.IsOne(person, party)
            );
    }

    /// <summary>The party is one of those that the gateway names one by one as senders.</summary>
    internal bool ComesFromOneOf(LawEntry entry) =>
        Party is { } party && entry is Gateway gateway && gateway.SpecifiedPersons.Any(p => p.MaySend && Agreement.IsOne(p, party));

    /// <summary>A recipient is one of those that the gateway names one by one.</summary>
    internal bool GoesToOneOf(LawEntry entry) =>
        entry is Gateway gateway && _recipients.Any(to => gateway.SpecifiedPersons.Any(p => p.MayReceive && Agreement.IsOne(p, to)));

    /// <summary>Said to be no public authority, and not said to be a public body.</summary>
    internal bool IsPrivate => Party is { IsPublicAuthority: false, PublicBody: not true };

    /// <summary>The line says that it is about no public task, and nobody says that the party has official authority.</summary>
    internal bool DeniesTask => Line.InPerformanceOfTask is false && Party?.ExercisesOfficialAuthority is not true;

    internal string TaskPlace => LinePlace("inPerformanceOfTask");

    internal string PublicAuthorityPlace => PartyPlace("isPublicAuthority");

    /// <summary>Where it is said from which day the sharing is judged; nowhere where it is judged by today.</summary>
    internal IEnumerable<string> StartPlace =>
        Agreement.Eff is null ? [] : [Agreement.Content.EffectiveFrom is null ? "/startDate" : "/effectiveFrom"];

    internal string LinePlace(string member) => $"/legalLines/{Line.Id}/{member}";

    internal string PartyPlace(string member) => $"/parties/{Line.Party}/{member}";

    internal string PurposePlace(string member) => $"/purposes/{Line.Purpose}/{member}";

    internal IEnumerable<string> DataPlaces(string member, Func<Dataset, bool> isSo) =>
        Data.Where(isSo).Select(ds => $"/datasets/{ds.Id}/{member}");

    internal string Tell(string words) => words.Replace("{org}", Reading.NameOf(Party), StringComparison.Ordinal);
}
