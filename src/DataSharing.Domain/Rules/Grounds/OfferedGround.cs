using DataSharing.Domain.Law;

namespace DataSharing.Domain.Rules.Grounds;

/// <summary>A code of the law book, held against one legal line.</summary>
/// <param name="Why">One sentence on why it fits, is in doubt or is for others; null where the findings say it.</param>
/// <param name="Against">What the rules say about this very choice: an error rules it out, a warning puts it in doubt.</param>
/// <param name="Open">What the rules say about it only because a fact is not answered yet.</param>
/// <param name="OpenFacts">The places of those facts.</param>
/// <param name="RestsOn">The places of the answers that rule it out or put it in doubt, where it is a few that do.</param>
/// <param name="Needs">What the rules would ask for next if it were chosen, each at the question that answers it.</param>
/// <param name="NotInForceOn">The day on which it would have to be law and is not; null if it is.</param>
/// <param name="IsChosen">The line says it already.</param>
public sealed record OfferedGround(
    LawEntry Entry,
    GroundFit Fit,
    string? Why,
    IReadOnlyList<Finding> Against,
    IReadOnlyList<Finding> Open,
    IReadOnlyList<string> OpenFacts,
    IReadOnlyList<string> RestsOn,
    IReadOnlyList<Finding> Needs,
    DateOnly? NotInForceOn,
    bool IsChosen
);
