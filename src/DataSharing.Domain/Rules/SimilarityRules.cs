using static DataSharing.Domain.Rules.Declare;

namespace DataSharing.Domain.Rules;

/// <summary>Whether somebody has agreed the same already.</summary>
internal static class SimilarityRules
{
    public static IEnumerable<Rule> All { get; } =
    [
        // Of agreements to which the drafting organisation is a party: it may know of no others (RecordsReader).
        Info("DSA-102")
            .Policy()
            .ForEach(a =>
                // Naming shares takes long, and mostly nothing is alike.
                from share in a.Records.Similar.Count > 0 ? Shares.Of(a.Content) : []
                join similar in a.Records.Similar on share.Share equals similar.Share
                select (share.Flow, similar.Reference)
            )
            .At((_, x) => new Place($"/flows/{x.Flow.Id}", ("ref", x.Reference)))
            .Says("A similar agreement exists: {ref}. Amend it instead?"),
    ];
}
