using System.Runtime.CompilerServices;
using DataSharing.Domain.Agreements;

namespace DataSharing.Domain.Tests.Agreements;

/// <summary>docs/workflow.md says what is built; here it is held against the tables in the code.</summary>
public class WorkflowDocumentTests
{
    [Fact]
    public void Every_action_of_the_code_stands_in_the_document_and_no_other()
    {
        var text = File.ReadAllText(Path.Combine(Path.GetDirectoryName(Here())!, "../../../docs/workflow.md"));
        var rows = text.Split('\n').Where(line => line.StartsWith("| T", StringComparison.Ordinal) && char.IsAsciiDigit(line[3])).ToList();
        var built = rows.SelectMany(row =>
            row.Split('|')[5].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        );
        var beside = Enum.GetNames<AgreementAction>()
            .Where(action =>
                text[text.IndexOf("Beside the transitions", StringComparison.Ordinal)..].Split(' ', ',', ';', '\n').Contains(action)
            );

        Assert.Equal(Enumerable.Range(1, 28).Select(number => $"T{number:00}"), rows.Select(row => row.Split('|')[1].Trim()));
        Assert.Equal(
            Enum.GetNames<AgreementAction>().Order(StringComparer.Ordinal),
            built.Concat(beside).Distinct().Order(StringComparer.Ordinal)
        );
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
