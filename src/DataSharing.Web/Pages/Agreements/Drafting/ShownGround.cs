using DataSharing.Domain.Rules.Grounds;
using DataSharing.Web.Pages.Agreements.Reading;
using DataSharing.Web.Pages.Law;

namespace DataSharing.Web.Pages.Agreements.Drafting;

/// <summary>A ground as it is offered, with the ways to what it needs.</summary>
/// <param name="Against">What the rules say against it.</param>
/// <param name="OpenFacts">What must be answered before it can be judged.</param>
/// <param name="Needs">What would have to be answered next.</param>
/// <param name="IsAdded">It would stand beside the others, and take the place of none.</param>
public sealed record ShownGround(
    OfferedGround Offered, StandingShown Standing, IReadOnlyList<ShownFinding> Against, IReadOnlyList<ShownPlace> OpenFacts, IReadOnlyList<ShownFinding> Needs, bool IsAdded)
{
    public static ShownGround Of(DraftPageModel page, GroundQuestion question, OfferedGround offered) => new(
        offered,
        offered.Entry.Shown(offered.NotInForceOn ?? page.Today),
        [.. ShownFinding.Together(offered.Against, page.Shown)],
        [.. offered.OpenFacts.Select(page.PlaceAt)],
        [.. ShownFinding.Together(offered.Needs, page.Shown)],
        GroundVocabulary.Of(question).HasSeveral);

    /// <summary>The ground that a line has just been given, if it has it.</summary>
    public static ShownGround? JustChosen(DraftPageModel page, string line, string? code)
    {
        var advice = string.IsNullOrEmpty(code) ? null : page.AdviceOn(line);
        return advice is null ? null : GroundVocabulary.All
            .Where(vocabulary => vocabulary.Chosen(advice.Situation.Line).Contains(code))
            .Select(vocabulary => advice.Offer(vocabulary.Question, code!) is { } offered ? Of(page, vocabulary.Question, offered) : null)
            .FirstOrDefault(shown => shown is not null)?.Within($"/legalLines/{line}", page);
    }

    /// <summary>On the page of the line itself its questions go by their own names.</summary>
    private ShownGround Within(string line, DraftPageModel page) => this with
    {
        Needs =
        [
            .. ShownFinding.Together(Offered.Needs, finding => page.Shown(finding) is var shown && finding.Path.StartsWith(line + "/", StringComparison.Ordinal)
                ? shown with { Places = [.. shown.Places.Select(place => place with { Name = ItemNames.QuestionAt(finding.Path) })] }
                : shown)
        ]
    };
}
