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
        (party.ProcessorFor.Count > 0 ? party.ProcessorFor : (IEnumerable<string?>)[flow.From]).Any(id =>
            a.Party(id) is { } controller && a.LinesOf(controller).Any(line => line.Purpose == purpose.Id)
        );

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
