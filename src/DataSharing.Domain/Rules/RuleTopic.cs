namespace DataSharing.Domain.Rules;

/// <summary>The rules about one part of an agreement, for people who look for one.</summary>
/// <param name="Slug">In addresses.</param>
/// <param name="About">What they look at.</param>
public sealed record RuleTopic(string Slug, string Name, string About, IReadOnlyList<Rule> Rules);
