using System.Text.Json.Nodes;
using DataSharing.Documents.Narrative;
using DataSharing.Domain.Agreements;
using DataSharing.Domain.Content;
using DataSharing.Domain.Rules;

namespace DataSharing.Web.Pages.Agreements.Drafting;

/// <summary>How far a section of the draft is: what is answered in it, and what the checks still find.</summary>
/// <param name="Completing">The partners who alone complete something in it now.</param>
public sealed record SectionProgress(
    Section Section,
    string Summary,
    IReadOnlyList<Party> Completing,
    bool IsAnswered,
    bool HasNothingToSay,
    int Errors,
    int OpenWarnings,
    int JustifiedWarnings
)
{
    public bool IsDone => (IsAnswered || HasNothingToSay) && Errors == 0 && OpenWarnings == 0;

    /// <summary>The sections under the headings of the task list.</summary>
    public static IReadOnlyList<(string Heading, Section[] Sections)> Groups { get; } =
    [
        ("What and who", [Section.Basics, Section.Parties, Section.Purposes]),
        ("The data and the law", [Section.DatasetsAndFields, Section.LegalGrounds, Section.DataFlows]),
        ("Protection", [Section.Anonymity, Section.Security]),
        ("People", [Section.PublicTrust, Section.RightsAndComplaints]),
        ("Life of the agreement", [Section.RetentionAndOnwardSharing, Section.Benefits, Section.AssessmentsAndEvidence, Section.Dates]),
    ];

    public static IReadOnlyList<SectionProgress> Of(AgreementVersion version, ContentCheck check)
    {
        var node = version.Document.ToNode();
        var findings = check.Findings.ToLookup(finding => SectionOf(finding.Path));
        return
        [
            .. Enum.GetValues<Section>()
                .Select(section =>
                {
                    var part = ContentPart.Of(section);
                    var warnings = findings[section].Where(finding => finding.Severity is Severity.Warning).ToList();
                    return new SectionProgress(
                        section,
                        SummaryOf(section, version.Document.Content),
                        [
                            .. part
                                .Lists.SelectMany(list => ContentItems.In(node, list))
                                .Select(item => version.Locks.HolderOf(item.Path))
                                .OfType<Party>()
                                .Distinct(),
                        ],
                        HasAnswers(part.Read(node)) || part.Lists.Any(list => ContentItems.In(node, list).Any()),
                        version.SectionsWithNothing.Contains(section),
                        findings[section].Count(finding => finding.Severity is Severity.Error),
                        warnings.Count(warning => version.JustificationOf(warning.RuleId) is null),
                        warnings.Count(warning => version.JustificationOf(warning.RuleId) is not null)
                    );
                }),
        ];
    }

    /// <summary>Every draft has a title from its start.</summary>
    private static bool HasAnswers(JsonObject answers) => answers.Any(answer => answer.Key != "title");

    internal static Section SectionOf(string path) => path.Length == 0 ? Section.Basics : ContentGuide.For(path).Section;

    private static string SummaryOf(Section section, AgreementContent content) =>
        section switch
        {
            Section.Basics => content.AgreementType is { } type ? CodeLabels.Of(type) : "",
            Section.Parties => Several(content.Parties.Count, "party", "parties"),
            Section.Purposes => Several(content.Purposes.Count, "purpose", "purposes"),
            Section.DatasetsAndFields => content.Datasets.Count == 0
                ? ""
                : $"{Several(content.Datasets.Count, "dataset", "datasets")}, "
                    + $"{Words.Count(content.Datasets.Sum(d => d.Fields.Count), "field", "fields")}",
            Section.LegalGrounds => Several(content.LegalLines.Count, "legal line", "legal lines"),
            Section.DataFlows => Several(content.Flows.Count, "flow", "flows"),
            Section.Anonymity => Several(content.Techniques.Count, "technique", "techniques"),
            Section.PublicTrust => Several(content.PrivacyNotices.Count, "privacy notice", "privacy notices"),
            Section.RightsAndComplaints => content.Rights?.SingleContact ?? "",
            Section.RetentionAndOnwardSharing => Several(content.Retention.Count, "retention period", "retention periods"),
            Section.Benefits => Several(content.Benefits.Count, "benefit", "benefits"),
            Section.AssessmentsAndEvidence => Several(content.Dpia.Count, "impact assessment", "impact assessments"),
            Section.Dates => content.StartDate is { } start ? $"Starts on {Words.Date(start)}" : "",
            _ => "",
        };

    private static string Several(int number, string one, string many) => number == 0 ? "" : Words.Count(number, one, many);
}
