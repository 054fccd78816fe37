using DataSharing.Domain.Content;
using static DataSharing.Domain.Rules.Answers;
using static DataSharing.Domain.Rules.Declare;
using static DataSharing.Domain.Rules.Reading;

namespace DataSharing.Domain.Rules;

/// <summary>
/// What a party says of itself, held against its sector, its identifiers, its roles and its lines. From law book 2 on.
/// </summary>
internal static class PartyClaimRules
{
    private static readonly Sector?[] State = [Sector.CentralGov, Sector.LocalGov, Sector.Police];

    public static IEnumerable<Rule> All { get; } =
    [
        Error("DSA-120")
            .Policy("DPA 2018 s7")
            .FromBook(2)
            .IfPersonalData()
            .ForEach(a => a.Content.Parties)
            .When(party => State.Contains(party.Sector) && party.PublicBody is not true)
            .At((_, party) => At(party, "publicBody").Naming("sector", InSector(party)))
            .Says("{org} is said to be in {sector} but no body of public law. Correct it."),
        Warning("DSA-120")
            .Policy("DPA 2018 s7")
            .FromBook(2)
            .IfPersonalData()
            .ForEach(a => a.Content.Parties)
            .When(
                (a, party) =>
                    IsMostlyPublicAuthority(party)
                    && party is { PublicBody: true, IsPublicAuthority: not true }
                    && party.IcoExemption is not FeeExemption.JudicialFunctions
                    && !IsElectoralOfficer(a, party)
            )
            .At((_, party) => At(party, "isPublicAuthority").Naming("sector", InSector(party)))
            .Says("{org} is said to be in {sector} but no public authority. Correct it, or say why."),
        Warning("DSA-120")
            .Policy("DPA 2018 s7")
            .FromBook(2)
            .IfPersonalData()
            .ForEach(a => a.Content.Parties.SelectMany(party => Differing(a, party).Select(member => (Party: party, Member: member))))
            .At((_, x) => At(x.Party, x.Member))
            .Says("{org} is said to be something else here than its own record says. Correct one of the two, or say why they differ."),
        Error("DSA-125")
            .Law("UK GDPR Art 28(10)")
            .FromBook(2)
            .IfPersonalData()
            .ForEach(a => a.Content.Parties.Where(IsMereProcessor))
            .When((a, party) => DecidesOn(a, party) is not null)
            .At((a, party) => At(party, "roles").Naming("what", DecidesOn(a, party)!))
            .Says("{org} is named a processor only, but {what}: whoever decides why and how is a controller (Art 28(10))."),
        Error("DSA-126")
            .Law("UK GDPR Art 26")
            .FromBook(2)
            .IfPersonalData()
            .When(a => a.Content.AgreementType is AgreementType.JointControllerArrangement && !JointControllers(a).Any())
            .At("/parties")
            .Says("This is a joint controller arrangement without joint controllers. Say who decides jointly, or choose another kind."),
        Error("DSA-126")
            .Law("UK GDPR Art 26")
            .FromBook(2)
            .IfPersonalData()
            .ForEach(a => a.Controllers.Where(party => !party.Roles.Contains(PartyRole.JointController)))
            .When((a, party) => a.LinesOf(party).Any(line => line.Activity is Activity.JointProcessing))
            .At((_, party) => At(party, "roles"))
            .Says("Lines of joint processing make {org} a joint controller: record the arrangement (Art 26)."),
        Warning("DSA-126")
            .Code("UK GDPR Art 26")
            .FromBook(2)
            .IfPersonalData()
            .ForEach(a => JointControllers(a).Count() == 1 ? JointControllers(a) : [])
            .At((_, party) => At(party, "roles"))
            .Says("{org} is the only joint controller. Say with whom it decides, or make it a controller."),
    ];

    private static IEnumerable<Party> JointControllers(Reading a) =>
        a.Content.Parties.Where(party => party.Roles.Contains(PartyRole.JointController));

    private static bool IsMereProcessor(Party party) =>
        IsProcessor(party) && !party.Roles.Contains(PartyRole.Controller) && !party.Roles.Contains(PartyRole.JointController);

    /// <summary>What shows that it decides why and how, in words; null if nothing does.</summary>
    private static string? DecidesOn(Reading a, Party party) =>
        a.LinesOf(party).Any() ? "it has a legal ground of its own"
        : a.Content.Datasets.FirstOrDefault(ds => ds.Controller == party.Id) is { } ds ? $"it is the controller of {ds.Name ?? ds.Id}"
        : a.Content.Adm?.DecisionMaker.Contains(party.Id) is true ? "it takes automated decisions"
        : party.Art26 is not null ? "it has an arrangement between joint controllers"
        : a.Content.Flows.Any(flow => flow.To == party.Id && a.PurposesOf(flow).Any(purpose => !IsInstructed(a, party, flow, purpose)))
            ? "nobody for whom it works has a ground for what it receives"
        : null;

    /// <summary>Somebody whose instructions it follows pursues the purpose.</summary>
    private static bool IsInstructed(Reading a, Party party, Flow flow, Purpose purpose) =>
        Instructing(a, party, flow).Any(controller => a.LinesOf(controller).Any(line => line.Purpose == purpose.Id));

    /// <summary>Whom it names, or whoever sends; and behind another processor those for whom that one works.</summary>
    private static HashSet<Party> Instructing(Reading a, Party party, Flow flow)
    {
        var known = new HashSet<Party>();
        var next = new Queue<Party>(Above(party, flow));
        while (next.TryDequeue(out var one))
        {
            if (known.Add(one) && IsMereProcessor(one))
            {
                a.Content.Flows.Where(before => before.To == one.Id)
                    .SelectMany(before => Above(one, before))
                    .ToList()
                    .ForEach(next.Enqueue);
            }
        }

        return known;

        IEnumerable<Party> Above(Party processor, Flow from) =>
            (processor.ProcessorFor.Count > 0 ? processor.ProcessorFor : (IEnumerable<string?>)[from.From]).Select(a.Party).OfType<Party>();
    }

    /// <summary>
    /// Members that say otherwise than the organisation's record. An electoral officer takes part under the number of its council and is
    /// another body; a body of the whole kingdom may be named with the nation that the sharing is about.
    /// </summary>
    private static IEnumerable<string> Differing(Reading a, Party party)
    {
        if (party.OrgId is null || !a.Records.Organisations.TryGetValue(party.OrgId, out var known) || IsElectoralOfficer(a, party))
        {
            return [];
        }

        (string Member, bool Differs)[] members =
        [
            ("sector", party.Sector is { } sector && sector != known.Sector),
            ("jurisdiction", party.Jurisdiction is not null && !Nations(party).Intersect(Law.Nations.Expand($"{known.Nation}")).Any()),
            ("isPublicAuthority", party.IsPublicAuthority is { } authority && authority != known.IsPublicAuthority),
            ("publicBody", party.PublicBody is { } body && body != known.IsPublicBody),
            ("isCompetentAuthority", party.IsCompetentAuthority is { } competent && competent != known.IsCompetentAuthority),
            (
                "exercisesOfficialAuthority",
                party.ExercisesOfficialAuthority is { } official && official != known.ExercisesOfficialAuthority
            ),
        ];
        return members.Where(member => member.Differs).Select(member => member.Member);
    }

    private static bool IsMostlyPublicAuthority(Party party) =>
        State.Contains(party.Sector)
        || (party.Sector is Sector.Health && HasScheme(party, "GB-NHS"))
        || (party.Sector is Sector.Education && HasScheme(party, "GB-EDU"));

    private static bool HasScheme(Party party, string scheme) =>
        party.Identifiers.Any(identifier => identifier.Scheme == scheme)
        || party.OrgId?.StartsWith(scheme + ":", StringComparison.Ordinal) is true;

    /// <summary>It keeps the register of electors, and is listed nowhere as a public authority.</summary>
    private static bool IsElectoralOfficer(Reading a, Party party) =>
        party.ExercisesOfficialAuthority is true
        && a.LinesOf(party).Any(line => a.Purpose(line.Purpose)?.Code is PurposeCode.ElectoralRegistration);

    private static string InSector(Party party) =>
        CodeLabels.Of(party.Sector!.Value) is var label && party.Sector is Sector.Police ? "the police" : label.ToLowerInvariant();
}
