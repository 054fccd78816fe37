using DataSharing.Domain.Agreements.Approval;
using DataSharing.Domain.Rules;
using static DataSharing.Domain.Agreements.AgreementAction;

namespace DataSharing.Domain.Agreements;

/// <summary>Signing, and what ends it.</summary>
public sealed partial class Agreement
{
    /// <summary>Why nobody may sign any more (<see cref="SigningIsTooLate"/>).</summary>
    public const string SignaturesRanOut = "The first signature is more than 90 days old, so all signatures have run out.";

    /// <summary>Signs the hash; the last signature makes the version approved (T12).</summary>
    /// <param name="capacity">The office in which the person signs.</param>
    /// <param name="check">Of this version today, at the moment of signature; it must have no errors.</param>
    /// <exception cref="StaleDecisionException">Somebody else was faster, or the person saw another content.</exception>
    public void Sign(int stageNumber, string capacity, ContentCheck check, Seen seen, Actor actor, DateTimeOffset now)
    {
        var (version, stage) = Find(seen.Version, stageNumber);
        var act = InsistOnStage(AgreementAction.Sign, version, stage, seen, actor);
        check.InsistOn(version, Moment.Signature, now);
        if (check.Errors.FirstOrDefault() is { } error)
        {
            throw new DomainRuleException($"{Reference} cannot be signed: {error.Message}");
        }

        if (SigningIsTooLate(version, now))
        {
            throw new DomainRuleException(SignaturesRanOut);
        }

        if (string.IsNullOrWhiteSpace(capacity) || capacity.Length > Signature.CapacityMaxLength)
        {
            throw new DomainRuleException($"Say in which office you sign, in at most {Signature.CapacityMaxLength} characters.");
        }

        stage.Record(Signature.On(stage, capacity, version.ContentHash, actor, now));
        Raise(new VersionSigned(Id, version.Ordinal, version.ContentHash, StageTold.Of(stage), capacity, act, now));
        if (version.SigningIsFinished)
        {
            version.Advance(FinishSigning);
            Raise(new VersionApproved(Id, version.Ordinal, version.ContentHash, version.StartsOn, Act.OfThePortal, now));
        }
    }

    /// <summary>T25: a signatory does not sign, and the signatures so far are void.</summary>
    public void Decline(int stageNumber, string reason, Seen seen, Actor actor, DateTimeOffset now)
    {
        var (version, stage) = Find(seen.Version, stageNumber);
        var act = InsistOnStage(AgreementAction.Decline, version, stage, seen, actor) with { Reason = Reason(reason) };
        version.Record(stage, Decision.NotToSign(stage, reason, version.ContentHash, actor, now));
        var next = GoBack(version, AgreementAction.Decline, now);
        Raise(new SignatureDeclined(Id, version.Ordinal, version.ContentHash, StageTold.Of(stage), next.Label, act, now));
    }

    /// <summary>T26: a controller's asset owner or signatory asks for a change after all have signed.</summary>
    public void Reopen(string reason, Actor actor, DateTimeOffset now) =>
        Reopen(Prepared, Insist(AgreementAction.Reopen, actor, Reason(reason)), now);

    /// <summary>T25 by the portal: ends a signing that came too late, or that a new error stands against. Else nothing happens.</summary>
    public void LapseSigning(ContentCheck check, Act act, DateTimeOffset now)
    {
        act.InsistOnThePortal();
        var version = Prepared;
        if (version.Status is not VersionStatus.AwaitingSignatures)
        {
            return;
        }

        check.InsistOn(version, Moment.Signature, now);
        var tooLate = SigningIsTooLate(version, now);
        if (tooLate || check.Errors.Any())
        {
            var next = GoBack(version, AgreementAction.LapseSigning, now);
            var because = act with { Reason = tooLate ? SignaturesRanOut : "The rules find a new error." };
            Raise(new SigningLapsed(Id, version.Ordinal, version.ContentHash, [.. check.Errors], next.Label, because, now));
        }
    }

    /// <summary>
    /// Whether the first signature has stood longer than signatures wait for each other; the timer then ends the signing.
    /// </summary>
    public static bool SigningIsTooLate(AgreementVersion version, DateTimeOffset now) => now > version.SignaturesRunOutAt;

    private void Reopen(AgreementVersion version, Act act, DateTimeOffset now)
    {
        var next = GoBack(version, AgreementAction.Reopen, now);
        Raise(new VersionReopened(Id, version.Ordinal, version.ContentHash, next.Label, act, now));
    }
}
