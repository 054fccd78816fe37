using DataSharing.Domain.Content;
using DataSharing.Domain.Law;

namespace DataSharing.Web.Tests.Documents;

/// <summary>The demo's six agreements.</summary>
internal static class Samples
{
    public static IReadOnlyList<string> Names { get; } = ["7-1", "7-2", "7-3", "7-4", "7-5", "7-6"];

    public static TheoryData<string> All => new(Names);

    public static AgreementContent Content(string name) =>
        AgreementImport
            .Read(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Samples", $"{name}.agreement.json")), LawBook.First)
            .File!.Document.Content;
}
