using static DataSharing.Domain.Tests.Rules.Change;

namespace DataSharing.Domain.Tests.Rules;

/// <summary>What a reading by fresh eyes found in the rules of law book 2, as pairs.</summary>
internal static class ReadAgainCase
{
    // A list as book 1 has it, in a book that an installation made of book 1 itself: for one objective, and not closed.
    private const string OwnList = """
        {"specifiedOnly": null, "listIncompleteFor": null, "senders": null, "recipients": null, "openTo": ["Department"],
        "specifiedPersons": [{"organisation": "POLICE-UK:west-yorkshire", "name": "West Yorkshire Police", "side": "Both", "purposeCode": "MultipleDisadvantages"}]}
        """;

    // Each side is listed for an objective of its own.
    private const string Apart = """
        {"specifiedOnly": true, "listIncompleteFor": null, "senders": null, "recipients": null,
        "specifiedPersons": [
            {"organisation": "GOVUK-SLUG:*", "name": "Departments", "side": "Sender", "purposeCode": "MultipleDisadvantages"},
            {"organisation": "POLICE-UK:*", "name": "Police", "side": "Sender", "purposeCode": "MultipleDisadvantages"},
            {"organisation": "ONS-GSS:*", "name": "Councils", "side": "Recipient", "purposeCode": "FuelPoverty"}]}
        """;

    private static string Together => Apart.Replace("FuelPoverty", "MultipleDisadvantages", StringComparison.Ordinal);

    public static RuleCase[] All { get; } =
    [
        Case(
            "DSA-048",
            "7-5",
            "E /legalLines/L1/gateways/G1; E /legalLines/L1/gateways/G1; E /legalLines/L2/gateways/G1", // only the police are in it
            [Book("GW-DEA35", OwnList)],
            [Book("GW-DEA35", OwnList), """/purposes/P1/gatewayPurposeCode = ["FuelPoverty"]"""]
        ),
        Case(
            "DSA-048",
            "7-5",
            "E /legalLines/L1/gateways/G1; E /legalLines/L2/gateways/G1",
            [Book("GW-DEA35", Apart), """/purposes/P1/gatewayPurposeCode = ["MultipleDisadvantages", "FuelPoverty"]"""],
            [Book("GW-DEA35", Together), """/purposes/P1/gatewayPurposeCode = ["MultipleDisadvantages", "FuelPoverty"]"""]
        ),
        Case(
            "DSA-048",
            "7-5",
            "E /legalLines/L1/gateways/G1; E /legalLines/L1/gateways/G1", // two benefit departments of Northern Ireland, and no paragraph
            [
                """/legalLines/L1/gateways/G1/code = "GW-WRA127" """,
                "/legalLines/L2 =",
                .. OfNorthernIreland("DWP"),
                .. OfNorthernIreland("LCC"),
            ],
            [
                """/legalLines/L1/gateways/G1/code = "GW-WRA127" """,
                "/legalLines/L2 =",
                """/legalLines/L1/gateways/G1/citationDetail = "paragraph 3 of the Schedule" """,
                .. OfNorthernIreland("DWP"),
                .. OfNorthernIreland("LCC"),
            ]
        ),
        Case(
            "DSA-110",
            "7-2",
            "E /legalLines/L1/gateways/G1",
            ["""/legalLines/L1/gateways = [{"id": "G1", "code": "GW-NFI14"}]""", "/datasets/D1/isCPI = true"],
            [
                """/legalLines/L1/gateways = [{"id": "G1", "code": "GW-NFI14"}]""",
                "/datasets/D1/isCPI = true",
                """/parties/KMC/sector = "Health" """,
            ]
        ),
        Case(
            "DSA-110",
            "7-2",
            "E /legalLines/L1/gateways/G1", // a duty about something else is no other power
            [
                """/legalLines/L1/gateways = [{"id": "G1", "code": "GW-NFI14"}, {"id": "G2", "code": "GW-HSCA251A"}]""",
                "/datasets/D1/isCPI = true",
            ],
            [
                """/legalLines/L1/gateways = [{"id": "G1", "code": "GW-NFI14"}, {"id": "G2", "code": "GW-CARE6"}]""",
                "/datasets/D1/isCPI = true",
            ]
        ),
        Case(
            "DSA-053",
            "7-4",
            "W /legalLines/L2/legalAdviceRef",
            [
                """/legalLines/L2/gateways = [{"id": "G1", "code": "GW-NHS82"}, {"id": "G2", "code": "GW-HSCA251A"}]""",
                Book("GW-NHS82", """{"types": ["Implied"]}"""),
            ],
            [
                """/legalLines/L2/gateways = [{"id": "G1", "code": "GW-NHS82"}, {"id": "G2", "code": "GW-HSCA251B"}]""",
                Book("GW-NHS82", """{"types": ["Implied"]}"""),
            ]
        ),
        // What is missing at a citation is said once.
        Case(
            "DSA-117",
            "7-2",
            "E /legalLines/L1/gateways/G1/citationDetail",
            ["""/legalLines/L1/gateways = [{"id": "G1", "code": "GW-CARE45"}]"""],
            ["""/legalLines/L1/gateways = [{"id": "G1", "code": "GW-CARE45", "citationDetail": "The request of 1 September"}]"""]
        ),
        Case(
            "DSA-047",
            "7-2",
            "E /legalLines/L1/gateways",
            ["""/legalLines/L1/gateways = [{"id": "G1", "code": "GW-COURT"}]"""],
            ["""/legalLines/L1/gateways = [{"id": "G1", "code": "GW-CARE45"}]"""]
        ),
        Case("DSA-125", "7-4", "E /parties/CHY/roles", [.. SubProcessor, Purpose9, """/flows/F9/purposeIds = ["P9"]"""], SubProcessor),
        Case(
            "DSA-129",
            "7-2",
            "E /legalLines/L2/s1/C1",
            [.. DecidesAlone, """/legalLines/L2/s1/- = {"id": "C2", "code": "S1-02"}"""],
            [.. DecidesAlone, """/legalLines/L2/s1/- = {"id": "C2", "code": "S1-18"}"""]
        ),
        Case(
            "DSA-135",
            "7-2",
            "W /privacyNotices/N1/exemption",
            ["""/privacyNotices/N1/exemption = "DPA 2018 Schedule 2 Part 1 paragraphs 2 and 3" """],
            ["""/privacyNotices/N1/exemption = "DPA 2018 Schedule 2 Part 2 paragraph 7" """]
        ),
        Case(
            "DSA-078",
            "7-5",
            "E /privacyNotices/N2/url",
            ["/privacyNotices/N2/url =", """/privacyNotices/N2/exemption = "ex-s2-16" """],
            ["/privacyNotices/N2/url =", """/privacyNotices/N2/exemption = "ex- s2-5" """]
        ),
    ];

    private const string Purpose9 = """/purposes/- = {"id": "P9", "code": "Audit"}""";

    private static Change[] SubProcessor =>
        [
            """/parties/- = {"id": "CHY", "orgId": "GB-COH:09999999", "name": "Hosting Ltd", "roles": ["SubProcessor"]}""",
            """/flows/- = {"id": "F9", "from": "SUP", "to": "CHY", "datasetId": "D1", "purposeIds": ["P1"], "mode": "Bulk"}""",
        ];

    private static Change[] DecidesAlone =>
        [
            """/adm = {"solelyAutomated": true, "significant": true, "contractOrLaw": true, "decisionMaker": ["CHY"]}""",
            """/legalLines/L2/art9 = ["A9-G", "A9-H"]""",
            """/legalLines/L2/s1/C1/code = "S1-06" """,
            """/legalLines/L2/dutyCitation = "Care Act 2014 s79" """,
        ];

    private static Change[] OfNorthernIreland(string party) =>
        [$"/parties/{party}/jurisdiction = \"NI\"", $"/parties/{party}/orgId = \"GB-NIC:{party}\"", $"/parties/{party}/identifiers = []"];

    private static RuleCase Case(string rule, string sample, string finds, Change[] fires, Change[] near) =>
        new(rule, sample, finds, fires, near) { Book = 2 };
}
