using System.Text.Json.Nodes;
using DataSharing.Domain.Content;
using DataSharing.Domain.Law;
using DataSharing.Domain.Rules;
using DataSharing.Domain.Rules.Grounds;

namespace DataSharing.Domain.Tests.Rules.Grounds;

public sealed class GroundAdviceTests
{
    public static TheoryData<string, string> Lines
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var number in Sample.Numbers)
            {
                foreach (var line in Sample.Of(number).Read().Content.LegalLines)
                {
                    data.Add(number, line.Id);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void What_a_sample_rests_on_is_never_ruled_out_and_its_basis_comes_among_the_first(string number, string line)
    {
        var advice = Advise(Sample.Of(number), line);

        Assert.All(
            advice.Questions,
            question =>
                Assert.All(
                    advice.Offer(question).Where(ground => ground.IsChosen),
                    ground =>
                        Assert.True(
                            ground.Fit is not (GroundFit.RuledOut or GroundFit.ForOthers),
                            $"{ground.Entry.Code}: {string.Join("; ", ground.Against.Select(f => f.RuleId + " " + f.Message))}"
                        )
                )
        );
        var bases = advice.Offer(GroundQuestion.Article6).ToList();
        Assert.Equal(GroundFit.Fits, Assert.Single(bases, ground => ground.IsChosen).Fit);
        Assert.InRange(bases.FindIndex(ground => ground.IsChosen), 0, 2);
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void Every_code_of_every_question_is_offered_once_and_says_why_or_why_not(string number, string line)
    {
        var advice = Advise(Sample.Of(number), line);

        Assert.All(
            advice.Questions,
            question =>
            {
                var offered = advice.Offer(question);
                Assert.Equal(
                    GroundVocabulary.Of(question).Entries(LawBook.First).Select(entry => entry.Code).Order(),
                    offered.Select(ground => ground.Entry.Code).Order()
                );
                Assert.Equal(offered.Select(ground => ground.Fit).Order(), offered.Select(ground => ground.Fit));
                Assert.All(
                    offered,
                    ground =>
                        Assert.True(
                            ground.Why is { Length: > 0 }
                                || ground.Against.Count + ground.OpenFacts.Count > 0
                                || ground.NotInForceOn is not null,
                            ground.Entry.Code
                        )
                );
            }
        );
    }

    [Fact]
    public void A_council_in_its_task_is_offered_public_task_first_and_neither_kind_of_legitimate_interests()
    {
        var advice = Advise(Sample.Of("7-2").With("/legalLines/L1/art6 = \"A6-F\""), "L1");

        var offered = advice.Offer(GroundQuestion.Article6);

        Assert.Equal(["A6-E", "A6-C"], offered.Where(ground => ground.Fit is GroundFit.Fits).Select(ground => ground.Entry.Code));
        AssertRuledOut(offered, "A6-F", "DSA-021");
        AssertRuledOut(offered, "A6-EA", "DSA-022");
        Assert.Equal("Kirklees Council does this as part of its own task. The law that lays the task down is the ground.", offered[0].Why);
    }

    [Fact]
    public void A_task_that_nobody_answered_for_counts_as_one_and_another_than_a_task_opens_legitimate_interests()
    {
        Assert.Equal(
            GroundFit.RuledOut,
            Offered(Sample.Of("7-2").With("/legalLines/L1/inPerformanceOfTask ="), "L1", GroundQuestion.Article6, "A6-F").Fit
        );
        Assert.Equal(
            GroundFit.Fits,
            Offered(Sample.Of("7-2").With("/legalLines/L1/inPerformanceOfTask = false"), "L1", GroundQuestion.Article6, "A6-F").Fit
        );
    }

    [Fact]
    public void A_charity_is_offered_public_task_last_of_the_doubts_and_not_at_all_once_it_denies_a_task()
    {
        var offered = Advise(Sample.Of("7-2").With("/legalLines/L2/inPerformanceOfTask ="), "L2").Offer(GroundQuestion.Article6);

        Assert.Equal("A6-F", offered[0].Entry.Code);
        var task = offered.Last(ground => ground.Fit is GroundFit.Doubtful);
        Assert.Equal("A6-E", task.Entry.Code);
        Assert.Equal(
            "Homefield Support is not a public authority. A private body has a public task only where a law gives it one of its own.",
            task.Why
        );
        Assert.Equal(["/parties/CHY/isPublicAuthority", "/legalLines/L2/inPerformanceOfTask"], task.RestsOn);

        var denied = Offered(Sample.Of("7-2"), "L2", GroundQuestion.Article6, "A6-E");
        Assert.Equal(
            (GroundFit.RuledOut, "Homefield Support is not a public authority and does not act in a public task."),
            (denied.Fit, denied.Why)
        );
        Assert.Equal(["/parties/CHY/isPublicAuthority", "/legalLines/L2/inPerformanceOfTask"], denied.RestsOn);
        Assert.NotEqual(
            GroundFit.RuledOut,
            Offered(Sample.Of("7-2").With("/legalLines/L2/inPerformanceOfTask = true"), "L2", GroundQuestion.Article6, "A6-E").Fit
        );
    }

    [Fact]
    public void Public_task_is_ruled_out_for_an_authority_that_says_it_is_none_and_not_for_one_with_official_authority()
    {
        var council = Offered(
            Sample.Of("7-2").With("/parties/KMC/exercisesOfficialAuthority = false", "/legalLines/L1/inPerformanceOfTask = false"),
            "L1",
            GroundQuestion.Article6,
            "A6-E"
        );

        Assert.Equal(
            (GroundFit.RuledOut, "Kirklees Council does not do this in performance of its public task."),
            (council.Fit, council.Why)
        );
        Assert.NotEqual(
            GroundFit.RuledOut,
            Offered(Sample.Of("7-2").With("/parties/CHY/exercisesOfficialAuthority = true"), "L2", GroundQuestion.Article6, "A6-E").Fit
        );
    }

    [Fact]
    public void What_the_law_names_others_for_comes_apart_with_who_they_are_and_so_does_what_nothing_speaks_for()
    {
        var offered = Advise(Sample.Of("7-2"), "L1").Offer(GroundQuestion.Power);

        var drivers = offered.Single(ground => ground.Entry.Code == "GW-RTA3");
        Assert.Equal(
            (GroundFit.ForOthers, "The law names others for it: DVLA (for the Secretary of State) holds the driver record."),
            (drivers.Fit, drivers.Why)
        );
        Assert.Equal(["/parties/KMC/sector"], drivers.RestsOn);
        Assert.Equal(GroundFit.ForOthers, offered.Single(ground => ground.Entry.Code == "GW-CROWN").Fit);
        Assert.All(
            offered.Where(ground => ground.Why == "Nothing in the draft speaks for it."),
            ground => Assert.Equal(GroundFit.Unsupported, ground.Fit)
        );
        Assert.Contains("GW-HSCA261", offered.Where(ground => ground.Fit is GroundFit.Unsupported).Select(ground => ground.Entry.Code)); // also for councils that receive
        Assert.All(
            offered.Where(ground => ground.Fit is GroundFit.Doubtful),
            ground => Assert.True(ground.Why is not null || ground.Against.Count + ground.OpenFacts.Count > 0)
        );
    }

    [Theory]
    [InlineData("/parties/KMC/sector =", "GW-RTA3", false)] // not said: it may be anything
    [InlineData("/parties/CHY/sector = \"CentralGov\"", "GW-RTA3", false)] // for either side of the sharing
    [InlineData("/parties/CHY/sector =", "GW-RTA3", false)]
    [InlineData("/parties/KMC/sector = \"CentralGov\"", "GW-RTA3", false)]
    [InlineData("/parties/KMC/sector = \"Police\"", "GW-RTA3", true)]
    [InlineData("/parties/KMC/sector = \"CentralGov\"", "GW-LOC1", true)]
    public void Who_the_others_are_follows_from_the_sectors_of_both_sides(string change, string code, bool forOthers) =>
        Assert.Equal(forOthers, Offered(Sample.Of("7-2").With(change), "L1", GroundQuestion.Power, code).Fit is GroundFit.ForOthers);

    [Fact]
    public void Until_somebody_receives_a_power_is_for_others_only_if_no_party_is_of_its_kind_and_alone_a_party_knows_not_to_whom()
    {
        var early = Sample.Of("7-2").With("/flows = []");
        Assert.Equal(GroundFit.ForOthers, Offered(early, "L1", GroundQuestion.Power, "GW-RTA3").Fit);

        var alone = early.Read().Content;
        alone = alone with { Parties = [.. alone.Parties.Where(party => party.Id == "KMC")] };
        Assert.Equal(
            GroundFit.Unsupported,
            GroundAdvice.Of(alone, "L1", Criteria.First, early.Circumstances)!.Offer(GroundQuestion.Power, "GW-RTA3")!.Fit
        );
    }

    [Fact]
    public void A_condition_must_be_for_whoever_relies_on_it_and_not_for_the_other_side()
    {
        Assert.Equal(GroundFit.ForOthers, Offered(Sample.Of("7-2"), "L1", GroundQuestion.Article9, "A9-D").Fit); // for the charity it would be open
        Assert.NotEqual(GroundFit.ForOthers, Offered(Sample.Of("7-2"), "L2", GroundQuestion.Article9, "A9-D").Fit);
    }

    [Theory]
    [InlineData("/parties/CHY/isCompetentAuthority = false", GroundFit.ForOthers)]
    [InlineData("/parties/CHY/isCompetentAuthority = true", GroundFit.Fits)]
    public void A_competent_authority_is_one_whatever_its_sector(string change, GroundFit fit) =>
        Assert.Equal(
            fit,
            Offered(Sample.Of("7-2").With(change, "/legalLines/L2/regime = \"Part3\""), "L2", GroundQuestion.Part3, "P3-TASK").Fit
        );

    [Fact]
    public void A_bar_says_that_it_is_one()
    {
        var bar = Offered(Sample.Of("7-2"), "L1", GroundQuestion.Power, "GW-CRCA18");

        Assert.Equal(GroundFit.RuledOut, bar.Fit);
        Assert.Equal(
            "HMRC confidentiality is a bar, not a power: it says what may not be shared. Cite the power or duty that lets Kirklees Council share this data.",
            Assert.Single(bar.Against).Message
        );
        Assert.Equal(
            (GroundFit.RuledOut, "It is a bar, not a power: it says what may not be shared."),
            Offered(
                Sample.Of("7-2").With("/parties/CHY/publicBody = false", "/datasets/D1/statutoryBar = \"HMRC\""),
                "L3",
                GroundQuestion.Power,
                "GW-CRCA18"
            )
                is var barred
                ? (barred.Fit, barred.Why)
                : default
        );
    }

    [Fact]
    public void What_is_ruled_out_says_on_which_answer_it_rests()
    {
        Assert.Equal(
            ["/parties/KMC/isPublicAuthority", "/legalLines/L1/inPerformanceOfTask"],
            Offered(Sample.Of("7-2"), "L1", GroundQuestion.Article6, "A6-F").RestsOn
        );
        Assert.Equal(["/parties/KMC/jurisdiction"], Offered(Sample.Of("7-2"), "L1", GroundQuestion.Power, "GW-LGEW24").RestsOn);
        Assert.Equal(["/purposes/P2/code"], Offered(Sample.Of("7-2"), "L3", GroundQuestion.Confidence, "CLDC-IMPL").RestsOn);
        Assert.Equal(
            ["/datasets/D1/statutoryBar"],
            Offered(Sample.Of("7-5").With("/datasets/D1/statutoryBar = \"DWP\""), "L1", GroundQuestion.Power, "GW-CA04-10").RestsOn
        );
        Assert.Equal(
            ["/startDate"],
            Offered(Sample.Of("7-2").With("/startDate = \"2027-01-15\""), "L1", GroundQuestion.Power, "GW-CA04-16LA").RestsOn
        );
    }

    [Fact]
    public void A_company_is_offered_contract_and_then_legitimate_interests() =>
        Assert.Equal(
            ["A6-B", "A6-F", "A6-C"],
            Advise(Sample.Of("7-6"), "L2").Offer(GroundQuestion.Article6).Take(3).Select(ground => ground.Entry.Code)
        );

    [Fact]
    public void What_a_rule_warns_of_is_in_doubt()
    {
        var consent = Offered(Sample.Of("7-2"), "L1", GroundQuestion.Article6, "A6-A");

        Assert.Equal(GroundFit.Doubtful, consent.Fit);
        Assert.Equal("DSA-029", Assert.Single(consent.Against).RuleId);
    }

    [Fact]
    public void Recognised_legitimate_interests_are_not_law_before_5_February_2026()
    {
        var sample = Sample.Of("7-2");
        Assert.Equal(GroundFit.Fits, Offered(sample, "L3", GroundQuestion.Article6, "A6-EA").Fit);

        sample.With("/startDate = \"2026-01-15\"");
        sample.Circumstances = sample.Circumstances with { Today = new DateOnly(2026, 1, 5) };

        var before = Offered(sample, "L3", GroundQuestion.Article6, "A6-EA");
        Assert.Equal((GroundFit.RuledOut, new DateOnly(2026, 1, 15)), (before.Fit, before.NotInForceOn));
        Assert.Equal("DSA-023", Assert.Single(before.Against).RuleId);
        Assert.Equal(GroundFit.RuledOut, Offered(sample, "L3", GroundQuestion.Annex1, "RLI-SAF").Fit);

        // Judged later, sharing still starts before.
        sample.Circumstances = sample.Circumstances with
        {
            Today = new DateOnly(2026, 9, 1),
        };
        Assert.Equal(new DateOnly(2026, 1, 15), Offered(sample, "L3", GroundQuestion.Article6, "A6-EA").NotInForceOn);
    }

    [Fact]
    public void A_choice_says_which_evidence_it_will_need_and_what_is_given_already_is_not_asked_again()
    {
        var sample = Sample.Of("7-2").With("/legalLines/L1/ownTaskCitation =", "/legalLines/L1/art6 = \"A6-F\"");

        Assert.Equal(
            ["/legalLines/L1/ownTaskCitation"],
            Offered(sample, "L1", GroundQuestion.Article6, "A6-E").Needs.Select(finding => finding.Path)
        );
        Assert.Equal(
            ["/legalLines/L1/dutyCitation"],
            Offered(sample, "L1", GroundQuestion.Article6, "A6-C").Needs.Select(finding => finding.Path)
        );
        Assert.Equal(["/legalLines/L1/lia"], Offered(sample, "L1", GroundQuestion.Article6, "A6-F").Needs.Select(finding => finding.Path));
        Assert.Equal(
            ["/legalLines/L1/annex1"],
            Offered(sample.With("/legalLines/L1/inPerformanceOfTask = false"), "L1", GroundQuestion.Article6, "A6-EA")
                .Needs.Select(finding => finding.Path)
        );
        Assert.Empty(Offered(Sample.Of("7-2"), "L1", GroundQuestion.Article6, "A6-E").Needs);
    }

    [Fact]
    public void Direct_care_with_health_data_is_offered_health_or_social_care_first()
    {
        var sample = Sample.Of("7-4").With("/legalLines/L1/s1 = []");

        var health = Advise(sample, "L1").Offer(GroundQuestion.Article9)[0];

        Assert.Equal(("A9-H", GroundFit.Fits), (health.Entry.Code, health.Fit));
        Assert.Equal("DSA-034", Assert.Single(health.Needs).RuleId);
        Assert.Equal("S1-02", Advise(sample, "L1").Offer(GroundQuestion.Schedule1)[0].Entry.Code);
    }

    [Fact]
    public void A_duty_of_confidentiality_that_nobody_answered_for_is_open_and_one_in_contract_alone_rules_out()
    {
        var open = Offered(Sample.Of("7-2").With("/parties/KMC/confidentialityDuty ="), "L1", GroundQuestion.Article9, "A9-H");
        Assert.Equal((GroundFit.Doubtful, "/parties/KMC/confidentialityDuty"), (open.Fit, Assert.Single(open.OpenFacts)));
        Assert.Empty(open.Against);
        Assert.Equal("DSA-039", Assert.Single(open.Open).RuleId);

        var offered = Advise(Sample.Of("7-2").With("/parties/KMC/confidentialityDuty = \"ContractOnly\""), "L1")
            .Offer(GroundQuestion.Article9);
        AssertRuledOut(offered, "A9-H", "DSA-039");
    }

    [Fact]
    public void A_paragraph_of_Schedule_1_must_serve_the_condition_that_was_chosen()
    {
        var offered = Advise(Sample.Of("7-2").With("/legalLines/L3/s1 = []"), "L3").Offer(GroundQuestion.Schedule1);

        Assert.Equal(("S1-18", GroundFit.Fits), (offered[0].Entry.Code, offered[0].Fit));
        Assert.Contains("DSA-037", offered[0].Needs.Select(finding => finding.RuleId));
        AssertRuledOut(offered, "S1-02", "DSA-034");
        AssertRuledOut(offered, "S1-29", "DSA-034"); // for offence data only
    }

    [Fact]
    public void Each_paragraph_of_Schedule_1_is_held_against_the_condition_it_serves_where_two_are_chosen()
    {
        var sample = Sample.Of("7-2").With("/legalLines/L3/art9 = [\"A9-G\", \"A9-H\"]");

        Assert.NotEqual(GroundFit.RuledOut, Offered(sample, "L3", GroundQuestion.Schedule1, "S1-18").Fit);
        Assert.NotEqual(GroundFit.RuledOut, Offered(sample, "L3", GroundQuestion.Schedule1, "S1-02").Fit);
    }

    [Fact]
    public void Official_authority_is_for_those_who_exercise_it()
    {
        Assert.Equal("A10-OA", Advise(Sample.Of("7-5"), "L2").Offer(GroundQuestion.Article10)[0].Entry.Code);
        AssertRuledOut(
            Advise(Sample.Of("7-6").With("/parties/HUB/exercisesOfficialAuthority = false"), "L2").Offer(GroundQuestion.Article10),
            "A10-OA",
            "DSA-042"
        );
    }

    [Fact]
    public void Part_3_is_for_competent_authorities_and_asks_for_a_basis_of_its_own()
    {
        var sample = Sample.Of("7-2").With("/legalLines/L1/regime = \"Part3\"");
        var advice = Advise(sample, "L1");

        Assert.Equal("DSA-043", Assert.Single(advice.AgainstRegime).RuleId);
        Assert.Equal([GroundQuestion.Part3, GroundQuestion.Schedule8], advice.Questions.Take(2));
        Assert.Equal("P3-TASK", advice.Offer(GroundQuestion.Part3)[0].Entry.Code);
    }

    [Theory]
    [InlineData("7-2", "L1", "GW-CRCA18", "DSA-047")] // a bar is not a power
    [InlineData("7-2", "L1", "GW-DEA64", "DSA-110")] // not for this purpose
    [InlineData("7-2", "L1", "GW-LGEW24", "DSA-050")] // Wales only
    [InlineData("7-2", "L1", "GW-CA04-16LA", "DSA-050")] // not commenced
    [InlineData("7-5", "L1", "GW-CA04-10", "DSA-058")] // does not lift the bar on DWP data
    [InlineData("7-2", "L1", "GW-PCSC16", "DSA-110")] // leaves out care data
    public void A_gateway_is_ruled_out_by_the_rule_that_it_breaks(string number, string line, string code, string rule)
    {
        var sample = Sample.Of(number);
        if (rule is "DSA-049" or "DSA-110")
        {
            sample.With("/purposes/P1/gatewayPurposeCode = [\"SeriousViolence\"]");
        }

        if (rule == "DSA-058")
        {
            sample.With("/datasets/D1/statutoryBar = \"DWP\"");
        }

        AssertRuledOut(Advise(sample, line).Offer(GroundQuestion.Power), code, rule);
    }

    [Fact]
    public void A_gateway_that_depends_on_an_objective_nobody_named_is_in_doubt_and_one_made_for_it_comes_first()
    {
        var open = Offered(Sample.Of("7-4").With("/purposes/P1/gatewayPurposeCode ="), "L1", GroundQuestion.Power, "GW-HSCA251B");
        Assert.Equal((GroundFit.Doubtful, "/purposes/P1/gatewayPurposeCode"), (open.Fit, Assert.Single(open.OpenFacts)));

        var first = Advise(Sample.Of("7-4"), "L1").Offer(GroundQuestion.Power)[0];
        Assert.Equal(GroundFit.Fits, first.Fit);
        Assert.StartsWith("GW-HSCA251", first.Entry.Code, StringComparison.Ordinal);
    }

    [Fact]
    public void A_general_power_of_a_council_is_in_doubt_and_will_need_legal_advice()
    {
        var power = Offered(Sample.Of("7-2").With("/legalLines/L1/legalAdviceRef ="), "L1", GroundQuestion.Power, "GW-LGA111");

        Assert.Equal(GroundFit.Doubtful, power.Fit);
        Assert.Equal(["DSA-053"], power.Needs.Select(finding => finding.RuleId));
    }

    [Fact]
    public void Implied_consent_is_for_care_and_section_251_for_England_and_Wales()
    {
        AssertRuledOut(Advise(Sample.Of("7-2"), "L3").Offer(GroundQuestion.Confidence), "CLDC-IMPL", "DSA-056");
        AssertRuledOut(
            Advise(Sample.Of("7-2").With("/parties/CHY/jurisdiction = \"Scotland\""), "L3").Offer(GroundQuestion.Confidence),
            "CLDC-S251",
            "DSA-112"
        );
        Assert.Equal("CLDC-IMPL", Advise(Sample.Of("7-4"), "L1").Offer(GroundQuestion.Confidence)[0].Entry.Code);
    }

    [Fact]
    public void Only_what_a_line_must_answer_is_asked()
    {
        Assert.Equal(
            [GroundQuestion.Article6, GroundQuestion.Article9, GroundQuestion.Schedule1],
            Advise(Sample.Of("7-2"), "L2").Questions
        ); // receives
        Assert.Equal(
            [GroundQuestion.Article6, GroundQuestion.Power],
            Advise(Sample.Of("7-1"), "L1").Questions.Where(q => q is not GroundQuestion.Confidence)
        ); // nothing sensitive
        Assert.Contains(GroundQuestion.Annex1, Advise(Sample.Of("7-2"), "L3").Questions);
        Assert.DoesNotContain(GroundQuestion.Power, Advise(Sample.Of("7-2"), "L3").Questions); // a charity needs no power
        Assert.DoesNotContain(GroundQuestion.Article6, Advise(Anonymous(Sample.Of("7-2")), "L1").Questions);
    }

    [Fact]
    public void Before_there_is_a_flow_all_datasets_are_taken_and_before_there_is_data_some_is()
    {
        var early = Sample.Of("7-2").With("/flows = []", "/legalLines/L1/art9 = []");
        Assert.True(Advise(early, "L1").Situation.IsDataSupposed);
        Assert.Contains(GroundQuestion.Article9, Advise(early, "L1").Questions);

        var earlier = early.With("/datasets = []");
        AssertRuledOut(Advise(earlier, "L1").Offer(GroundQuestion.Article6), "A6-F", "DSA-021");
        Assert.False(Advise(Sample.Of("7-2"), "L1").Situation.IsDataSupposed);
    }

    [Theory]
    [InlineData("party")]
    [InlineData("purpose")]
    [InlineData("activity")]
    public void Without_party_purpose_and_activity_nothing_is_advised(string member)
    {
        var advice = Advise(Sample.Of("7-2").With($"/legalLines/L1/{member} ="), "L1");

        Assert.False(advice.IsPossible);
        Assert.Empty(advice.Questions);
    }

    [Fact]
    public void A_line_that_is_not_there_has_no_advice() =>
        Assert.Null(GroundAdvice.Of(Sample.Of("7-2").Read().Content, "L99", Criteria.First, Sample.Of("7-2").Circumstances));

    private static GroundAdvice Advise(Sample sample, string line) =>
        GroundAdvice.Of(sample.Read().Content, line, new Criteria(sample.LawBook, Policy.First), sample.Circumstances)!;

    private static OfferedGround Offered(Sample sample, string line, GroundQuestion question, string code) =>
        Advise(sample, line).Offer(question, code)!;

    private static void AssertRuledOut(IReadOnlyList<OfferedGround> offered, string code, string rule)
    {
        var ground = offered.Single(g => g.Entry.Code == code);
        Assert.Equal((code, GroundFit.RuledOut), (code, ground.Fit));
        Assert.Contains(rule, ground.Against.Select(finding => finding.RuleId));
    }

    private static Sample Anonymous(Sample sample)
    {
        foreach (var dataset in sample.Content["datasets"]!.AsArray())
        {
            dataset!["identifiability"] = JsonValue.Create(nameof(Identifiability.Anonymous));
        }

        return sample;
    }
}
