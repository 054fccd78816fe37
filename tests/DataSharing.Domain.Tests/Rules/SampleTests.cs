using System.Text;
using System.Text.Json.Nodes;
using DataSharing.Domain.Agreements.Approval;
using DataSharing.Domain.Content;
using DataSharing.Domain.Law;
using DataSharing.Domain.Rules;

namespace DataSharing.Domain.Tests.Rules;

public class SampleTests
{
    public static TheoryData<string> Numbers => [.. Sample.Numbers];

    public static TheoryData<string, string> Mutations
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var number in Sample.Numbers)
            {
                foreach (var mutation in Sample.Of(number).Expected["mutations"]!.AsArray())
                {
                    data.Add(number, (string)mutation!["name"]!);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_sample_can_be_brought_in_with_the_codes_of_book_1(string number) =>
        Assert.Empty(AgreementImport.Read(Encoding.UTF8.GetBytes(Sample.Of(number).Agreement.ToJsonString()), LawBook.First).Errors);

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_sample_gives_exactly_the_expected_findings(string number)
    {
        var sample = Sample.Of(number);
        var expected = sample.Expected["findings"]!.AsArray().Select(f => $"{f!["rule"]} {f["severity"]} {f["path"]}");

        Assert.Equal(expected.Order(), sample.Check().Select(f => $"{f.RuleId} {f.Severity} {f.Path}").Order());
    }

    /// <summary>The second reading of the law finds nothing new in them, and nothing less.</summary>
    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_sample_keeps_its_findings_its_risk_and_its_route_by_the_second_book(string number)
    {
        var (first, second) = (Sample.Of(number), Sample.BySecondBook(number));

        Assert.Equal(Said(first), Said(second));
        Assert.Equal(first.Read().Risk.Tier, second.Read().Risk.Tier);
        Assert.Equal(Stages(first), Stages(second));

        static IEnumerable<string> Said(Sample sample) => sample.Check().Select(f => $"{f.RuleId} {f.Severity} {f.Path}").Order();

        static IEnumerable<string> Stages(Sample sample) =>
            Route.Of(sample.Read()).Stages.Select(stage => $"{stage.Group} {stage.Kind} {stage.PartyId} {stage.Role} {stage.Mandatory}");
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_sample_has_the_expected_risk(string number)
    {
        var sample = Sample.Of(number);

        Assert.Equal((string?)sample.Expected["riskTier"], sample.Read().Risk.Tier.ToString());
        Assert.NotEmpty(sample.Read().Risk.Reasons);
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Every_warning_of_a_sample_is_justified_and_nothing_else(string number)
    {
        var sample = Sample.Of(number);

        Assert.Equal(
            sample.Expected["justifications"]!.AsObject().Select(j => j.Key).Order(),
            sample.Check().Where(f => f.Severity is Severity.Warning).Select(f => f.RuleId).Distinct().Order()
        );
    }

    [Theory]
    [MemberData(nameof(Mutations))]
    public void A_mutation_fires_its_rule_and_nothing_but_the_mutation_does(string number, string name)
    {
        var mutation = Sample.Of(number).Expected["mutations"]!.AsArray().Single(m => (string?)m!["name"] == name)!.AsObject();
        var before = Sample.Of(number).Check().Select(f => f.RuleId);
        var after = Mutate(Sample.Of(number), mutation).Check().Select(f => f.RuleId).ToArray();

        Assert.All(
            mutation["expect"]!.AsArray(),
            rule =>
            {
                Assert.DoesNotContain((string)rule!, before);
                Assert.Contains((string)rule!, after);
            }
        );
    }

    private static Sample Mutate(Sample sample, JsonObject mutation)
    {
        sample.Patch(mutation["patch"]!.AsArray());

        if (mutation["lawBook"] is JsonObject law && law["status"] is { } status)
        {
            sample.WithEntry(
                (string)law["gateway"]!,
                gateway =>
                {
                    gateway["status"] = (string)status!;
                    gateway["validTo"] = "2025-03-31"; // the sample says how it ended, and a book says when as well
                }
            );
        }

        if (mutation["accessRequest"] is JsonObject request)
        {
            sample.Circumstances = sample.Circumstances with
            {
                Request = new AccessRequest(
                    null,
                    (string)request["organisation"]!,
                    Enum.Parse<PurposeCode>((string)request["purposeCode"]!)
                ),
            };
        }

        return sample;
    }
}
