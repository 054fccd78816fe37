using static DataSharing.Domain.Agreements.AgreementAction;

namespace DataSharing.Domain.Agreements.Evidence;

/// <summary>
/// Erasing a file that was put here by mistake: its bytes go, and its name, its hash, who did it and why stay. The IG lead does it who did
/// not put it here; once something was submitted with it, the Data Protection Officer confirms it.
/// </summary>
public sealed partial class EvidenceItem
{
    public DateTimeOffset? ErasureAskedAt { get; private set; }
    public PersonId? ErasureAskedBy { get; private set; }
    public string? ErasureBecause { get; private set; }
    public DateTimeOffset? ErasedAt { get; private set; }
    public PersonId? ErasedBy { get; private set; }

    public bool IsErased => ErasedAt is not null;

    /// <summary>Somebody has asked, and it waits for the Data Protection Officer.</summary>
    public bool AwaitsErasure => ErasureAskedAt is not null && !IsErased;

    private static readonly VersionStatus[] CameToNothing =
    [
        VersionStatus.ChangesRequested,
        VersionStatus.Rejected,
        VersionStatus.Withdrawn,
    ];

    /// <summary>
    /// Something was submitted with it, or was being decided or in force when it came, so that people may have decided on it.
    /// </summary>
    public bool WasSubmittedWith(Agreement agreement) =>
        agreement.Versions.Any(version =>
            version.FrozenAt is { } frozen && !(frozen > RemovedAt) && (frozen >= AddedAt || !CameToNothing.Contains(version.Status))
        );

    /// <param name="action"><see cref="EraseEvidence"/> or <see cref="ConfirmErasure"/>.</param>
    public Verdict ConsiderErasure(Agreement agreement, AgreementAction action, Actor actor) =>
        agreement.Id != AgreementId || !IsSeenBy(actor) ? Verdict.Hidden
        : agreement.Consider(action, actor, agreement.Newest) is not Verdict.Permitted and var verdict ? verdict
        : actor.Organisation != Organisation || actor.Person == AddedBy ? Verdict.Forbidden
        : action is ConfirmErasure && actor.Person == ErasureAskedBy ? Verdict.Forbidden
        : FileName is null || IsErased || AwaitsErasure != action is ConfirmErasure ? Verdict.NotNow
        : Verdict.Permitted;

    /// <summary>Erases it, or asks for it where something was submitted with it. The caller deletes the file where it is erased.</summary>
    public void Erase(Agreement agreement, string reason, Actor actor, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > ReasonMaxLength)
        {
            throw new DomainRuleException($"Say why, in at most {ReasonMaxLength} characters.");
        }

        var act = InsistOnErasure(agreement, EraseEvidence, actor) with { Reason = reason };
        (ErasureAskedAt, ErasureAskedBy, ErasureBecause) = (now, actor.Person, reason);
        if (WasSubmittedWith(agreement))
        {
            agreement.Raise(new EvidenceErasureAsked(agreement.Id, Id, Kind, Title, act, now) { OnlyFor = OnlyFor });
        }
        else
        {
            EndFile(agreement, act, actor, now);
        }
    }

    /// <summary>The second person agrees. The caller deletes the file.</summary>
    public void ConfirmErasureOf(Agreement agreement, Actor actor, DateTimeOffset now) =>
        EndFile(agreement, InsistOnErasure(agreement, ConfirmErasure, actor) with { Reason = ErasureBecause }, actor, now);

    /// <summary>The second person does not agree: it stays as it was.</summary>
    public void RefuseErasure(Agreement agreement, string reason, Actor actor, DateTimeOffset now)
    {
        var act = InsistOnErasure(agreement, ConfirmErasure, actor) with { Reason = Agreement.Reason(reason) };
        (ErasureAskedAt, ErasureAskedBy, ErasureBecause) = (null, null, null);
        agreement.Raise(new EvidenceErasureRefused(agreement.Id, Id, Kind, Title, act, now) { OnlyFor = OnlyFor });
    }

    private void EndFile(Agreement agreement, Act act, Actor actor, DateTimeOffset now)
    {
        (ErasedAt, ErasedBy) = (now, actor.Person);
        agreement.Raise(new EvidenceErased(agreement.Id, Id, Kind, Title, FileName!, Hash!.Value, act, now) { OnlyFor = OnlyFor });
    }

    private Act InsistOnErasure(Agreement agreement, AgreementAction action, Actor actor) =>
        ConsiderErasure(agreement, action, actor) is not Verdict.Permitted and var verdict
            ? throw new DomainRuleException($"{action} of evidence {Id.Value} of {agreement.Reference}: {verdict}.")
            : EvidenceRights.Insist(agreement, action, actor);
}
