using DataSharing.Documents.Narrative;
using DataSharing.Domain.Rules;
using DataSharing.Domain.Rules.Grounds;
using DataSharing.Web.Pages.Agreements.Findings;

namespace DataSharing.Web.Pages.Agreements.Drafting;

/// <summary>The ground that a line has just been given, with the ways to the evidence that it needs now.</summary>
public sealed record JustChosenGround(OfferedGround Offered, IReadOnlyList<ShownFinding> Needs)
{
    /// <returns>Null if the line does not say the code.</returns>
    public static JustChosenGround? Of(DraftPageModel page, string line, string? code)
    {
        if (string.IsNullOrEmpty(code) || page.AdviceOn(line) is not { } advice)
        {
            return null;
        }

        var offered = GroundVocabulary
            .All.Where(vocabulary => vocabulary.Chosen(advice.Situation.Line).Contains(code))
            .Select(vocabulary => advice.Offer(vocabulary.Question, code))
            .FirstOrDefault();
        return offered is null ? null : new JustChosenGround(offered, [.. ShownFinding.Together(offered.Needs, Show)]);

        // On the page of the line itself its questions go by their own names.
        ShownFinding Show(Finding finding) =>
            page.Shown(finding) is var shown && finding.Path.StartsWith($"/legalLines/{line}/", StringComparison.Ordinal)
                ? shown with
                {
                    Places = [.. shown.Places.Select(place => place with { Name = ItemNames.QuestionAt(finding.Path) })],
                }
                : shown;
    }
}
