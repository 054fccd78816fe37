using DataSharing.Domain.Agreements.Content;

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
    int LawBookNumber);
