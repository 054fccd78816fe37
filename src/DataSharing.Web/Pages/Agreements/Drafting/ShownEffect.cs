using DataSharing.Documents.Narrative;
using DataSharing.Domain.Content;
using DataSharing.Domain.Rules;
using DataSharing.Web.Pages.Agreements.Findings;

namespace DataSharing.Web.Pages.Agreements.Drafting;

/// <summary>What saving a form would do to the findings, told before it is saved.</summary>
/// <param name="Added">Findings that would come.</param>
/// <param name="Removed">Findings that would go.</param>
public sealed record ShownEffect(IReadOnlyList<ShownFinding> Added, IReadOnlyList<ShownFinding> Removed)
{
    /// <summary>"Saving this would add 2 errors and remove 1 warning."</summary>
    public string InWords =>
        (Told(Added), Told(Removed)) switch
        {
            ("", "") => "Saving this would change no finding.",
            (var added, "") => $"Saving this would add {added}.",
            ("", var removed) => $"Saving this would remove {removed}.",
            var (added, removed) => $"Saving this would add {added} and remove {removed}.",
        };

    public bool IsForTheBetter => Added.Count == 0;

    /// <param name="after">The answers as they would be: what comes may be about an item that is not there yet.</param>
    /// <param name="form">The pointer of what the form is about. Only to its questions a link leads: elsewhere it would leave behind what
    /// was typed.</param>
    internal static ShownEffect Of(DraftPageModel page, FindingChanges changes, Answers after, string form)
    {
        return new ShownEffect(
            [.. changes.Added.Select(finding => Show(finding, after))],
            [.. changes.Removed.Select(finding => Show(finding, page.Answers))]
        );

        ShownFinding Show(Finding finding, Answers answers) =>
            page.Shown(finding) with
            {
                Places = [new ShownPlace(ItemNames.PlaceOf(answers, finding.Path), LinkTo(finding.Path))],
                Justification = null,
                JustifyIn = null,
            };

        string LinkTo(string path) =>
            ContentPart.Around(path).Path == form && DraftAddress.OfQuestion(page.Reference, path).Split('#') is [_, var question]
                ? "#" + question
                : "";
    }

    private static string Told(IReadOnlyList<ShownFinding> findings) =>
        Words.List([
            .. from kind in new[]
            {
                (Severity.Error, "error", "errors"),
                (Severity.Warning, "warning", "warnings"),
                (Severity.Info, "note", "notes"),
            }
            let count = findings.Count(finding => finding.Finding.Severity == kind.Item1)
            where count > 0
            select Words.Count(count, kind.Item2, kind.Item3),
        ]);
}
