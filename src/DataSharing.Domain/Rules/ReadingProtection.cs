using DataSharing.Domain.Content;
using DataSharing.Domain.Law;

namespace DataSharing.Domain.Rules;

/// <summary>What the law protects whatever a draft says, and whom a power is for.</summary>
public sealed partial class Reading
{
    /// <summary>Told in confidence.</summary>
    public static bool Told(Dataset ds) => ds.OwedConfidence is true || ds.IsCPI is true;

    /// <summary>It goes on and on, or for many at once.</summary>
    public static bool Routine(Flow flow) =>
        Bulk(flow) || flow.Mode is FlowMode.Lookup || flow.Frequency is not (null or Frequency.Once or Frequency.AsNeeded);

    /// <summary>Of the public sector in one way or another.</summary>
    public static bool Public(Party party) =>
        party.PublicBody is true || party.IsPublicAuthority is true || party.ExercisesOfficialAuthority is true;

    public static bool Unidentifiable(Dataset ds) => ds.Identifiability is Identifiability.Anonymous or Identifiability.Aggregate;

    /// <summary>
    /// The statutory bar under which a dataset is held: what the draft says, or else, from book 2 on, what its controller is. HMRC, DWP and
    /// the statistics office hold what they know of people under a bar, unless the draft says why this is different.
    /// </summary>
    public StatutoryBar BarOf(Dataset ds) =>
        ds.StatutoryBar is { } said and not StatutoryBar.None ? said
        : LawBook.Number >= 2 && (Personal(ds) || ds.DeceasedOnly is true) && Answers.Missing(ds.NoBarReason)
            ? BarOfHolder(Party(ds.Controller))
        : StatutoryBar.None;

    /// <summary>The bar under which an organisation holds what it knows of people.</summary>
    public StatutoryBar BarOfHolder(Party? party) =>
        party is not null
        && Policy.BarHolders.Select(BarHolder.Read).FirstOrDefault(holder => Has(party, holder?.Organisation)) is { } found
            ? found.Bar
            : StatutoryBar.None;

    /// <summary>The party is this organisation.</summary>
    /// <param name="organisation">As <c>scheme:value</c>.</param>
    public static bool Has(Party party, string? organisation) =>
        organisation is not null && (party.OrgId == organisation || Identifiers(party).Contains(organisation));

    /// <summary>As <c>scheme:value</c>.</summary>
    public static IEnumerable<string> Identifiers(Party party) =>
        party.Identifiers.Select(identifier => $"{identifier.Scheme}:{identifier.Value}");

    /// <summary>The party is, on the day that counts, one of the bodies of the list, or of the class.</summary>
    public bool IsOne(SpecifiedPerson person, Party party) =>
        person.ValidOn(JudgedOn) && (person.Covers(party.OrgId) || Identifiers(party).Any(person.Covers));

    /// <summary>
    /// What a citation counts as: the book's types, or, of an enactment that the book does not hold, what the draft says that it is.
    /// </summary>
    public static IReadOnlyList<GatewayType> TypesOf(GatewayCitation citation, Gateway gateway) =>
        gateway.Code != Gateway.OtherEnactment ? gateway.Types
        : citation.OtherKind is { } kind ? [Enum.Parse<GatewayType>($"{kind}")]
        : [];

    /// <summary>What the law asks a citation to name (an order, a request) is named, or nothing is asked.</summary>
    public static bool HasReference(GatewayCitation citation, Gateway gateway) =>
        gateway.NeedsReference is null || !Answers.Missing(citation.CitationDetail);

    /// <summary>An order of a court is no power until it is named; of every other reference that is missing DSA-117 speaks alone.</summary>
    public static bool HasOrder(GatewayCitation citation, Gateway gateway) =>
        gateway.Code != Gateway.CourtOrder || HasReference(citation, gateway);

    /// <summary>It lets nobody share: a bar, or, from book 2 on, a duty about something else.</summary>
    public static bool IsNoPower(Reading a, Gateway gateway) =>
        gateway.IsOnly(GatewayType.Bar) || (a.LawBook.Number >= 2 && !gateway.IsPowerToDisclose);

    /// <summary>An enactment that the book does not hold is cited so that a lawyer can look it up.</summary>
    public static bool NamesEnactment(GatewayCitation citation) =>
        !Answers.AnyMissing(citation.OtherTitle, citation.OtherSection)
        && citation.OtherKind is not null
        && citation.OtherWhy?.Trim().Length >= OtherWhyMinLength;

    /// <summary>Characters.</summary>
    public const int OtherWhyMinLength = 40;

    /// <summary>
    /// The citation lets somebody share at all: it is no bar, no duty about something else, and an order is named.
    /// </summary>
    public static bool IsPowerToShare(GatewayCitation citation, Gateway gateway) =>
        !gateway.IsOnly(GatewayType.Bar)
        && gateway.IsPowerToDisclose
        && HasOrder(citation, gateway)
        && (gateway.Code != Gateway.OtherEnactment || NamesEnactment(citation));
}
