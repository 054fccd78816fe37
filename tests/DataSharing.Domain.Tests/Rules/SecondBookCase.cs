using DataSharing.Domain.Content;
using static DataSharing.Domain.Tests.Rules.Change;

namespace DataSharing.Domain.Tests.Rules;

/// <summary>What the rules say from law book 2 on: each with an example that fires it and a near miss.</summary>
internal static class SecondBookCase
{
    private const string Certificate = """{"id": "A1", "type": "ISO27001", "ref": "X", "validTo": "2027-06-30"}""";
    private const string Toolkit = """{"id": "A1", "type": "DSPT", "level": "StandardsExceeded", "ref": "X", "validTo": "2027-06-30"}""";
    private const string Why = "It lets the council pass on what the charity needs for the visit.";
    private const string Other =
        """{"id": "G2", "code": "GW-OTHER", "otherTitle": "Lost Property Act 1999", "otherSection": "s4", "otherKind": "Power", "otherWhy": "It lets the council pass on what the charity needs for the visit."}""";

    public static RuleCase[] All { get; } =
    [
        // Powers: what lets somebody share at all
        Case(
            "DSA-047",
            "7-2",
            "E /legalLines/L1/gateways",
            ["""/legalLines/L1/gateways = [{"id": "G1", "code": "GW-CRCA18"}]"""],
            ["""/legalLines/L1/gateways = [{"id": "G1", "code": "GW-CRCA18"}, {"id": "G2", "code": "GW-LGA111"}]"""]
        ),
        Case("DSA-047", "7-4", "E /legalLines/L2/gateways", ["/legalLines/L2/gateways/G2 ="], ["/legalLines/L2/gateways/G1 ="]), // a number is no power
        Case(
            "DSA-047",
            "7-2",
            "E /legalLines/L1/gateways",
            ["""/legalLines/L1/gateways = [{"id": "G1", "code": "GW-COURT"}]"""],
            ["""/legalLines/L1/gateways = [{"id": "G1", "code": "GW-COURT", "citationDetail": "Family Court Leeds 12.5.2026 LS26C00"}]"""]
        ),
        // Whom they are for
        Case(
            "DSA-048",
            "7-2",
            "E /legalLines/L1/gateways/G2",
            ["""/legalLines/L1/gateways/G2/code = "GW-HSCA261" """], // only NHS England
            ["""/legalLines/L1/gateways/G2/code = "GW-CARE18" """]
        ),
        Case(
            "DSA-048",
            "7-2",
            "E /legalLines/L1/gateways/G2",
            ["""/legalLines/L1/gateways/G2/code = "GW-CT-USE" """], // a charity may not receive by it
            ["""/legalLines/L1/gateways/G2/code = "GW-CT-USE" """, """/parties/CHY/sector = "LocalGov" """]
        ),
        Case(
            "DSA-048",
            "7-2",
            "E /parties/CHY/sector",
            ["""/legalLines/L1/gateways/G2/code = "GW-CARE18" """, "/parties/CHY/sector ="],
            ["/parties/CHY/sector ="]
        ),
        Case(
            "DSA-048",
            "7-5",
            "E /legalLines/L2/gateways/G1",
            ["""/purposes/P1/gatewayPurposeCode = ["FuelPoverty"]"""], // the police are not in that list
            ["""/purposes/P1/gatewayPurposeCode = ["FuelPoverty", "MultipleDisadvantages"]"""]
        ),
        Case(
            "DSA-048",
            "7-5",
            "E /legalLines/L2/gateways/G1",
            ["""/purposes/P1/gatewayPurposeCode = ["FuelPoverty"]""", """/parties/WYP/jurisdiction = "Scotland" """],
            [
                """/purposes/P1/gatewayPurposeCode = ["FuelPoverty"]""",
                """/parties/WYP/jurisdiction = "Scotland" """,
                """/legalLines/L2/gateways/G1/citationDetail = "Sch 4 paragraph 45" """,
            ]
        ),
        Case(
            "DSA-048",
            "7-5",
            "W /legalLines/L2/gateways/G1",
            [
                """/purposes/P1/gatewayPurposeCode = ["FuelPoverty"]""",
                """/parties/WYP/jurisdiction = "Scotland" """,
                """/legalLines/L2/gateways/G1/citationDetail = "Sch 4 para 45" """,
            ],
            [
                """/purposes/P1/gatewayPurposeCode = ["FuelPoverty"]""",
                """/legalLines/L2/gateways/G1/citationDetail = "Sch 4 para 45" """, // the list for England is complete
            ]
        ),
        // Bars that stand whatever the draft says
        Case(
            "DSA-058",
            "7-5",
            "E /legalLines/L1/gateways",
            ["""/datasets/D1/statutoryBar = "None" """, """/legalLines/L1/gateways/G1/code = "GW-CROWN" """],
            [
                """/datasets/D1/statutoryBar = "None" """,
                """/legalLines/L1/gateways/G1/code = "GW-CROWN" """,
                """/datasets/D1/noBarReason = "A list of staff parking spaces" """,
            ]
        ),
        Case(
            "DSA-058",
            "7-5",
            "E /legalLines/L1/gateways",
            ["""/legalLines/L1/gateways/G1/code = "GW-COURT" """],
            [
                """/legalLines/L1/gateways/G1/code = "GW-COURT" """,
                """/legalLines/L1/gateways/G1/citationDetail = "County Court at Leeds, 12 May 2026, K01LS1" """,
            ]
        ),
        Case(
            "DSA-071",
            "7-2",
            "E /dpia/DPIA1/status",
            ["""/datasets/D1/fields/accessNotes/type = "Location" """, """/flows/F1/mode = "Lookup" """],
            ["""/datasets/D1/fields/accessNotes/type = "Location" """] // one referral at a time
        ),
        Case(
            "DSA-073",
            "7-2",
            "E /dpiaScreening",
            ["/dpiaScreening ="],
            ["/dpiaScreening =", """/dpia/DPIA1/status = "AwaitingApproval" """]
        ),
        Case("DSA-087", "7-2", "W /parties/CHY/assurances", ["/parties/CHY/assurances = []"], [$"/parties/CHY/assurances = [{Toolkit}]"]),
        Case(
            "DSA-087",
            "7-2",
            "W /parties/CHY/assurances",
            [$"/parties/CHY/assurances = [{Certificate}]"],
            [$"/parties/CHY/assurances = [{Toolkit}]"]
        ),
        Case("DSA-087", "7-3", "W /parties/UOL/assurances", ["/parties/UOL/assurances = []"], [$"/parties/UOL/assurances = [{Toolkit}]"]), // it covers all that they hold
        Case(
            "DSA-090",
            "7-2",
            "E /retention/R2/criteria",
            ["/retention/R2/period =", """/retention/R2/criteria = "For as long as is necessary." """],
            ["/retention/R2/period =", """/retention/R2/criteria = "As long as the tenancy lasts" """]
        ),
        Case(
            "DSA-091",
            "7-5",
            "E /retention/R1/period",
            ["""/retention/R1/period = "Indefinite" """],
            ["""/retention/R1/period = "Indefinite" """, """/retention/R1/archiving = "West Yorkshire county record office" """]
        ),
        Case(
            "DSA-091",
            "7-5",
            "W /retention/R1/period",
            ["""/retention/R1/period = "Indefinite" """, """/retention/R1/archiving = "West Yorkshire county record office" """],
            ["""/retention/R1/period = "P7Y" """]
        ),
        // Routes through confidence
        Case(
            "DSA-114",
            "7-5",
            "E /legalLines/L1/confidentiality/code",
            ["""/legalLines/L1/gateways/G1/code = "GW-CDA115" """],
            ["""/legalLines/L1/gateways/- = {"id": "G2", "code": "GW-CDA115"}"""] // beside one that does
        ),
        Case("DSA-114", "7-5", "E /legalLines/L1/confidentiality/code", ["/legalLines/L1/gateways = []"], []),
        Case(
            "DSA-114",
            "7-5",
            "W /legalLines/L1/confidentiality/code",
            [$"/legalLines/L1/gateways = [{Other}]", """/legalLines/L1/legalAdviceRef = "LEG-1" """],
            [$"/legalLines/L1/gateways = [{Other}]"]
        ),
        Case(
            "DSA-114", // a book that does not say what a gateway does to confidence says nothing against it
            "7-5",
            "E /legalLines/L1/confidentiality/code",
            ["""/legalLines/L1/gateways/G1/code = "GW-CDA115" """],
            ["""/legalLines/L1/gateways/G1/code = "GW-CDA115" """, Book("GW-CDA115", """{"setsConfidenceAside": null}""")]
        ),
        Case(
            "DSA-115",
            "7-2",
            "E /legalLines/L1/confidentiality/code",
            ["""/legalLines/L1/confidentiality/code = "CLDC-NA" """],
            ["""/legalLines/L1/confidentiality/code = "CLDC-NA" """, "/datasets/D1/owedConfidence = false", "/datasets/D1/isCPI = false"]
        ),
        Case("DSA-116", "7-2", "E /legalLines/L3/confidentiality/code", ["""/flows/F2/mode = "Bulk" """], ["""/flows/F1/mode = "Bulk" """]),
        Case("DSA-116", "7-2", "E /legalLines/L3/confidentiality/reason", ["/legalLines/L3/confidentiality/reason ="], []),
        Case(
            "DSA-117",
            "7-2",
            "E /legalLines/L1/gateways/G2/citationDetail",
            ["""/legalLines/L1/gateways/G2/code = "GW-CARE45" """],
            [
                """/legalLines/L1/gateways/G2/code = "GW-CARE45" """,
                """/legalLines/L1/gateways/G2/citationDetail = "Request of 3 August 2026" """,
            ]
        ),
        Case(
            "DSA-117",
            "7-2",
            "E /legalLines/L1/confidentiality/reason",
            ["""/legalLines/L1/confidentiality = {"code": "CLDC-COURT"}"""],
            ["""/legalLines/L1/confidentiality = {"code": "CLDC-COURT", "reason": "Family Court Leeds 12.5.2026 LS26C00"}"""]
        ),
        Case(
            "DSA-117",
            "7-5",
            "W /legalLines/L1/gateways",
            ["""/legalLines/L1/gateways/- = {"id": "G2", "code": "GW-COURT", "citationDetail": "Order 1 of 12 May 2026"}"""],
            [
                """/legalLines/L1/gateways/- = {"id": "G2", "code": "GW-COURT", "citationDetail": "Order 1 of 12 May 2026"}""",
                """/flows/F1/mode = "IndividualCase" """,
                """/flows/F1/frequency = "Once" """,
            ]
        ),
        Case(
            "DSA-118",
            "7-2",
            "E /legalLines/L1/confidentiality/reason",
            ["/legalLines/L1/confidentiality/reason ="],
            ["/legalLines/L1/confidentiality/reason =", """/legalLines/L1/confidentiality/code = "CLDC-LAW" """]
        ),
        Case(
            "DSA-118",
            "7-4",
            "W /legalLines/L1/confidentiality/code",
            ["""/legalLines/L1/confidentiality/code = "CLDC-EXPL" """],
            ["""/legalLines/L1/confidentiality/code = "CLDC-EXPL" """, """/datasets/D1/cohortFilter = "Registered patients" """]
        ),
        // The National Data Opt-out
        Case(
            "DSA-119",
            "7-2",
            "E /legalLines/L3/ndo/exemption",
            ["""/legalLines/L3/ndo/exemption = "SpecificExemption" """],
            ["""/legalLines/L3/ndo/exemption = "SpecificExemption" """, """/legalLines/L3/ndo/basis = "Regulation 3" """]
        ),
        Case(
            "DSA-119",
            "7-2",
            "E /legalLines/L3/ndo/exemption",
            ["""/legalLines/L3/ndo/exemption = "LegalRequirement" """],
            [
                """/legalLines/L3/ndo/exemption = "LegalRequirement" """,
                """/legalLines/L3/gateways = [{"id": "G1", "code": "GW-CARE45", "citationDetail": "Request of 3 August 2026"}]""",
            ]
        ),
        Case(
            "DSA-119",
            "7-2",
            "E /legalLines/L3/ndo/exemption",
            [
                """/legalLines/L3/ndo/exemption = "Consent" """,
                """/legalLines/L3/confidentiality = {"code": "CLDC-S251", "cag": {"ref": "24/CAG/1", "regulation": 5, "reviewDue": "2027-09-01"}}""",
            ],
            [
                """/legalLines/L3/ndo = {"exemption": "SpecificExemption", "basis": "Letter of 1 August 2026"}""",
                """/legalLines/L3/confidentiality = {"code": "CLDC-S251", "cag": {"ref": "24/CAG/1", "regulation": 5, "reviewDue": "2027-09-01"}}""",
            ]
        ),
        Case(
            "DSA-119",
            "7-2",
            "E /legalLines/L3/ndo/exemption",
            ["""/legalLines/L3/ndo/exemption = "Consent" """],
            ["""/legalLines/L3/ndo/exemption = "Consent" """, """/legalLines/L3/confidentiality/code = "CLDC-EXPL" """]
        ),
        Case("DSA-119", "7-2", "E /legalLines/L3/ndo/exemption", ["""/flows/F2/mode = "Bulk" """], ["""/flows/F1/mode = "Bulk" """]),
        Case(
            "DSA-119",
            "7-2",
            "E /legalLines/L3/ndo/exemption",
            ["""/legalLines/L3/ndo/exemption = "Anonymised" """],
            ["""/legalLines/L3/ndo/exemption = "Anonymised" """, """/datasets/D2/identifiability = "DeIdentified" """]
        ),
        // What a party says of itself
        Case(
            "DSA-120",
            "7-2",
            "E /parties/KMC/publicBody",
            ["/parties/KMC/publicBody = false"],
            ["/parties/KMC/publicBody = false", """/parties/KMC/sector = "Charity" """]
        ),
        Case(
            "DSA-120",
            "7-2",
            "W /parties/KMC/isPublicAuthority",
            ["/parties/KMC/isPublicAuthority = false"],
            ["/parties/KMC/isPublicAuthority = false", """/parties/KMC/icoExemption = "JudicialFunctions" """]
        ),
        Case("DSA-120", "7-2", "W /parties/CHY/sector", [Registered("CHY", Sector.Health)], [Registered("CHY", Sector.Charity)]),
        Case(
            "DSA-120",
            "7-2",
            "W /parties/CHY/publicBody",
            [Registered("CHY", Sector.Charity), "/parties/CHY/publicBody = true"],
            ["/parties/CHY/publicBody = true"] // nobody is registered who says otherwise
        ),
        Case(
            "DSA-121",
            "7-2",
            "E /legalLines/L1/inPerformanceOfTask",
            ["/legalLines/L1/inPerformanceOfTask = false", """/legalLines/L1/art6 = "A6-F" """],
            ["""/legalLines/L1/art6 = "A6-F" """]
        ),
        Case(
            "DSA-121",
            "7-2",
            "W /legalLines/L1/inPerformanceOfTask",
            [
                "/legalLines/L1/inPerformanceOfTask = false",
                """/legalLines/L1/art6 = "A6-F" """,
                "/legalLines/L1/gateways = []",
                "/legalLines/L1/ownTaskCitation =",
                """/purposes/P1/code = "Other" """,
            ],
            ["/legalLines/L1/inPerformanceOfTask = false", """/legalLines/L1/art6 = "A6-F" """]
        ),
        Case(
            "DSA-122",
            "7-5",
            "W /datasets/D2/collectedForLE",
            ["/datasets/D2/collectedForLE = false"],
            ["/datasets/D2/collectedForLE = false", "/datasets/D2/fields/dvIncidentFlag =", "/datasets/D2/fields/youthOffendingFlag ="]
        ),
        Case(
            "DSA-122",
            "7-5",
            "W /datasets/D1/noBarReason",
            ["""/datasets/D1/noBarReason = "A list of staff parking spaces" """],
            ["""/datasets/D3/noBarReason = "A list of staff parking spaces" """]
        ),
        Case(
            "DSA-123",
            "7-2",
            "E /datasets/D1/fields/accessNotes/specialCategory",
            ["""/datasets/D1/fields/accessNotes/category = "pd:Religion" """],
            ["""/datasets/D1/fields/accessNotes/category = "pd:Name" """]
        ),
        Case(
            "DSA-123",
            "7-2",
            "E /datasets/D1/fields/accessNotes/criminalOffence",
            ["""/datasets/D1/fields/accessNotes/category = "pd:CriminalConviction" """],
            [
                """/datasets/D1/fields/accessNotes/category = "pd:CriminalConviction" """,
                "/datasets/D1/fields/accessNotes/criminalOffence = true",
            ]
        ),
        Case(
            "DSA-123",
            "7-2",
            "W /datasets/D1/fields/accessNotes/specialCategory",
            ["""/datasets/D1/fields/accessNotes/name = "Ethnic group" """],
            ["""/datasets/D1/fields/accessNotes/name = "Stealth entrance" """] // the word does not begin so
        ),
        Case(
            "DSA-123",
            "7-2",
            "W /datasets/D1/fields/accessNotes/criminalOffence",
            ["""/datasets/D1/fields/accessNotes/description = "Whether convicted of anything" """],
            ["""/datasets/D1/fields/accessNotes/description = "Whether a key safe is there" """]
        ),
        // The basis and the law it rests on
        Case(
            "DSA-124",
            "7-2",
            "W /purposes/P1/compatibilityRoute",
            ["""/purposes/P1/code = "DebtRecovery" """],
            ["""/purposes/P1/code = "DebtRecovery" """, """/purposes/P1/compatibilityRoute = "PL-ORIG" """]
        ),
        Case(
            "DSA-125",
            "7-4",
            "E /parties/SUP/roles",
            ["""/legalLines/- = {"id": "L4", "party": "SUP", "purpose": "P1", "activity": "ReceiveAndUse", "art6": "A6-F"}"""],
            [
                """/legalLines/- = {"id": "L4", "party": "SUP", "purpose": "P1", "activity": "ReceiveAndUse", "art6": "A6-F"}""",
                """/parties/SUP/roles = ["Controller", "Processor"]""",
            ]
        ),
        Case("DSA-125", "7-4", "E /parties/SUP/roles", ["""/datasets/D1/controller = "SUP" """], []),
        Case("DSA-125", "7-4", "E /parties/SUP/roles", ["""/adm/decisionMaker = ["SUP"]"""], ["""/adm/decisionMaker = ["ICB"]"""]),
        Case("DSA-125", "7-3", "E /parties/ONS/roles", ["/legalLines/L1 ="], ["/legalLines/L2 ="]),
        Case(
            "DSA-126",
            "7-2",
            "E /parties",
            ["""/agreementType = "JointControllerArrangement" """],
            [
                """/agreementType = "JointControllerArrangement" """,
                """/parties/KMC/roles = ["JointController"]""",
                """/parties/CHY/roles = ["JointController"]""",
            ]
        ),
        Case(
            "DSA-126",
            "7-4",
            "E /parties/ICB/roles",
            ["""/parties/ICB/roles = ["Controller"]"""],
            ["""/legalLines/L1/activity = "Disclose" """]
        ),
        Case(
            "DSA-126",
            "7-2",
            "W /parties/KMC/roles",
            ["""/parties/KMC/roles = ["JointController"]"""],
            ["""/parties/KMC/roles = ["JointController"]""", """/parties/CHY/roles = ["JointController"]"""]
        ),
        Case(
            "DSA-127",
            "7-2",
            "W /legalLines/L1/art6",
            ["""/legalLines/L1/art6 = "A6-C" """],
            ["""/legalLines/L1/art6 = "A6-C" """, """/legalLines/L1/gateways/G2/code = "GW-CARE45" """]
        ),
        Case(
            "DSA-128",
            "7-2",
            "W /legalLines/L2/art6",
            ["""/legalLines/L2/art6 = "A6-E" """],
            ["""/legalLines/L2/art6 = "A6-E" """, "/parties/CHY/exercisesOfficialAuthority = true"]
        ),
        Case(
            "DSA-129",
            "7-2",
            "E /legalLines/L2/s1/C1",
            ["""/legalLines/L2/s1/C1/code = "S1-06" """],
            ["""/legalLines/L1/s1/C1/code = "S1-06" """] // a council has functions
        ),
        Case(
            "DSA-129",
            "7-2",
            "W /legalLines/L2/s1/C1",
            ["""/legalLines/L2/s1/C1/code = "S1-06" """, """/legalLines/L2/ownTaskCitation = "Care Act 2014 s79" """],
            ["""/legalLines/L2/s1/C1/code = "S1-06" """]
        ),
        Case(
            "DSA-130",
            "7-5",
            "W /legalLines/L3/consent/onlineService",
            ["""/legalLines/L3/art6 = "A6-A" """],
            ["""/legalLines/L3/art6 = "A6-A" """, "/legalLines/L3/consent/onlineService = false"]
        ),
        Case(
            "DSA-130",
            "7-5",
            "E /legalLines/L3/consent/parentalAuthorisation",
            [
                """/legalLines/L3/art6 = "A6-A" """,
                """/legalLines/L3/consent = {"onlineService": true, "ageCheck": "The school’s register"}""",
            ],
            [
                """/legalLines/L3/art6 = "A6-A" """,
                """/legalLines/L3/consent = {"onlineService": true, "ageCheck": "The school’s register", "parentalAuthorisation": "A form"}""",
            ]
        ),
        .. Contradictions,
        Case(
            "DSA-132",
            "7-2",
            "E /legalLines/L3/confidentiality/code",
            ["""/legalLines/L3/confidentiality/code = "CLDC-S251" """],
            ["""/legalLines/L3/confidentiality/code = "CLDC-S251" """, """/purposes/P2/code = "Research" """]
        ),
        Case(
            "DSA-132",
            "7-5",
            "E /legalLines/L1/gateways/G2",
            ["""/legalLines/L1/gateways/- = {"id": "G2", "code": "GW-NHS251"}""", """/purposes/P1/code = "FraudPrevention" """],
            ["""/legalLines/L1/gateways/- = {"id": "G2", "code": "GW-NHS251"}"""]
        ),
        // An enactment that the book does not hold
        Case(
            "DSA-133",
            "7-2",
            "E /legalLines/L1/gateways/G2/otherTitle",
            ["""/legalLines/L1/gateways/G2/code = "GW-OTHER" """],
            [$"/legalLines/L1/gateways/G2 = {Other}"]
        ),
        Case(
            "DSA-133",
            "7-2",
            "E /legalLines/L1/gateways/G2/otherWhy",
            [$"/legalLines/L1/gateways/G2 = {Other}", """/legalLines/L1/gateways/G2/otherWhy = "Because it does." """],
            [$"/legalLines/L1/gateways/G2 = {Other}", $"/legalLines/L1/gateways/G2/otherWhy = \"{Why}\""]
        ),
        Case(
            "DSA-134",
            "7-2",
            "W /legalLines/L1/gateways/G2",
            [$"/legalLines/L1/gateways/G2 = {Other}"],
            ["""/legalLines/L1/gateways/G2/code = "GW-OTHER" """]
        ),
        Case(
            "DSA-134",
            "7-2",
            "W /legalLines/L1/gateways/G2/code",
            [
                $"/legalLines/L1/gateways/G2 = {Other}",
                """/legalLines/L1/gateways/G2/otherTitle = "Crime and Disorder Act 1998" """,
                """/legalLines/L1/gateways/G2/otherSection = "section 115" """,
            ],
            []
        ),
        Case(
            "DSA-135",
            "7-5",
            "W /privacyNotices/N2/exemption",
            ["""/privacyNotices/N2/exemption = "EX-S2-2" """],
            ["""/privacyNotices/N2/exemption = "EX-ART14-5E" """]
        ),
        Case(
            "DSA-135",
            "7-5",
            "W /privacyNotices/N2/exemption",
            ["""/privacyNotices/N2/exemption = "DPA 2018 Sch 2 para 2" """, """/purposes/P1/code = "FraudPrevention" """], // for everybody in bulk
            [
                """/privacyNotices/N2/exemption = "DPA 2018 Sch 2 para 2" """,
                """/purposes/P1/code = "FraudPrevention" """,
                """/flows/F1/mode = "IndividualCase" """,
            ]
        ),
        Case(
            "DSA-078",
            "7-5",
            "E /privacyNotices/N2/url",
            ["/privacyNotices/N2/url =", """/privacyNotices/N2/exemption = "EX-S2-16" """],
            ["/privacyNotices/N2/url =", """/privacyNotices/N2/exemption = "EX-S2-5" """]
        ), // the one sets aside copies only
    ];

    private static RuleCase[] Contradictions =>
        [
            Case(
                "DSA-131",
                "7-2",
                "E /legalLines/L3/s1/C1/noConsentReason",
                ["""/legalLines/L3/confidentiality/code = "CLDC-EXPL" """, """/legalLines/L3/s1/C1/noConsentReason = "CannotConsent" """],
                ["""/legalLines/L3/s1/C1/noConsentReason = "CannotConsent" """]
            ),
            Case(
                "DSA-131",
                "7-2",
                "W /legalLines/L3/s1/C1/noConsentReason",
                ["""/legalLines/L3/confidentiality/code = "CLDC-EXPL" """],
                ["""/legalLines/L3/confidentiality/code = "CLDC-LAW" """]
            ),
            Case(
                "DSA-131",
                "7-2",
                "E /legalLines/L2/confidentiality/code",
                ["""/legalLines/L2/confidentiality = {"code": "CLDC-S251"}""", """/legalLines/L2/art6 = "A6-A" """],
                ["""/legalLines/L2/confidentiality = {"code": "CLDC-S251"}"""]
            ),
            Case(
                "DSA-131",
                "7-2",
                "W /legalLines/L2/confidentiality/code",
                ["""/legalLines/L2/confidentiality = {"code": "CLDC-LAW"}""", """/legalLines/L2/art6 = "A6-A" """],
                ["""/legalLines/L2/confidentiality = {"code": "CLDC-LAW"}""", """/legalLines/L2/art6 = "A6-C" """]
            ),
            Case(
                "DSA-131",
                "7-2",
                "E /datasets/D1/owedConfidence",
                ["/datasets/D1/owedConfidence ="],
                ["/datasets/D1/isCPI =", "/datasets/D1/owedConfidence ="]
            ),
            Case(
                "DSA-131",
                "7-4",
                "W /datasets/D1/isCPI",
                ["/datasets/D1/isCPI = false"],
                ["/datasets/D1/isCPI = false", """/datasets/D1/controller = "MCC" """]
            ),
            Case(
                "DSA-131",
                "7-2",
                "W /flows/F1/frequency",
                ["""/flows/F1/frequency = "Weekly" """],
                ["""/flows/F1/frequency = "AsNeeded" """]
            ),
            Case("DSA-131", "7-2", "W /flows/F1/volume", ["/flows/F1/volume = 2"], ["/flows/F1/volume = 1"]),
            Case(
                "DSA-131",
                "7-6",
                "W /adm/humanReview",
                ["""/adm/humanReview = "An underwriter" """],
                ["""/adm/humanReview = "An underwriter" """, "/adm/solelyAutomated = false"]
            ),
            Case(
                "DSA-131",
                "7-6",
                "W /agreementType",
                ["""/flows/F1/mode = "Bulk" """, """/flows/F2/mode = "Bulk" """, """/flows/F3/mode = "Bulk" """],
                ["""/flows/F1/mode = "Bulk" """, """/flows/F2/mode = "Bulk" """]
            ),
            Case(
                "DSA-131",
                "7-2",
                "W /purposes/P1/isLawEnforcement",
                ["/purposes/P1/isLawEnforcement = true"],
                ["/purposes/P1/isLawEnforcement = true", "/parties/KMC/isCompetentAuthority = true"]
            ),
            Case(
                "DSA-131",
                "7-2",
                "W /classification",
                ["""/classification = "SECRET" """],
                ["""/classification = "OFFICIAL-SENSITIVE" """]
            ),
            Case(
                "DSA-131",
                "7-2",
                "E /legalLines/L3/ndo/exemption",
                ["/legalLines/L3/ndo/applied = true"],
                ["/legalLines/L3/ndo/applied = true", "/legalLines/L3/ndo/exemption ="]
            ),
            Case(
                "DSA-131",
                "7-2",
                "E /datasets/D2/fields/concernDetail/directIdentifier",
                ["""/datasets/D2/identifiability = "Anonymous" """, "/datasets/D2/fields/concernDetail/directIdentifier = true"],
                ["""/datasets/D2/identifiability = "Anonymous" """, "/datasets/D2/fields/concernDetail/directIdentifier = false"]
            ),
            Case(
                "DSA-131",
                "7-1",
                "W /adm/significant",
                ["""/dpia/DPIA1/triggers = ["DenialOfService"]"""],
                ["""/dpia/DPIA1/triggers = ["DenialOfService"]""", "/adm/significant = true"]
            ),
        ];

    private static RuleCase Case(string rule, string sample, string finds, Change[] fires, Change[] near) =>
        new(rule, sample, finds, fires, near) { Book = 2 };
}
