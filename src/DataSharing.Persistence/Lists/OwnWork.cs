using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Approval;
using DataSharing.Domain.Agreements.Rechecks;
using DataSharing.Domain.Editions;

namespace DataSharing.Persistence.Lists;

/// <summary>What a person works at and looks after, beside what waits for their decision.</summary>
public sealed record OwnWork
{
    /// <summary>The drafts changed last.</summary>
    public required IReadOnlyList<DraftItem> Drafts { get; init; }

    /// <summary>The agreements in force whose new findings press most.</summary>
    public required IReadOnlyList<FoundItem> Found { get; init; }

    /// <summary>
    /// On how many agreements something is found, shown here or not; more than <see cref="TaskList.MostCounted"/> is not told apart.
    /// </summary>
    public required int FoundInAll { get; init; }

    /// <summary>What the person decided or signed last.</summary>
    public required IReadOnlyList<DecidedItem> Decided { get; init; }

    /// <summary>
    /// How many findings are open on how many agreements that the person audits, counted like <see cref="FoundInAll"/>; null for who audits
    /// nothing.
    /// </summary>
    public required (int Findings, int Agreements)? Audited { get; init; }

    /// <summary>Law books and policies for an administrator to release who did not write in them.</summary>
    public required IReadOnlyList<EditionToRelease> ToRelease { get; init; }

    /// <summary>
    /// Whether any agreement has changed of which the person sees something: if none has, there is no news to be counted.
    /// </summary>
    public required bool IsAnythingNew { get; init; }
}

public sealed record DraftItem(
    string Reference,
    string Label,
    string? Title,
    DateTimeOffset ChangedAt,
    bool Returned,
    bool Invited,
    int OpenComments
);

/// <param name="Ordinal">Of the version in force: the agreement's own page may show its next version.</param>
/// <param name="Errors">That nobody has answered yet.</param>
/// <param name="Answered">Errors that somebody has answered and that are still there.</param>
public sealed record FoundItem(
    string Reference,
    int Ordinal,
    string Label,
    string? Title,
    int Errors,
    int Warnings,
    int Answered,
    IReadOnlyList<FindingCause> Causes,
    DateTimeOffset Since
);

/// <param name="Outcome">Null if they signed.</param>
public sealed record DecidedItem(
    string Reference,
    int Ordinal,
    string Label,
    string? Title,
    VersionStatus Status,
    DecisionOutcome? Outcome,
    DateTimeOffset At
);

public sealed record EditionToRelease(EditionKind Kind, int Number);
