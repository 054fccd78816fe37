using System.Globalization;
using DataSharing.Domain.Content;

namespace DataSharing.Web.Tests.Documents.Narrative;

/// <summary>Agreements of which only the flows matter.</summary>
internal static class Flowing
{
    /// <param name="flows">For example <c>"A&gt;B B&gt;A A&gt;C&gt;B"</c>; the middle one of three passes the data on.</param>
    public static AgreementContent Between(
        int parties,
        string flows,
        string name = "University Hospitals of a Large County NHS Foundation Trust"
    ) =>
        new()
        {
            Parties = Enumerable
                .Range(0, parties)
                .Select(i => new Party
                {
                    Id = Letter(i),
                    Name = $"{name} {Letter(i)}",
                    Roles = [PartyRole.Controller],
                })
                .ToValueList(),
            Datasets =
            [
                new Dataset
                {
                    Id = "D1",
                    Name = "Attendances, diagnoses and discharge summaries of adults in the county",
                    EstimatedSubjects = 12_345_678,
                    Fields =
                    [
                        new DataField { Id = "a", SpecialCategory = SpecialCategory.Health },
                        new DataField { Id = "b", CriminalOffence = true },
                    ],
                },
            ],
            Flows = flows.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((flow, i) => Flow(flow.Split('>'), i + 1)).ToValueList(),
        };

    private static Flow Flow(string[] stops, int number) =>
        new()
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"F{number}"),
            From = stops[0],
            To = stops[^1],
            Via = stops.Length > 2 ? stops[1] : null,
            DatasetId = "D1",
            Mode = FlowMode.Bulk,
        };

    private static string Letter(int i) => ((char)('A' + i)).ToString();
}
