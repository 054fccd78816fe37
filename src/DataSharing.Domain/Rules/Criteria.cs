using DataSharing.Domain.Law;

namespace DataSharing.Domain.Rules;

/// <summary>
/// By what agreements are judged: a law book and the portal's policy. Both change, so what was judged keeps their numbers.
/// </summary>
public sealed record Criteria(LawBook LawBook, Policy Policy)
{
    /// <summary>The book and the policy that come with the portal.</summary>
    public static Criteria First { get; } = new(LawBook.First, Policy.First);
}
