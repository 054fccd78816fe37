using DataSharing.Domain.Content;
using static DataSharing.Domain.Rules.Declare;
using static DataSharing.Domain.Rules.Reading;

namespace DataSharing.Domain.Rules;

/// <summary>
/// Evidence that runs out. Whatever has run out is an error, yearly or not: an agreement that rests on it rests on nothing. What runs out
/// before the agreement ends is a warning at once, but for what is renewed every year only when the renewal is near.
/// </summary>
internal static class EvidenceRules
{
    private const int LongestReference = 100; // it goes into an index
    private const string RunsOut = "{document} {expires} on {date}, before the agreement ends. {renew}";

    public static IEnumerable<Rule> All { get; } =
    [
        Error("DSA-101")
            .Policy()
            .ForEach(a => a.DatedEvidence)
            .When((a, evidence) => a.Past(evidence.ValidTo))
            .At((_, evidence) => At(evidence))
            .Says("{document} {expired} on {date}. {renew}"),
        Warning("DSA-101")
            .Policy()
            .ForEach(a => a.DatedEvidence.Where(evidence => !evidence.Yearly))
            .When((a, evidence) => !a.Past(evidence.ValidTo) && evidence.ValidTo < a.Content.EndDate)
            .At((_, evidence) => At(evidence))
            .Says(RunsOut),
        Warning("DSA-101")
            .Policy()
            .ForEach(a => a.DatedEvidence.Where(evidence => evidence.Yearly))
            .When(
                (a, evidence) =>
                    !a.Past(evidence.ValidTo)
                    && evidence.ValidTo <= a.Today.AddDays(a.Policy.EvidenceWarningDays)
                    && (a.Content.EndDate is null || evidence.ValidTo < a.Content.EndDate)
            )
            .At((_, evidence) => At(evidence))
            .Says(RunsOut),
        Error("DSA-150")
            .Policy()
            .ForEach(a => a.Records.Erased)
            .At((_, erased) => new Place(erased.Path ?? "/dpia", ("document", erased.Title)) { About = Reference(erased.Title) })
            .Says("The file of “{document}” was erased. Attach what takes its place, or remove it from the evidence."),
    ];

    // Another date is another finding: a certificate accepted this year says nothing of the next.
    private static Place At(DatedEvidence evidence) =>
        new(
            evidence.Path,
            ("document", evidence.Name),
            ("date", InWords(evidence.ValidTo)),
            ("renew", evidence.Renew),
            ("expires", evidence.IsReview ? "is due for review" : "expires"),
            ("expired", evidence.IsReview ? "was due for review" : "expired")
        )
        {
            About = $"{Reference(evidence.Reference)} {evidence.ValidTo:yyyy-MM-dd}".TrimStart(),
        };

    private static string Reference(string text) => text[..Math.Min(text.Length, LongestReference)];
}
