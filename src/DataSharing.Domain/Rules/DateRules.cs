using DataSharing.Domain.Content;
using DataSharing.Domain.Law;
using static DataSharing.Domain.Rules.Answers;
using static DataSharing.Domain.Rules.Declare;
using static DataSharing.Domain.Rules.Reading;

namespace DataSharing.Domain.Rules;

/// <summary>When it starts, is looked at again, and ends.</summary>
internal static class DateRules
{
    public static IEnumerable<Rule> All { get; } =
    [
        Error("DSA-095")
            .Policy()
            .ForEach(a =>
                new (string Name, DateOnly? Date)[]
                {
                    ("startDate", a.Content.StartDate),
                    ("reviewDate", a.Content.ReviewDate),
                    ("endDate", a.Content.EndDate),
                }
            )
            .When(x => x.Date is null)
            .At((_, x) => $"/{x.Name}")
            .Says("Set start, end and review dates."),
        Error("DSA-095")
            .Policy()
            .When(a => a.Content.ReviewDate > LatestReview(a))
            .At(
                (a, _) =>
                    new Place(
                        "/reviewDate",
                        ("limit", Quantity.InWords(ReviewWithinMonths(a), "months")),
                        ("date", InWords(LatestReview(a)!.Value))
                    )
            )
            .Says("The first review is more than {limit} after the start. Review by {date}."),
        Error("DSA-095")
            .Policy()
            .When(a => a.Content.ReviewDate < a.Eff)
            .At("/reviewDate")
            .Says("The first review is before the agreement takes effect. Set a later review date."),
        Error("DSA-095")
            .Policy()
            .When(a => a.Content.EndDate > LatestEnd(a))
            .At(
                (a, _) =>
                    new Place(
                        "/endDate",
                        ("limit", Quantity.InWords(a.Policy.LongestYears, "years")),
                        ("date", InWords(LatestEnd(a)!.Value))
                    )
                    {
                        About = "length",
                    }
            )
            .Says("It runs for more than {limit}. End it by {date}; it can be renewed then."),
        Error("DSA-095")
            .Policy()
            .When(a => a.Content.EndDate < a.Content.ReviewDate)
            .At("/endDate")
            .Says("It ends before its first review. Set an earlier review date or a later end date."),
        Error("DSA-095")
            .Policy()
            .When(a => a.Content.EffectiveFrom < a.Content.StartDate)
            .At("/effectiveFrom")
            .Says("This version takes effect before the agreement starts. Set a later date."),
        Error("DSA-096")
            .Policy()
            .When(a => a.Eff < (a.Circumstances.FinalApprovalDate ?? a.Today) && a.Content.Emergency is null)
            .At((a, _) => a.Content.EffectiveFrom is null ? "/startDate" : "/effectiveFrom")
            .Says("Sharing cannot start before approval (use the emergency route and complete approval afterwards)."),
    ];

    private static DateOnly? LatestReview(Reading a) => a.Eff?.PlusMonths(ReviewWithinMonths(a));

    private static DateOnly? LatestEnd(Reading a) => a.Eff?.PlusYears(a.Policy.LongestYears);

    private static int ReviewWithinMonths(Reading a) =>
        a.Risk.Tier is RiskTier.High || a.Content.Datasets.Any(ds => a.Large(ds) && Personal(ds) && SC(ds))
            ? a.Policy.ReviewWithinMonthsIfHighRisk
            : a.Policy.ReviewWithinMonths;
}
