using DataSharing.Domain.Agreements.Approval;
using DataSharing.Domain.Content;
using DataSharing.Domain.Rules;

namespace DataSharing.Domain.Agreements;

/// <summary>
/// What the rules say about one content on one day: findings, risk and route. It carries the content's hash, so that a verb can tell
/// whether it is about the very content it acts on.
/// </summary>
public sealed record ContentCheck(
    ContentHash Hash,
    DateOnly Today,
    Moment Moment,
    int LawBookNumber,
    int PolicyNumber,
    IReadOnlyList<Finding> Findings,
    RiskAssessment Risk,
    Route Route
)
{
    public IEnumerable<Finding> Errors => Findings.Where(finding => finding.Severity is Severity.Error);

    public IEnumerable<Finding> Warnings => Findings.Where(finding => finding.Severity is Severity.Warning);

    public static ContentCheck Of(AgreementDocument document, Criteria criteria, Circumstances circumstances)
    {
        var reading = new Reading(document.Content, criteria, circumstances);
        return new ContentCheck(
            document.Hash,
            circumstances.Today,
            circumstances.Moment,
            criteria.LawBook.Number,
            criteria.Policy.Number,
            AgreementRules.Check(reading),
            reading.Risk,
            Route.Of(reading)
        );
    }

    /// <summary>The check of a version as it stands beside its stages and decisions.</summary>
    public static ContentCheck Of(AgreementVersion version, Criteria criteria, Records records, Moment moment, DateTimeOffset now) =>
        Of(version.Document, criteria, version.Circumstances(moment, now) with { Records = records });

    /// <summary>A verb takes only the check of the very content, made for its moment, today.</summary>
    /// <exception cref="StaleDecisionException">The content was changed since.</exception>
    internal void InsistOn(AgreementVersion version, Moment moment, DateTimeOffset now)
    {
        if (Hash != version.ContentHash)
        {
            throw new StaleDecisionException("The content has changed since it was checked.");
        }

        if (Moment != moment || Today != now.UkDay())
        {
            throw new DomainRuleException($"What the rules said on {Today:O} at {Moment} does not serve for {moment} today.");
        }
    }
}
