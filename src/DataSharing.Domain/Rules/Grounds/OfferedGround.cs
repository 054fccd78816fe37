using DataSharing.Domain.Law;

namespace DataSharing.Domain.Rules.Grounds;

/// <summary>A code of the law book, held against one legal line.</summary>
/// <param name="Why">One sentence on why it fits or is in doubt; null if it is ruled out, for then the findings say why.</param>
/// <param name="Against">What the rules say about this very choice: an error rules it out, a warning puts it in doubt.</param>
/// <param name="OpenFacts">The places of facts that are not answered yet and on which what is said against it rests.</param>
/// <param name="Needs">What the rules would ask for next if it were chosen, each at the question that answers it.</param>
/// <param name="NotInForceOn">The day on which it would have to be law and is not; null if it is.</param>
/// <param name="IsChosen">The line says it already.</param>
public sealed record OfferedGround(
    LawEntry Entry,
    GroundFit Fit,
    string? Why,
    IReadOnlyList<Finding> Against,
    IReadOnlyList<string> OpenFacts,
    IReadOnlyList<Finding> Needs,
    DateOnly? NotInForceOn,
    bool IsChosen);
