using DataSharing.Domain.Rules;
using DataSharing.Domain.Rules.Grounds;
using DataSharing.Web.Pages.Law;

namespace DataSharing.Web.Pages.Agreements.Drafting;

/// <summary>A ground as it is offered.</summary>
/// <param name="OpenFacts">What must be answered before it can be judged.</param>
/// <param name="IsAdded">It would stand beside the others, and take the place of none.</param>
public sealed record ShownGround(OfferedGround Offered, StandingShown Standing, IReadOnlyList<ShownPlace> OpenFacts, bool IsAdded)
{
    /// <summary>The same words about several places are said once.</summary>
    public IEnumerable<Finding> Against => Offered.Against.DistinctBy(finding => (finding.RuleId, finding.Message));

    public IEnumerable<Finding> Needs => Offered.Needs.DistinctBy(finding => (finding.RuleId, finding.Message));

    public static ShownGround Of(DraftPageModel page, GroundQuestion question, OfferedGround offered) => new(
        offered,
        offered.Entry.Shown(offered.NotInForceOn ?? page.Today),
        [.. offered.OpenFacts.Select(page.PlaceAt)],
        GroundVocabulary.Of(question).HasSeveral);
}
