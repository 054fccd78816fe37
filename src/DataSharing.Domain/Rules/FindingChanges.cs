namespace DataSharing.Domain.Rules;

/// <summary>
/// What another content does to the findings. A finding is the same if the same rule says it of the same place, whatever names it tells.
/// </summary>
/// <param name="Added">Findings that come.</param>
/// <param name="Removed">Findings that go.</param>
public sealed record FindingChanges(IReadOnlyList<Finding> Added, IReadOnlyList<Finding> Removed)
{
    public static FindingChanges Between(IReadOnlyList<Finding> before, IReadOnlyList<Finding> after) =>
        new(Without(after, before), Without(before, after));

    private static List<Finding> Without(IReadOnlyList<Finding> findings, IReadOnlyList<Finding> others)
    {
        var known = others.Select(Key).ToHashSet();
        return [.. findings.Where(finding => !known.Contains(Key(finding)))];
    }

    private static (string, Severity, RuleSource, string) Key(Finding finding) =>
        (finding.RuleId, finding.Severity, finding.Source, finding.Path);
}
