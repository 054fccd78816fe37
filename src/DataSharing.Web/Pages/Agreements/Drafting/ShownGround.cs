using DataSharing.Documents.Narrative;
using DataSharing.Domain.Rules;
using DataSharing.Domain.Rules.Grounds;
using DataSharing.Web.Pages.Law;

namespace DataSharing.Web.Pages.Agreements.Drafting;

/// <summary>A ground as it is offered.</summary>
/// <param name="OpenFacts">What must be answered before it can be judged.</param>
/// <param name="RestsOn">The answers that rule it out or put it in doubt.</param>
/// <param name="ChangeIn">Where the line's own form says it.</param>
/// <param name="IsAdded">It would stand beside the others, and take the place of none.</param>
public sealed record ShownGround(
    OfferedGround Offered,
    string? Unconfirmed,
    IReadOnlyList<GroundFact> OpenFacts,
    IReadOnlyList<GroundFact> RestsOn,
    string ChangeIn,
    bool IsAdded
)
{
    /// <summary>The same words about several places are said once.</summary>
    public IEnumerable<Finding> Against => Offered.Against.DistinctBy(finding => (finding.RuleId, finding.Message));

    public IEnumerable<Finding> Open => Offered.Open.DistinctBy(finding => (finding.RuleId, finding.Message));

    public IEnumerable<Finding> Needs => Offered.Needs.DistinctBy(finding => (finding.RuleId, finding.Message));

    /// <summary>It is worth saying what it would need.</summary>
    public bool IsNear => Offered.Fit is GroundFit.Fits or GroundFit.Doubtful;

    public static ShownGround Of(GroundModel page, GroundQuestion question, OfferedGround offered)
    {
        var vocabulary = GroundVocabulary.Of(question);
        return new ShownGround(
            offered,
            offered.Entry.Shown(offered.NotInForceOn ?? page.Today).Open,
            [.. offered.OpenFacts.Select(path => GroundFact.At(page, path))],
            [.. offered.RestsOn.Select(path => GroundFact.At(page, path))],
            DraftAddress.OfQuestion(page.Reference, page.Path + vocabulary.Path) is var form && form.Contains('#', StringComparison.Ordinal)
                ? form
                : $"{form}#{Anchor.Of(page.Path + vocabulary.Path)}",
            vocabulary.HasSeveral
        );
    }
}
