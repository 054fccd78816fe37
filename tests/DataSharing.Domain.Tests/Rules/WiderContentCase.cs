using static DataSharing.Domain.Tests.Rules.Change;

namespace DataSharing.Domain.Tests.Rules;

/// <summary>What the rules say of the members that the content got with its second edition: ways to share, what people know, scope.</summary>
internal static class WiderContentCase
{
    private const string Access =
        """{"system": "Mosaic", "accountsBy": "The council's service desk", "leaversWithin": "P1D", "callLog": true}""";

    public static RuleCase[] All { get; } =
    [
        // Ways to share
        Case(
            "DSA-068",
            "7-2",
            "E /flows/F1/disclosureLog",
            ["""/flows/F1/method = "Meeting" """, "/flows/F1/mode =", "/flows/F1/disclosureLog = false"],
            ["""/flows/F1/method = "Meeting" """, "/flows/F1/mode ="]
        ),
        Case("DSA-085", "7-2", "E /flows/F1/methodDetail", ["""/flows/F1/method = "Other" """], ["""/flows/F1/method = "OnlineForm" """]),
        Case(
            "DSA-085",
            "7-2",
            "W /flows/F1/method",
            ["""/flows/F1/method = "Other" """, """/flows/F1/methodDetail = "By fax" """],
            ["""/flows/F1/method = "Telephone" """, """/flows/F1/methodDetail = "By fax" """]
        ),
        .. from method in new[] { "Meeting", "Telephone", "Post" }
        select Case(
            "DSA-086",
            "7-2",
            "E /flows/F1/equivalentControl",
            [$"/flows/F1/method = \"{method}\"", "/flows/F1/encryptionInTransit = false", "/flows/F1/encryptionAtRest = false"],
            [
                $"/flows/F1/method = \"{method}\"",
                "/flows/F1/encryptionInTransit = false",
                "/flows/F1/encryptionAtRest = false",
                """/flows/F1/equivalentControl = "Named people only." """,
            ]
        ),
        .. from method in new[] { "SharedScreen", "SystemAccess" } // the receiver keeps no copy that could be encrypted
        select Case(
            "DSA-086",
            "7-2",
            "E /flows/F1/encryptionInTransit",
            [$"/flows/F1/method = \"{method}\"", "/flows/F1/encryptionInTransit = false"],
            [$"/flows/F1/method = \"{method}\"", "/flows/F1/encryptionAtRest = false"]
        ),
        Case(
            "DSA-140",
            "7-2",
            "W /flows/F1/access",
            ["""/flows/F1/method = "SystemAccess" """, $"/flows/F1/access = {Access}", "/flows/F1/access/leaversWithin ="],
            ["""/flows/F1/method = "SystemAccess" """, $"/flows/F1/access = {Access}"]
        ),
        Case(
            "DSA-140",
            "7-2",
            "W /flows/F1/access",
            ["""/flows/F1/method = "SystemAccess" """, $"/flows/F1/access = {Access}", "/flows/F1/access/callLog = false"],
            ["/flows/F1/access = {}"]
        ),
        .. from method in new[] { "Meeting", "Telephone" }
        select Case(
            "DSA-141",
            "7-5",
            "W /flows/F1/mode",
            [$"/flows/F1/method = \"{method}\""],
            [$"/flows/F1/method = \"{method}\"", """/flows/F1/mode = "IndividualCase" """]
        ),
        Case(
            "DSA-142",
            "7-2",
            "W /flows/F1/method",
            ["""/flows/F1/method = "Meeting" """],
            ["""/flows/F1/method = "Meeting" """, HasDeclaration()]
        ),
        Case(
            "DSA-143",
            "7-2",
            "W /retention/R2/disposalMethod",
            ["""/flows/F1/method = "Post" """],
            ["""/flows/F1/method = "Post" """, """/retention/R2/disposalMethod = "Shred" """]
        ),
        Case(
            "DSA-143",
            "7-2",
            "W /retention/R2/disposalMethod",
            [
                """/flows/F1/method = "Post" """,
                """/retention/R2/disposalMethod = "Shred" """,
                """/retention/R2/disposalEvidence = "Log" """,
            ],
            ["""/flows/F1/method = "Telephone" """]
        ),
        Case(
            "DSA-150",
            "7-2",
            "E /legalLines/L1",
            [Erased("Advice", "/legalLines/L1")],
            [Attach("Advice", "/legalLines/L1", "2029-12-31")]
        ),
        // What people know
        Case(
            "DSA-138",
            "7-2",
            "E /flows/F2/peopleKnow",
            ["""/flows/F2/peopleKnow = "Asked" """],
            ["""/flows/F2/peopleKnow = "ToldAfter" """]
        ),
        Case(
            "DSA-138",
            "7-2",
            "E /flows/F1/peopleKnow; E /flows/F1/peopleKnow; E /flows/F1/peopleKnow", // it rests on consent, and neither notice excuses
            ["""/flows/F1/peopleKnow = "NotTold" """],
            ["""/flows/F1/peopleKnow = "ToldBefore" """]
        ),
        Case(
            "DSA-138",
            "7-2",
            "E /flows/F2/peopleKnow",
            ["""/flows/F2/peopleKnow = "NotTold" """, """/privacyNotices/N1/exemption = "EX-S2-2" """],
            [
                """/flows/F2/peopleKnow = "NotTold" """,
                """/privacyNotices/N1/exemption = "EX-S2-2" """,
                """/privacyNotices/N2/exemption = "DPA 2018 Sch 2 para 2" """,
            ]
        ),
        Case(
            "DSA-139",
            "7-6",
            "W /datasets/D1/identifiability",
            ["/datasets/D1/fields/licenceNumber/directIdentifier = false"],
            ["/datasets/D1/fields/licenceNumber/directIdentifier = false", """/datasets/D1/identifiability = "Pseudonymised" """]
        ),
        Case(
            "DSA-144",
            "7-2",
            "E /rights/objection/exemption",
            ["""/rights/objection = {"by": "NotApplicable", "exemption": "EX-S2-16", "reason": "It would identify who told us."}"""],
            ["""/rights/access = {"by": "NotApplicable", "exemption": "EX-S2-16", "reason": "It would identify who told us."}"""]
        ),
        Case(
            "DSA-144",
            "7-2",
            "E /rights/access/reason",
            ["""/rights/access = {"by": "NotApplicable", "exemption": "EX-S2-16"}"""],
            ["""/rights/access = {"by": "NotApplicable"}"""]
        ),
        Case(
            "DSA-144",
            "7-2",
            "W /rights/access/exemption",
            ["""/rights/access/exemption = "EX-S2-16" """],
            ["""/rights/access/reason = "Nothing is exempt." """]
        ),
        // The agreement as a whole
        Case("DSA-145", "7-2", "E /areas", ["""/areas = ["Kirklees"]"""], ["""/areas = ["E08000034"]"""]),
        Case(
            "DSA-145",
            "7-2",
            "E /areas",
            ["""/areas = ["W06000001", "E08000034"]"""],
            ["""/areas = ["W06000001", "E08000034", "K02000001"]""", """/jurisdictions = ["GB"]"""]
        ),
        Case(
            "DSA-146",
            "7-2",
            "W /leadParty",
            ["""/leadParty = "CHY" """, """/parties/CHY/roles = ["Processor"]"""],
            ["""/leadParty = "KMC" """, """/parties/CHY/roles = ["Processor"]"""]
        ),
        Case(
            "DSA-147",
            "7-2",
            "E /parentAgreement",
            ["""/inherits = ["Security"]"""],
            ["""/parentAgreement = "DSA-2026-000001" """, """/inherits = ["Security"]"""]
        ),
        Case(
            "DSA-147",
            "7-2",
            "E /parentHash",
            ["""/parentHash = "0f3a" """],
            [$"/parentHash = \"{new string('a', 32)}{new string('4', 32)}\""]
        ),
        Case(
            "DSA-148",
            "7-2",
            "W /execution/witnesses",
            ["""/execution = {"asDeed": true}"""],
            ["""/execution = {"asDeed": true, "witnesses": "The clerk of each council"}"""]
        ),
        Case(
            "DSA-149",
            "7-2",
            "W /expectedOutputs/X1/dueOn",
            ["""/expectedOutputs = [{"id": "X1", "name": "Report", "dueOn": "2029-10-01"}]"""],
            ["""/expectedOutputs = [{"id": "X1", "name": "Report", "dueOn": "2029-09-30"}]"""]
        ),
        Case(
            "DSA-149",
            "7-2",
            "W /expectedOutputs/X1/dueOn",
            ["""/expectedOutputs = [{"id": "X1", "dueOn": "2026-09-30"}]"""],
            ["""/expectedOutputs = [{"id": "X1", "name": "Report"}]"""]
        ),
    ];

    private static RuleCase Case(string rule, string sample, string finds, Change[] fires, Change[] near) =>
        new(rule, sample, finds, fires, near) { Book = 2 };
}
