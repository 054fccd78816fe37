using System.Text.RegularExpressions;
using DataSharing.Domain.Content;
using DataSharing.Domain.Law;
using static DataSharing.Domain.Rules.Answers;
using static DataSharing.Domain.Rules.Declare;
using static DataSharing.Domain.Rules.Reading;

namespace DataSharing.Domain.Rules;

/// <summary>
/// Whom a power is for, by the lists of law book 2: kinds of bodies on either side, and bodies that are specified one by one. Whoever
/// discloses by a gateway must be able to; who receives cites it, if at all, to say by what the data came.
/// </summary>
internal static partial class GatewayUserRules
{
    /// <summary>What a finding is about where the book’s list is not complete: whoever is not in it may still be specified.</summary>
    public const string PartialList = "partial list";

    /// <summary>The routes that a bar leaves open to the body whose data it protects.</summary>
    private static readonly Dictionary<string, string[]> RoutesThrough = new(StringComparer.Ordinal)
    {
        ["GW-CRCA18"] = ["GW-CRCA17", "GW-CRCA18A", "GW-CRCA18C", "GW-CRCA18H", "GW-CRCA20"],
        ["GW-SSAA123"] = ["GW-SSAA123L"],
    };

    public static IEnumerable<Rule> All { get; } =
    [
        Error("DSA-047")
            .Law("Vires: a public body may only do what the law lets it do")
            .FromBook(2)
            .ForEach(a => a.Content.LegalLines.Where(DiscloseLine))
            .When(
                (a, line) =>
                    a.Party(line.Party)?.PublicBody is true
                    && a.CitesOnlyKnown(line)
                    && !a.Gateways(line).Any(cited => IsPowerToShare(cited.Citation, cited.Gateway))
                    && a.Gateways(line).All(cited => cited.Gateway.Code != Gateway.OtherEnactment) // DSA-133 asks for what is missing
            )
            .At((a, line) => a.At(line, "gateways").Naming("because", WhyNoPower(a, line)))
            .Says("{because} Cite the power or duty that lets {org} share this data."),
        Error("DSA-048")
            .Law("The bodies that the gateway is for")
            .FromBook(2)
            .ForEach(Sides)
            .When((a, side) => side.IsByClass && side.Party.Sector is null && !IsListed(a, side))
            .At(
                (a, side) =>
                    At(side.Party, "sector").Naming("gateway", Named(side.Use.Gateway)) with
                    {
                        Law = [side.Use.Gateway.Citation],
                        About = $"{side.Use.Line.Id} {side.Use.Citation.Id}",
                    }
            )
            .Says("Say what kind of body {org} is: {gateway} is open to some only."),
        Error("DSA-048")
            .Law("The bodies that the gateway is for")
            .FromBook(2)
            .ForEach(Sides)
            .When((a, side) => side.IsByClass && side.Party.Sector is not null && !IsListed(a, side) && !IsOfClass(a, side))
            .At((a, side) => AtCitation(a, side).Naming("users", side.Use.Gateway.WhoMayUse.TrimEnd('.')))
            .Says("{gateway} is not for {org}. It is for: {users}. Cite another power, or leave {org} out of this sharing."),
        Error("DSA-048")
            .Law("The list of persons specified for the gateway")
            .FromBook(2)
            .ForEach(Sides)
            .When((a, side) => side.IsByList && IsMissing(a, side) && !MayStillBeListed(a, side))
            .At(AtCitation)
            .Says(
                "{org} is not a body that is specified to {verb} data by {gateway} for this purpose. Cite another power, "
                    + "or leave {org} out of this sharing."
            ),
        // The paragraph can be looked up; what the book holds of the list cannot decide it.
        Error("DSA-048")
            .Law("The list of persons specified for the gateway")
            .FromBook(2)
            .ForEach(Sides)
            .When((a, side) => side.IsByList && IsMissing(a, side) && MayStillBeListed(a, side) && !NamesParagraph(side))
            .At((a, side) => AtCitation(a, side) with { About = side.Sends ? PartialList : $"{PartialList} {side.Party.Id}" })
            .Says(
                "The law book’s list for {gateway} is not complete, and {org} is not in it. "
                    + "Say at the citation by which paragraph {org} may {verb} data, or cite another power."
            ),
        Warning("DSA-048")
            .Law("The list of persons specified for the gateway")
            .FromBook(2)
            .ForEach(Unconfirmed)
            .At((a, side) => AtCitation(a, side).Naming("detail", side.Use.Citation.CitationDetail!))
            .Says("The law book’s list for {gateway} is not complete: legal advice confirms that {org} is in it, at “{detail}”."),
    ];

    /// <summary>Lines that rest on a place in a list that the book does not hold: a legal adviser looks at them.</summary>
    public static IEnumerable<LegalLine> LinesToConfirm(Reading a) =>
        a.LawBook.Number < 2 ? [] : Unconfirmed(a).Select(side => side.Use.Line).Distinct();

    private static IEnumerable<Side> Unconfirmed(Reading a) =>
        Sides(a).Where(side => side.IsByList && IsMissing(a, side) && MayStillBeListed(a, side) && NamesParagraph(side));

    /// <summary>Whoever discloses, and every controller that receives; their processors are not tested.</summary>
    private static IEnumerable<Side> Sides(Reading a) =>
        from use in GatewayRules.Uses(a)
        where DiscloseLine(use.Line)
        from side in new[] { (Party: a.Party(use.Line.Party), Sends: true) }.Concat(
            a.RecipientsOf(use.Line).Distinct().Select(to => (Party: (Party?)to, Sends: false))
        )
        where side.Party is not null
        select new Side(use, side.Party, side.Sends);

    private static bool IsListed(Reading a, Side side) => IsListedFor(a, side, Objectives(a, side));

    private static bool IsListedFor(Reading a, Side side, IReadOnlyCollection<string> objectives) =>
        side.Persons.Any(person => (person.PurposeCode is null || objectives.Contains(person.PurposeCode)) && a.IsOne(person, side.Party));

    private static bool IsOfClass(Reading a, Side side) =>
        KindsOfBody.Of(side.Party, a.Purpose(side.Use.Line.Purpose)?.IsResearchOrStats is true) is { } kinds
        && kinds.Any(side.Kinds.Contains);

    /// <summary>With several objectives it is enough to be listed for one. Of a purpose that it does not cover DSA-049 speaks.</summary>
    private static bool IsMissing(Reading a, Side side)
    {
        var codes = Objectives(a, side);
        return (side.Use.Gateway.AllowedPurposeCodes is null || codes.Count > 0) && !IsListedFor(a, side, Shared(a, side, codes));
    }

    /// <summary>Both sides must be listed for the same objective: of a receiver only those count for which the sender is listed.</summary>
    private static List<string> Shared(Reading a, Side side, List<string> codes)
    {
        if (side.Sends || a.Party(side.Use.Line.Party) is not { } party)
        {
            return codes;
        }

        var sender = new Side(side.Use, party, Sends: true);
        var both = codes.Where(code => IsListedFor(a, sender, [code])).ToList();
        return sender.IsByList && both.Count > 0 && !MayStillBeListed(a, sender) ? both : codes;
    }

    private static bool MayStillBeListed(Reading a, Side side) => MayStillBeListed(side.Use.Gateway, side.Party, Objectives(a, side));

    /// <summary>The book's list for a gateway is not complete where the party is, or for what the sharing is for.</summary>
    public static bool MayStillBeListed(Gateway gateway, Party party, IEnumerable<string> objectives) =>
        gateway.ListIncompleteFor.Contains(Gateway.Everything)
        || gateway.ListIncompleteFor.Contains($"{party.Jurisdiction}")
        || objectives.Any(gateway.ListIncompleteFor.Contains);

    private static List<string> Objectives(Reading a, Side side) =>
        [
            .. (a.Purpose(side.Use.Line.Purpose)?.GatewayPurposeCode ?? []).Where(code =>
                side.Use.Gateway.AllowedPurposeCodes?.Contains(code) is not false
            ),
        ];

    private static bool NamesParagraph(Side side) => side.Use.Citation.CitationDetail is { } detail && Paragraph().IsMatch(detail);

    private static Place AtCitation(Reading a, Side side) =>
        a.At(side.Use.Line, side.Use.Citation, side.Use.Gateway) is var place && side.Sends
            ? place.Naming("verb", "disclose")
            : place with
            {
                Words = [("org", NameOf(side.Party)), ("verb", "receive"), .. place.Words],
                About = side.Party.Id,
            };

    private static string Named(Gateway gateway) => $"{gateway.Name} ({gateway.Code})";

    private static string WhyNoPower(Reading a, LegalLine line)
    {
        var cited = a.Gateways(line).ToArray();
        return string.Join(' ', cited.Select(one => WhyNoPower(a, one.Citation, one.Gateway)).Distinct());
    }

    private static string WhyNoPower(Reading a, GatewayCitation citation, Gateway gateway) =>
        gateway.IsOnly(GatewayType.Bar) ? $"{gateway.Name} is a bar, not a power: it says what may not be shared.{Routes(a, gateway)}"
        : !gateway.IsPowerToDisclose ? $"{gateway.Name} is a duty about something else, not a power to share."
        : !HasOrder(citation, gateway) ? $"{gateway.Name} counts only with {gateway.NeedsReference}."
        : "";

    private static string Routes(Reading a, Gateway bar) =>
        RoutesThrough.GetValueOrDefault(bar.Code, []).Select(a.LawBook.Gateway).OfType<Gateway>().Select(Named).ToArray()
            is { Length: > 0 } routes
            ? $" What it leaves open to those whose data it protects: {string.Join("; ", routes)}."
            : "";

    [GeneratedRegex(@"\bpara(graph)?s?\.? ?[0-9]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Paragraph();

    /// <summary>A party on one side of a sharing that a gateway is cited for.</summary>
    private sealed record Side(GatewayRules.Use Use, Party Party, bool Sends)
    {
        public IReadOnlyList<BodyKind> Kinds => Sends ? Use.Gateway.Senders : Use.Gateway.Recipients;

        public IEnumerable<SpecifiedPerson> Persons =>
            Use.Gateway.SpecifiedPersons.Where(person => Sends ? person.MaySend : person.MayReceive);

        /// <summary>The law keeps a closed list of this side, and names no kinds of bodies beside it.</summary>
        public bool IsByList =>
            Kinds.Count == 0 && (Use.Gateway.SpecifiedOnly || (Use.Gateway.ListIncompleteFor.Count > 0 && Persons.Any()));

        /// <summary>
        /// A list of an earlier book that does not say that it is closed is for its objectives alone (<see cref="GatewayRules"/>).
        /// </summary>
        public bool IsByClass => Use.Gateway.NamesSides && !IsByList && (Kinds.Count > 0 || Persons.Any());
    }
}
