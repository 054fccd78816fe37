using DataSharing.Domain.Rules;

namespace DataSharing.Domain.Agreements;

/// <summary>What a rule said about a version when it was submitted. Never changed.</summary>
public sealed class SubmissionFinding
{
    private SubmissionFinding() { } // for EF Core

    public required AgreementVersionId VersionId { get; init; }

    /// <summary>1, 2, 3: errors first, then in the order of the rules.</summary>
    public required int Position { get; init; }
    public required string RuleId { get; init; }
    public required Severity Severity { get; init; }
    public required RuleSource Source { get; init; }
    public required string Path { get; init; }

    /// <summary>As <see cref="Finding.About"/>.</summary>
    public string About { get; private init; } = "";
    public required string Message { get; init; }
    public required IReadOnlyList<string> Law { get; init; }
    public required int LawBookNumber { get; init; }

    public FindingKey Key => new(RuleId, Severity, Path, About);

    internal static SubmissionFinding Of(Finding finding, int position, AgreementVersionId version) =>
        new()
        {
            VersionId = version,
            Position = position,
            RuleId = finding.RuleId,
            Severity = finding.Severity,
            Source = finding.Source,
            Path = finding.Path,
            About = finding.About,
            Message = finding.Message,
            Law = [.. finding.Law],
            LawBookNumber = finding.LawBookNumber,
        };
}
