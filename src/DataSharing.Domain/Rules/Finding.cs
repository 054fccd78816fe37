using DataSharing.Domain.Content;

namespace DataSharing.Domain.Rules;

/// <summary>One thing that a rule has to say about an agreement.</summary>
/// <param name="RuleId">For example <c>DSA-047</c>.</param>
/// <param name="Severity">Whether it blocks.</param>
/// <param name="Source">Whether law, a code or policy asks for it.</param>
/// <param name="Path">A <see cref="ContentPointer"/> to what it is about; it leads to the form.</param>
/// <param name="Message">Plain English.</param>
/// <param name="Law">The provisions behind it.</param>
/// <param name="LawBookNumber">The book it was judged by.</param>
public sealed record Finding(
    string RuleId,
    Severity Severity,
    RuleSource Source,
    string Path,
    string Message,
    ValueList<string> Law,
    int LawBookNumber
)
{
    /// <summary>Which of several things at its place it is about, and their date if they have one; mostly nothing.</summary>
    public string About { get; init; } = "";

    /// <summary>What makes it the same finding in another check, whatever its words then are.</summary>
    public FindingKey Key => new(RuleId, Severity, Path, About);
}

/// <summary>
/// Two findings of one version with the same key are one. At another date of evidence it is another: what was accepted of a year says
/// nothing of the next.
/// </summary>
public readonly record struct FindingKey(string RuleId, Severity Severity, string Path, string About);
