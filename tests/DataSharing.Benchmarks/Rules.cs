using System.Text.Json.Nodes;
using DataSharing.Domain.Agreements.Approval;
using DataSharing.Domain.Content;
using DataSharing.Domain.Rules;

namespace DataSharing.Benchmarks;

/// <summary>How long the rules take, as a ratio to work that the same agreement asks for anyway: writing and reading it once.</summary>
internal static class Rules
{
    public static void Measure()
    {
        var samples = Directory
            .EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Samples"), "*.agreement.json")
            .Order(StringComparer.Ordinal)
            .Select(file =>
                (
                    Name: Path.GetFileName(file)[..^".agreement.json".Length],
                    Content: AgreementJson.Read(JsonNode.Parse(File.ReadAllText(file))!["content"]!)
                )
            )
            .Select(sample => (sample.Name, Document: AgreementDocument.Of(sample.Content)))
            .OrderBy(sample => sample.Document.Bytes.Length)
            .ToArray();

        Console.WriteLine(
            $"{AgreementRules.All.Select(rule => rule.Id).Distinct().Count()} rules, {samples.Length} agreements, one thread"
        );

        var (name, largest) = samples[^1];
        var bytes = largest.Bytes.ToArray();
        var known = Known(largest.Content);
        Console.WriteLine($"The largest, {name}, has {bytes.Length} bytes");
        Console.WriteLine(
            $"  rules ÷ writing it once   {Ratio.Of(() => Check(largest.Content, known), () => CanonicalJson.Serialize(AgreementJson.ToNode(largest.Content)))}"
        );
        Console.WriteLine($"  rules ÷ reading it once   {Ratio.Of(() => Check(largest.Content, known), () => AgreementJson.Read(bytes))}");
        Console.WriteLine(
            $"  and ÷ opening a version   {Ratio.Of(() => Check(largest.Content, known), () => AgreementDocument.Read(bytes))}"
        );

        Console.WriteLine("All rules, for each agreement");
        foreach (var (sample, document) in samples)
        {
            var circumstances = Known(document.Content);
            var before = GC.GetAllocatedBytesForCurrentThread();
            Check(document.Content, circumstances);
            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Console.WriteLine(
                $"  {sample}   {Ratio.Of(() => Check(document.Content, circumstances), () => CanonicalJson.Serialize(AgreementJson.ToNode(document.Content))).First, 6:0.0} µs, {allocated / 1024.0:0} KB"
            );
        }
    }

    private static void Check(AgreementContent content, Circumstances circumstances) =>
        AgreementRules.Check(new Reading(content, Criteria.First, circumstances));

    /// <summary>As every night for an agreement in force, which all of its parties have signed.</summary>
    private static Circumstances Known(AgreementContent content) =>
        new()
        {
            Today = new DateOnly(2026, 10, 1),
            Moment = Moment.InForce,
            FinalApprovalDate = new DateOnly(2026, 9, 15),
            Editors = ["Amira"],
            Duties = content
                .Parties.SelectMany(party =>
                    new DutyDone[]
                    {
                        new(
                            party.Id,
                            $"Owner of {party.Id}",
                            Role.InformationAssetOwner,
                            Decides: true,
                            Signs: false,
                            Mandatory: true,
                            OnThisContent: true
                        ),
                        new(
                            party.Id,
                            $"Signatory of {party.Id}",
                            Role.AuthorisedSignatory,
                            Decides: true,
                            Signs: true,
                            Mandatory: true,
                            OnThisContent: true
                        ),
                    }
                )
                .ToValueList(),
        };
}
