using DataSharing.Domain.Law;
using static DataSharing.Domain.Content.PurposeCode;
using static DataSharing.Domain.Rules.Grounds.GroundQuestion;
using static DataSharing.Domain.Rules.Grounds.Preferences;

namespace DataSharing.Domain.Rules.Grounds;

/// <summary>Which powers and duties suit whom and what, the best first; those made for a purpose before those that are general.</summary>
internal static class PowerPreferences
{
    private const string GeneralPower = "A power made for the purpose is safer: take legal advice.";

    public static IReadOnlyList<Preference> All { get; } =
    [
        For(Power, (entry, s) => s.IsMadeFor(entry)).When(_ => true).Because("It is made for the objective that the purpose names."),
        For(Power, (entry, s) => Among(entry, "GW-NFI14 GW-NFI-W GW-NFI-S GW-NFI-NI") && s.GoesToOneOf(entry))
            .When(s => s.For(FraudPrevention))
            .Because("It is made for the national fraud match, to which the data goes."),
        For(Power, "GW-RP29ZA GW-RP32ZBB").When(s => s.For(ElectoralRegistration)).Because("It is made for registering electors."),
        For(Power, "GW-HSCA251B").When(s => s.ForCare).Because("It is made for sharing about a person’s own health or adult social care."),
        For(Power, "GW-NHS82")
            .When(s => s.IsHealthBody && (s.ForCare || s.ForMedicalPurpose))
            .Because("Health bodies and councils must work together for people’s health and welfare."),
        For(Power, "GW-CARE18")
            .When(s => s.ForCare && s.IsCouncil)
            .Because("A council may have somebody else meet a person’s care needs, who must then know them."),
        For(Power, "GW-CARE6")
            .When(s => s.ForCare && s.IsCouncil)
            .Because("It is about the care and support of adults, which is a council’s task."),
        Doubt(Power, "GW-CARE79")
            .When(s => s.ForCare && s.IsCouncil)
            .Because("Only where the council has handed the function over in writing."),
        Doubt(Power, "GW-CARE7")
            .When(s => s.ForCare && s.IsCouncil)
            .Because("Only on request, between the council and the partners that the Act names."),
        Doubt(Power, "GW-HSCA251A").When(s => s.ForCare).Because("Not alone: it is a duty to use the NHS number, not a power to share."),
        For(Power, "GW-NHS251")
            .When(s => s.Line.Confidentiality?.Code is "CLDC-S251" || (s.HasPatientInformation && s.ForMedicalPurpose && !s.ForResearch))
            .Because("Patients’ information is used for a medical purpose, with section 251 support for confidentiality."),
        For(Power, "GW-HSCA259")
            .When(s => s.HasCareData && s.ForMedicalPurpose && !s.ForResearch)
            .Because("Fits where NHS England asks for the data, or demands it."),
        For(Power, "GW-DEA64").When(s => s.ForResearch).Because("It is made for research with data that names nobody."),
        For(Power, (entry, s) => Among(entry, "GW-EA537A GW-IPI2009") && s.ComesFromOneOf(entry))
            .When(s => s.ForResearch)
            .Because("It is made for information about individual pupils."),
        For(Power, "GW-SRSA45 GW-SRSA39").When(s => s.For(OfficialStatistics)).Because("It is made for official statistics."),
        For(Power, "GW-EA02-175")
            .When(s => s.IsSchool && s.AboutChildren && s.For(Safeguarding))
            .Because("A school must see to it that children are safe."),
        For(Power, "GW-DEA56").When(s => s.For(FraudPrevention)).Because("It is made for preventing fraud."),
        For(Power, (entry, s) => Among(entry, "GW-CRCA18A") && s.ComesFromOneOf(entry))
            .When(_ => true)
            .Because("{org} may disclose to do its own job."),
        Doubt(Power, "GW-SCA68")
            .When(s => s.For(FraudPrevention))
            .Because("Only as a member of a specified anti-fraud organisation, or under its arrangements."),
        For(Power, "GW-DEA48").When(s => s.For(DebtRecovery)).Because("It is made for debt owed to the public sector."),
        For(Power, "GW-DEA35")
            .When(s => s.For(PublicServiceDelivery))
            .Because("It is made for public services, between bodies that are named for the objective."),
        For(Power, "GW-WRA131")
            .When(s => s.For(PublicServiceDelivery) && s.HasBenefitData)
            .Because("It is made for welfare services with data about benefits."),
        For(Power, "GW-CDA115")
            .When(s =>
                s.For(CrimePreventionDetection)
                || (s.IsPolice && (s.For(PublicServiceDelivery) || (s.For(Safeguarding) && s.AboutChildren)))
            )
            .Because("It is made for dealing with crime and disorder."),
        For(Power, "GW-CCA-REGS").When(s => s.For(EmergencyResponse)).Because("It is made for planning for and responding to emergencies."),
        For(Power, "GW-CA89-47 GW-CA04-11 GW-CA04-10")
            .When(s => s.AboutChildren && s.For(Safeguarding, PublicServiceDelivery, SocialCareDelivery))
            .Because("The data is about children and their welfare."),
        Doubt(Power, "GW-CA04-16H")
            .When(s => s.AboutChildren && s.For(Safeguarding))
            .Because("Only where the safeguarding partners have asked for it."),
        For(Power, "GW-CARE45")
            .When(s => s.For(Safeguarding) && !s.AboutChildren)
            .Because("It is made for protecting adults at risk, where the board asks."),
        For(Power, "GW-POLCL")
            .When(s => s.IsPolice && s.For(Safeguarding, PublicServiceDelivery))
            .Because("The police may tell others what they must know to prevent harm, one case at a time."),
        Doubt(Power, (entry, s) => Among(entry, "GW-RTA3") && s.ComesFromOneOf(entry))
            .When(s => s.NamesDriverRecords)
            .Because(
                "{org} holds driver records for the Secretary of State, and no law says in general that it may share them. " + GeneralPower
            ),
        Doubt(Power, "GW-LGA111 GW-LOC1 GW-LGEW24 GW-LGIS20 GW-NI-LG79")
            .When(s => s.IsCouncil)
            .Because($"A general power of councils. {GeneralPower}"),
        Doubt(Power, "GW-CROWN")
            .When(s => s.IsDepartment)
            .Because($"A general power of departments, where no Act governs the matter. {GeneralPower}"),
        Against(Power, (entry, _) => entry is Gateway gateway && gateway.IsOnly(GatewayType.Bar))
            .When(s => s.Party?.PublicBody is not true)
            .Because("It is a bar, not a power: it says what may not be shared."),
        Doubt(Power, "GW-COURT").When(_ => true).Because("Only under an order of a court that names {org}."),
        Doubt(Power, Gateway.OtherEnactment).When(_ => true).Because("Only if none of the others covers it."),
    ];

    private static bool Among(LawEntry entry, string codes) => codes.Split(' ').Contains(entry.Code);
}
