using DataSharing.Domain.Content;
using DataSharing.Domain.Rules;

namespace DataSharing.Domain.Agreements.Rechecks;

/// <summary>
/// What a rule says of a version in force and did not say when it was submitted. A task of its owner until it is answered, and open until a
/// later check no longer finds it.
/// </summary>
public sealed class LiveFinding
{
    public const int AnswerMaxLength = 2000;

    private LiveFinding() { } // for EF Core

    public required Guid Id { get; init; }
    public required AgreementVersionId VersionId { get; init; }
    public required string RuleId { get; init; }
    public required Severity Severity { get; init; }
    public required RuleSource Source { get; init; }
    public required string Path { get; init; }

    /// <summary>As <see cref="Finding.About"/>.</summary>
    public string About { get; private init; } = "";
    public required string Message { get; init; }
    public required IReadOnlyList<string> Law { get; init; }
    public required int LawBookNumber { get; init; }
    public required int PolicyNumber { get; init; }
    public required FindingCause Cause { get; init; }

    /// <summary>
    /// The law book and the policy by which it was in order before; null of a finding from a time that did not keep them.
    /// </summary>
    public int? LawBookBefore { get; private init; }
    public int? PolicyBefore { get; private init; }

    /// <summary>Whose matter it is: the party that it is about, else the organisation that drafted the agreement.</summary>
    public required OrganisationId Owner { get; init; }
    public required DateTimeOffset FoundAt { get; init; }

    /// <summary>When a check no longer found it, or its version left force.</summary>
    public DateTimeOffset? ClearedAt { get; private set; }

    /// <summary>What its owner does about it.</summary>
    public string? Answer { get; private set; }
    public PersonId? AnsweredBy { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }

    public bool IsOpen => ClearedAt is null;

    public FindingKey Key => new(RuleId, Severity, Path, About);

    internal static LiveFinding Of(
        Finding finding,
        int policy,
        FindingCause cause,
        Criteria before,
        AgreementVersionId version,
        OrganisationId owner,
        DateTimeOffset now
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            VersionId = version,
            RuleId = finding.RuleId,
            Severity = finding.Severity,
            Source = finding.Source,
            Path = finding.Path,
            About = finding.About,
            Message = finding.Message,
            Law = [.. finding.Law],
            LawBookNumber = finding.LawBookNumber,
            PolicyNumber = policy,
            Cause = cause,
            LawBookBefore = before.LawBook.Number,
            PolicyBefore = before.Policy.Number,
            Owner = owner,
            FoundAt = now,
        };

    public void Clear(DateTimeOffset now) => ClearedAt = now;

    /// <summary>May the actor answer it? It is for its owner alone.</summary>
    public Verdict Consider(Agreement agreement, Actor actor) =>
        agreement.Consider(AgreementAction.AnswerFinding, actor, VersionIn(agreement)) is not Verdict.Permitted and var verdict ? verdict
        : actor.Organisation != Owner ? Verdict.Forbidden
        : IsOpen ? Verdict.Permitted
        : Verdict.NotNow;

    /// <summary>Says what is done about it. It is then nobody's task any more, and stays open until a check no longer finds it.</summary>
    public void Say(Agreement agreement, string answer, Actor actor, DateTimeOffset now)
    {
        if (Consider(agreement, actor) is not Verdict.Permitted and var verdict)
        {
            throw new DomainRuleException($"{RuleId} on {agreement.Reference}: {verdict}.");
        }

        if (string.IsNullOrWhiteSpace(answer) || answer.Length > AnswerMaxLength)
        {
            throw new DomainRuleException($"Say what is done about it, in at most {AnswerMaxLength} characters.");
        }

        var version = VersionIn(agreement);
        var act = agreement.Insist(AgreementAction.AnswerFinding, actor, version);
        (Answer, AnsweredBy, AnsweredAt) = (answer, actor.Person, now);
        agreement.Raise(new LiveFindingAnswered(agreement.Id, version.Ordinal, version.ContentHash, RuleId, Path, answer, act, now));
    }

    private AgreementVersion VersionIn(Agreement agreement) => agreement.Versions.Single(version => version.Id == VersionId);
}
