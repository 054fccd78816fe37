using DataSharing.Domain.Agreements.Approval;

namespace DataSharing.Documents.Paper;

/// <summary>A decision, an advice or a passed gate on which the version rests.</summary>
/// <param name="About">What was decided, for example "Caldicott Guardian".</param>
/// <param name="Outcome">With its reference and its conditions, a line each.</param>
public sealed record PaperDecision(string About, string Organisation, string Person, IReadOnlyList<string> Outcome, string Day)
{
    public static IReadOnlyList<string> Columns { get; } = ["Stage", "Organisation", "Decided by", "Outcome", "Day"];

    /// <summary>A text for each column.</summary>
    public IReadOnlyList<string> Cells => [About, Organisation, Person, string.Join('\n', Outcome), Day];

    internal static PaperDecision Of(Stage stage, Decision decision, Names names) =>
        new(
            stage.Kind.InWords(),
            names.Of(stage.Organisation),
            names.Of(decision.Person),
            [
                decision.Outcome.InWords() + (stage.CarriedDecision is null ? "" : ", on an earlier version, carried over"),
                .. decision.Reference is { } reference ? [$"Reference: {reference}"] : Array.Empty<string>(),
                .. decision.Conditions.Select(condition => $"Condition{(decision.Acceptance is null ? "" : ", accepted")}: {condition}"),
            ],
            Words.Date(decision.At.UkDay())
        );
}
