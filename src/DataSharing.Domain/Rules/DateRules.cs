using DataSharing.Domain.Agreements.Content;
using DataSharing.Domain.Law;
using static DataSharing.Domain.Rules.Answers;
using static DataSharing.Domain.Rules.Declare;
using static DataSharing.Domain.Rules.Reading;

namespace DataSharing.Domain.Rules;

/// <summary>When it starts, is looked at again, and ends.</summary>
internal static class DateRules
{
    private const string Dates = "Set start, end and review dates. Review at least every two years (yearly if high risk).";

    public static IEnumerable<Rule> All { get; } =
    [
        Error("DSA-095").Policy()
            .ForEach(a => new (string Name, DateOnly? Date)[] { ("startDate", a.Content.StartDate), ("reviewDate", a.Content.ReviewDate), ("endDate", a.Content.EndDate) })
            .When(x => x.Date is null)
            .At((_, x) => $"/{x.Name}")
            .Says(Dates),

        Error("DSA-095").Policy()
            .When(a => a.Content.ReviewDate > a.Eff?.AddMonths(ReviewWithinMonths(a)) || a.Content.ReviewDate < a.Eff)
            .At("/reviewDate")
            .Says(Dates),

        Error("DSA-095").Policy()
            .When(a => a.Content.EndDate > a.Eff?.AddYears(a.Policy.LongestYears) || a.Content.EndDate < a.Content.ReviewDate)
            .At("/endDate")
            .Says(Dates),

        Error("DSA-095").Policy()
            .When(a => a.Content.EffectiveFrom < a.Content.StartDate)
            .At("/effectiveFrom")
            .Says(Dates),

        Error("DSA-096").Policy()
            .When(a => a.Eff < (a.Circumstances.FinalApprovalDate ?? a.Today) && a.Content.Emergency is null)
            .At((a, _) => a.Content.EffectiveFrom is null ? "/startDate" : "/effectiveFrom")
            .Says("Sharing cannot start before approval (use the emergency route and complete approval afterwards).")
    ];

    private static int ReviewWithinMonths(Reading a) =>
        a.Risk.Tier is RiskTier.High || a.Content.Datasets.Any(ds => a.Large(ds) && Personal(ds) && SC(ds))
            ? a.Policy.ReviewWithinMonthsIfHighRisk
            : a.Policy.ReviewWithinMonths;
}
