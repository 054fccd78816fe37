using System.Text;
using System.Text.Json.Nodes;
using DataSharing.Domain.Agreements.Approval;
using DataSharing.Domain.Rules;

namespace DataSharing.Domain.Tests.Rules;

public class PolicyTests
{
    private const string FiftyCharacters = """/purposes/P1/description = "12345678901234567890123456789012345678901234567890" """;
    private const string FiftyOneWords = """
        /laySummary = "We help you. We help you. We help you. We help you. We help you. We help you. We help you. We help you. We help you. We help you. We help you. We help you. We help you. We help you. We help you. We help you. We help you." 
        """;

    // What each setting makes a rule do: the answer by which it fires, and the nearest by which it does not.
    [Theory]
    [InlineData("largeScale", "DSA-071", "900", "901", "7-2", "")]
    [InlineData("largeScale", "DSA-073", "901", "900", "7-2", "/dpiaScreening =")]
    [InlineData("largeScale", "DSA-084", "900", "901", "7-2", """/purposes/P1/code = "Audit" """)]
    [InlineData("largeScale", "DSA-095", "900", "901", "7-2", """/reviewDate = "2028-09-30" """)]
    [InlineData("largeScale", "DSA-106", "900", "901", "7-2", "")]
    [InlineData("reviewWithinMonths", "DSA-095", "11", "12", "7-2", "")]
    [InlineData("reviewWithinMonthsIfHighRisk", "DSA-095", "11", "12", "7-6", "")]
    [InlineData("longestYears", "DSA-095", "2", "3", "7-2", "")]
    [InlineData("longRetentionYears", "DSA-091", "7", "8", "7-2", "")]
    [InlineData("evidenceWarningDays", "DSA-101", "60", "59", "7-2", """/parties/CHY/assurances/A1/validTo = "2026-10-31" """)]
    [InlineData("privacyNoticeMonths", "DSA-079", "2", "3", "7-2", "")]
    [InlineData("tellPartnersWithinHours", "DSA-094", "23", "24", "7-2", "")]
    [InlineData("shortestPurpose", "DSA-011", "51", "50", "7-2", FiftyCharacters)]
    [InlineData("laySummaryWords", "DSA-080", "50", "51", "7-2", FiftyOneWords)]
    [InlineData("laySummaryReadingAge", "DSA-080", "11", "12", "7-2", "")]
    [InlineData(
        "smallestGroup",
        "DSA-064",
        "11",
        "10",
        "7-3",
        """/datasets/D1/identifiability = "Anonymous"; /datasets/D1/recipientLinkableKey = false"""
    )]
    [InlineData("vaguePhrases", "DSA-012", "the person's own CARE", "the person's other care", "7-2", "")]
    [InlineData(
        "vagueRetention",
        "DSA-090",
        "until the project ends",
        "to be confirmed",
        "7-2",
        """/retention/R2/period =; /retention/R2/criteria = "Until the project ends" """,
        2
    )]
    [InlineData("sensitiveWords", "DSA-123", "emerg", "ethnic", "7-2", "", 2)]
    [InlineData("offenceWords", "DSA-123", "emerg", "convict", "7-2", "", 2)]
    [InlineData("barHolders", "DSA-058", "DWP ONS-GSS:E08000034", "DWP GB-COH:00000009", "7-2", "", 2)]
    [InlineData("barHolders", "DSA-124", "DWP ONS-GSS:E08000034", "DWP GB-COH:00000009", "7-2", "", 2)]
    [InlineData(
        "barHolders",
        "DSA-122",
        "DWP ONS-GSS:E08000034",
        "DWP GB-COH:00000009",
        "7-2",
        """/datasets/D1/noBarReason = "Staff parking" """,
        2
    )]
    public void A_setting_is_read_by_its_rules_and_by_no_other(
        string name,
        string rule,
        string firing,
        string silent,
        string sample,
        string changes,
        int book = 1
    )
    {
        var setting = Setting(name);
        var before = Findings(silent);
        var after = Findings(firing);

        Assert.DoesNotContain(rule, before);
        Assert.Contains(rule, after);
        Assert.Empty(before.Except(after).Concat(after.Except(before)).Except(setting.Rules));

        string[] Findings(string answer)
        {
            var changed = Sample.Of(sample, book).With(changes.Split(';', StringSplitOptions.RemoveEmptyEntries));
            (changed.Policy, var objection) = setting.Put(Policy.First, [answer]);
            Assert.Null(objection);
            return [.. changed.Check().Select(finding => finding.RuleId).Distinct()];
        }
    }

    // What is said where the limit is passed: the limit, and by when or how far.
    [Theory]
    [InlineData(
        "reviewWithinMonths",
        "11",
        "7-2",
        "",
        "The first review is more than 11 months after the start. Review by 1 September 2027."
    )]
    [InlineData("longestYears", "1", "7-2", "", "It runs for more than 1 year. End it by 1 October 2027; it can be renewed then.")]
    [InlineData("longRetentionYears", "7", "7-2", "", "Justify keeping data for more than 7 years.")]
    [InlineData(
        "privacyNoticeMonths",
        "1",
        "7-2",
        "",
        "No review of the privacy notice of Kirklees Council is recorded within 1 month. Read it again, and record when."
    )]
    [InlineData(
        "tellPartnersWithinHours",
        "1",
        "7-2",
        "",
        "Partners hear of a breach after more than 1 hour. Tell each other sooner, to meet the 72-hour deadline."
    )]
    [InlineData(
        "shortestPurpose",
        "2000",
        "7-2",
        "",
        "Explain the specific purpose in enough detail for a member of the public to understand it: in at least 2,000 characters."
    )]
    [InlineData(
        "laySummaryWords",
        "50",
        "7-2",
        FiftyOneWords,
        "The summary for the public register is too long or too hard: 51 words for readers of 3. Write at most 50 words for readers of 14."
    )]
    [InlineData(
        "vaguePhrases",
        "the person's own CARE",
        "7-2",
        "",
        "The purpose reads as open-ended: “the person's own CARE”. Make it specific or justify the wording."
    )]
    public void A_message_names_the_limit(string name, string answer, string sample, string changes, string message)
    {
        var changed = Sample.Of(sample).With(changes.Split(';', StringSplitOptions.RemoveEmptyEntries));
        (changed.Policy, _) = Setting(name).Put(Policy.First, [answer]);

        Assert.Contains(message, changed.Check().Select(finding => finding.Message));
    }

    [Theory]
    [InlineData(1, "years", "1 year")]
    [InlineData(2, "years", "2 years")]
    [InlineData(0, "months", "0 months")]
    [InlineData(1, "days before", "1 day before")]
    [InlineData(14, "years of age", "14 years of age")]
    [InlineData(1, "people", "1 person")]
    [InlineData(10_000, "people", "10,000 people")]
    public void A_quantity_is_written_as_people_say_it(long number, string units, string words) =>
        Assert.Equal(words, Quantity.InWords(number, units));

    [Fact]
    public void Every_rule_that_a_setting_names_is_tried()
    {
        var tried = typeof(PolicyTests)
            .GetMethod(nameof(A_setting_is_read_by_its_rules_and_by_no_other))!
            .GetCustomAttributes(typeof(InlineDataAttribute), inherit: false)
            .Cast<InlineDataAttribute>()
            .Select(data => $"{data.Data[0]} {data.Data[1]}");

        Assert.Equal(
            PolicySetting.All.SelectMany(setting => setting.Rules.Select(rule => $"{setting.Name} {rule}")).Order(),
            tried.Order()
        );
    }

    [Theory]
    [InlineData("POLICE-UK:west-yorkshire", true)]
    [InlineData("POLICE-UK:kent", false)]
    public void An_organisation_with_a_panel_has_it_on_the_route(string organisation, bool asked)
    {
        var sample = Sample.Of("7-5");
        (sample.Policy, _) = Setting("organisationsWithPanel").Put(Policy.First, [organisation]);

        Assert.Equal(asked, Route.Of(sample.Read()).Stages.Any(stage => stage is { Kind: StageKind.PanelApproval, PartyId: "WYP" }));
    }

    [Fact]
    public void Every_setting_of_a_policy_can_be_changed() =>
        Assert.Equal(
            typeof(Policy)
                .GetProperties()
                .Where(member => member.GetMethod!.IsStatic is false && member.Name != nameof(Policy.Number))
                .Select(member => member.Name)
                .Order(),
            PolicySetting.All.Select(setting => char.ToUpperInvariant(setting.Name[0]) + setting.Name[1..]).Order()
        );

    [Fact]
    public void A_policy_that_was_written_reads_the_same()
    {
        var policy = PolicySetting.All.Aggregate(
            Policy.First with
            {
                Number = 7,
            },
            (policy, setting) => setting.Put(policy, AnotherAnswer(setting)).Policy
        );

        Assert.Equal(policy, Policy.Read(policy.Write()));
        Assert.All(PolicySetting.All, setting => Assert.NotEqual(setting.In(Policy.First), setting.In(policy)));
        Assert.Equal(Policy.First, Policy.Read(Policy.First.Write()));
    }

    [Fact]
    public void A_setting_changes_nothing_but_itself() =>
        Assert.All(
            PolicySetting.All,
            setting =>
            {
                var (policy, _) = setting.Put(Policy.First, AnotherAnswer(setting));

                Assert.Equal(
                    [setting.Name],
                    PolicySetting.All.Where(other => !other.In(Policy.First).SequenceEqual(other.In(policy))).Select(other => other.Name)
                );
            }
        );

    [Theory]
    [InlineData("""{"largeScale": 5000, "smallScale": 5}""")]
    [InlineData("""{"largeScale": 5000, "largeScale": 6000}""")]
    [InlineData("""{"LargeScale": 5000}""")]
    [InlineData("""{"largeScale": "5000"}""")]
    [InlineData("""{"largeScale": 5000.5}""")]
    [InlineData("""{"longestYears": 3000000000}""")]
    [InlineData("""{"vaguePhrases": null}""")]
    [InlineData("""{"vaguePhrases": [null]}""")]
    [InlineData("""{"vaguePhrases": [7]}""")]
    [InlineData("""{"organisationsWithPanel": [null]}""")]
    [InlineData("""{"number": 0}""")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"largeScale": 5000""")]
    [InlineData("")]
    public void A_policy_that_says_what_is_not_understood_is_refused(string json) =>
        Assert.NotEmpty(Assert.Throws<InvalidPolicyException>(() => Policy.Read(Encoding.UTF8.GetBytes(json))).Problems);

    [Theory]
    [InlineData("largeScale", "people", 1, 1_000_000_000)]
    [InlineData("reviewWithinMonths", "months", 1, 120)]
    [InlineData("reviewWithinMonthsIfHighRisk", "months", 1, 120)]
    [InlineData("longestYears", "years", 1, 50)]
    [InlineData("longRetentionYears", "years", 1, 100)]
    [InlineData("evidenceWarningDays", "days", 1, 365)]
    [InlineData("privacyNoticeMonths", "months", 1, 120)]
    [InlineData("tellPartnersWithinHours", "hours", 1, 48)]
    [InlineData("shortestPurpose", "characters", 1, 2000)]
    [InlineData("laySummaryWords", "words", 50, 5000)]
    [InlineData("laySummaryReadingAge", "years", 7, 25)]
    [InlineData("smallestGroup", "records", 2, 1000)]
    [InlineData("workingDaysToDecide", "working days", 1, 250)]
    [InlineData("workingDaysToSign", "working days", 1, 250)]
    [InlineData("digitalAge", "years", 13, 16)]
    public void A_number_keeps_within_its_bounds(string name, string unit, long least, long greatest)
    {
        var setting = Setting(name);
        var objection = FormattableString.Invariant($"{setting.Label}: give a whole number of {unit} from {least:N0} to {greatest:N0}");

        Assert.All([least, greatest], number => Assert.Null(Put($"{number}")));
        Assert.All(
            [$"{least - 1}", $"{greatest + 1}", "", "ten", "10.5", "-10", " 10", "99999999999999999999"],
            answer => Assert.Equal(objection, Put(answer))
        );
        Assert.Equal(objection, setting.Put(Policy.First, []).Objection);
        Assert.Equal(objection, setting.Put(Policy.First, ["10", "20"]).Objection);
        Assert.Equal([objection], Refusals(name, greatest + 1));

        string? Put(string answer) => setting.Put(Policy.First, [answer]).Objection;
    }

    [Fact]
    public void Every_number_has_its_bounds_tried() =>
        Assert.Equal(
            PolicySetting.All.Where(setting => setting.Unit is not null).Select(setting => setting.Name),
            typeof(PolicyTests)
                .GetMethod(nameof(A_number_keeps_within_its_bounds))!
                .GetCustomAttributes(typeof(InlineDataAttribute), inherit: false)
                .Cast<InlineDataAttribute>()
                .Select(data => data.Data[0])
        );

    [Theory]
    [InlineData("vaguePhrases", "", "each line has 1 to 200 characters")]
    [InlineData("organisationsWithPanel", "", "each line has 1 to 200 characters")]
    [InlineData("organisationsWithPanel", "NHS England", "“NHS England” is not written as scheme:value")]
    [InlineData("organisationsWithPanel", "GB-NHS:", "“GB-NHS:” is not written as scheme:value")]
    [InlineData("organisationsWithPanel", ":X26", "“:X26” is not written as scheme:value")]
    [InlineData("organisationsWithPanel", "GB:NHS:X26", "“GB:NHS:X26” is not written as scheme:value")]
    [InlineData("organisationsWithPanel", "FOO:bar", "“FOO” is no register that the portal knows: write for example GB-NHS:X26")]
    [InlineData("organisationsWithPanel", "<b>:x", "“<b>” is no register that the portal knows: write for example GB-NHS:X26")]
    [InlineData("organisationsWithPanel", "GB-NHS:x26", "“x26” is no number of GB-NHS: write for example GB-NHS:R0A")]
    [InlineData(
        "organisationsWithPanel",
        "GB-NHS:X\a26",
        "This text holds the control character U+0007. Only line breaks and tabs are allowed."
    )]
    [InlineData("sensitiveWords", "eth", "“eth” is no phrase: write at least 4 characters, with letters among them")]
    [InlineData("vaguePhrases", "etc", "“etc” is no phrase: write at least 4 characters, with letters among them")]
    [InlineData("vaguePhrases", "....", "“....” is no phrase: write at least 4 characters, with letters among them")]
    public void A_text_has_its_form(string name, string answer, string objection)
    {
        var setting = Setting(name);

        Assert.Equal($"{setting.Label}: {objection}", setting.Put(Policy.First, ["GB-NHS:X26", answer]).Objection);
        Assert.Equal([$"{setting.Label}: {objection}"], Refusals(name, new JsonArray("GB-NHS:X26", answer)));
    }

    [Theory]
    [InlineData("HMRC", "“HMRC” does not begin with HMRC, DWP, Statistics, DEA or Other, and a space")]
    [InlineData("1 GB-NHS:X26", "“1 GB-NHS:X26” does not begin with HMRC, DWP, Statistics, DEA or Other, and a space")]
    [InlineData("None GB-NHS:X26", "“None GB-NHS:X26” does not begin with HMRC, DWP, Statistics, DEA or Other, and a space")]
    [InlineData("DWP Benefits", "“Benefits” is not written as scheme:value")]
    public void A_body_whose_data_is_barred_is_written_with_its_bar(string answer, string objection) =>
        Assert.Equal($"{Setting("barHolders").Label}: {objection}", Setting("barHolders").Put(Policy.First, [answer]).Objection);

    [Fact]
    public void A_text_has_at_most_200_characters()
    {
        Assert.Null(Setting("vaguePhrases").Put(Policy.First, [new string('x', 200)]).Objection);
        Assert.Equal(
            "Vague phrases: each line has 1 to 200 characters",
            Setting("vaguePhrases").Put(Policy.First, [new string('x', 201)]).Objection
        );
    }

    [Fact]
    public void A_review_where_the_risk_is_high_is_not_later_than_any_other()
    {
        var policy = Policy.First with { ReviewWithinMonths = 12, ReviewWithinMonthsIfHighRisk = 13 };
        const string Objection = "Review within, if the risk is high: it may not be longer than “Review within”, which is 12 months";

        Assert.Equal(
            ("reviewWithinMonthsIfHighRisk", Objection),
            PolicySetting.Contradictions(policy).Select(found => (found.Setting.Name, found.Objection)).Single()
        );
        Assert.Equal([Objection], Assert.Throws<InvalidPolicyException>(() => Policy.Read(policy.Write())).Problems);
        Assert.Equal(policy, Policy.ReadKept(policy.Write()));
        Assert.Empty(PolicySetting.Contradictions(policy with { ReviewWithinMonthsIfHighRisk = 12 }));
    }

    [Fact]
    public void An_answer_that_is_refused_leaves_the_policy_as_it_is() =>
        Assert.Same(Policy.First, Setting("longestYears").Put(Policy.First, ["51"]).Policy);

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once() =>
        Assert.Equal(
            3,
            Assert
                .Throws<InvalidPolicyException>(() => Policy.Read("""{"number": 0, "largeScale": 0, "longestYears": 51}"""u8))
                .Problems.Count
        );

    private static PolicySetting Setting(string name) => PolicySetting.All.Single(setting => setting.Name == name);

    private static string[] AnotherAnswer(PolicySetting setting) =>
        setting.Name == "barHolders" ? ["HMRC GB-NHS:X26", "DWP GB-COH:00000001"]
        : setting.Unit is null ? ["GB-NHS:X26", "GB-COH:00000001"]
        : [$"{long.Parse(setting.In(Policy.First)[0], null) + 1}"];

    private static IReadOnlyList<string> Refusals(string name, JsonNode answer)
    {
        var policy = JsonNode.Parse(Policy.First.Write())!;
        policy[name] = answer;
        return Assert.Throws<InvalidPolicyException>(() => Policy.Read(Encoding.UTF8.GetBytes(policy.ToJsonString()))).Problems;
    }
}
