using DataSharing.Domain.Agreements;
using DataSharing.Domain.Content;
using DataSharing.Domain.Law;

namespace DataSharing.Domain.Tests.Rules;

/// <summary>Whatever an agreement relies on must be law on the day that counts (DSA-050).</summary>
public class ProvisionTests
{
    // What the samples do not rely on, said somewhere.
    private static readonly (string Sample, string[] Changes)[] Agreements =
    [
        .. Sample.Numbers.Select(number => (number, Array.Empty<string>())),
        ("7-2", ["""/purposes/P1/compatibilityRoute = "PL-TEST" """]),
        ("7-2", ["""/legalLines/L1/art10 = "A10-S1" """]),
        ("7-2", ["""/legalLines/L3/art6 = "A6-EA" """, """/legalLines/L3/annex1 = "RLI-SAF" """]),
        ("7-2", ["""/legalLines/L1/s1/- = {"id": "C9", "code": "S1-36", "underlying": "S1-18"}"""]),
        ("7-2", ["""/legalLines/L1/regime = "Part3" """, """/legalLines/L1/part3 = {"code": "P3-TASK", "sch8": ["S8-1", "S8-4"]}"""]),
        ("7-2", ["""/flows/F2/transfers/- = {"id": "T2", "mechanism": "TR-IDTA", "country": "IN", "traRef": "T-1"}"""]),
    ];

    public static TheoryData<string, string, string[]> Relied { get; } =
    [
        .. Agreements
            .SelectMany(agreement =>
                Codes(Sample.Of(agreement.Sample).With(agreement.Changes)).Select(code => (code, agreement.Sample, agreement.Changes))
            )
            .DistinctBy(x => (x.code, x.Sample)),
    ];

    [Theory]
    [MemberData(nameof(Relied), DisableDiscoveryEnumeration = true)]
    public void What_is_repealed_before_the_day_that_counts_is_found_where_it_is_named(string code, string number, string[] changes)
    {
        var sample = Sample.Of(number).With(changes);
        Assert.DoesNotContain(Found(sample, code), path => path.Length > 0); // as the book has it
        var lastDay = sample.Read().JudgedOn;

        sample.WithEntry(
            code,
            entry =>
            {
                entry["status"] = "Repealed";
                entry["validTo"] = $"{lastDay:yyyy-MM-dd}";
            }
        );
        Assert.Empty(Found(sample, code)); // on its last day it is the law

        sample.WithEntry(
            code,
            entry =>
            {
                entry["status"] = "Repealed";
                entry["validTo"] = $"{lastDay.AddDays(-1):yyyy-MM-dd}";
            }
        );
        Assert.NotEmpty(Found(sample, code));
        Assert.All(Found(sample, code), path => Assert.Contains(code, Said(sample, path), StringComparison.Ordinal));
    }

    [Fact]
    public void Every_kind_of_provision_is_tried() =>
        Assert.Empty(
            LawBook
                .First.Entries.Select(entry => entry.GetType())
                .Distinct()
                .Except(Relied.Select(row => LawBook.First.Find(row.Data.Item1)!.GetType()))
        );

    /// <summary>What only another regime asks for is not relied on.</summary>
    [Fact]
    public void What_the_regime_of_a_line_does_not_ask_for_is_let_be()
    {
        var sample = Sample
            .Of("7-2")
            .With("""/legalLines/L1/regime = "Part3" """, """/legalLines/L1/part3 = {"code": "P3-TASK", "sch8": []}""");
        var basis = (string)sample.Content["legalLines"]!.AsArray().Single(line => (string?)line!["id"] == "L1")!["art6"]!;

        sample.WithEntry(
            basis,
            entry =>
            {
                entry["status"] = "Repealed";
                entry["validTo"] = "2026-08-31";
            }
        );

        Assert.DoesNotContain("/legalLines/L1/art6", Found(sample, basis));
    }

    private static IEnumerable<string> Codes(Sample sample) =>
        ReliedOn.By(AgreementJson.Read(sample.Content)).Where(code => LawBook.First.Find(code) is not null);

    private static List<string> Found(Sample sample, string code) =>
        [
            .. sample
                .Check()
                .Where(finding =>
                    finding.RuleId == "DSA-050" && finding.Message.Contains($"({code}) is not in force", StringComparison.Ordinal)
                )
                .Select(finding => finding.Path),
        ];

    private static string Said(Sample sample, string path) => ContentPointer.Resolve(sample.Content, path)!.ToJsonString();
}
