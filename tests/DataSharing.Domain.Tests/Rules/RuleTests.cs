using System.Text.Json.Nodes;
using DataSharing.Domain.Content;
using DataSharing.Domain.Rules;

namespace DataSharing.Domain.Tests.Rules;

public class RuleTests
{
    // Who says so, and how loudly: E error, W warning, I information; L law, C code, P policy. A row with two is two rules.
    private const string SeveritiesAndSources = """
        001 E P   002 E L   003 E C   004 E LP  005 E L   006 W C   007 W L   008 E L   009 E P   010 W P
        011 E C   012 W C   013 E L   014 E L   015 E L   016 E L   017 E L   018 E L   019 E P   020 E L
        021 E L   022 E L   023 E L   024 E L   025 E C   026 E L   027 E L   028 E L   029 W C   030 W C
        031 E C   032 W L   033 E L   034 E L   035 E LP  036 E L   037 E L   038 E L   039 E L   040 E L
        041 E L   042 E L   043 E L   044 W L   045 E L   046 E L   047 E L   048 EW L  049 E L   050 E L
        051 E L   052 E C   053 W P   054 E L   055 E L   056 E L   057 E C   058 E L   059 E C   060 W C
        061 W C   062 W C   063 E C   064 E C   065 E C   066 W C   067 E C   068 E P   069 W C   070 W P
        071 E L   072 E L   073 E C   074 E L   075 E L   076 E L   077 W C   078 E L   079 W P   080 EW P
        081 E P   082 E C   083 E L   084 W C   085 EW C  086 E C   087 W C   088 E L   089 EW L  090 E LP
        091 EW C  092 E C   093 E P   094 EW C  095 E P   096 E P   097 E C   098 W C   099 E P   100 E P
        101 EW P  102 I P   103 W C   104 W C   105 I C   106 W L   107 W C   108 E L   109 E L   110 E L
        111 E L   112 E L   113 E P   114 EW L  115 E L   116 E L   117 EW L  118 EW L  119 E C   120 EW P
        121 EW LC 122 W L   123 EW LC 124 W L   125 E L   126 EW LC 127 W L   128 W L   129 EW L  130 EW L
        131 EW P  132 E L   133 E L   134 W P   135 W C   138 E L   139 W P   140 W C
        141 W C   142 W P   143 W C   144 EW L  145 E P   146 W P   147 E P   148 W C   149 W P   150 E P
        """;

    // A list that has no body for an objective no longer lets everybody pass; kinds of bodies stand beside a list; and data may not be kept
    // for ever.
    private static readonly HashSet<string> ChangedBySecondBook =
    [
        """DSA-048 on 7-5: /parties/DWP/orgId = "GOVUK-SLUG:x" ; /parties/DWP/identifiers = []""",
        """DSA-048 on 7-2: GW-LOC1 is {"specifiedPersons": [{"organisation": "GB-CHC:0000000", "name": "Homefield", "side": "Sender"}]}""",
        """DSA-048 on 7-2: GW-LOC1 is {"specifiedPersons": [{"organisation": "ONS-GSS:E08000034", "name": "Kirklees", "side": "Sender", "validTo": "2026-09-30"}]}""",
        """DSA-091 on 7-1: /retention/R1/period = "Indefinite" """,
    ];

    private const string SkippedWithoutPersonalData =
        "002, 004, 005, 007, 008, 014–046, 059–062, 065, 067–079, 082–090, 094, 106, 108, 109, 111, 120, 121, 123–131, 135, 138, 139, 141–144";

    private static readonly Dictionary<(string Sample, int Book), IReadOnlyList<Finding>> Unchanged = (
        from number in Sample.Numbers
        from book in new[] { 1, 2 }
        select (number, book)
    ).ToDictionary(x => x, x => Sample.Of(x.number, x.book).Check());

    public static TheoryData<RuleCase> Cases => [.. RuleCase.All];

    /// <summary>What the first book finds, the second finds as well, unless the second reading of the law changed that very rule.</summary>
    public static TheoryData<RuleCase> KeptCases =>
        [.. RuleCase.FirstBook.Where(@case => !ChangedBySecondBook.Contains(@case.ToString())).Select(@case => @case with { Book = 2 })];

    /// <summary>It finds exactly what is wrong and where, and nothing on a near miss; and it says so without placeholders, about a place that there is, and once.</summary>
    [Theory]
    [MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public void A_rule_finds_what_is_wrong_and_nothing_else(RuleCase @case)
    {
        var findings = Sample.Of(@case.Sample, @case.Book).With(@case.Fires).Check();

        Assert.Multiple(
            () => Assert.Empty(Found(@case, Unchanged[(@case.Sample, @case.Book)])),
            () => Assert.Equal(@case.Finds, string.Join("; ", Found(@case, findings))),
            () =>
                Assert.DoesNotContain(
                    Found(@case, Sample.Of(@case.Sample, @case.Book).With(@case.Near).Check()),
                    found => @case.Severities.Contains(found[0])
                ),
            () => Assert.All(findings, finding => AssertItPointsIntoTheAgreementAndSpeaks(finding, @case.Book)),
            () => AssertNoTwoAreTheSame(findings)
        );
    }

    [Theory]
    [MemberData(nameof(KeptCases), DisableDiscoveryEnumeration = true)]
    public void A_rule_finds_by_the_second_book_what_it_found_by_the_first(RuleCase @case) =>
        A_rule_finds_what_is_wrong_and_nothing_else(@case);

    /// <summary>A near miss that changes nothing is none here. A rule with two severities is two.</summary>
    [Fact]
    public void Every_rule_has_a_case_and_a_near_miss_for_each_of_its_severities()
    {
        var rules = AgreementRules.All.Select(rule => $"{rule.Id} {rule.Severity.ToString()[0]}").Distinct();
        var pairs = RuleCase
            .All.Where(@case => @case.Near.Length > 0)
            .SelectMany(@case => @case.Severities.Select(severity => $"{@case.Rule} {severity}"))
            .ToHashSet();

        Assert.Empty(rules.Except(pairs));
        Assert.Empty(pairs.Except(rules));
    }

    /// <summary>An id may be declared in several parts.</summary>
    [Fact]
    public void Every_part_of_a_rule_fires_in_some_case()
    {
        var readings = RuleCase.All.ToLookup(@case => @case.Rule, @case => Sample.Of(@case.Sample, @case.Book).With(@case.Fires).Read());

        Assert.Empty(
            AgreementRules
                .All.Where(rule => !readings[rule.Id].Any(agreement => rule.Check(agreement).Any()))
                .Select(rule => $"{rule.Id} {rule.Message}")
        );
    }

    [Fact]
    public void Every_rule_has_the_severity_and_the_source_of_the_table()
    {
        var cells = SeveritiesAndSources.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Chunk(3);
        var expected = cells.Select(cell => $"DSA-{cell[0]} {cell[1]} {cell[2]}");
        var actual = AgreementRules
            .All.GroupBy(r => r.Id)
            .Select(rules => $"{rules.Key} {Letters(rules.Select(r => r.Severity))} {Letters(rules.Select(r => r.Source))}");

        Assert.Equal(expected, actual);
    }

    [Fact]
    public void Without_personal_data_exactly_these_rules_are_skipped()
    {
        var expected = SkippedWithoutPersonalData
            .Split(", ")
            .SelectMany(part => part.Split('–') is [var from, var to] ? Range(from, to) : [part])
            .Select(number => $"DSA-{number}");
        var rules = AgreementRules.All.GroupBy(r => r.Id).ToArray();

        Assert.Equal(expected, rules.Where(g => g.All(r => r.OnlyForPersonalData)).Select(g => g.Key));
        Assert.All(rules, g => Assert.Single(g.Select(r => r.OnlyForPersonalData).Distinct()));
    }

    [Fact]
    public void A_rule_of_law_cites_it() =>
        Assert.All(AgreementRules.All.Where(r => r.Source is not RuleSource.Policy), rule => Assert.NotEmpty(rule.Law));

    [Fact]
    public void A_finding_about_a_gateway_cites_the_gateway()
    {
        var finding = Assert.Single(
            Sample.Of("7-2").With("""/legalLines/L1/gateways/G1/code = "GW-LGEW24" """).Check(),
            f => f.RuleId == "DSA-050"
        );

        Assert.Equal(["Local Government and Elections (Wales) Act 2021 s24"], finding.Law);
        Assert.Equal(
            "General power of competence in Wales (GW-LGEW24) does not apply in England, where Kirklees Council is. Cite a power that does.",
            finding.Message
        );
    }

    [Fact]
    public void A_finding_about_a_gateway_that_is_not_in_force_says_on_which_day()
    {
        var finding = Assert.Single(
            Sample.Of("7-2").With("""/legalLines/L1/gateways/G1/code = "GW-CA04-16LA" """).Check(),
            f => f.RuleId == "DSA-050"
        );

        Assert.EndsWith("(GW-CA04-16LA) is not in force on 1 October 2026. Choose one that is.", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "CR1",
        "Price comparison websites sends or receives data but is not a party or a permitted recipient. Add it there, or choose another."
    )]
    [InlineData("ZZ9", "ZZ9 sends or receives data but is not a party or a permitted recipient. Add it there, or choose another.")]
    public void A_receiver_that_is_no_party_is_named_as_people_name_it(string to, string message) =>
        Assert.Equal(
            [message],
            Sample.Of("7-6").With($"/flows/F1/to = \"{to}\"").Check().Where(f => f.RuleId == "DSA-003").Select(f => f.Message)
        );

    [Theory]
    [InlineData("HMRC", "CRCA 2005 ss18 to 19")]
    [InlineData("DWP", "SSAA 1992 s123")]
    [InlineData("Statistics", "SRSA 2007 s39")]
    [InlineData("DEA", "DEA 2017 ss40 to 41, 49 to 50, 57 to 58 and 66")]
    [InlineData("Other", "The law that protects it")]
    public void A_finding_about_a_bar_cites_that_bar(string bar, string citation)
    {
        var finding = Assert.Single(Sample.Of("7-2").With($"/datasets/D1/statutoryBar = \"{bar}\"").Check(), f => f.RuleId == "DSA-058");

        Assert.Equal([citation], finding.Law);
    }

    [Fact]
    public void A_finding_about_a_route_cites_that_route()
    {
        var finding = Assert.Single(
            Sample.Of("7-2").WithEntry("CLDC-EXPL", route => route["extent"] = new JsonArray("Scotland")).Check(),
            f => f.RuleId == "DSA-112"
        );

        Assert.Equal(
            "Explicit consent to the disclosure (CLDC-EXPL) applies in Scotland only, and Kirklees Council is not said to be there. Choose another route.",
            finding.Message
        );
        Assert.Equal(["Common law duty of confidentiality"], finding.Law);
    }

    [Fact]
    public void A_missing_assessment_is_told_once_with_why_and_for_whom()
    {
        var finding = Assert.Single(
            Sample.Of("7-1").With("/dpia = []", """/datasets/D1/fields/nino/specialCategory = "Health" """).Check(),
            f => f.RuleId == "DSA-071"
        );

        Assert.EndsWith(
            "Not covered yet: Electoral Registration Officer, Bristol City Council; Ministry of Housing, Communities and Local Government; Department for Work and Pensions.",
            finding.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Retention_that_is_not_recorded_is_told_once_for_each_holder_with_all_its_data() =>
        Assert.Equal(
            [
                "Say how long each organisation keeps the data, what starts the clock, and how deletion is proved. Nothing is recorded for what Kirklees Council holds of: Referral record, Safeguarding concern.",
                "Say how long each organisation keeps the data, what starts the clock, and how deletion is proved. Nothing is recorded for what Homefield Support holds of: Referral record, Safeguarding concern.",
            ],
            Sample.Of("7-2").With("/retention = []").Check().Where(f => f.RuleId == "DSA-090").Select(f => f.Message)
        );

    // What the book says of a provision decides, not its code: a flag that an administrator sets on another is enforced.
    [Theory]
    [InlineData("A6-C", """{"closedToPublicTasks": true}""", """/legalLines/L1/art6 = "A6-C" """, "DSA-021")]
    [InlineData(
        "A6-C",
        """{"closedToPublicTasks": true, "needsRecognisedInterest": true}""",
        """/legalLines/L1/art6 = "A6-C" """,
        "DSA-022"
    )]
    [InlineData("A6-C", """{"needsRecognisedInterest": true}""", """/legalLines/L1/art6 = "A6-C" """, "DSA-023")]
    [InlineData(
        "PL-TEST",
        """{"onlyWhenCollectedWithConsent": true}""",
        """/purposes/P1/compatibilityRoute = "PL-TEST"; /purposes/P1/originalBasis = "A6-E" """,
        "DSA-017"
    )]
    [InlineData("CLDC-OPI", """{"extent": ["Scotland"]}""", """/legalLines/L1/confidentiality = {"code": "CLDC-OPI"}""", "DSA-112")]
    public void A_flag_of_the_book_is_read_by_its_rule(string code, string flags, string changes, string rule)
    {
        var sample = Sample.Of("7-2").With(changes.Split(';'));
        Assert.DoesNotContain(rule, sample.Check().Select(finding => finding.RuleId));

        sample.WithEntry(
            code,
            entry =>
            {
                foreach (var (name, value) in JsonNode.Parse(flags)!.AsObject())
                {
                    entry[name] = value!.DeepClone();
                }
            }
        );

        Assert.Contains(rule, sample.Check().Select(finding => finding.RuleId));
    }

    [Fact]
    public void Errors_come_first()
    {
        var severities = Sample.Of("7-4").With("/laySummary =", "/adm =").Check().Select(f => f.Severity).ToArray();

        Assert.Equal([Severity.Error, Severity.Warning], severities.Distinct());
    }

    [Fact]
    public void An_empty_agreement_can_be_checked() => Assert.Contains("DSA-001", AgreementRules.Check(Empty()).Select(f => f.RuleId));

    [Fact]
    public void An_empty_agreement_is_not_praised_for_having_no_personal_data() =>
        Assert.DoesNotContain("DSA-105", AgreementRules.Check(Empty()).Select(f => f.RuleId));

    [Fact]
    public void A_dataset_that_does_not_say_how_identifiable_it_is_counts_as_personal() =>
        Assert.Contains(
            "DSA-020",
            Fired(Sample.Of("7-2").With("/datasets/D1/identifiability =", "/datasets/D2/identifiability =", "/legalLines/L1 ="))
        );

    [Fact]
    public void One_finding_names_each_offending_party()
    {
        var findings = Sample.Of("7-2").With("/legalLines/L1 =", "/legalLines/L2 =").Check().Where(f => f.RuleId == "DSA-020");

        Assert.Equal(
            [
                "Homefield Support has no lawful basis recorded for receiving and using data for \"Provide the support agreed in the person's own care and support plan.\". Add a legal line for it.",
                "Kirklees Council has no lawful basis recorded for disclosing data for \"Provide the support agreed in the person's own care and support plan.\". Add a legal line for it.",
            ],
            findings.Select(f => f.Message).Order()
        );
    }

    [Theory]
    [InlineData("UKGDPR", RuleSource.Policy)]
    [InlineData("Part3", RuleSource.Law)]
    public void A_contact_point_is_policy_under_the_UK_GDPR_and_law_under_Part_3(string regime, RuleSource source)
    {
        var findings = Sample.Of("7-4").With("/parties/MFT/art26/contactPoint =", $"""/legalLines/L2/regime = "{regime}" """).Check();

        Assert.Equal([source], findings.Where(f => f.Path == "/parties/MFT/art26/contactPoint").Select(f => f.Source));
    }

    [Theory]
    [InlineData("/parties/CHY/apd = []", RuleSource.Law)]
    [InlineData("""/parties/CHY/apd/PD1/reviewDue = "2026-08-31" """, RuleSource.Policy)]
    public void A_missing_policy_document_is_against_the_law_and_an_overdue_one_against_policy(string change, RuleSource source) =>
        Assert.Equal([source], Sample.Of("7-2").With(change).Check().Where(f => f.RuleId == "DSA-035").Select(f => f.Source));

    [Theory]
    [InlineData(Moment.Save, false, false)]
    [InlineData(Moment.Submit, false, false)]
    [InlineData(Moment.Signature, false, true)]
    [InlineData(Moment.Signature, true, false)]
    public void An_assessment_that_awaits_approval_passes_until_signature(Moment moment, bool approvedByStage, bool fires)
    {
        var sample = Sample.Of("7-1").With("""/dpia/DPIA1/status = "AwaitingApproval" """);
        sample.Circumstances = sample.Circumstances with { Moment = moment, DpiasApprovedByStage = approvedByStage ? ["DPIA1"] : [] };

        Assert.Equal(fires, Fired(sample).Contains("DSA-071"));
    }

    [Theory]
    [InlineData(Moment.Submit, null, false)]
    [InlineData(Moment.Signature, null, true)]
    [InlineData(Moment.Signature, "A. Owner", false)]
    public void Who_approved_a_withholding_is_asked_for_at_signature(Moment moment, string? approvedBy, bool fires)
    {
        var sample = Sample.Of("7-2").With("""/register/decision = "Withhold" """, """/register/reason = "Safety of staff" """);
        sample.Circumstances = sample.Circumstances with { Moment = moment, WithholdingApprovedBy = approvedBy };

        Assert.Equal(fires, Fired(sample).Contains("DSA-081"));
    }

    [Theory]
    [InlineData("2026-06-18", false)]
    [InlineData("2026-06-19", true)]
    public void A_complaints_route_is_law_from_19_June_2026(string today, bool fires)
    {
        var sample = Sample.Of("7-2").With("/parties/CHY/complaintsRoute =");
        sample.Circumstances = sample.Circumstances with { Today = DateOnly.Parse(today, null) };

        Assert.Equal(fires, Fired(sample).Contains("DSA-083"));
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("2026-10-01", false)]
    [InlineData("2026-10-02", true)]
    public void A_start_is_measured_by_the_final_approval_or_else_by_today(string? approved, bool fires)
    {
        var sample = Sample.Of("7-2");
        sample.Circumstances = sample.Circumstances with
        {
            Today = new DateOnly(2026, 10, 2),
            FinalApprovalDate = approved is null ? null : DateOnly.Parse(approved, null),
        };

        Assert.Equal(fires, Fired(sample).Contains("DSA-096"));
    }

    [Theory]
    [InlineData("GB-COH:00000002", null, PurposeCode.Insurance, false)]
    [InlineData("GB-COH:00000002", null, PurposeCode.Research, true)]
    [InlineData(null, "price comparison websites", PurposeCode.Insurance, false)]
    [InlineData("GB-COH:99999999", null, PurposeCode.Insurance, true)]
    [InlineData(null, "Employers", PurposeCode.Insurance, true)]
    [InlineData(null, null, PurposeCode.Insurance, true)]
    public void An_access_request_must_keep_to_agreed_recipients_and_purposes(
        string? organisation,
        string? name,
        PurposeCode purpose,
        bool fires
    )
    {
        var sample = Sample.Of("7-6");
        sample.Circumstances = sample.Circumstances with { Request = new AccessRequest(organisation, name, purpose) };

        Assert.Equal(fires, Fired(sample).Contains("DSA-093"));
    }

    [Fact]
    public void An_access_request_is_known_by_any_identifier_of_a_party()
    {
        var sample = Sample.Of("7-5");
        sample.Circumstances = sample.Circumstances with
        {
            Request = new AccessRequest("GB-LAE:LDS", null, PurposeCode.PublicServiceDelivery),
        };

        Assert.DoesNotContain("DSA-093", Fired(sample));
    }

    [Theory]
    [InlineData("2026-09-30", "2026-10-01", true)]
    [InlineData("2026-10-01", "2026-10-01", false)]
    [InlineData("2026-09-19", "2026-09-01", true)]
    [InlineData("2026-09-20", "2026-09-01", false)]
    public void The_law_of_the_start_date_counts_or_todays_if_that_is_later(string lastDayOfTheLaw, string start, bool fires)
    {
        var sample = Sample
            .Of("7-2")
            .With($"""/startDate = "{start}" """)
            .WithEntry("GW-LOC1", gateway => gateway["validTo"] = lastDayOfTheLaw);
        sample.Circumstances = sample.Circumstances with { Today = new DateOnly(2026, 9, 20) };

        Assert.Equal(fires, Fired(sample).Contains("DSA-050"));
    }

    private static void AssertItPointsIntoTheAgreementAndSpeaks(Finding finding, int book)
    {
        Assert.NotNull(ContentShape.PatternOf(finding.Path));
        Assert.DoesNotContain('{', finding.Message);
        Assert.Equal(book, finding.LawBookNumber);
    }

    /// <summary>Else one would hide another in the checks of what is in force.</summary>
    private static void AssertNoTwoAreTheSame(IReadOnlyList<Finding> findings) =>
        Assert.Empty(
            findings
                .Where(finding => finding.Severity is not Severity.Info)
                .GroupBy(finding => finding.Key)
                .Where(same => same.Count() > 1)
                .Select(same => string.Join(" = ", same))
        );

    private static IEnumerable<string> Found(RuleCase @case, IReadOnlyList<Finding> findings) =>
        findings.Where(finding => finding.RuleId == @case.Rule).Select(finding => $"{finding.Severity.ToString()[0]} {finding.Path}");

    private static IReadOnlyCollection<string> Fired(Sample sample) => [.. sample.Check().Select(f => f.RuleId)];

    private static Reading Empty() => new(new AgreementContent(), Criteria.First, new Circumstances { Today = new DateOnly(2026, 9, 1) });

    private static string Letters<T>(IEnumerable<T> values)
        where T : struct, Enum => string.Concat(values.Distinct().Order().Select(value => value.ToString()[0]));

    private static IEnumerable<string> Range(string from, string to)
    {
        var first = int.Parse(from, null);
        return Enumerable.Range(first, int.Parse(to, null) - first + 1).Select(n => n.ToString("000", null));
    }
}
