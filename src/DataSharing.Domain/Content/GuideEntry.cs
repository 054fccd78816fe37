using System.Text.RegularExpressions;

namespace DataSharing.Domain.Content;

/// <summary>What people are told about one place of the content, wherever it is asked, shown, compared or published.</summary>
/// <param name="Path">With <c>*</c> for the items of a list: <c>/purposes/*/description</c>.</param>
/// <param name="Label">What the answer is called.</param>
/// <param name="Hint">What to write, in one or two sentences under the label. A setting of the policy stands as its name in braces; the
/// rules fill it in.</param>
/// <param name="Help">Why it is asked, for whoever wants to know more.</param>
public sealed partial record GuideEntry(
    string Path,
    string Label,
    string? Hint,
    string? Help,
    Section Section,
    Readers Readers,
    Editors Editors
)
{
    /// <summary>The shape of the answer; its vocabulary, if it has one, is in it.</summary>
    public required ContentShape Shape { get; init; }

    /// <summary>The hint without the sentences that depend on a policy, for where none counts.</summary>
    public string? HintWithoutLimits =>
        Hint is null || SentenceWithSetting().Replace(Hint, "").Trim() is not { Length: > 0 } rest ? null : rest;

    [GeneratedRegex(@"[^.{]*\{[^.]*\.\s*")]
    private static partial Regex SentenceWithSetting();
}

/// <summary>The parts in which an agreement is drafted and read, in this order.</summary>
public enum Section
{
    Basics,
    Parties,
    Purposes,
    DatasetsAndFields,
    LegalGrounds,
    DataFlows,
    Anonymity,
    Security,
    PublicTrust,
    RightsAndComplaints,
    RetentionAndOnwardSharing,
    Benefits,
    AssessmentsAndEvidence,
    Dates,
}

public enum Readers
{
    /// <summary>Everybody: it goes into the public register entry (§8.1).</summary>
    Public,

    /// <summary>Only those who may see the agreement.</summary>
    Parties,
}

public enum Editors
{
    /// <summary>The organisation that drafts the agreement.</summary>
    Drafter,

    /// <summary>The drafter, and the party that the record belongs to.</summary>
    OwnParty,
}
