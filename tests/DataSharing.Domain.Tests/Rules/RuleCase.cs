using DataSharing.Domain.Content;
using DataSharing.Domain.Organisations;
using DataSharing.Domain.Rules;
using static DataSharing.Domain.Tests.Rules.Change;

namespace DataSharing.Domain.Tests.Rules;

/// <summary>For every rule: a change of a sample that fires it, and the nearest change that does not.</summary>
/// <param name="Finds">All that the rule then says: E error, W warning or I information, and where.</param>
/// <param name="Near">A near miss; empty if the sample as it stands is one.</param>
public sealed record RuleCase(string Rule, string Sample, string Finds, Change[] Fires, Change[] Near)
{
    private const string AnotherCouncil = """[{"id": "I1", "scheme": "ONS-GSS", "value": "E08000036"}]""";
    private const string ATrust = """[{"id": "I1", "scheme": "GB-NHS", "value": "R0A"}]""";
    private const string Notice = "https://www.homefield.example/privacy/people-we-support";
    private const string Consent =
        """{"wording": "w", "evidenceMethod": "e", "withdrawalRoute": "r", "downstreamEffect": "d", "explicitStatement": "s"}""";

    /// <summary>By which law book the sample is judged.</summary>
    public int Book { get; init; } = 1;

    public static RuleCase[] All => [.. FirstBook, .. SecondBookCase.All, .. WiderContentCase.All, .. ReadAgainCase.All];

    /// <summary>By the first law book.</summary>
    public static RuleCase[] FirstBook { get; } =
    [
        // Parties
        new(
            "DSA-001",
            "7-2",
            "E /parties",
            ["""/parties/CHY/orgId = "ONS-GSS:E08000034" """],
            ["""/parties/CHY/name = "Kirklees Council" """]
        ),
        new("DSA-001", "7-2", "E /parties", ["/parties/CHY/orgId ="], []),
        new(
            "DSA-002",
            "7-2",
            "E /parties",
            ["""/parties/KMC/roles = ["DataProvider"]""", """/parties/CHY/roles = ["DataRecipient"]"""],
            ["""/parties/KMC/roles = ["DataProvider"]"""]
        ),
        new(
            "DSA-003",
            "7-2",
            "E /flows/F2/to",
            ["""/flows/F2/to = "OTH" """],
            ["""/flows/F2/to = "OTH" """, """/permittedRecipients/- = {"id": "OTH", "name": "Advocacy charity"}"""]
        ),
        new("DSA-003", "7-2", "E /flows/F2/via", ["""/flows/F2/via = "OTH" """], ["""/flows/F2/via = "KMC" """]),
        new("DSA-003", "7-2", "E /flows/F2/from", ["/flows/F2/from ="], []),
        new("DSA-003", "7-6", "E /flows/F1/to", ["""/flows/F1/to = "CR1" """], ["""/flows/F1/to = "PR2" """]), // whose conditions are not met is no recipient yet
        new(
            "DSA-004",
            "7-4",
            "E /parties/ICB/art26/ref",
            ["/parties/ICB/art26/ref ="],
            ["""/parties/ICB/roles = ["Controller"]""", "/parties/ICB/art26/ref ="]
        ),
        new("DSA-004", "7-4", "E /parties/ICB/art26/essencePublished", ["/parties/ICB/art26/essencePublished ="], []),
        new("DSA-004", "7-4", "E /parties/MFT/art26/contactPoint", ["/parties/MFT/art26/contactPoint ="], []),
        new(
            "DSA-004",
            "7-4",
            "E /parties/MFT/art26/contactPoint",
            ["/parties/MFT/art26/contactPoint =", """/legalLines/L2/regime = "Part3" """],
            ["""/parties/MFT/roles = ["Controller"]""", "/parties/MFT/art26/contactPoint =", """/legalLines/L2/regime = "Part3" """]
        ),
        new("DSA-005", "7-4", "E /parties/SUP/art28/contractRef", ["/parties/SUP/art28/contractRef ="], []),
        new(
            "DSA-005",
            "7-4",
            "E /parties/SUP/art28/validTo",
            ["""/parties/SUP/art28/validTo = "2026-08-31" """],
            ["""/parties/SUP/art28/validTo = "2026-09-01" """]
        ),
        new("DSA-006", "7-3", "W /flows", ["/flows/F2 =", "/legalLines/L2 ="], ["/flows/F2 ="]),
        new(
            "DSA-006",
            "7-3",
            "W /flows",
            ["/flows/F2 =", "/legalLines/L2 =", """/legalLines/L1/activity = "JointProcessing" """], // the sender itself is no other controller
            ["/flows/F2 =", """/legalLines/L2/activity = "JointProcessing" """]
        ),
        new(
            "DSA-006",
            "7-3",
            "W /flows",
            ["/flows/F2 =", "/legalLines/L2 ="],
            ["/flows/F2 =", "/legalLines/L2 =", """/parties/ONS/roles = ["Processor", "TrustedThirdParty"]"""]
        ),
        new(
            "DSA-007",
            "7-2",
            "W /parties/CHY/icoRegistration",
            ["/parties/CHY/icoRegistration ="],
            ["/parties/CHY/icoRegistration =", """/parties/CHY/icoExemption = "NotForProfit" """]
        ),
        new(
            "DSA-008",
            "7-2",
            "E /parties/KMC/dpo",
            ["/parties/KMC/dpo ="],
            ["/parties/KMC/dpo =", "/parties/KMC/isPublicAuthority = false"]
        ),
        new(
            "DSA-008",
            "7-2",
            "E /parties/KMC/dpo",
            ["/parties/KMC/dpo ="],
            ["/parties/KMC/dpo =", """/parties/KMC/icoExemption = "JudicialFunctions" """]
        ),
        new("DSA-009", "7-3", "E /parties/DFE/iao", ["/parties/DFE/iao ="], ["/parties/UOL/iao ="]), // only DFE sends
        new(
            "DSA-009",
            "7-3",
            "E /parties/UOL/authorisedSignatory",
            ["/parties/UOL/authorisedSignatory = []"],
            ["/parties/ONS/authorisedSignatory = []"]
        ), // a processor does not sign
        new(
            "DSA-009",
            "7-2",
            "E /parties/KMC/iao; E /parties/KMC/authorisedSignatory",
            ["/parties/KMC/iao =", "/parties/KMC/authorisedSignatory = []"],
            []
        ), // once for each party
        new("DSA-010", "7-2", "W /parties/CHY/identifiers", ["/parties/CHY/identifiers = []"], []),
        new(
            "DSA-010",
            "7-2",
            "W /parties/CHY/identifiers",
            ["""/parties/CHY/identifiers/I1 =""", """/parties/CHY/identifiers/- = {"id": "I2", "scheme": "GB-COH", "value": "1234567"}"""],
            ["""/parties/CHY/identifiers/I1 =""", """/parties/CHY/identifiers/- = {"id": "I2", "scheme": "GB-COH", "value": "SC123456"}"""]
        ),
        new("DSA-010", "7-2", "W /parties/CHY/identifiers", ["""/parties/CHY/identifiers/I1/scheme = "GB-GOVUK" """], []),
        new("DSA-094", "7-2", "E /parties/CHY/breachContact", ["/parties/CHY/breachContact ="], ["/parties/CHY/breachContact/phone24h ="]),
        new(
            "DSA-094",
            "7-2",
            "W /security/incident/notifyPartnersWithinHours",
            ["/security/incident/notifyPartnersWithinHours = 25"],
            ["/security/incident/notifyPartnersWithinHours = 24"]
        ),
        new(
            "DSA-106",
            "7-6",
            "W /parties/HUB/dpo",
            ["/parties/HUB/dpo ="],
            ["/parties/HUB/dpo =", "/datasets/D1/estimatedSubjects = 9999", "/datasets/D1/largeScale = false"]
        ),
        new(
            "DSA-106",
            "7-4",
            "W /parties/SUP/dpo",
            ["/parties/SUP/dpo =", "/flows/F1 =", "/flows/F2 =", "/flows/F3 ="], // the supplier is still via
            ["/parties/SUP/dpo =", "/flows/F1 =", "/flows/F2 =", "/flows/F3 =", "/flows/F4 =", "/flows/F5 ="]
        ),
        new(
            "DSA-107",
            "7-2",
            "W /parties/KMC/caldicottGuardian",
            ["/parties/KMC/caldicottGuardian ="],
            ["/parties/KMC/caldicottGuardian =", """/parties/KMC/jurisdiction = "Scotland" """]
        ),
        new(
            "DSA-109",
            "7-4",
            "E /parties/SUP/roles",
            ["""/parties/SUP/roles = ["SubProcessor"]"""],
            ["""/parties/SUP/roles = ["Processor", "SubProcessor"]""", "/parties/SUP/art28/subProcessorsAllowed = true"]
        ),
        new(
            "DSA-109",
            "7-4",
            "E /parties/SUP/art28/subProcessorsAllowed", // the contract of the processor allows it
            ["""/parties/- = {"id": "SUB", "name": "Host", "orgId": "GB-COH:00000009", "roles": ["SubProcessor"]}"""],
            [
                """/parties/- = {"id": "SUB", "name": "Host", "orgId": "GB-COH:00000009", "roles": ["SubProcessor"]}""",
                "/parties/SUP/art28/subProcessorsAllowed = true",
            ]
        ),
        new(
            "DSA-113",
            "7-2",
            "E /parties/CHY/roles",
            ["""/parties/CHY/roles = ["Controller", "Unknown"]"""],
            ["""/parties/CHY/roles = ["Controller", "DataRecipient"]"""]
        ),
        // Purposes
        new("DSA-011", "7-2", "E /purposes", ["/purposes = []"], []),
        new(
            "DSA-011",
            "7-2",
            "E /purposes/P1/description",
            ["""/purposes/P1/description = "1234567890123456789012345678901234567890123456789" """],
            ["""/purposes/P1/description = "12345678901234567890123456789012345678901234567890" """]
        ),
        new(
            "DSA-012",
            "7-2",
            "W /purposes/P1/description",
            ["""/purposes/P1/description = "Share the records of people with the charity to Improve Services." """],
            ["""/purposes/P1/description = "Share the records of people with the charity to improve home services." """]
        ),
        new("DSA-013", "7-2", "E /flows/F1/purposeIds", ["/flows/F1/purposeIds = []"], ["""/flows/F1/purposeIds = ["P2"]"""]),
        new("DSA-013", "7-2", "E /flows/F1/purposeIds", ["""/flows/F1/purposeIds = ["P1", "P9"]"""], []),
        new(
            "DSA-014",
            "7-2",
            "E /purposes/P1/compatibilityRoute",
            ["""/purposes/P1/isNewPurposeFor = ["KMC"]"""],
            ["""/purposes/P1/isNewPurposeFor = ["KMC"]""", """/purposes/P1/compatibilityRoute = "PL-ORIG" """]
        ),
        new(
            "DSA-014",
            "7-5",
            "E /purposes/P1/compatibilityRoute",
            ["/purposes/P1/compatibilityRoute ="],
            ["/purposes/P1/compatibilityRoute =", """/purposes/P1/isNewPurposeFor = ["WYP"]"""]
        ), // all of its data was collected for law enforcement
        new(
            "DSA-014",
            "7-5",
            "E /purposes/P1/compatibilityRoute",
            ["/purposes/P1/compatibilityRoute =", """/purposes/P1/isNewPurposeFor = ["WYP"]""", """/datasets/D1/controller = "WYP" """], // and some was not
            ["/purposes/P1/compatibilityRoute =", """/purposes/P1/isNewPurposeFor = ["WYP"]"""]
        ),
        new(
            "DSA-015",
            "7-6",
            "E /purposes/P1/compatibilityFactors",
            ["/purposes/P1/compatibilityFactors/nature ="],
            ["/purposes/P1/compatibilityFactors/nature =", """/purposes/P1/compatibilityRoute = "PL-ART23" """]
        ),
        new(
            "DSA-016",
            "7-3",
            "E /purposes/P1/compatibilityRoute",
            ["""/purposes/P1/originalBasis = "A6-A" """],
            ["""/purposes/P1/originalBasis = "A6-A" """, """/purposes/P1/compatibilityRoute = "PL-CONSENT" """]
        ),
        new("DSA-016", "7-6", "E /purposes/P1/compatibilityRoute", ["""/purposes/P1/originalBasis = "A6-A" """], []),
        new(
            "DSA-016",
            "7-3",
            "E /purposes/P1/originalBasis", // it might have been consent
            ["/purposes/P1/originalBasis ="],
            ["/purposes/P1/originalBasis =", """/purposes/P1/compatibilityRoute = "PL-CONSENT" """]
        ),
        new(
            "DSA-016",
            "7-3",
            "E /purposes/P1/originalBasis",
            ["/purposes/P1/originalBasis ="],
            ["/purposes/P1/originalBasis =", "/purposes/P1/isNewPurposeFor = []"]
        ),
        new(
            "DSA-017",
            "7-1",
            "E /purposes/P1/originalBasis",
            ["/purposes/P1/originalBasis ="],
            ["/purposes/P1/originalBasis =", "/purposes/P1/isNewPurposeFor = []"]
        ),
        new(
            "DSA-017",
            "7-1",
            "E /purposes/P1/whyNotReconsent",
            ["""/purposes/P1/originalBasis = "A6-A" """],
            ["""/purposes/P1/originalBasis = "A6-A" """, """/purposes/P1/whyNotReconsent = "Nobody can be reached." """]
        ),
        new(
            "DSA-017",
            "7-1",
            "E /purposes/P1/whyNotReconsent",
            ["""/purposes/P1/originalBasis = "A6-A" """, """/purposes/P1/compatibilityRoute = "PL-ANX2-7" """],
            ["""/purposes/P1/originalBasis = "A6-A" """, """/purposes/P1/compatibilityRoute = "PL-COMPLY" """]
        ),
        new(
            "DSA-017",
            "7-2",
            "E /purposes/P1/compatibilityRoute",
            ["""/purposes/P1/compatibilityRoute = "PL-ANX2-2" """, """/purposes/P1/originalBasis = "A6-E" """],
            [
                """/purposes/P1/compatibilityRoute = "PL-ANX2-2" """,
                """/purposes/P1/originalBasis = "A6-A" """,
                """/purposes/P1/whyNotReconsent = "They cannot be found." """,
            ]
        ),
        new(
            "DSA-018",
            "7-1",
            "E /purposes/P1/compatibilityRoute",
            [
                """/purposes/P1/compatibilityRoute = "PL-ANX2-1" """,
                "/legalLines/L4/inPerformanceOfTask = false",
                "/legalLines/L6/inPerformanceOfTask =",
            ],
            [
                """/purposes/P1/compatibilityRoute = "PL-ANX2-1" """,
                "/legalLines/L4/inPerformanceOfTask = false",
                "/legalLines/L6/inPerformanceOfTask = false",
            ]
        ),
        new(
            "DSA-113",
            "7-6",
            "E /purposes/P1/originalBasis",
            ["""/purposes/P1/originalBasis = "Unknown" """],
            ["""/purposes/P1/originalBasis = "A6-C" """]
        ),
        new(
            "DSA-019",
            "7-2",
            "E /purposes/P1/stopCondition",
            ["/purposes/P1/stopCondition =", "/endDate ="],
            ["/purposes/P1/stopCondition ="]
        ),
        // Article 6
        new("DSA-020", "7-2", "E /legalLines", ["/legalLines/L2 ="], ["""/legalLines/L2/activity = "JointProcessing" """]),
        new("DSA-020", "7-2", "E /legalLines", ["""/flows/F1/to = "PR2" """, "/legalLines/L2 ="], ["""/flows/F1/to = "PR2" """]), // a party by its place among the recipients
        new("DSA-020", "7-2", "E /legalLines; E /legalLines", ["/legalLines/L1 =", "/legalLines/L2 ="], []),
        new(
            "DSA-020",
            "7-2",
            "E /legalLines/L1/art6",
            ["/legalLines/L1/art6 ="],
            ["/legalLines/L1/art6 =", """/datasets/D1/identifiability = "Aggregate" """]
        ),
        new(
            "DSA-020",
            "7-5",
            "E /legalLines/L2/part3/code",
            ["""/legalLines/L2/regime = "Part3" """],
            ["""/legalLines/L2/regime = "Part3" """, """/legalLines/L2/part3 = {"code": "P3-TASK"}""", "/legalLines/L2/art6 ="]
        ),
        new(
            "DSA-021",
            "7-2",
            "E /legalLines/L1/art6",
            ["""/legalLines/L1/art6 = "A6-F" """],
            ["""/legalLines/L1/art6 = "A6-F" """, "/legalLines/L1/inPerformanceOfTask = false"]
        ),
        new("DSA-021", "7-2", "E /legalLines/L1/art6", ["""/legalLines/L1/art6 = "A6-F" """, "/legalLines/L1/inPerformanceOfTask ="], []),
        new(
            "DSA-022",
            "7-2",
            "E /legalLines/L1/art6",
            ["""/legalLines/L1/art6 = "A6-EA" """],
            ["""/legalLines/L1/art6 = "A6-EA" """, "/legalLines/L1/inPerformanceOfTask = false"]
        ),
        new("DSA-023", "7-2", "E /legalLines/L3/annex1", ["/legalLines/L3/annex1 ="], []),
        new("DSA-023", "7-2", "E /legalLines/L3/art6", ["""/startDate = "2026-02-04" """], ["""/startDate = "2026-02-05" """]),
        new(
            "DSA-024",
            "7-2",
            "E /legalLines/L3/requesterLaw",
            ["""/legalLines/L3/annex1 = "RLI-PTD" """, """/legalLines/L3/requestRef = "R" """, """/legalLines/L3/requesterTask = "T" """],
            [
                """/legalLines/L3/annex1 = "RLI-PTD" """,
                """/legalLines/L3/requestRef = "R" """,
                """/legalLines/L3/requesterTask = "T" """,
                """/legalLines/L3/requesterLaw = "L" """,
            ]
        ),
        new(
            "DSA-024",
            "7-2",
            "E /legalLines/L3/requestRef",
            ["""/legalLines/L3/annex1 = "RLI-PTD" """],
            ["""/legalLines/L3/annex1 = "RLI-CRM" """]
        ),
        new(
            "DSA-024",
            "7-2",
            "E /legalLines/L3/requesterTask",
            ["""/legalLines/L3/annex1 = "RLI-PTD" """, """/legalLines/L3/requestRef = "R" """, """/legalLines/L3/requesterLaw = "L" """],
            []
        ),
        new(
            "DSA-024",
            "7-2",
            "E /legalLines/L4/annex1",
            [
                """/legalLines/L4/art6 = "A6-EA" """,
                """/legalLines/L4/annex1 = "RLI-PTD" """,
                """/legalLines/L4/requestRef = "R" """,
                """/legalLines/L4/requesterTask = "T" """,
                """/legalLines/L4/requesterLaw = "L" """,
            ],
            []
        ), // who discloses relies on it, not who receives
        new("DSA-025", "7-2", "E /legalLines/L2/lia", ["/legalLines/L2/lia/balance ="], ["""/legalLines/L2/lia/balance = "Fair" """]),
        new("DSA-025", "7-2", "E /legalLines/L2/lia", ["/legalLines/L2/lia/purpose ="], ["""/legalLines/L2/lia/purpose = "Help" """]),
        new(
            "DSA-025",
            "7-2",
            "E /legalLines/L2/lia",
            ["/legalLines/L2/lia/necessity ="],
            ["""/legalLines/L2/lia/necessity = "None other" """]
        ),
        new("DSA-025", "7-2", "E /legalLines/L2/lia", ["""/legalLines/L2/lia/outcome = "Fail" """], []),
        new(
            "DSA-026",
            "7-1",
            "E /legalLines/L1/dutyCitation",
            ["/legalLines/L1/dutyCitation ="],
            ["/legalLines/L1/dutyCitation =", """/legalLines/L1/art6 = "A6-E" """]
        ),
        new("DSA-027", "7-2", "E /legalLines/L1/ownTaskHolder", ["""/legalLines/L1/ownTaskHolder = "CHY" """], []),
        new(
            "DSA-027",
            "7-2",
            "E /legalLines/L1/ownTaskCitation",
            ["/legalLines/L1/ownTaskCitation ="],
            ["/legalLines/L1/ownTaskCitation =", """/legalLines/L1/art6 = "A6-C" """]
        ),
        new(
            "DSA-028",
            "7-2",
            "E /legalLines/L2/consent",
            ["""/legalLines/L2/art6 = "A6-A" """],
            ["""/legalLines/L2/art6 = "A6-A" """, $"/legalLines/L2/consent = {Consent}"]
        ),
        new("DSA-029", "7-2", "W /legalLines/L1/art6", ["""/legalLines/L1/art6 = "A6-A" """], ["""/legalLines/L2/art6 = "A6-A" """]),
        new(
            "DSA-029",
            "7-2",
            "W /legalLines/L2/art6",
            ["""/legalLines/L2/art6 = "A6-A" """, """/legalLines/L2/consent = {"powerImbalance": true}"""],
            []
        ),
        new(
            "DSA-030",
            "7-2",
            "W /legalLines/L1/art6",
            ["""/legalLines/L1/art6 = "A6-D" """, """/flows/F1/mode = "Bulk" """],
            ["""/legalLines/L1/art6 = "A6-D" """, """/flows/F2/mode = "Bulk" """]
        ),
        new(
            "DSA-031",
            "7-6",
            "E /legalLines/L4/contractingParty",
            ["""/legalLines/L4/contractingParty = "HUB" """],
            ["""/legalLines/L4/contractingParty = "HUB" """, """/legalLines/L4/art6 = "A6-F" """]
        ),
        new("DSA-031", "7-6", "E /legalLines/L4/contractingParty", ["/legalLines/L4/contractingParty ="], []),
        new(
            "DSA-032",
            "7-2",
            "W /rights/objection",
            ["""/rights/objection = {"by": "NotApplicable", "reason": "No"}"""],
            ["""/rights/objection = {"by": "Source"}"""]
        ),
        new("DSA-113", "7-2", "E /legalLines/L2/art6", ["""/legalLines/L2/art6 = "Unknown" """], ["/legalLines/L2/art6 ="]), // a question left open is another rule's
        // Sensitive data
        new(
            "DSA-033",
            "7-2",
            "E /legalLines/L1/art9",
            ["/legalLines/L1/art9 = []"],
            ["/legalLines/L1/art9 = []", "/datasets/D1/fields/supportNeeds/specialCategory ="]
        ),
        new(
            "DSA-033",
            "7-2",
            "E /legalLines/L1/art9",
            ["/legalLines/L1/art9 = []"],
            ["/legalLines/L1/art9 = []", """/datasets/D1/identifiability = "Aggregate" """]
        ),
        new(
            "DSA-033",
            "7-2",
            "E /legalLines/L1/art9",
            ["/legalLines/L1/art9 = []"],
            ["/legalLines/L1/art9 = []", """/legalLines/L1/regime = "Part3" """]
        ),
        new(
            "DSA-034",
            "7-2",
            "E /legalLines/L1/s1",
            ["/legalLines/L1/s1 = []"],
            ["/legalLines/L1/s1 = []", """/legalLines/L1/art9 = ["A9-C"]"""]
        ),
        new(
            "DSA-034",
            "7-2",
            "E /legalLines/L3/s1",
            ["""/legalLines/L3/s1/C1/code = "S1-04" """],
            ["""/legalLines/L3/s1/C1/code = "S1-28" """]
        ),
        new("DSA-035", "7-2", "E /legalLines/L3/s1/C1", ["/parties/CHY/apd = []"], []),
        new(
            "DSA-035",
            "7-2",
            "E /legalLines/L3/s1/C1",
            ["""/parties/CHY/apd/PD1/reviewDue = "2026-08-31" """],
            ["""/parties/CHY/apd/PD1/reviewDue = "2026-09-01" """]
        ),
        new(
            "DSA-035",
            "7-2",
            "E /legalLines/L3/s1/C1",
            ["""/legalLines/L3/s1/C1 = {"id": "C1", "code": "S1-10", "exceptionClaimed": true}"""],
            [
                """/legalLines/L3/s1/C1 = {"id": "C1", "code": "S1-10", "exceptionClaimed": true}""",
                "/parties/KMC/isCompetentAuthority = true",
            ]
        ),
        new(
            "DSA-035",
            "7-2",
            "E /legalLines/L3/s1/C1",
            ["""/legalLines/L3/s1/C1 = {"id": "C1", "code": "S1-36", "underlying": "S1-14"}"""],
            ["""/legalLines/L3/s1/C1 = {"id": "C1", "code": "S1-36", "underlying": "S1-13"}"""]
        ),
        new(
            "DSA-035",
            "7-2",
            "E /legalLines/L3/s1/C1",
            ["""/legalLines/L3/s1/C1 = {"id": "C1", "code": "S1-27"}"""],
            ["""/legalLines/L3/s1/C1 = {"id": "C1", "code": "S1-27", "exceptionClaimed": true}"""]
        ),
        new(
            "DSA-035",
            "7-2",
            "E /legalLines/L3/s1/C1",
            [
                """/parties/CHY/apd/PD1/reviewDue = "2026-08-31" """,
                Records("KMC", OrganisationEvidenceKind.PolicyDocument, "APD-CHY-2026", "2027-05-31"),
            ],
            [
                """/parties/CHY/apd/PD1/reviewDue = "2026-08-31" """,
                Records("CHY", OrganisationEvidenceKind.PolicyDocument, "APD-CHY-2026", "2027-05-31"),
            ]
        ),
        new(
            "DSA-035",
            "7-2",
            "E /legalLines/L4/s1/C1", // who receives cannot claim what is for disclosing
            [
                """/legalLines/L4/s1 = [{"id": "C1", "code": "S1-10", "exceptionClaimed": true}]""",
                "/parties/KMC/isCompetentAuthority = true",
            ],
            [
                """/legalLines/L4/s1 = [{"id": "C1", "code": "S1-10", "exceptionClaimed": true}]""",
                "/parties/KMC/isCompetentAuthority = true",
                """/parties/KMC/apd/PD1/coversSch1 = ["S1-10"]""",
            ]
        ),
        new(
            "DSA-035",
            "7-2",
            "E /legalLines/L3/s1/C1", // an exception of what is not said
            ["""/legalLines/L3/s1/C1 = {"id": "C1", "code": "S1-36", "exceptionClaimed": true}"""],
            ["""/legalLines/L3/s1/C1 = {"id": "C1", "code": "S1-36", "underlying": "S1-27", "exceptionClaimed": true}"""]
        ),
        new(
            "DSA-036",
            "7-2",
            "E /legalLines/L3/s1/C1/spiReason",
            ["/legalLines/L3/s1/C1/spiReason ="],
            ["/legalLines/L3/s1/C1/spiReason =", """/legalLines/L3/s1/C1/code = "S1-36" """]
        ),
        new(
            "DSA-037",
            "7-2",
            "E /legalLines/L3/s1/C1/noConsentReason",
            ["""/legalLines/L3/s1/C1/noConsentReason = "UnreasonablyWithheld" """],
            ["""/legalLines/L3/s1/C1/noConsentReason = "CannotConsent" """]
        ),
        new(
            "DSA-037",
            "7-2",
            "E /legalLines/L3/s1/C1/noConsentReason",
            ["""/legalLines/L3/s1/C1 = {"id": "C1", "code": "S1-23", "ncTrigger": true}"""],
            ["""/legalLines/L3/s1/C1 = {"id": "C1", "code": "S1-23"}"""]
        ),
        new(
            "DSA-037",
            "7-2",
            "E /legalLines/L3/s1/C1/noConsentReason",
            ["""/legalLines/L3/s1/C1 = {"id": "C1", "code": "S1-36", "underlying": "S1-18"}"""],
            ["""/legalLines/L3/s1/C1 = {"id": "C1", "code": "S1-36", "underlying": "S1-06"}"""]
        ),
        new(
            "DSA-038",
            "7-2",
            "E /legalLines/L1/consent",
            ["""/legalLines/L1/art9 = ["A9-A"]"""],
            ["""/legalLines/L1/art9 = ["A9-A"]""", $"/legalLines/L1/consent = {Consent}"]
        ),
        new(
            "DSA-039",
            "7-2",
            "E /parties/CHY/confidentialityDuty",
            ["""/parties/CHY/confidentialityDuty = "ContractOnly" """],
            ["""/parties/CHY/confidentialityDuty = "HealthProfessional" """]
        ),
        new("DSA-040", "7-3", "E /legalLines/L2/ras/safeguards", ["/legalLines/L2/ras/safeguards = []"], []),
        new("DSA-040", "7-3", "E /legalLines/L2/ras/safeguards; E /legalLines/L2/ras/publicInterest", ["/legalLines/L2/ras ="], []),
        new("DSA-040", "7-3", "E /legalLines/L2/ras/likelySubstantialHarm", ["/legalLines/L2/ras/likelySubstantialHarm = true"], []),
        new(
            "DSA-040",
            "7-2",
            "E /legalLines/L1/ras/safeguards",
            ["/purposes/P1/isResearchOrStats = true", """/legalLines/L2/ras = {"safeguards": ["DeIdentification"]}"""],
            [
                "/purposes/P1/isResearchOrStats = true",
                """/legalLines/L1/ras = {"safeguards": ["DeIdentification"]}""",
                """/legalLines/L2/ras = {"safeguards": ["DeIdentification"]}""",
            ]
        ),
        new(
            "DSA-040",
            "7-2",
            "E /legalLines/L1/ras/safeguards; E /legalLines/L2/ras/safeguards",
            ["""/purposes/P1/compatibilityRoute = "PL-RAS" """],
            ["""/purposes/P1/compatibilityRoute = "PL-COMPLY" """]
        ),
        new(
            "DSA-040",
            "7-2",
            "E /legalLines/L1/ras/safeguards; E /legalLines/L1/ras/publicInterest",
            ["""/legalLines/L1/art9 = ["A9-J"]"""],
            ["""/legalLines/L1/art9 = ["A9-I"]"""]
        ),
        new(
            "DSA-040",
            "7-2",
            "E /legalLines/L1/ras/safeguards; E /legalLines/L1/ras/publicInterest", // by the flag of the book
            ["""/legalLines/L1/art9 = ["A9-I"]""", Book("A9-I", """{"needsResearchSafeguards": true}""")],
            []
        ),
        new(
            "DSA-040",
            "7-3",
            "E /legalLines/L2/ras/usedForDecisionsAboutIndividuals",
            ["/legalLines/L2/ras/usedForDecisionsAboutIndividuals = true"],
            ["/legalLines/L2/ras/usedForDecisionsAboutIndividuals = true", "/legalLines/L2/ras/approvedMedicalResearch = true"]
        ),
        new(
            "DSA-040",
            "7-3",
            "E /legalLines/L2/ras/publicInterest",
            ["/legalLines/L2/ras/publicInterest =", "/legalLines/L2/art9 = []"], // the paragraph of Schedule 1 alone asks for it
            ["/legalLines/L2/ras/publicInterest =", "/legalLines/L2/art9 = []", "/legalLines/L2/s1 = []"]
        ),
        new(
            "DSA-040",
            "7-3",
            "E /legalLines/L2/ras/publicInterest",
            ["/legalLines/L2/ras/publicInterest =", "/legalLines/L2/s1 = []"],
            ["/legalLines/L2/ras/publicInterest =", "/legalLines/L2/art9 = []", "/legalLines/L2/s1 = []"]
        ),
        new(
            "DSA-041",
            "7-6",
            "E /legalLines/L2/s1",
            ["/legalLines/L2/s1 = []"],
            ["/legalLines/L2/s1 = []", """/legalLines/L2/art10 = "A10-OA" """]
        ),
        new("DSA-041", "7-6", "E /legalLines/L2/art10", ["/legalLines/L2/art10 ="], []),
        new(
            "DSA-041",
            "7-6",
            "E /legalLines/L2/s1",
            ["""/legalLines/L2/s1 = [{"id": "C1"}]"""],
            ["""/legalLines/L2/s1 = [{"id": "C1", "code": "S1-10"}]"""]
        ), // a row that says nothing
        new(
            "DSA-041",
            "7-6",
            "E /legalLines/L2/s1/C1/underlying",
            ["""/legalLines/L2/s1 = [{"id": "C1", "code": "S1-36"}]"""],
            ["""/legalLines/L2/s1 = [{"id": "C1", "code": "S1-36", "underlying": "S1-14"}]"""]
        ),
        new(
            "DSA-041",
            "7-6",
            "E /legalLines/L2/s1/C1/underlying",
            ["""/legalLines/L2/s1 = [{"id": "C1", "code": "S1-36", "underlying": "S1-02"}]"""],
            []
        ), // of Part 1
        new("DSA-042", "7-6", "E /legalLines/L2/art10", ["""/legalLines/L2/art10 = "A10-OA" """], ["""/legalLines/L1/art10 = "A10-OA" """]),
        new(
            "DSA-111",
            "7-3",
            "E /legalLines/L2/ras/art84bGround",
            ["/legalLines/L2/ras/art84bGround = []"],
            ["/legalLines/L2/ras/art84bGround = []", "/purposes/P1/isResearchOrStats = false"]
        ),
        // Law enforcement
        new(
            "DSA-043",
            "7-5",
            "E /legalLines/L2/regime",
            ["""/legalLines/L2/regime = "Part3" """],
            ["""/legalLines/L2/regime = "Part3" """, "/purposes/P1/isLawEnforcement = true"]
        ),
        new(
            "DSA-044",
            "7-5",
            "W /legalLines/L2/regime",
            ["/purposes/P1/isLawEnforcement = true"],
            ["/purposes/P1/isLawEnforcement = true", """/legalLines/L2/regime = "Part3" """]
        ),
        new(
            "DSA-045",
            "7-5",
            "E /legalLines/L2/s36AuthorisingLaw",
            ["/legalLines/L2/s36AuthorisingLaw ="],
            ["/legalLines/L2/s36AuthorisingLaw =", "/purposes/P1/isLawEnforcement = true"]
        ),
        new(
            "DSA-045",
            "7-5",
            "E /legalLines/L2/s36AuthorisingLaw",
            ["/legalLines/L2/s36AuthorisingLaw ="],
            ["/legalLines/L2/s36AuthorisingLaw =", """/datasets/D2/identifiability = "Aggregate" """]
        ), // statistics are no personal data
        new(
            "DSA-046",
            "7-5",
            "E /parties/WYP/apd",
            [
                """/legalLines/L2/regime = "Part3" """,
                """/datasets/D2/fields/dvIncidentFlag/specialCategory = "Health" """,
                """/legalLines/L2/part3 = {"code": "P3-TASK", "strictlyNecessary": true, "sch8": ["S8-4"]}""",
            ],
            [
                """/legalLines/L2/regime = "Part3" """,
                """/datasets/D2/fields/dvIncidentFlag/specialCategory = "Health" """,
                """/legalLines/L2/part3 = {"code": "P3-TASK", "strictlyNecessary": true, "sch8": ["S8-4"]}""",
                """/parties/WYP/apd = [{"id": "PD1", "ref": "APD", "coversSch1": ["P3"]}]""",
            ]
        ),
        new(
            "DSA-046",
            "7-5",
            "E /legalLines/L2/part3",
            [
                """/legalLines/L2/regime = "Part3" """,
                """/datasets/D2/fields/dvIncidentFlag/specialCategory = "Health" """,
                """/legalLines/L2/part3 = {"code": "P3-TASK", "strictlyNecessary": true}""",
                """/parties/WYP/apd = [{"id": "PD1", "ref": "APD", "coversSch1": ["P3"]}]""",
            ],
            [
                """/legalLines/L2/regime = "Part3" """,
                """/datasets/D2/fields/dvIncidentFlag/specialCategory = "Health" """,
                """/legalLines/L2/part3 = {"code": "P3-CONSENT"}""",
                """/parties/WYP/apd = [{"id": "PD1", "ref": "APD", "coversSch1": ["P3"]}]""",
            ]
        ),
        // Gateways
        new(
            "DSA-047",
            "7-1",
            "E /legalLines/L4/gateways",
            ["/legalLines/L4/gateways = []"],
            ["/legalLines/L4/gateways = []", "/parties/MHCLG/publicBody = false"]
        ),
        new(
            "DSA-047",
            "7-1",
            "E /legalLines/L4/gateways",
            ["""/legalLines/L4/gateways = [{"id": "G1", "code": "GW-SSAA123"}]"""],
            ["""/legalLines/L4/gateways = [{"id": "G1", "code": "GW-SSAA123"}, {"id": "G2", "code": "GW-CROWN"}]"""]
        ),
        new("DSA-047", "7-1", "E /legalLines/L4/gateways", ["""/legalLines/L4/gateways = [{"id": "G1"}]"""], []),
        new(
            "DSA-048",
            "7-5",
            "E /legalLines/L1/gateways/G1; E /legalLines/L2/gateways/G1",
            ["""/parties/LCC/orgId = "GB-NHS:R0A" """, $"/parties/LCC/identifiers = {ATrust}"],
            [$"/parties/LCC/identifiers = {ATrust}"]
        ),
        new(
            "DSA-048",
            "7-5",
            "E /legalLines/L1/gateways/G1; E /legalLines/L2/gateways/G1",
            ["""/parties/LCC/orgId = "GB-NHS:R0A" """, $"/parties/LCC/identifiers = {ATrust}"],
            ["""/parties/LCC/orgId = "ONS-GSS:E08000036" """, $"/parties/LCC/identifiers = {AnotherCouncil}"]
        ), // not named, but of a class that is
        new(
            "DSA-048",
            "7-5",
            "E /legalLines/L1/gateways/G1; E /legalLines/L2/gateways/G1",
            ["""/parties/LCC/orgId = "GB-NHS:R0A" """, $"/parties/LCC/identifiers = {ATrust}"],
            ["""/parties/LCC/orgId = "GB-NHS:R0A" """, $"/parties/LCC/identifiers = {ATrust}", """/parties/LCC/roles = ["Processor"]"""]
        ),
        new(
            "DSA-048",
            "7-5",
            "E /legalLines/L1/gateways/G1",
            ["""/parties/DWP/orgId = "GOVUK-SLUG:x" """, "/parties/DWP/identifiers = []"],
            [
                """/parties/DWP/orgId = "GOVUK-SLUG:x" """,
                "/parties/DWP/identifiers = []",
                """/purposes/P1/gatewayPurposeCode = ["FuelPoverty"]""",
            ]
        ),
        new(
            "DSA-048",
            "7-5",
            "E /legalLines/L1/gateways/G1; E /legalLines/L1/gateways/G1; E /legalLines/L2/gateways/G1", // to two who are not listed
            [
                """/parties/LCC/orgId = "GB-NHS:R0A" """,
                $"/parties/LCC/identifiers = {ATrust}",
                """/parties/- = {"id": "NHS", "name": "Another trust", "orgId": "GB-NHS:RR8", "roles": ["Controller"]}""",
                """/flows/- = {"id": "F9", "datasetId": "D1", "from": "DWP", "to": "NHS", "purposeIds": ["P1"]}""",
            ],
            []
        ),
        new(
            "DSA-048",
            "7-2",
            "E /legalLines/L1/gateways/G2", // a list of recipients says nothing of senders
            [Book("GW-LOC1", """{"specifiedPersons": [{"organisation": "ONS-GSS:E08000034", "name": "Kirklees", "side": "Recipient"}]}""")],
            [Book("GW-LOC1", """{"specifiedPersons": [{"organisation": "GB-CHC:0000000", "name": "Homefield", "side": "Recipient"}]}""")]
        ),
        new(
            "DSA-048",
            "7-2",
            "E /legalLines/L1/gateways/G2",
            [Book("GW-LOC1", """{"specifiedPersons": [{"organisation": "GB-CHC:0000000", "name": "Homefield", "side": "Sender"}]}""")],
            [Book("GW-LOC1", """{"specifiedPersons": [{"organisation": "ONS-GSS:E08000034", "name": "Kirklees", "side": "Sender"}]}""")]
        ),
        new(
            "DSA-048",
            "7-2",
            "E /legalLines/L1/gateways/G2",
            [
                Book(
                    "GW-LOC1",
                    """{"specifiedPersons": [{"organisation": "ONS-GSS:E08000034", "name": "Kirklees", "side": "Sender", "validTo": "2026-09-30"}]}"""
                ),
            ],
            [
                Book(
                    "GW-LOC1",
                    """{"specifiedPersons": [{"organisation": "ONS-GSS:E08000034", "name": "Kirklees", "side": "Sender", "validTo": "2026-10-01"}]}"""
                ),
            ]
        ),
        new(
            "DSA-048",
            "7-4",
            "E /legalLines/L1/gateways/G1; E /legalLines/L2/gateways/G1; E /legalLines/L3/gateways/G1", // a joint line stands for what others send as well
            [Book("GW-HSCA251A", """{"specifiedPersons": [{"organisation": "GB-NHS:R0A", "name": "MFT", "side": "Recipient"}]}""")],
            [
                Book(
                    "GW-HSCA251A",
                    """{"specifiedPersons": [{"organisation": "GB-NHS:R0A", "name": "MFT", "side": "Recipient"}, {"organisation": "ONS-GSS:E08000003", "name": "MCC", "side": "Recipient"}]}"""
                ),
            ]
        ),
        new(
            "DSA-049",
            "7-5",
            "E /legalLines/L1/gateways/G1; E /legalLines/L2/gateways/G1",
            ["""/purposes/P1/gatewayPurposeCode = ["TroubledFamilies"]"""],
            ["""/purposes/P1/gatewayPurposeCode = ["TroubledFamilies", "MultipleDisadvantages"]"""]
        ),
        new(
            "DSA-050",
            "7-2",
            "E /legalLines/L1/gateways/G1",
            ["""/legalLines/L1/gateways/G1/code = "GW-LGEW24" """],
            ["""/legalLines/L1/gateways/G1/code = "GW-LGEW24" """, """/parties/KMC/jurisdiction = "UK" """]
        ),
        new(
            "DSA-050",
            "7-2",
            "E /legalLines/L1/gateways/G1",
            ["""/legalLines/L1/gateways/G1/code = "GW-CA04-16LA" """],
            ["""/legalLines/L1/gateways/G1/code = "GW-CA04-11" """]
        ),
        new("DSA-050", "7-2", "E /parties/KMC/jurisdiction", ["/parties/KMC/jurisdiction ="], ["/parties/CHY/jurisdiction ="]), // who cites no power
        new(
            "DSA-050",
            "7-2",
            "E /legalLines/L3/annex1", // a condition of Annex 1 that comes later than the basis
            [Book("RLI-SAF", """{"validFrom": "2026-10-02"}""")],
            [Book("RLI-SAF", """{"validFrom": "2026-10-01"}""")]
        ),
        new(
            "DSA-050",
            "7-2",
            "E /legalLines/L1/art6; E /legalLines/L4/art6",
            [Book("A6-E", """{"validTo": "2026-09-30"}""")],
            [
                Book("A6-E", """{"validTo": "2026-09-30"}"""),
                """/datasets/D1/identifiability = "Aggregate" """,
                "/datasets/D2/deceasedOnly = true",
            ]
        ), // to other data it does not apply
        new(
            "DSA-050",
            "7-2",
            "E /legalLines/L1/gateways/G1; E /legalLines/L1/gateways/G1; E /legalLines/L1/gateways/G2", // neither commenced nor of that nation
            ["""/legalLines/L1/gateways/G1/code = "GW-CA04-16LA" """, """/parties/KMC/jurisdiction = "Scotland" """],
            []
        ),
        new(
            "DSA-051",
            "7-3",
            "E /dea/projectAccreditation",
            ["/dea/projectAccreditation ="],
            ["/dea/projectAccreditation =", """/legalLines/L1/gateways/G1/code = "GW-EA537A" """]
        ),
        new("DSA-051", "7-3", "E /dea/researcherAccreditations", ["/dea/researcherAccreditations = []"], []),
        new("DSA-051", "7-3", "E /dea/processorAccreditation", ["/dea/processorAccreditation ="], []),
        new(
            "DSA-051",
            "7-3",
            "E /datasets/D1/heldForHealthOrAdultSocialCare",
            ["/datasets/D1/heldForHealthOrAdultSocialCare = true"],
            ["/datasets/D1/isCPI = true"]
        ),
        new(
            "DSA-051",
            "7-3",
            "E /datasets/D1/identifiability",
            ["""/datasets/D1/identifiability = "Pseudonymised" """],
            ["""/datasets/D1/identifiability = "Aggregate" """]
        ),
        new("DSA-051", "7-3", "E /datasets/D0/identifiability", ["""/parties/ONS/roles = ["Controller"]"""], []), // then the source records go to somebody who may not have them
        new(
            "DSA-051",
            "7-3",
            "E /datasets/D1/identifiability", // a controller that processes for others as well
            ["""/parties/UOL/roles = ["Controller", "Processor"]""", """/datasets/D1/identifiability = "Identified" """],
            ["""/parties/UOL/roles = ["Processor"]""", """/datasets/D1/identifiability = "Identified" """]
        ),
        new(
            "DSA-051",
            "7-3",
            "E /datasets/D1/identifiability",
            ["""/datasets/D1/identifiability = "Pseudonymised" """],
            ["""/datasets/D1/identifiability = "Pseudonymised" """, """/purposes/- = {"id": "P2"}""", """/flows/F2/purposeIds = ["P2"]"""]
        ), // for something else than the research
        new(
            "DSA-052",
            "7-5",
            "E /register/deaEntry",
            ["""/register/deaEntry = "NotApplicable" """],
            ["""/register/deaEntry = "Published" """]
        ),
        new(
            "DSA-052",
            "7-5",
            "E /dea/pilotApprovalRef",
            ["""/legalLines/L1/gateways/G1/code = "GW-DEA48" """],
            ["""/legalLines/L1/gateways/G1/code = "GW-DEA48" """, """/dea = {"pilotApprovalRef": "RB-7"}"""]
        ),
        new(
            "DSA-053",
            "7-2",
            "W /legalLines/L1/legalAdviceRef",
            ["/legalLines/L1/legalAdviceRef ="],
            ["/legalLines/L1/legalAdviceRef =", """/legalLines/L1/gateways/G1/code = "GW-CARE79" """]
        ),
        new(
            "DSA-110",
            "7-3",
            "E /legalLines/L1/gateways/G1",
            ["/datasets/D1/heldForHealthOrAdultSocialCare = true"],
            ["/datasets/D1/heldForHealthOrAdultSocialCare = true", """/legalLines/L1/gateways/- = {"id": "G2", "code": "GW-EA537A"}"""]
        ),
        new(
            "DSA-110",
            "7-3",
            "E /legalLines/L1/gateways/G1",
            ["/datasets/D1/heldForHealthOrAdultSocialCare = true", """/legalLines/L1/gateways/- = {"id": "G2", "code": "GW-CRCA18"}"""],
            []
        ), // a bar is no other power
        new(
            "DSA-110",
            "7-2",
            "E /legalLines/L3/gateways/G1",
            ["""/legalLines/L3/gateways = [{"id": "G1", "code": "GW-PCSC16"}]"""], // D2 is confidential patient information
            ["""/legalLines/L3/gateways = [{"id": "G1", "code": "GW-PCSC16"}]""", "/datasets/D2/isCPI = false"]
        ),
        new(
            "DSA-110",
            "7-2",
            "E /legalLines/L3/gateways/G1",
            ["""/legalLines/L3/gateways = [{"id": "G1", "code": "GW-CDA17A"}]"""],
            ["""/legalLines/L3/gateways = [{"id": "G1", "code": "GW-CDA17A"}]""", """/datasets/D2/identifiability = "Aggregate" """]
        ),
        new(
            "DSA-110",
            "7-2",
            "E /legalLines/L1/gateways/G1; E /legalLines/L1/gateways/G2",
            [
                Book("GW-LGA111", """{"excludedDataCategories": ["SpecialCategory"]}"""),
                Book("GW-LOC1", """{"excludedDataCategories": ["SpecialCategory"]}"""),
            ],
            [Book("GW-LGA111", """{"excludedDataCategories": ["SpecialCategory"]}""")]
        ), // the other power is free of it
        new(
            "DSA-113",
            "7-2",
            "E /legalLines/L1/gateways/G1/code",
            ["""/legalLines/L1/gateways/G1/code = "Unknown" """],
            ["/legalLines/L1/gateways/G1/code ="]
        ),
        // Confidentiality
        new(
            "DSA-054",
            "7-2",
            "E /legalLines/L1/confidentiality/code",
            ["/legalLines/L1/confidentiality ="],
            ["/legalLines/L1/confidentiality =", "/datasets/D1/owedConfidence = false"]
        ),
        new(
            "DSA-055",
            "7-2",
            "E /legalLines/L1/confidentiality/cag",
            [
                """/legalLines/L1/confidentiality = {"code": "CLDC-S251", "cag": {"regulation": 5, "ref": "25/CAG/1", "reviewDue": "2026-08-31"}}""",
            ],
            [
                """/legalLines/L1/confidentiality = {"code": "CLDC-S251", "cag": {"regulation": 5, "ref": "25/CAG/1", "reviewDue": "2026-09-01"}}""",
            ]
        ),
        new(
            "DSA-055",
            "7-2",
            "E /legalLines/L1/confidentiality/cag",
            ["""/legalLines/L1/confidentiality = {"code": "CLDC-S251", "cag": {"regulation": 3}}"""],
            ["""/legalLines/L1/confidentiality = {"code": "CLDC-S251", "cag": {"regulation": 3, "reg3Basis": "Notice"}}"""]
        ),
        new("DSA-055", "7-2", "E /legalLines/L1/confidentiality/cag", ["""/legalLines/L1/confidentiality = {"code": "CLDC-S251"}"""], []),
        new(
            "DSA-055",
            "7-2",
            "E /legalLines/L1/confidentiality/cag",
            ["""/legalLines/L1/confidentiality = {"code": "CLDC-S251", "cag": {"regulation": 2, "reviewDue": "2027-09-01"}}"""],
            [
                """/legalLines/L1/confidentiality = {"code": "CLDC-S251", "cag": {"regulation": 2, "ref": "25/CAG/1", "reviewDue": "2027-09-01"}}""",
            ]
        ),
        new(
            "DSA-055",
            "7-2",
            "E /legalLines/L1/confidentiality/cag",
            ["""/legalLines/L1/confidentiality = {"code": "CLDC-S251", "cag": {"regulation": 5, "ref": "25/CAG/1"}}"""],
            []
        ),
        new(
            "DSA-055",
            "7-2",
            "E /legalLines/L1/confidentiality/cag",
            ["""/legalLines/L1/confidentiality = {"code": "CLDC-S251", "cag": {"regulation": 251}}"""],
            []
        ), // there is none
        new(
            "DSA-056",
            "7-4",
            "E /legalLines/L1/confidentiality/code; E /legalLines/L2/confidentiality/code; E /legalLines/L3/confidentiality/code",
            ["""/purposes/P1/code = "Audit" """],
            ["""/purposes/P1/code = "SocialCareDelivery" """]
        ),
        new(
            "DSA-057",
            "7-2",
            "E /legalLines/L3/ndo",
            ["/legalLines/L3/ndo ="],
            ["/legalLines/L3/ndo =", """/parties/CHY/jurisdiction = "Scotland" """]
        ),
        new("DSA-057", "7-2", "E /legalLines/L3/ndo", ["/legalLines/L3/ndo ="], ["""/legalLines/L3/ndo = {"applied": true}"""]),
        new(
            "DSA-057",
            "7-2",
            "E /legalLines/L3/ndo",
            ["/legalLines/L3/ndo =", "/parties/CHY/jurisdiction ="],
            ["/legalLines/L3/ndo =", """/parties/CHY/jurisdiction = "Wales" """]
        ), // it may be in England
        new(
            "DSA-058",
            "7-5",
            "E /legalLines/L9/gateways", // in no flow: its controller's own line touches it
            [
                """/datasets/- = {"id": "D9", "controller": "DWP", "statutoryBar": "DWP"}""",
                """/legalLines/- = {"id": "L9", "party": "DWP", "purpose": "P1", "activity": "JointProcessing", "gateways": [{"id": "G1", "code": "GW-CROWN"}]}""",
            ],
            [
                """/datasets/- = {"id": "D9", "controller": "DWP", "statutoryBar": "DWP"}""",
                """/legalLines/- = {"id": "L9", "party": "DWP", "purpose": "P1", "activity": "JointProcessing", "gateways": [{"id": "G1", "code": "GW-WRA131"}]}""",
            ]
        ),
        new(
            "DSA-058",
            "7-5",
            "E /legalLines/L1/gateways",
            ["""/legalLines/L1/gateways/G1/code = "GW-CDA115" """],
            ["""/legalLines/L1/gateways/G1/code = "GW-WRA131" """]
        ),
        new(
            "DSA-058",
            "7-5",
            "E /legalLines/L1/gateways",
            ["""/datasets/D1/controller = "WYP" """], // then DWP passes on what is not its own
            ["""/datasets/D1/controller = "WYP" """, """/datasets/D1/originatorConsentRef = "OC-1" """]
        ),
        new(
            "DSA-112",
            "7-2",
            "E /legalLines/L3/confidentiality/code",
            ["""/legalLines/L3/confidentiality/code = "CLDC-S251" """, """/parties/CHY/jurisdiction = "Scotland" """],
            ["""/legalLines/L3/confidentiality/code = "CLDC-S251" """, """/parties/CHY/jurisdiction = "Wales" """]
        ),
        new(
            "DSA-112",
            "7-2",
            "E /legalLines/L3/confidentiality/code",
            ["""/legalLines/L3/confidentiality/code = "CLDC-S251" """, "/parties/CHY/jurisdiction ="],
            ["/parties/CHY/jurisdiction ="]
        ), // a route for everywhere fits wherever that is
        new(
            "DSA-112",
            "7-2",
            "E /legalLines/L3/gateways/G2",
            [
                """/parties/CHY/jurisdiction = "Scotland" """,
                """/legalLines/L3/gateways = [{"id": "G1", "code": "GW-CROWN"}, {"id": "G2", "code": "GW-NHS251"}]""",
            ],
            ["""/parties/CHY/jurisdiction = "Scotland" """, """/legalLines/L3/gateways = [{"id": "G1", "code": "GW-CROWN"}]"""]
        ),
        // Datasets
        new(
            "DSA-059",
            "7-2",
            "E /datasets/D1/fields/accessNotes/justification",
            ["/datasets/D1/fields/accessNotes/justification ="],
            ["/datasets/D1/fields/accessNotes/justification =", """/datasets/D1/identifiability = "Anonymous" """]
        ),
        new("DSA-059", "7-2", "E /datasets/D1/fields", ["/datasets/D1/fields = []"], []),
        new(
            "DSA-060",
            "7-2",
            "W /datasets/D2/fields/nameAddress",
            ["/purposes/P2/isResearchOrStats = true"],
            ["/purposes/P2/isResearchOrStats = true", "/datasets/D2/fields/nameAddress/directIdentifier = false"]
        ),
        new(
            "DSA-061",
            "7-1",
            "W /datasets/D2/fields/matchOutcome",
            ["""/datasets/D2/fields/matchOutcome/type = "FreeText" """],
            ["""/datasets/D2/fields/matchOutcome/type = "Text" """]
        ),
        new(
            "DSA-062",
            "7-2",
            "W /datasets/D1/fields/dateOfBirth",
            ["""/datasets/D1/fields/dateOfBirth/precisionNeeded = "year" """],
            ["""/datasets/D1/fields/dateOfBirth/precisionNeeded = "district" """]
        ),
        new(
            "DSA-063",
            "7-3",
            "E /reid/undertaking",
            ["""/datasets/D1/identifiability = "Anonymous" """, "/reid/undertaking ="],
            ["""/datasets/D1/identifiability = "Anonymous" """]
        ),
        new(
            "DSA-063",
            "7-3",
            "E /reid/assessmentRef",
            ["""/datasets/D1/identifiability = "Anonymous" """, "/reid/assessmentRef ="],
            ["/reid/assessmentRef ="]
        ),
        new(
            "DSA-064",
            "7-3",
            "E /datasets/D1/identifiability",
            ["""/datasets/D1/identifiability = "Anonymous" """, "/datasets/D1/recipientLinkableKey = true"],
            ["""/datasets/D1/identifiability = "Anonymous" """, "/datasets/D1/recipientLinkableKey = false"]
        ),
        new(
            "DSA-064",
            "7-3",
            "E /datasets/D1/identifiability",
            [
                """/datasets/D1/identifiability = "Anonymous" """,
                "/datasets/D1/recipientLinkableKey = false",
                "/datasets/D1/fields/ks2ks4Results/directIdentifier = true",
            ],
            ["/datasets/D1/fields/ks2ks4Results/directIdentifier = true"]
        ),
        new(
            "DSA-064",
            "7-3",
            "E /datasets/D1/identifiability",
            [
                """/datasets/D1/identifiability = "Anonymous" """,
                "/datasets/D1/recipientLinkableKey = false",
                "/datasets/D1/kThreshold =",
                """/techniques = [{"id": "T1", "kind": "Tokenisation"}]""",
            ],
            [
                """/datasets/D1/identifiability = "Anonymous" """,
                "/datasets/D1/recipientLinkableKey = false",
                "/datasets/D1/kThreshold =",
                """/techniques = [{"id": "T1", "kind": "DifferentialPrivacy"}]""",
            ]
        ),
        new(
            "DSA-064",
            "7-3",
            "E /datasets/D1/identifiability",
            ["""/datasets/D1/identifiability = "Anonymous" """, "/datasets/D1/recipientLinkableKey = false", "/datasets/D1/kThreshold = 2"],
            ["""/datasets/D1/identifiability = "Anonymous" """, "/datasets/D1/recipientLinkableKey = false", "/datasets/D1/kThreshold = 3"]
        ),
        new(
            "DSA-064",
            "7-3",
            "E /datasets/D1/identifiability",
            ["""/datasets/D1/identifiability = "Anonymous" """, "/datasets/D1/recipientLinkableKey = false", "/datasets/D1/kThreshold ="],
            [
                """/datasets/D1/identifiability = "Anonymous" """,
                "/datasets/D1/recipientLinkableKey = false",
                "/datasets/D1/kThreshold =",
                """/techniques = [{"id": "T1", "kind": "Synthetic"}]""",
            ]
        ),
        new(
            "DSA-065",
            "7-3",
            "E /datasets/D1/keyHolder",
            ["""/datasets/D1/identifiability = "Pseudonymised" """, """/datasets/D1/keyHolder = "UOL" """],
            ["""/datasets/D1/identifiability = "Pseudonymised" """, """/datasets/D1/keyHolder = "ONS" """]
        ),
        new(
            "DSA-065",
            "7-3",
            "E /datasets/D1/keyHolder",
            ["""/datasets/D1/identifiability = "Pseudonymised" """],
            ["""/datasets/D1/identifiability = "Pseudonymised" """, """/datasets/D1/keyHolder = "DFE" """]
        ),
        new("DSA-066", "7-3", "W /outputs/sdc", ["/outputs/sdc ="], ["/outputs/sdc =", "/outputs/publish = false"]),
        new(
            "DSA-067",
            "7-5",
            "E /childrenStatement",
            ["/childrenStatement ="],
            [
                "/childrenStatement =",
                "/datasets/D1/subjectClasses = []",
                "/datasets/D2/subjectClasses = []",
                "/datasets/D3/subjectClasses = []",
            ]
        ),
        new(
            "DSA-067",
            "7-2",
            "E /childrenStatement", // statistics about children are about children
            ["""/datasets/D2/identifiability = "Aggregate" """, """/datasets/D2/subjectClasses = [{"id": "C1", "under18": true}]"""],
            [
                """/datasets/D2/identifiability = "Aggregate" """,
                """/datasets/D2/subjectClasses = [{"id": "C1", "under18": true}]""",
                """/childrenStatement = "s" """,
            ]
        ),
        new(
            "DSA-103",
            "7-2",
            "W /datasets/D1/coverageNote",
            ["/datasets/D1/populationPartial = true"],
            ["/datasets/D1/populationPartial = true", """/datasets/D1/coverageNote = "Nobody under 18" """]
        ),
        new(
            "DSA-105",
            "7-2",
            "I /datasets",
            ["""/datasets/D1/identifiability = "Anonymous" """, "/datasets/D2/deceasedOnly = true"],
            ["""/datasets/D1/identifiability = "Anonymous" """]
        ),
        // Flows
        new(
            "DSA-068",
            "7-2",
            "E /flows/F1/caseProcedureRef",
            ["/flows/F1/caseProcedureRef ="],
            ["/flows/F1/caseProcedureRef =", """/flows/F1/mode = "InSituTRE" """]
        ),
        new("DSA-068", "7-2", "E /flows/F1/disclosureLog", ["/flows/F1/disclosureLog = false"], []),
        new(
            "DSA-069",
            "7-1",
            "W /datasets/D2/quality/correctionRoute",
            ["/datasets/D2/quality/correctionRoute ="],
            ["/datasets/D2/quality/correctionRoute =", """/flows/F3/mode = "IndividualCase" """, """/flows/F4/mode = "IndividualCase" """]
        ),
        new("DSA-069", "7-6", "W /datasets/D1/quality/correctionRoute", ["/datasets/D1/quality ="], []),
        new(
            "DSA-070",
            "7-5",
            "W /datasets/D1/cohortFilter",
            ["""/datasets/D1/cohortFilter = "All" """],
            ["""/datasets/D1/cohortFilter = "All" """, """/flows/F1/mode = "Lookup" """]
        ),
        new(
            "DSA-070",
            "7-5",
            "W /datasets/D1/cohortFilter",
            ["""/datasets/D1/cohortFilter = " all" """],
            ["""/datasets/D1/cohortFilter = "All in the programme" """]
        ),
        new(
            "DSA-085",
            "7-2",
            "E /flows/F1/method",
            ["""/flows/F1/method = "PlainEmail" """],
            ["""/flows/F1/method = "ManagedSecureEmail" """]
        ),
        new("DSA-085", "7-2", "E /flows/F1/method", ["/flows/F1/method ="], []),
        new(
            "DSA-086",
            "7-2",
            "E /flows/F1/encryptionAtRest",
            ["/flows/F1/encryptionAtRest = false"],
            ["/flows/F1/encryptionAtRest = false", """/flows/F1/equivalentControl = "Locked room" """]
        ),
        new(
            "DSA-086",
            "7-6",
            "E /flows/F1/encryptionInTransit",
            ["/flows/F1/encryptionInTransit ="],
            ["/flows/F1/encryptionAtRest = false"]
        ), // a lookup leaves no copy
        new(
            "DSA-087",
            "7-2",
            "W /parties/CHY/assurances",
            ["""/parties/CHY/assurances/A1/validTo = "2026-08-31" """],
            ["""/parties/CHY/assurances/A1/validTo = "2026-09-01" """]
        ),
        new(
            "DSA-087",
            "7-2",
            "W /parties/CHY/assurances",
            ["""/parties/CHY/assurances/A1/level = "Approaching" """],
            ["""/parties/CHY/assurances/A1/level = "StandardsExceeded" """]
        ),
        new("DSA-087", "7-2", "W /parties/CHY/assurances", ["""/parties/CHY/assurances/A1/type = "ISO27001" """], []), // care data needs the toolkit
        new(
            "DSA-087",
            "7-2",
            "W /parties/CHY/assurances",
            [
                """/parties/CHY/assurances/A1/ref = "8J1" """,
                Records(
                    "CHY",
                    OrganisationEvidenceKind.SecurityAssurance,
                    "8J1",
                    "2027-06-30",
                    AssuranceType.DSPT,
                    AssuranceLevel.Approaching
                ),
            ],
            [
                """/parties/CHY/assurances/A1/ref = "8J1" """,
                Records(
                    "CHY",
                    OrganisationEvidenceKind.SecurityAssurance,
                    "8J1",
                    "2027-06-30",
                    AssuranceType.DSPT,
                    AssuranceLevel.StandardsMet
                ),
            ]
        ),
        new(
            "DSA-087",
            "7-6",
            "W /parties/HUB/assurances", // other data needs an independent test
            ["""/parties/HUB/assurances = [{"id": "A1", "type": "CyberEssentials", "validTo": "2027-06-30"}]"""],
            ["""/parties/HUB/assurances = [{"id": "A1", "type": "CyberEssentialsPlus", "validTo": "2027-06-30"}]"""]
        ),
        new(
            "DSA-087",
            "7-6",
            "W /parties/HUB/assurances",
            ["""/parties/HUB/assurances = [{"id": "A1", "type": "ISO27001", "validTo": "2026-08-31"}]"""],
            ["""/parties/HUB/assurances = [{"id": "A1", "type": "ISO27001", "validTo": "2026-09-01"}]"""]
        ),
        new(
            "DSA-087",
            "7-2",
            "W /parties/CHY/assurances", // a later result takes the place of a better one
            [
                Records(
                    "CHY",
                    OrganisationEvidenceKind.SecurityAssurance,
                    "9K2",
                    "2027-09-30",
                    AssuranceType.DSPT,
                    AssuranceLevel.Approaching
                ),
            ],
            [
                Records(
                    "CHY",
                    OrganisationEvidenceKind.SecurityAssurance,
                    "9K2",
                    "2027-09-30",
                    AssuranceType.DSPT,
                    AssuranceLevel.StandardsMet
                ),
            ]
        ),
        new(
            "DSA-104",
            "7-6",
            "W /flows/F3/lookup",
            ["/flows/F3/lookup/rateLimit ="],
            ["/flows/F3/lookup/rateLimit =", """/flows/F3/mode = "IndividualCase" """]
        ),
        new("DSA-104", "7-6", "W /flows/F3/lookup", ["/flows/F3/lookup ="], []),
        // Transfers
        new(
            "DSA-088",
            "7-2",
            "E /flows/F1/transfers",
            ["""/flows/F1/processingLocations = ["GB", "FR"]"""],
            [
                """/flows/F1/processingLocations = ["GB", "FR"]""",
                """/flows/F1/transfers/- = {"id": "T2", "mechanism": "TR-ADEQ", "country": "FR"}""",
            ]
        ),
        new(
            "DSA-088",
            "7-2",
            "E /flows/F1/transfers",
            ["""/flows/F1/processingLocations = ["GB", "JE"]"""],
            [
                """/flows/F1/processingLocations = ["GB", "JE"]""",
                """/flows/F1/transfers/- = {"id": "T2", "country": "JE", "notRestrictedReason": "SameLegalEntity"}""",
            ]
        ),
        new(
            "DSA-088",
            "7-2",
            "E /flows/F1/transfers",
            [
                """/flows/F1/processingLocations = ["GB", "FR"]""",
                """/flows/F1/transfers/- = {"id": "T2", "mechanism": "TR-ADEQ", "country": "NZ"}""",
            ],
            [
                """/flows/F1/processingLocations = ["GB", "FR"]""",
                """/flows/F1/transfers/- = {"id": "T2", "mechanism": "TR-ADEQ", "country": "FR"}""",
            ]
        ),
        new(
            "DSA-088",
            "7-2",
            "E /flows/F1/transfers",
            [
                """/flows/F1/processingLocations = ["GB", "FR"]""",
                """/flows/F1/transfers/- = {"id": "T2", "mechanism": "TR-NONE", "country": "FR"}""",
            ],
            [
                """/flows/F1/processingLocations = ["GB"]""",
                """/flows/F1/transfers/- = {"id": "T2", "mechanism": "TR-NONE", "country": "FR"}""",
            ]
        ),
        new(
            "DSA-088",
            "7-2",
            "E /flows/F1/transfers",
            ["""/flows/F1/processingLocations = ["GB", "FR"]""", """/flows/F1/transfers/- = {"id": "T2", "mechanism": "TR-ADEQ"}"""], // for which country?
            [
                """/flows/F1/processingLocations = ["GB", "FR"]""",
                """/flows/F1/transfers/- = {"id": "T2", "mechanism": "TR-ADEQ", "country": "FR"}""",
            ]
        ),
        new("DSA-088", "7-2", "E /flows/F1/transfers; E /flows/F1/transfers", ["""/flows/F1/processingLocations = ["IN", "FR"]"""], []),
        new(
            "DSA-088",
            "7-2",
            "E /flows/F1/processingLocations",
            ["/flows/F1/processingLocations = []"],
            ["/flows/F1/processingLocations = []", """/datasets/D1/identifiability = "Aggregate" """]
        ),
        new(
            "DSA-089",
            "7-2",
            "E /flows/F1/transfers/T2",
            ["""/flows/F1/transfers/- = {"id": "T2", "mechanism": "TR-IDTA", "country": "IN"}"""],
            ["""/flows/F1/transfers/- = {"id": "T2", "mechanism": "TR-IDTA", "country": "IN", "traRef": "TRA-1"}"""]
        ),
        new(
            "DSA-089",
            "7-2",
            "E /flows/F1/transfers/T2",
            ["""/flows/F1/transfers/- = {"id": "T2", "mechanism": "TR-ADEQ", "country": "IN"}"""],
            ["""/flows/F1/transfers/- = {"id": "T2", "mechanism": "TR-ADEQ", "country": "NZ"}"""]
        ),
        new(
            "DSA-089",
            "7-2",
            "E /flows/F1/transfers/T2/conditionConfirmed",
            ["""/flows/F1/transfers/- = {"id": "T2", "mechanism": "TR-ADEQ", "country": "US"}"""],
            ["""/flows/F1/transfers/- = {"id": "T2", "mechanism": "TR-ADEQ", "country": "US", "conditionConfirmed": true}"""]
        ),
        new(
            "DSA-089",
            "7-1",
            "W /flows/F1/transfers/T2",
            ["""/flows/F1/transfers/- = {"id": "T2", "mechanism": "TR-DEROG-D", "country": "IN"}"""],
            ["""/flows/F1/transfers/- = {"id": "T2", "mechanism": "TR-DEROG-D", "country": "IN"}""", """/flows/F1/mode = "Lookup" """]
        ),
        new(
            "DSA-108",
            "7-1",
            "E /flows/F3/transfers/T2/mechanism",
            ["""/flows/F3/transfers/- = {"id": "T2", "mechanism": "TR-DEROG-A", "country": "IN"}"""],
            ["""/flows/F3/transfers/- = {"id": "T2", "mechanism": "TR-DEROG-D", "country": "IN"}"""]
        ),
        new(
            "DSA-108",
            "7-1",
            "E /flows/F3/transfers/T2/mechanism",
            ["""/flows/F3/transfers/- = {"id": "T2", "mechanism": "TR-DEROG-CLI", "country": "IN"}"""],
            [
                """/flows/F3/transfers/- = {"id": "T2", "mechanism": "TR-DEROG-CLI", "country": "IN"}""",
                "/legalLines/L6/inPerformanceOfTask = false",
            ]
        ),
        // Assessments and decisions
        new(
            "DSA-071",
            "7-1",
            "E /dpia/DPIA1/status",
            ["""/dpia/DPIA1/status = "Draft" """],
            ["""/dpia/DPIA1/status = "AwaitingApproval" """]
        ),
        new(
            "DSA-071",
            "7-1",
            "E /dpia",
            ["""/dpia/DPIA1/controllers = ["ERO", "DWP"]"""],
            ["""/dpia/DPIA1/controllers = ["ERO", "DWP", "MHCLG"]"""]
        ),
        new("DSA-071", "7-6", "E /dpia/DPIA2/status", ["""/dpia/DPIA2/status = "Draft" """], []),
        new("DSA-071", "7-1", "E /dpia", ["/dpia = []", """/datasets/D1/fields/nino/specialCategory = "Health" """], []),
        new(
            "DSA-071",
            "7-2",
            "E /dpia/DPIA1/status", // two of the second list together
            ["""/dpia/DPIA1/status = "Draft" """, """/dpia/DPIA1/triggers = ["InvisibleProcessing", "InnovativeTech"]"""],
            [
                """/dpia/DPIA1/status = "Draft" """,
                "/datasets/D1/fields/supportNeeds/specialCategory =",
                "/datasets/D2/fields/concernDetail/specialCategory =",
                """/dpia/DPIA1/triggers = ["InvisibleProcessing"]""",
            ]
        ),
        new(
            "DSA-072",
            "7-1",
            "E /dpia/DPIA1/icoConsultation",
            ["""/dpia/DPIA1/residualRisk = "High" """],
            ["""/dpia/DPIA1/residualRisk = "High" """, """/dpia/DPIA1/icoConsultation = {"outcome": "No objection"}"""]
        ),
        new("DSA-073", "7-2", "E /dpiaScreening", ["/dpiaScreening ="], ["/dpiaScreening =", "/datasets/D1/largeScale = true"]), // then one is needed
        new(
            "DSA-074",
            "7-5",
            "E /adm/safeguards",
            ["/adm/solelyAutomated = true"],
            ["/adm/solelyAutomated = true", "/adm/significant = false"]
        ),
        new("DSA-074", "7-6", "E /adm/safeguards", ["/adm/safeguards/contest = false"], []),
        new(
            "DSA-075",
            "7-5",
            "E /adm/contractOrLaw",
            ["/adm/solelyAutomated = true"],
            ["/adm/solelyAutomated = true", "/adm/contractOrLaw = true"]
        ),
        new(
            "DSA-075",
            "7-5",
            "E /adm/contractOrLaw",
            ["/adm/solelyAutomated = true"],
            ["/adm/solelyAutomated = true", "/adm/entirelyExplicitConsent = true"]
        ),
        new(
            "DSA-075",
            "7-5",
            "E /legalLines/L3/art9",
            ["/adm/solelyAutomated = true", "/adm/contractOrLaw = true", """/legalLines/L3/art9 = ["A9-H"]"""],
            [
                "/adm/solelyAutomated = true",
                "/adm/contractOrLaw = true",
                """/legalLines/L3/art9 = ["A9-H"]""",
                """/legalLines/L3/regime = "Part3" """,
            ]
        ), // there a law is enough
        new(
            "DSA-075",
            "7-5",
            "E /legalLines/L1/art9", // it decides on what it then discloses
            [
                "/adm/solelyAutomated = true",
                """/adm/decisionMaker = ["DWP"]""",
                """/datasets/D1/fields/outOfWorkBenefitFlag/specialCategory = "Health" """,
            ],
            ["/adm/solelyAutomated = true", """/adm/decisionMaker = ["DWP"]"""]
        ),
        new("DSA-076", "7-6", "E /legalLines/L4/art6", ["""/legalLines/L4/art6 = "A6-EA" """], ["""/legalLines/L5/art6 = "A6-EA" """]), // a disclosure decides nothing
        new(
            "DSA-076",
            "7-6",
            "E /legalLines/L4/art6",
            ["""/legalLines/L4/art6 = "A6-EA" """],
            ["""/legalLines/L4/art6 = "A6-EA" """, "/adm/significant = false"]
        ),
        new("DSA-077", "7-6", "W /atrsRef", ["/adm/publicSectorUser =", "/parties/HUB/publicBody = true"], ["/adm/publicSectorUser ="]),
        // Public trust
        new(
            "DSA-078",
            "7-2",
            "E /privacyNotices/N2/url",
            ["/privacyNotices/N2/url =", """/privacyNotices/N2/exemption = "Art14(5)(b)" """],
            ["/privacyNotices/N2/url =", """/privacyNotices/N2/exemption = "Art14(5)(e)" """]
        ),
        new(
            "DSA-078",
            "7-2",
            "E /privacyNotices",
            ["/privacyNotices/N2 ="],
            ["/privacyNotices/N2 =", """/parties/CHY/roles = ["Processor"]"""]
        ),
        new("DSA-078", "7-2", "E /privacyNotices; E /privacyNotices", ["/privacyNotices = []"], []),
        new("DSA-078", "7-2", "E /privacyNotices/N2/url", ["/privacyNotices/N2/url =", """/privacyNotices/N2/exemption = "s44(4)" """], []), // not for the UK GDPR
        new(
            "DSA-078",
            "7-2",
            "E /privacyNotices/N2/url",
            ["/privacyNotices/N2/url =", """/privacyNotices/N2/exemption = "Sch 20 para 1" """],
            ["/privacyNotices/N2/url =", """/privacyNotices/N2/exemption = "DPA 2018, Schedule 2 para 5" """]
        ),
        new(
            "DSA-078",
            "7-2",
            "E /privacyNotices/N2/url",
            ["/privacyNotices/N2/url =", """/privacyNotices/N2/exemption = "Art 15" """],
            ["/privacyNotices/N2/url =", """/privacyNotices/N2/exemption = "UK GDPR article 14(5)(e)" """]
        ),
        new(
            "DSA-078",
            "7-2",
            "E /privacyNotices/N2/url",
            ["/privacyNotices/N2/url =", """/privacyNotices/N2/exemption = "Art 13(3)" """],
            ["/privacyNotices/N2/url =", """/privacyNotices/N2/exemption = "Art 13(4)" """]
        ),
        new(
            "DSA-078",
            "7-2",
            "E /privacyNotices/N2/url", // only one of its two lines is for law enforcement
            ["/privacyNotices/N2/url =", """/privacyNotices/N2/exemption = "DPA 2018 s44(4)" """, """/legalLines/L2/regime = "Part3" """],
            [
                "/privacyNotices/N2/url =",
                """/privacyNotices/N2/exemption = "DPA 2018 s44(4)" """,
                """/legalLines/L2/regime = "Part3" """,
                """/legalLines/L3/regime = "Part3" """,
            ]
        ),
        new(
            "DSA-079",
            "7-2",
            "W /privacyNotices/N2",
            ["/privacyNotices/N2/namesThisSharing = false", """/privacyNotices/N2/exemption = "None" """],
            ["/privacyNotices/N2/namesThisSharing = false", """/privacyNotices/N2/exemption = "Art 13(4)" """]
        ),
        new(
            "DSA-079",
            "7-2",
            "W /privacyNotices/N1; W /privacyNotices/N1", // it does not name the sharing, and nobody has read it for long
            ["""/privacyNotices/N1/namesThisSharing = false""", """/privacyNotices/N1/lastReviewed = "2025-08-31" """],
            []
        ),
        new(
            "DSA-079",
            "7-2",
            "W /privacyNotices/N2",
            ["""/privacyNotices/N2/lastReviewed = "2025-08-31" """],
            ["""/privacyNotices/N2/lastReviewed = "2025-09-01" """]
        ),
        new(
            "DSA-079",
            "7-2",
            "W /privacyNotices/N2",
            ["/privacyNotices/N2/namesThisSharing = false"],
            ["/privacyNotices/N2/namesThisSharing = false", """/privacyNotices/N2/exemption = "Art14(5)(e)" """]
        ),
        new(
            "DSA-079",
            "7-2",
            "W /privacyNotices/N2",
            [
                """/privacyNotices/N2/lastReviewed = "2025-08-31" """,
                Records("CHY", OrganisationEvidenceKind.PrivacyNotice, Notice, "2025-08-30"),
            ],
            [
                """/privacyNotices/N2/lastReviewed = "2025-08-31" """,
                Records("CHY", OrganisationEvidenceKind.PrivacyNotice, Notice, "2025-09-01"),
            ]
        ),
        new(
            "DSA-079",
            "7-2",
            "W /privacyNotices/N2",
            ["/privacyNotices/N2/lastReviewed ="],
            ["/privacyNotices/N2/lastReviewed =", Records("CHY", OrganisationEvidenceKind.PrivacyNotice, Notice, "2025-09-01")]
        ),
        new("DSA-080", "7-2", "E /laySummary", ["/laySummary ="], ["""/laySummary = "The council tells the charity who needs help." """]),
        new(
            "DSA-080",
            "7-2",
            "W /laySummary",
            [
                """/laySummary = "Notwithstanding organisational responsibilities, multidisciplinary practitioners systematically operationalise interoperability." """,
            ],
            ["""/laySummary = "The council tells the charity who needs help." """]
        ),
        new("DSA-081", "7-2", "E /register/decision", ["/register/decision ="], []),
        new(
            "DSA-081",
            "7-2",
            "E /register/reason",
            ["""/register/decision = "Withhold" """],
            ["""/register/decision = "Withhold" """, """/register/reason = "Safety of staff" """]
        ),
        new("DSA-082", "7-2", "E /rights/access", ["/rights/access ="], ["""/rights/access = {"by": "Source"}"""]),
        new("DSA-082", "7-2", "E /rights/portability", ["/rights/portability/reason ="], []),
        new("DSA-082", "7-2", "E /rights/singleContact", ["/rights/singleContact ="], []),
        new(
            "DSA-083",
            "7-2",
            "E /parties/CHY/complaintsRoute",
            ["/parties/CHY/complaintsRoute ="],
            ["/parties/CHY/complaintsRoute =", """/parties/CHY/roles = ["Processor"]"""]
        ),
        new("DSA-084", "7-3", "W /engagement", ["/engagement = []", "/purposes/P1/isNewPurposeFor = []"], []),
        new("DSA-084", "7-6", "W /engagement", ["/engagement = []"], ["/engagement = []", "/purposes/P1/isNewPurposeFor = []"]),
        new(
            "DSA-084",
            "7-6",
            "W /engagement",
            ["/engagement = []", "/purposes/P1/isNewPurposeFor = []", """/purposes/P1/code = "Audit" """],
            []
        ),
        new(
            "DSA-084",
            "7-3",
            "W /engagement",
            ["/engagement = []"],
            ["/engagement = []", "/purposes/P1/isResearchOrStats = false", "/purposes/P1/isNewPurposeFor = []"]
        ),
        new(
            "DSA-084",
            "7-6",
            "W /engagement",
            ["""/engagement = [{"id": "E1"}]"""],
            ["""/engagement = [{"id": "E1", "who": "Motorists"}]"""]
        ),
        // Retention and passing on
        new("DSA-090", "7-2", "E /retention", ["/retention/R2 ="], []),
        new("DSA-090", "7-2", "E /retention; E /retention", ["/retention = []"], []), // both hold it
        new("DSA-090", "7-2", "E /retention", ["""/retention/R2/datasetId = "D2" """], []), // nothing is said about D1
        new(
            "DSA-090",
            "7-2",
            "E /retention/R2/period",
            ["/retention/R2/period ="],
            ["/retention/R2/period =", """/retention/R2/criteria = "The charity's schedule" """]
        ),
        new(
            "DSA-090",
            "7-2",
            "E /retention/R2/disposalMethod",
            ["/retention/R2/disposalMethod =", "/security/disposalMethod ="],
            ["/retention/R2/disposalMethod ="]
        ),
        new(
            "DSA-090",
            "7-2",
            "E /retention/R2/disposalEvidence",
            ["/retention/R2/disposalEvidence =", "/security/disposalEvidence ="],
            ["/retention/R2/disposalEvidence ="]
        ),
        new("DSA-090", "7-2", "E /retention/R2/trigger", ["/retention/R2/trigger ="], []),
        new("DSA-090", "7-3", "E /retention", ["/retention/R1 ="], []), // ONS is via and to
        new("DSA-091", "7-1", "W /retention/R1/period", ["""/retention/R1/period = "P7Y1D" """], ["""/retention/R1/period = "P7Y" """]),
        new(
            "DSA-091",
            "7-1",
            "W /retention/R1/period",
            ["""/retention/R1/period = "Indefinite" """],
            ["""/retention/R1/period = "P84M" """]
        ),
        new("DSA-092", "7-2", "E /onward/policy", ["/onward/policy ="], []),
        new(
            "DSA-092",
            "7-2",
            "E /onward/conditions",
            ["""/onward = {"policy": "PermittedList", "recipients": ["PR2"]}"""],
            ["""/onward = {"policy": "PermittedList", "recipients": ["PR2"], "conditions": "In writing"}"""]
        ),
        new(
            "DSA-092",
            "7-2",
            "E /onward/recipients",
            ["""/onward = {"policy": "WithPriorWrittenConsent", "conditions": "In writing"}"""],
            []
        ),
        new(
            "DSA-093",
            "7-6",
            "E /onward/recipients",
            ["""/onward/recipients = ["CR9"]"""],
            ["""/onward/recipients = ["CR1", "PR2", "INS"]"""]
        ),
        new(
            "DSA-093",
            "7-6",
            "E /onward/recipients",
            ["""/onward/recipients = ["CR1"]""", """/prohibitedRecipients/- = {"id": "XR9", "name": "price comparison websites"}"""],
            ["""/onward/recipients = ["CR1"]""", """/prohibitedRecipients/- = {"id": "XR9", "name": "Price comparison apps"}"""]
        ),
        new(
            "DSA-093",
            "7-6",
            "E /onward/recipients",
            ["""/onward/recipients = ["INS"]""", """/prohibitedRecipients/- = {"id": "XR9", "party": "INS"}"""],
            ["""/onward/recipients = ["INS"]""", """/prohibitedRecipients/- = {"id": "XR9", "party": "HUB"}"""]
        ),
        new(
            "DSA-093",
            "7-6",
            "E /onward/recipients",
            ["""/onward/recipients = ["INS"]""", """/prohibitedRecipients/- = {"id": "XR9", "orgId": "GB-COH:00000002"}"""],
            []
        ),
        new(
            "DSA-093",
            "7-6",
            "E /onward/recipients", // whichever way they are named
            ["""/onward/recipients = ["PR3"]""", """/prohibitedRecipients/- = {"id": "XR9", "party": "INS"}"""],
            ["""/onward/recipients = ["PR3"]""", """/prohibitedRecipients/- = {"id": "XR9", "party": "HUB"}"""]
        ),
        new(
            "DSA-093",
            "7-6",
            "E /onward/recipients",
            ["""/onward/recipients = ["PR3"]""", """/prohibitedRecipients/- = {"id": "XR9", "orgId": "GB-COH:00000002"}"""],
            ["""/onward/recipients = ["PR3"]""", """/prohibitedRecipients/- = {"id": "XR9", "orgId": "GB-COH:00000003"}"""]
        ),
        new(
            "DSA-093",
            "7-6",
            "E /onward/recipients",
            ["""/onward/recipients = ["INS"]""", "/permittedRecipients/PR3 ="],
            ["""/onward/recipients = ["INS"]""", """/permittedRecipients/PR3 = {"id": "PR3", "orgId": "GB-COH:00000002"}"""]
        ),
        new("DSA-093", "7-6", "E /onward/recipients; E /onward/recipients", ["""/onward/recipients = ["CR9", "CR8"]"""], []),
        new(
            "DSA-093",
            "7-6",
            "E /permittedRecipients",
            [Asks("Employers", PurposeCode.Insurance)],
            [Asks("price comparison websites", PurposeCode.Insurance)]
        ),
        new(
            "DSA-093",
            "7-6",
            "E /permittedRecipients",
            [Asks("price comparison websites", PurposeCode.Research)],
            [Asks("price comparison websites", PurposeCode.Insurance)]
        ),
        new(
            "DSA-093",
            "7-6",
            "E /permittedRecipients",
            [
                Asks("price comparison websites", PurposeCode.Insurance),
                """/prohibitedRecipients/- = {"id": "XR9", "name": "Price comparison websites"}""",
            ],
            [
                Asks("price comparison websites", PurposeCode.Insurance),
                """/prohibitedRecipients/- = {"id": "XR9", "name": "Price comparison apps"}""",
            ]
        ),
        // Dates
        new("DSA-095", "7-2", "E /startDate", ["/startDate ="], []),
        new("DSA-095", "7-2", "E /reviewDate", ["/reviewDate ="], []),
        new("DSA-095", "7-2", "E /endDate", ["/endDate ="], []),
        new("DSA-095", "7-2", "E /reviewDate", ["""/reviewDate = "2028-10-02" """], ["""/reviewDate = "2028-10-01" """]),
        new("DSA-095", "7-6", "E /reviewDate", ["""/reviewDate = "2027-10-02" """], ["""/reviewDate = "2027-10-01" """]), // high risk
        new("DSA-095", "7-2", "E /endDate", ["""/endDate = "2031-10-02" """], ["""/endDate = "2031-10-01" """]),
        new("DSA-095", "7-2", "E /endDate", ["""/endDate = "2027-09-29" """], ["""/endDate = "2027-09-30" """]),
        new(
            "DSA-095",
            "7-2",
            "E /reviewDate; E /endDate; E /endDate",
            ["""/endDate = "2031-10-02" """, """/reviewDate = "2031-10-03" """],
            []
        ),
        new("DSA-095", "7-2", "E /effectiveFrom", ["""/effectiveFrom = "2026-09-30" """], ["""/effectiveFrom = "2027-09-30" """]),
        new("DSA-095", "7-2", "E /reviewDate", ["""/effectiveFrom = "2027-10-01" """], []),
        new("DSA-096", "7-2", "E /startDate", ["""/startDate = "2026-09-14" """], ["""/startDate = "2026-09-15" """]),
        new(
            "DSA-096",
            "7-2",
            "E /startDate",
            ["""/startDate = "2026-09-14" """],
            ["""/startDate = "2026-09-14" """, """/emergency = {"reason": "Flood"}"""]
        ),
        new(
            "DSA-096",
            "7-2",
            "E /effectiveFrom",
            ["""/startDate = "2026-09-01" """, """/effectiveFrom = "2026-09-14" """],
            ["""/startDate = "2026-09-01" """, """/effectiveFrom = "2026-09-15" """]
        ),
        // Benefits
        new("DSA-097", "7-2", "E /benefits", ["/benefits = []"], []),
        new("DSA-097", "7-2", "E /benefits/B1/measure", ["/benefits/B1/measure ="], ["/benefits/B1/type ="]),
        new("DSA-097", "7-2", "E /benefits/B1/beneficiaryGroup", ["/benefits/B1/beneficiaryGroup ="], []),
        new("DSA-098", "7-6", "W /publicBenefitTest", ["/publicBenefitTest ="], ["/publicBenefitTest =", "/commercialUse = false"]),
        new("DSA-098", "7-2", "W /benefits", ["""/benefits/B1/beneficiaryGroup = "Commercial" """], ["/benefits = []"]),
        new(
            "DSA-098",
            "7-2",
            "W /benefits",
            ["""/benefits/B1/beneficiaryGroup = "Commercial" """],
            [
                """/benefits/B1/beneficiaryGroup = "Commercial" """,
                """/benefits/- = {"id": "B2", "beneficiaryGroup": "Public", "statement": "s", "measure": "m"}""",
            ]
        ),
        // Duties
        new(
            "DSA-099",
            "7-2",
            "E /parties/KMC/authorisedSignatory",
            [Edits("Amira"), Approves("KMC", "Amira")],
            [Edits("Amira"), Advises("KMC", "Amira")]
        ),
        new(
            "DSA-099",
            "7-2",
            "E /parties/KMC/authorisedSignatory",
            [Edits("Amira"), Signs("KMC", "Amira")],
            [Edits("Amira"), Signs("KMC", "Tom")]
        ),
        new(
            "DSA-099",
            "7-2",
            "E /parties/KMC/authorisedSignatory",
            [Approves("KMC", "Helen"), Approves("KMC", "Helen", Role.Siro)],
            [Approves("KMC", "Helen"), Approves("KMC", "Tom", Role.Siro)]
        ),
        new(
            "DSA-099",
            "7-2",
            "E /parties/KMC/authorisedSignatory",
            [Approves("KMC", "Helen"), Approves("KMC", "Helen", Role.Siro)],
            [Approves("KMC", "Helen"), Approves("KMC", "Helen", Role.Siro, mandatory: false)]
        ),
        new(
            "DSA-099",
            "7-2",
            "E /parties/KMC/authorisedSignatory",
            [Approves("KMC", "Helen"), Approves("KMC", "Helen", Role.Siro)],
            [Approves("KMC", "Helen"), Approves("CHY", "Helen", Role.Siro)]
        ), // for the same party
        new(
            "DSA-099",
            "7-2",
            "E /parties/KMC/authorisedSignatory",
            [Approves("KMC", "Helen", mandatory: false), Signs("KMC", "Helen")],
            [Approves("KMC", "Helen", mandatory: false), Signs("KMC", "Tom")]
        ),
        new(
            "DSA-099",
            "7-2",
            "E /parties/KMC/authorisedSignatory",
            [Approves("KMC", "Priya", Role.DataProtectionOfficer)],
            [Advises("KMC", "Priya")]
        ),
        new(
            "DSA-099",
            "7-2",
            "E /parties/KMC/authorisedSignatory",
            [Advises("CHY", "Priya"), Approves("KMC", "Priya")],
            [Advises("CHY", "Priya"), Approves("KMC", "Tom")]
        ), // in whatever role
        new(
            "DSA-099",
            "7-2",
            "E /parties/CHY/authorisedSignatory",
            [Signs("CHY", "Priya", role: Role.DataProtectionOfficer)],
            [Signs("CHY", "Priya")]
        ),
        new(
            "DSA-099",
            "7-2",
            "E /parties/KMC/authorisedSignatory; E /parties/CHY/authorisedSignatory",
            [Edits("Amira"), Approves("CHY", "Amira"), Signs("CHY", "Amira"), Approves("KMC", "Amira")],
            []
        ),
        new(
            "DSA-100",
            "7-2",
            "E /parties/KMC/authorisedSignatory; E /parties/CHY/authorisedSignatory",
            [When(Moment.InForce)],
            [When(Moment.Signature)]
        ),
        new(
            "DSA-100",
            "7-2",
            "E /parties/KMC/authorisedSignatory",
            [When(Moment.InForce), Signs("CHY", "Grace")],
            [When(Moment.InForce), Signs("CHY", "Grace"), Signs("KMC", "Tom")]
        ),
        new(
            "DSA-100",
            "7-2",
            "E /parties/KMC/authorisedSignatory",
            [When(Moment.InForce), Signs("CHY", "Grace"), Signs("KMC", "Tom", onThisContent: false)],
            [When(Moment.InForce), Signs("CHY", "Grace"), Signs("KMC", "Tom", onThisContent: false), Signs("KMC", "Tom")]
        ),
        new(
            "DSA-100",
            "7-2",
            "E /parties/KMC/authorisedSignatory",
            [When(Moment.InForce), Signs("CHY", "Grace"), Approves("KMC", "Tom")], // an approval is no signature
            [When(Moment.InForce), Signs("CHY", "Grace"), Signs("KMC", "Tom")]
        ),
        new(
            "DSA-100",
            "7-4",
            "E /parties/MCC/authorisedSignatory",
            [When(Moment.InForce), Signs("ICB", "A"), Signs("MFT", "B")],
            [When(Moment.InForce), Signs("ICB", "A"), Signs("MFT", "B"), Signs("MCC", "C")]
        ), // the supplier is no controller
        // Evidence
        new(
            "DSA-101",
            "7-3",
            "E /parties/UOL/assurances/A1",
            ["""/parties/UOL/assurances/A1/validTo = "2026-08-31" """],
            ["""/parties/UOL/assurances/A1/validTo = "2026-09-01" """]
        ),
        new(
            "DSA-101",
            "7-3",
            "W /parties/UOL/assurances/A1",
            ["""/parties/UOL/assurances/A1/validTo = "2029-09-29" """],
            ["""/parties/UOL/assurances/A1/validTo = "2029-09-30" """]
        ),
        new(
            "DSA-101",
            "7-2",
            "E /parties/CHY/assurances/A1",
            ["""/parties/CHY/assurances/A1/validTo = "2026-08-31" """],
            ["""/parties/CHY/assurances/A1/validTo = "2026-09-01" """]
        ),
        new(
            "DSA-101",
            "7-2",
            "W /parties/CHY/assurances/A1",
            ["""/parties/CHY/assurances/A1/validTo = "2026-10-31" """],
            ["""/parties/CHY/assurances/A1/validTo = "2026-11-01" """]
        ), // 60 days
        new(
            "DSA-101",
            "7-2",
            "W /parties/CHY/assurances/A1",
            ["""/parties/CHY/assurances/A1/validTo = "2026-10-30" """, """/endDate = "2026-10-31" """],
            ["""/parties/CHY/assurances/A1/validTo = "2026-10-30" """, """/endDate = "2026-10-30" """]
        ),
        new("DSA-101", "7-2", "W /parties/KMC/apd/PD1; W /parties/CHY/apd/PD1", [Today("2027-04-01")], [Today("2027-03-31")]), // of policy documents due on 31 May
        new(
            "DSA-101",
            "7-2",
            "E /parties/KMC/apd/PD1; E /parties/CHY/apd/PD1; W /parties/KMC/assurances/A1; W /parties/CHY/assurances/A1",
            [Today("2027-06-01")],
            []
        ),
        new(
            "DSA-101",
            "7-2",
            "E /parties/CHY/assurances/A1",
            [
                """/parties/CHY/assurances/A1/validTo = "2026-08-31" """,
                Records("CHY", OrganisationEvidenceKind.SecurityAssurance, "CE-8", "2027-06-30", AssuranceType.ISO27001),
            ],
            [
                """/parties/CHY/assurances/A1/validTo = "2026-08-31" """,
                Records(
                    "CHY",
                    OrganisationEvidenceKind.SecurityAssurance,
                    "8J1",
                    "2027-06-30",
                    AssuranceType.DSPT,
                    AssuranceLevel.StandardsMet
                ),
            ]
        ),
        new(
            "DSA-101",
            "7-2",
            "E /parties/CHY/assurances/A1",
            [
                """/parties/CHY/assurances/A1/ref = "8J1" """,
                Records(
                    "CHY",
                    OrganisationEvidenceKind.SecurityAssurance,
                    "8J1",
                    "2026-08-31",
                    AssuranceType.DSPT,
                    AssuranceLevel.StandardsMet
                ),
            ],
            [
                """/parties/CHY/assurances/A1/ref = "8J1" """,
                Records(
                    "KMC",
                    OrganisationEvidenceKind.SecurityAssurance,
                    "8J1",
                    "2026-08-31",
                    AssuranceType.DSPT,
                    AssuranceLevel.StandardsMet
                ),
            ]
        ),
        new(
            "DSA-101",
            "7-2",
            "E /parties/CHY/assurances/A1", // the one that is named has run out; a newer one is recorded beside it
            [
                """/parties/CHY/assurances/A1/ref = "8J1" """,
                Records(
                    "CHY",
                    OrganisationEvidenceKind.SecurityAssurance,
                    "8J1",
                    "2026-08-31",
                    AssuranceType.DSPT,
                    AssuranceLevel.StandardsMet
                ),
                Records(
                    "CHY",
                    OrganisationEvidenceKind.SecurityAssurance,
                    "9K2",
                    "2026-08-30",
                    AssuranceType.DSPT,
                    AssuranceLevel.StandardsMet
                ),
            ],
            [
                """/parties/CHY/assurances/A1/ref = "8J1" """,
                Records(
                    "CHY",
                    OrganisationEvidenceKind.SecurityAssurance,
                    "8J1",
                    "2026-08-31",
                    AssuranceType.DSPT,
                    AssuranceLevel.StandardsMet
                ),
                Records(
                    "CHY",
                    OrganisationEvidenceKind.SecurityAssurance,
                    "9K2",
                    "2027-08-31",
                    AssuranceType.DSPT,
                    AssuranceLevel.StandardsMet
                ),
            ]
        ),
        new(
            "DSA-101",
            "7-2",
            "E /parties/CHY/assurances/A1",
            ["""/parties/CHY/assurances/A1/validTo = "2026-08-31" """],
            [
                """/parties/CHY/assurances/A1/validTo = "2026-08-31" """,
                """/parties/CHY/assurances/- = {"id": "A2", "type": "DSPT", "level": "StandardsMet", "validTo": "2027-06-30"}""",
            ]
        ),
        new(
            "DSA-101",
            "7-2",
            "E /parties/CHY/assurances/A1",
            [
                """/parties/CHY/assurances/A1/validTo = "2026-08-31" """,
                """/parties/CHY/assurances/- = {"id": "A2", "type": "ISO27001", "validTo": "2029-12-31"}""",
            ], // of another scheme
            [
                """/parties/CHY/assurances/A1/validTo = "2026-08-31" """,
                """/parties/CHY/assurances/- = {"id": "A2", "type": "DSPT", "level": "StandardsMet", "validTo": "2027-06-30"}""",
            ]
        ),
        new(
            "DSA-101",
            "7-2",
            "E /parties/CHY/assurances/A1; E /parties/CHY/assurances/A2",
            [
                """/parties/CHY/assurances/A1/validTo = "2026-08-31" """,
                """/parties/CHY/assurances/- = {"id": "A2", "type": "DSPT", "level": "StandardsMet", "validTo": "2026-08-31"}""",
            ],
            []
        ),
        new(
            "DSA-101",
            "7-2",
            "E /parties/CHY/apd/PD1",
            [
                """/parties/CHY/apd/PD1/reviewDue = "2026-08-31" """,
                Records("CHY", OrganisationEvidenceKind.PolicyDocument, "APD-CHY-2027", "2027-05-31"),
            ],
            [
                """/parties/CHY/apd/PD1/reviewDue = "2026-08-31" """,
                Records("CHY", OrganisationEvidenceKind.PolicyDocument, "APD-CHY-2027", "2027-05-31", earlier: "APD-CHY-2026"),
            ]
        ),
        new(
            "DSA-101",
            "7-4",
            "W /parties/SUP/art28/validTo",
            ["""/parties/SUP/art28/validTo = "2029-09-29" """],
            ["""/parties/SUP/art28/validTo = "2029-09-30" """]
        ),
        new(
            "DSA-101",
            "7-4",
            "E /parties/SUP/art28/validTo",
            ["""/parties/SUP/art28/validTo = "2026-08-31" """],
            ["""/parties/SUP/art28/validTo = "2026-08-31" """, """/parties/SUP/roles = ["DataRecipient"]"""]
        ),
        new(
            "DSA-101",
            "7-2",
            "W /legalLines/L1/confidentiality/cag",
            [
                """/legalLines/L1/confidentiality = {"code": "CLDC-S251", "cag": {"regulation": 5, "ref": "25/CAG/1", "reviewDue": "2026-10-31"}}""",
            ],
            [
                """/legalLines/L1/confidentiality = {"code": "CLDC-S251", "cag": {"regulation": 5, "ref": "25/CAG/1", "reviewDue": "2026-11-01"}}""",
            ]
        ),
        new(
            "DSA-101",
            "7-2",
            "E /legalLines/L1/confidentiality/cag",
            [
                """/legalLines/L1/confidentiality = {"code": "CLDC-S251", "cag": {"regulation": 5, "ref": "25/CAG/1", "reviewDue": "2026-08-31"}}""",
            ],
            [
                """/legalLines/L1/confidentiality = {"code": "CLDC-S251", "cag": {"regulation": 5, "ref": "25/CAG/1", "reviewDue": "2026-08-31"}}""",
                Records("KMC", OrganisationEvidenceKind.Section251Support, "25/CAG/1", "2027-08-31"),
            ]
        ),
        new(
            "DSA-101",
            "7-2",
            "E /legalLines/L1/confidentiality/cag", // whoever was granted the support keeps it
            [
                """/legalLines/L1/confidentiality = {"code": "CLDC-S251", "cag": {"regulation": 5, "ref": "25/CAG/1", "reviewDue": "2026-08-31"}}""",
                Records("CHY", OrganisationEvidenceKind.Section251Support, "25/CAG/2", "2027-08-31"),
            ],
            [
                """/legalLines/L1/confidentiality = {"code": "CLDC-S251", "cag": {"regulation": 5, "ref": "25/CAG/1", "reviewDue": "2026-08-31"}}""",
                Records("CHY", OrganisationEvidenceKind.Section251Support, "25/CAG/1", "2027-08-31"),
            ]
        ),
        new(
            "DSA-101",
            "7-2",
            "E /legalLines/L1/confidentiality/cag", // of a route that is no longer chosen nothing is asked
            [
                """/legalLines/L1/confidentiality = {"code": "CLDC-S251", "cag": {"regulation": 5, "ref": "25/CAG/1", "reviewDue": "2026-08-31"}}""",
            ],
            [
                """/legalLines/L1/confidentiality = {"code": "CLDC-EXPL", "cag": {"regulation": 5, "ref": "25/CAG/1", "reviewDue": "2026-08-31"}}""",
            ]
        ),
        new(
            "DSA-101",
            "7-3",
            "E /dea/projectAccreditation",
            [Records("UOL", OrganisationEvidenceKind.Accreditation, "2026/117", "2026-08-31")],
            [Records("UOL", OrganisationEvidenceKind.Accreditation, "2025/117", "2026-08-31")]
        ),
        new(
            "DSA-101",
            "7-3",
            "W /dea/researcherAccreditations; W /dea/processorAccreditation",
            [
                Records("UOL", OrganisationEvidenceKind.Accreditation, "AR-20377", "2029-09-29"),
                Records("ONS", OrganisationEvidenceKind.Accreditation, "ONS-SRS", "2029-09-29"),
            ],
            [
                Records("UOL", OrganisationEvidenceKind.Accreditation, "AR-20377", "2029-09-30"),
                Records("ONS", OrganisationEvidenceKind.Accreditation, "ONS-SRS", "2029-09-30"),
            ]
        ),
        new(
            "DSA-101",
            "7-2",
            "E /endDate; E /endDate",
            [Attach("Contract", null, "2026-08-31"), Attach("Annex", null, "2026-08-31")],
            [Attach("Contract", null, "2026-09-01"), Attach("Annex", null, "2026-09-01")]
        ),
        new("DSA-101", "7-2", "E /endDate", [Attach("Contract", null, "2026-08-31")], [Attach("Contract", null, "2026-09-01")]),
        new(
            "DSA-101",
            "7-2",
            "W /endDate",
            [Attach("APD", null, "2026-10-31", yearly: true)],
            [Attach("APD", null, "2026-11-01", yearly: true)]
        ), // 60 days
        new(
            "DSA-101",
            "7-2",
            "W /legalLines/L1/legalAdviceRef",
            [Attach("Advice", "/legalLines/L1/legalAdviceRef", "2029-09-29")],
            [Attach("Advice", "/legalLines/L1/legalAdviceRef", "2029-09-30")]
        ),
        // Similar agreements
        new(
            "DSA-102",
            "7-2",
            "I /flows/F1",
            [Another("DSA-2026-0007", "F1")],
            [Another("DSA-2026-0007", "F1"), """/datasets/D1/name = "Referral letter" """]
        ),
        new(
            "DSA-102",
            "7-2",
            "I /flows/F1",
            [Another("DSA-2026-0007", "F1"), """/datasets/D1/name = "REFERRAL RECORD" """],
            [Another("DSA-2026-0007", "F1"), """/purposes/P1/code = "Safeguarding" """]
        ),
        new(
            "DSA-102",
            "7-2",
            "I /flows/F1",
            [
                """/datasets/D1/catalogueIri = "https://data.example/1" """,
                Another("DSA-2026-0007", "F1"),
                """/datasets/D1/name = "Referral letter" """,
            ],
            [
                """/datasets/D1/catalogueIri = "https://data.example/1" """,
                Another("DSA-2026-0007", "F1"),
                """/datasets/D1/name = "Referral letter" """,
                """/datasets/D1/catalogueIri = "https://data.example/2" """,
            ]
        ),
        new(
            "DSA-102",
            "7-2",
            "I /flows/F1",
            [Another("DSA-2026-0007", "F1")],
            [Another("DSA-2026-0007", "F1"), """/parties/CHY/orgId = "GB-CHC:0000001" """]
        ),
    ];

    /// <summary>Of what it finds, as letters.</summary>
    public IReadOnlySet<char> Severities => Finds.Split("; ").Select(found => found[0]).ToHashSet();

    public override string ToString() => $"{Rule} on {Sample}{(Book == 1 ? "" : $" by book {Book}")}: {string.Join<Change>("; ", Fires)}";
}
