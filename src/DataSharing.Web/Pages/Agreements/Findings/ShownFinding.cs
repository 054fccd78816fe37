using DataSharing.Domain.Agreements;
using DataSharing.Domain.Law;
using DataSharing.Domain.Rules;

namespace DataSharing.Web.Pages.Agreements.Findings;

/// <summary>What a rule says about one place or more, with what can be done about it.</summary>
/// <param name="Finding">What it says.</param>
/// <param name="Reference">Of the agreement.</param>
/// <param name="Places">What it is about: in words, and where it is answered or read.</param>
/// <param name="Justification">Why it is accepted, if somebody said so.</param>
/// <param name="JustifyIn">The agreement in which the person may justify it, if they may.</param>
public sealed record ShownFinding(
    Finding Finding,
    string Reference,
    IReadOnlyList<ShownPlace> Places,
    ShownJustification? Justification,
    string? JustifyIn
)
{
    /// <summary>The places that are shown; how many more there are is said.</summary>
    public int Most { get; init; } = int.MaxValue;

    /// <summary>The provisions behind it that are in the law book, where they can be read.</summary>
    public IReadOnlyList<LawEntry> Provisions { get; init; } = [];

    /// <summary>What the law book does not have, or does not show beside it: a citation is said once.</summary>
    public IReadOnlyList<string> OtherLaw => [.. Finding.Law.Except(Provisions.Select(entry => entry.Citation))];

    /// <summary>The settings of the policy that it rests on, each with its value.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];

    /// <summary>What a rule says in several places with the same words becomes one.</summary>
    public static IEnumerable<ShownFinding> Together(IEnumerable<Finding> findings, Func<Finding, ShownFinding> show) =>
        findings
            .GroupBy(finding => (finding.RuleId, finding.Message))
            .Select(same => same.Select(show).ToList())
            .Select(same =>
                same[0] with
                {
                    Places = [.. same.SelectMany(one => one.Places)],
                    Provisions = [.. same.SelectMany(one => one.Provisions).Distinct()],
                }
            );

    public string Modifier =>
        Justification is not null
            ? "ds-finding--done"
            : Finding.Severity switch
            {
                Severity.Warning => "ds-finding--warn",
                Severity.Info => "ds-finding--done",
                _ => "",
            };

    public string Kind => Finding.Severity.InWords() + (Justification is null ? "" : ", justified");
}

/// <param name="Name">In words.</param>
/// <param name="Link">To the question, or to the answer for whoever may not change it.</param>
public sealed record ShownPlace(string Name, string Link);

/// <summary>Why a warning is accepted, who said so (where the page tells it) and when.</summary>
public sealed record ShownJustification(string Text, string? By, DateTimeOffset At);
