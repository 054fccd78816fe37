using System.Text.Json.Nodes;
using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Rechecks;
using DataSharing.Domain.Content;
using DataSharing.Domain.Law;
using DataSharing.Domain.Organisations;
using DataSharing.Domain.Rules;
using DataSharing.Domain.Tests.Law;

namespace DataSharing.Domain.Tests.Agreements.Rechecks;

/// <summary>The council and the charity of sample 7.2, whose agreement is in force from 1 October 2026, checked again later.</summary>
public class RecheckedVersionTests
{
    private static readonly Agreement InForce = Sample();

    private const string Later = "2026-11-02";
    private const string PolicyDocumentsOverdue = "2027-06-01";

    private static Policy ShorterRetention { get; } = Policy.First with { Number = 2, LongRetentionYears = 2 };

    [Fact]
    public void What_was_accepted_at_submission_is_not_found_again()
    {
        Assert.Contains("DSA-091", InForce.Newest.Findings.Select(finding => finding.RuleId));
        Assert.Equal("", Found(Check(Later)));
        Assert.Equal("", Found(Check(Later, book: Book(2))));
    }

    [Fact]
    public void A_provision_that_the_new_book_repeals_is_found_because_of_the_law()
    {
        var found = Assert.Single(Check(Later, Book(2, Repealed)).Found);

        Assert.Equal("DSA-050 E /legalLines/L1/gateways/G2 Law Council", Describe(found));
        Assert.Equal((2, 1, InForce.Newest.Id), (found.LawBookNumber, found.PolicyNumber, found.VersionId));
        Assert.Equal((1, 1), (found.LawBookBefore, found.PolicyBefore));
        Assert.Equal(Now(Later), found.FoundAt);
        Assert.True(found.IsOpen);
    }

    [Fact]
    public void A_provision_that_lapses_by_the_same_book_is_found_because_of_the_day()
    {
        var book = Book(1, book => book.Entry("GW-LOC1")["validTo"] = "2027-01-31");

        Assert.Equal("", Found(Check("2027-01-31", book, lawBefore: book)));
        Assert.Equal("DSA-050 E /legalLines/L1/gateways/G2 Day Council", Found(Check("2027-02-01", book, lawBefore: book)));
    }

    [Fact]
    public void A_setting_that_changes_is_the_cause_of_what_it_finds()
    {
        var found = Assert.Single(Check(Later, policy: ShorterRetention).Found);

        Assert.Equal("DSA-091 W /retention/R2/period Policy Charity", Describe(found));
        Assert.Equal((1, 2), (found.LawBookNumber, found.PolicyNumber));
    }

    [Fact]
    public void Evidence_that_runs_out_is_the_cause_whoever_it_belongs_to() =>
        Assert.Equal(
            "DSA-035 E /legalLines/L3/s1/C1 Evidence Charity; DSA-035 E /legalLines/L4/s1/C1 Evidence Council; "
                + "DSA-101 E /parties/CHY/apd/PD1 Evidence Charity; DSA-101 E /parties/KMC/apd/PD1 Evidence Council; "
                + "DSA-101 W /parties/CHY/assurances/A1 Evidence Charity; DSA-101 W /parties/KMC/assurances/A1 Evidence Council",
            Found(Check(PolicyDocumentsOverdue))
        );

    /// <summary>A renewed document that no longer covers a condition: whatever rule finds it.</summary>
    [Fact]
    public void What_changed_evidence_brings_about_is_because_of_the_evidence()
    {
        var narrowed = Records.None with
        {
            Evidence = new Dictionary<string, IReadOnlyList<OrganisationEvidence>>
            {
                ["GB-CHC:0000000"] =
                [
                    OrganisationEvidence.Of(
                        OrganisationEvidenceKind.PolicyDocument,
                        null,
                        new EvidenceTerm("APD-CHY-2026", new DateOnly(2028, 5, 31)) { Covers = ["S1-08"] }
                    ),
                ],
            },
        };

        Assert.Equal(
            "DSA-035 E /legalLines/L3/s1/C1 Evidence Charity",
            Found(Check(Later, records: narrowed, reason: RecheckReason.Evidence))
        );
        Assert.Equal(
            "DSA-091 W /retention/R2/period Policy Charity",
            Found(Check(Later, policy: ShorterRetention, reason: RecheckReason.Evidence))
        );
    }

    [Fact]
    public void When_law_policy_and_day_change_at_once_each_finding_has_its_own_cause()
    {
        var book = Book(2, Repealed);

        Assert.Equal(
            "DSA-050 E /legalLines/L1/gateways/G2 Law Council; DSA-091 W /retention/R2/period Policy Charity; "
                + "DSA-101 W /parties/CHY/apd/PD1 Evidence Charity; DSA-101 W /parties/KMC/apd/PD1 Evidence Council",
            Found(Check("2027-04-01", book, ShorterRetention))
        );
    }

    [Fact]
    public void What_is_open_is_not_found_twice()
    {
        var before = Check(PolicyDocumentsOverdue).Found;

        var again = Check("2027-06-02", open: before);

        Assert.Equal("DSA-079 W /privacyNotices/N1 Evidence Council; DSA-079 W /privacyNotices/N2 Evidence Charity", Found(again));
        Assert.Empty(again.Cleared);
    }

    [Fact]
    public void What_is_renewed_is_cleared()
    {
        var open = Check(PolicyDocumentsOverdue).Found;
        var renewed = Records.None with
        {
            Evidence = new Dictionary<string, IReadOnlyList<OrganisationEvidence>>
            {
                ["GB-CHC:0000000"] =
                [
                    OrganisationEvidence.Of(
                        OrganisationEvidenceKind.PolicyDocument,
                        null,
                        new EvidenceTerm("APD-CHY-2026", new DateOnly(2028, 5, 31))
                    ),
                ],
            },
        };

        var again = Check(PolicyDocumentsOverdue, records: renewed, open: open);

        Assert.Equal(
            "DSA-035 /legalLines/L3/s1/C1; DSA-101 /parties/CHY/apd/PD1",
            string.Join("; ", again.Cleared.Select(finding => $"{finding.RuleId} {finding.Path}"))
        );
        Assert.Equal("", Found(again));
    }

    [Fact]
    public void What_becomes_worse_is_another_finding()
    {
        var warned = Check("2027-05-31").Found;
        Assert.Contains(warned, finding => Describe(finding) == "DSA-101 W /parties/CHY/apd/PD1 Evidence Charity");

        var again = Check(PolicyDocumentsOverdue, open: warned);

        Assert.Contains("DSA-101 E /parties/CHY/apd/PD1 Evidence Charity", Found(again), StringComparison.Ordinal);
        Assert.Contains(again.Cleared, finding => Describe(finding) == "DSA-101 W /parties/CHY/apd/PD1 Evidence Charity");
    }

    /// <summary>Accepted for one year is not accepted for the next.</summary>
    [Fact]
    public void A_warning_that_was_accepted_is_found_again_at_another_date()
    {
        var agreement = Sample("""/parties/CHY/assurances/A1/validTo = "2026-10-15" """);
        Assert.Contains(agreement.Newest.Findings, finding => finding is { RuleId: "DSA-101", Severity: Severity.Warning });
        Assert.Equal("", Found(Check("2026-10-02", agreement: agreement)));

        var renewed = Kept("2026-11-15");

        Assert.Equal(
            "DSA-101 W /parties/CHY/assurances/A1 Evidence Charity",
            Found(Check("2026-10-02", records: renewed, agreement: agreement))
        );
    }

    [Fact]
    public void What_is_renewed_to_a_day_that_is_near_as_well_is_told_with_the_new_day()
    {
        var agreement = Sample("""/parties/CHY/assurances/A1/ref = "8J1" """);
        var open = Check("2027-05-01", records: Kept("2027-05-15"), agreement: agreement)
            .Found.Where(finding => finding.Path.StartsWith("/parties/CHY/ass", StringComparison.Ordinal))
            .ToList();
        Assert.Contains("15 May 2027", Assert.Single(open).Message, StringComparison.Ordinal);

        var again = Check("2027-05-01", records: Kept("2027-06-01"), open: open, agreement: agreement);

        Assert.Equal(open, again.Cleared);
        Assert.Contains(
            "1 June 2027",
            Assert.Single(again.Found, finding => finding.Path == open[0].Path).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Of_several_documents_at_one_place_each_is_found_and_cleared_by_itself()
    {
        var (contract, annex) = (
            new AttachedEvidence("Contract", null, new DateOnly(2026, 11, 1)),
            new AttachedEvidence("Annex", null, new DateOnly(2026, 11, 1))
        );
        var both = Check(Later, records: Records.None with { Attached = [contract, annex] });
        Assert.Equal("DSA-101 E /endDate Evidence Council; DSA-101 E /endDate Evidence Council", Found(both));

        var again = Check(Later, records: Records.None with { Attached = [annex] }, open: both.Found);

        Assert.Equal("", Found(again));
        Assert.Contains("Contract", Assert.Single(again.Cleared).Message, StringComparison.Ordinal);
    }

    /// <summary>The database keeps one finding of a key, and a hundred characters of a name tell documents apart well enough.</summary>
    [Fact]
    public void Two_documents_whose_long_names_begin_alike_are_found_once()
    {
        var first = new AttachedEvidence(new string('x', 100) + "1", null, new DateOnly(2026, 11, 1));

        Assert.Equal(
            "DSA-101 E /endDate Evidence Council",
            Found(Check(Later, records: Records.None with { Attached = [first, first with { Title = new string('x', 100) + "2" }] }))
        );
    }

    [Fact]
    public void A_contract_with_a_processor_is_the_matter_of_whom_it_works_for()
    {
        var document = AgreementDocument.Of(
            AgreementJson.Read(
                Domain
                    .Tests.Rules.Sample.Of("7-4")
                    .With("""/parties/SUP/art28/validTo = "2026-11-01" """, """/parties/SUP/processorFor = ["MFT"]""")
                    .Content
            )
        );
        var registered = document.Content.Parties.ToDictionary(party => party.OrgId!, _ => OrganisationId.New());
        var trust = registered[document.Content.Parties.Single(party => party.Id == "MFT").OrgId!];

        var found = Check(Later, agreement: Given.InForce(document, registered), organisations: registered)
            .Found.Where(finding => finding.Path == "/parties/SUP/art28/validTo")
            .ToList();

        Assert.Equal(["DSA-005", "DSA-101"], found.Select(finding => finding.RuleId));
        Assert.All(found, finding => Assert.Equal((trust, FindingCause.Evidence), (finding.Owner, finding.Cause)));
        Assert.All(found, finding => Assert.Contains("Agree a new", finding.Message, StringComparison.Ordinal));
    }

    /// <summary>Of an agreement that nothing at all is said about any more.</summary>
    [Fact]
    public void The_last_open_finding_is_cleared_when_nothing_is_found()
    {
        var document = AgreementDocument.Of(AgreementJson.Read(Domain.Tests.Rules.Sample.Of("7-6").Content));
        var agreement = Given.InForce(document, document.Content.Parties.ToDictionary(party => party.OrgId!, _ => OrganisationId.New()));
        var open = Check(Later, policy: Policy.First with { Number = 2, TellPartnersWithinHours = 12 }, agreement: agreement).Found;

        Assert.Equal("DSA-094", Assert.Single(open).RuleId);
        Assert.Equal(open, Check(Later, open: open, agreement: agreement).Cleared);
    }

    [Fact]
    public void Information_is_no_task()
    {
        var shares = Shares.Of(InForce.Newest.Document.Content).Select(share => new SimilarAgreement(share.Share, "DSA-2026-0007"));

        Assert.Equal("", Found(Check(Later, records: Records.None with { Similar = shares.ToValueList() })));
    }

    // A change of the sample, the new book and policy, and whose matter the finding is.
    [Theory]
    [InlineData("", "DSA-094 W /security/incident/notifyPartnersWithinHours Policy Council")]
    [InlineData("", "DSA-091 W /retention/R2/period Policy Charity")]
    [InlineData(
        """/flows/F2/transfers/- = {"id": "T2", "mechanism": "TR-ADEQ", "country": "NZ"}""",
        "DSA-089 E /flows/F2/transfers/T2 Law Charity"
    )]
    [InlineData(
        """/datasets/- = {"id": "D3", "name": "Counts", "controller": "CHY", "identifiability": "Anonymous", "kThreshold": 3}; /reid = {"assessmentRef": "R", "undertaking": "U"}""",
        "DSA-064 E /datasets/D3/identifiability Policy Charity"
    )]
    public void A_finding_is_the_matter_of_the_party_it_is_about(string changes, string found)
    {
        var agreement = Sample(changes.Split(';', StringSplitOptions.RemoveEmptyEntries));
        var book = Book(2, book => book.Country("NZ")["validTo"] = "2026-11-01");
        var policy = ShorterRetention with { SmallestGroup = 4, TellPartnersWithinHours = 12 };

        Assert.Contains(found, Found(Check(Later, book, policy, agreement: agreement)), StringComparison.Ordinal);
    }

    [Fact]
    public void What_no_registered_organisation_answers_for_is_the_matter_of_who_drafted()
    {
        var known = new Dictionary<string, OrganisationId> { ["ONS-GSS:E08000034"] = Given.Council };

        Assert.Equal("DSA-091 W /retention/R2/period Policy Council", Found(Check(Later, policy: ShorterRetention, organisations: known)));
    }

    /// <summary>The charity's result of the NHS toolkit, as its organisation keeps it.</summary>
    private static Records Kept(string until) =>
        Records.None with
        {
            Evidence = new Dictionary<string, IReadOnlyList<OrganisationEvidence>>
            {
                ["GB-CHC:0000000"] =
                [
                    OrganisationEvidence.Of(
                        OrganisationEvidenceKind.SecurityAssurance,
                        AssuranceType.DSPT,
                        new EvidenceTerm(
                            "8J1",
                            DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture),
                            AssuranceLevel.StandardsMet
                        )
                    ),
                ],
            },
        };

    internal static Agreement Sample(params string[] changes) =>
        Given.InForce(
            AgreementDocument.Of(AgreementJson.Read(Domain.Tests.Rules.Sample.Of("7-2").With(changes).Content)),
            Given.Registered
        );

    internal static RecheckedVersion Check(
        string day,
        LawBook? book = null,
        Policy? policy = null,
        LawBook? lawBefore = null,
        Records? records = null,
        IReadOnlyCollection<LiveFinding>? open = null,
        Agreement? agreement = null,
        IReadOnlyDictionary<string, OrganisationId>? organisations = null,
        RecheckReason reason = RecheckReason.Night
    ) =>
        RecheckedVersion.Of(
            (agreement ?? InForce).Newest,
            new Criteria(book ?? LawBook.First, policy ?? Policy.First),
            new Criteria(lawBefore ?? LawBook.First, Policy.First),
            records ?? Records.None,
            open ?? [],
            Given.Council,
            organisations ?? Given.Registered,
            reason,
            Now(day)
        );

    private static string Found(RecheckedVersion rechecked) =>
        string.Join("; ", rechecked.Found.Select(Describe).Order(StringComparer.Ordinal));

    private static string Describe(LiveFinding finding) =>
        $"{finding.RuleId} {finding.Severity.ToString()[0]} {finding.Path} {finding.Cause} {(finding.Owner == Given.Council ? "Council" : finding.Owner == Given.Charity ? "Charity" : "?")}";

    private static void Repealed(JsonObject book)
    {
        book.Entry("GW-LOC1")["status"] = "Repealed";
        book.Entry("GW-LOC1")["validTo"] = "2026-10-31";
    }

    private static LawBook Book(int number, Action<JsonObject>? change = null) => LawBook.Read(BookText.Another(number, change));

    private static DateTimeOffset Now(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture).StartsAt();
}
