using DataSharing.Domain.Content;
using DataSharing.Domain.Law;
using static DataSharing.Domain.Rules.Answers;
using static DataSharing.Domain.Rules.Declare;
using static DataSharing.Domain.Rules.Reading;

namespace DataSharing.Domain.Rules;

/// <summary>Who takes part, and whom to turn to there.</summary>
internal static class PartyRules
{
    public static IEnumerable<Rule> All { get; } =
    [
        // A party whose organisation is not said is not counted: nobody knows whether it is another.
        Error("DSA-001")
            .Policy()
            .When(a =>
                a.Content.Parties.Select(party => party.OrgId).Where(id => !Missing(id)).Distinct(StringComparer.Ordinal).Count() < 2
            )
            .At("/parties")
            .Says("An agreement needs at least two different organisations."),
        Error("DSA-002")
            .Law("UK GDPR Art 4(1)(7)", "UK GDPR Art 5(2)")
            .IfPersonalData()
            .When(a => a.Controllers.Count == 0)
            .At("/parties")
            .Says("Say which organisation is the controller: it decides why and how the data is used."),
        Error("DSA-004")
            .Law("UK GDPR Art 26")
            .IfPersonalData()
            .ForEach(JointControllers)
            .When(party => Missing(party.Art26?.Ref) || party.Art26?.EssencePublished is not true)
            .At((_, party) => At(party, Missing(party.Art26?.Ref) ? "art26/ref" : "art26/essencePublished"))
            .Says("Joint controllers must agree who does what and tell people the essence of it (Art 26)."),
        // Article 26 only allows a contact point; section 58 requires one.
        Error("DSA-004")
            .Policy("UK GDPR Art 26(1)")
            .IfPersonalData()
            .ForEach(JointControllers)
            .When((a, party) => Missing(party.Art26?.ContactPoint) && a.LinesOf(party).All(UkGdpr))
            .At((_, party) => At(party, "art26/contactPoint"))
            .Says("Joint controllers must name one contact point for the people whose data it is."),
        Error("DSA-004")
            .Law("DPA 2018 s58")
            .IfPersonalData()
            .ForEach(JointControllers)
            .When((a, party) => Missing(party.Art26?.ContactPoint) && !a.LinesOf(party).All(UkGdpr))
            .At((_, party) => At(party, "art26/contactPoint"))
            .Says("Joint controllers must name one contact point for the people whose data it is."),
        Error("DSA-005")
            .Law("UK GDPR Art 28(3)")
            .IfPersonalData()
            .ForEach(a => a.Content.Parties.Where(IsProcessor))
            .When(party => Missing(party.Art28?.ContractRef))
            .At((_, party) => At(party, "art28/contractRef"))
            .Says("{org} is a processor: record its Article 28 contract."),
        Error("DSA-005")
            .Law("UK GDPR Art 28(3)")
            .IfPersonalData()
            .ForEach(a => a.Content.Parties.Where(IsProcessor))
            .When((a, party) => !Missing(party.Art28?.ContractRef) && a.Past(party.Art28.ValidTo))
            .At((_, party) => At(party, "art28/validTo"))
            .Says("The Article 28 contract with {org} has run out. Agree a new one and record it."),
        // "No other controller" is read as: no controller but the one that sends everything.
        Warning("DSA-006")
            .Code("ICO data sharing code: controllers and processors")
            .When(a =>
                a.Content.Flows.Count > 0
                && a.Content.Flows.All(flow =>
                    a.Party(flow.To) is { Roles.Count: > 0 } to
                    && to.Roles.All(role => role is PartyRole.Processor or PartyRole.SubProcessor)
                )
                && !a.Controllers.Any(party => a.LinesOf(party).Any(UseLine) && a.Content.Flows.Any(flow => flow.From != party.Id))
            )
            .At("/flows")
            .Says(
                "Sharing only with your own processor needs a contract, not a data sharing agreement. "
                    + "Make that contract instead, or add the controller that uses the data for itself."
            ),
        Warning("DSA-007")
            .Law("Data Protection (Charges and Information) Regulations 2018 reg 2")
            .IfPersonalData()
            .ForEach(a => a.Controllers)
            .When(party => Missing(party.IcoRegistration) && party.IcoExemption is null)
            .At((_, party) => At(party, "icoRegistration"))
            .Says("Record the controller's data-protection fee registration, or why it is exempt."),
        // Courts acting judicially are excepted, and are known by their exemption from the fee.
        Error("DSA-008")
            .Law("UK GDPR Art 37(1)(a)")
            .IfPersonalData()
            .ForEach(a => a.Controllers)
            .When(party =>
                party.IsPublicAuthority is true && Missing(party.Dpo) && party.IcoExemption is not FeeExemption.JudicialFunctions
            )
            .At((_, party) => At(party, "dpo"))
            .Says("Public authorities must have a Data Protection Officer; add contact details."),
        // Two questions, so two findings: each leads to its own.
        Error("DSA-009")
            .Policy()
            .ForEach(a => a.Controllers)
            .When((a, party) => a.Sends(party) && Missing(party.Iao))
            .At((_, party) => At(party, "iao"))
            .Says("{org} sends data: name its Information Asset Owner."),
        Error("DSA-009")
            .Policy()
            .ForEach(a => a.Controllers)
            .When(party => party.AuthorisedSignatory.All(signatory => Missing(signatory.Contact)))
            .At((_, party) => At(party, "authorisedSignatory"))
            .Says("Name the person authorised to sign for {org}."),
        Warning("DSA-010")
            .Policy()
            .ForEach(a => a.Content.Parties)
            .When(party => party.Identifiers.Count == 0)
            .At((_, party) => At(party, "identifiers"))
            .Says("Add an organisation identifier (e.g. Companies House, ODS, URN) so the register can be matched."),
        Warning("DSA-010")
            .Policy()
            .ForEach(a =>
                a.Content.Parties.SelectMany(party => party.Identifiers.Select(identifier => (Party: party, Identifier: identifier)))
            )
            .When(x => !IsWritten(x.Identifier))
            .At(
                (_, x) =>
                    At(x.Party, "identifiers")
                        .Naming("identifier", $"{x.Identifier.Scheme ?? "no scheme"} {x.Identifier.Value}".TrimEnd()) with
                    {
                        About = x.Identifier.Id,
                    }
            )
            .Says("“{identifier}” of {org} does not have the form of its scheme. Correct it, so that the register can be matched."),
        // A name alone reaches nobody.
        Error("DSA-094")
            .Code("ICO data sharing code: security", "UK GDPR Art 33")
            .IfPersonalData()
            .ForEach(a => a.Content.Parties)
            .When(party => Missing(party.BreachContact?.Email) && Missing(party.BreachContact?.Phone24h))
            .At((_, party) => At(party, "breachContact"))
            .Says("Name breach contacts. Partners should tell each other fast enough to meet the 72-hour deadline."),
        Warning("DSA-094")
            .Code("ICO data sharing code: security", "UK GDPR Art 33(1)")
            .IfPersonalData()
            .When(a => a.Content.Security?.Incident?.NotifyPartnersWithinHours > a.Policy.TellPartnersWithinHours)
            .At(
                (a, _) =>
                    new Place(
                        "/security/incident/notifyPartnersWithinHours",
                        ("limit", Quantity.InWords(a.Policy.TellPartnersWithinHours, "hours"))
                    )
            )
            .Says("Partners hear of a breach after more than {limit}. Tell each other sooner, to meet the 72-hour deadline."),
        Warning("DSA-106")
            .Law("UK GDPR Art 37(1)(c)")
            .IfPersonalData()
            .ForEach(a => a.Content.Parties)
            .When(
                (a, party) =>
                    (a.Controller(party.Id) is not null || IsProcessor(party))
                    && party.IsPublicAuthority is not true
                    && Missing(party.Dpo)
                    && a.Content.Flows.Any(flow => Handles(party, flow) && a.DatasetOf(flow) is { } ds && a.SensitiveAtScale(ds))
            )
            .At((_, party) => At(party, "dpo"))
            .Says(
                "Large-scale special category or criminal offence data as a core activity needs a Data Protection Officer "
                    + "(Art 37(1)(c)). Add contact details or say why not."
            ),
        Warning("DSA-107")
            .Code("National Data Guardian guidance on Caldicott Guardians (2021)")
            .ForEach(a => a.Controllers)
            .When(
                (a, party) =>
                    party.PublicBody is true
                    && InEngland(party)
                    && Missing(party.CaldicottGuardian)
                    && a.Touches.Any(touch => touch.Line.Party == party.Id && CareData(touch.Dataset))
            )
            .At((_, party) => At(party, "caldicottGuardian"))
            .Says(
                "Public bodies handling confidential health or adult social care information are expected to have a Caldicott Guardian. "
                    + "Name the one of {org}, or say why there is none."
            ),
        Error("DSA-109")
            .Law("UK GDPR Art 28(2)")
            .IfPersonalData()
            .ForEach(a => a.Content.Parties.Where(party => party.Roles.Contains(PartyRole.SubProcessor)))
            .When(
                (a, _) =>
                    !a.Content.Parties.Any(party => party.Roles.Contains(PartyRole.Processor) && party.Art28?.SubProcessorsAllowed is true)
            )
            .At(
                (a, party) =>
                    a.Content.Parties.FirstOrDefault(p => p.Id != party.Id && p.Roles.Contains(PartyRole.Processor)) is { } processor
                        ? At(processor, "art28/subProcessorsAllowed") with
                        {
                            Words = [("org", NameOf(party))],
                            About = party.Id,
                        }
                        : At(party, "roles")
            )
            .Says(
                "Sub-processors need the controller's prior written authorisation (Art 28(2)). "
                    + "Record at the processor that works with {org} that its contract allows them."
            ),
        Error("DSA-113")
            .Policy()
            .ForEach(a => a.Content.Parties.Where(party => party.Roles.Contains(PartyRole.Unknown)))
            .At((_, party) => At(party, "roles"))
            .Says(RuleDraft.StillUnknown),
    ];

    private static bool IsWritten(OrganisationIdentifier identifier) =>
        identifier.Value is { } value && IdentifierScheme.Find(identifier.Scheme)?.Read(value).Value is not null;

    private static IEnumerable<Party> JointControllers(Reading a) =>
        a.Content.Parties.Where(party => party.Roles.Contains(PartyRole.JointController));

    private static bool Handles(Party party, Flow flow) => flow.From == party.Id || flow.To == party.Id || flow.Via == party.Id;
}
