using DataSharing.Domain.Agreements.Approval;
using DataSharing.Domain.Agreements.Content;
using DataSharing.Domain.Law;
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
    IReadOnlyList<Finding> Findings,
    RiskAssessment Risk,
    Route Route)
{
    public IEnumerable<Finding> Errors => Findings.Where(finding => finding.Severity is Severity.Error);

    public IEnumerable<Finding> Warnings => Findings.Where(finding => finding.Severity is Severity.Warning);

    public static ContentCheck Of(AgreementDocument document, LawBook lawBook, Circumstances circumstances, Policy? policy = null)
    {
        var reading = new Reading(document.Content, lawBook, circumstances, policy);
        return new ContentCheck(
            document.Hash, circumstances.Today, circumstances.Moment, lawBook.Number, AgreementRules.Check(reading), reading.Risk, Route.Of(reading));
    }

    /// <summary>The check of a version as it stands beside its stages and decisions.</summary>
    public static ContentCheck Of(AgreementVersion version, LawBook lawBook, Moment moment, DateTimeOffset now, Policy? policy = null) =>
        Of(version.Document, lawBook, version.Circumstances(moment, now), policy);

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
