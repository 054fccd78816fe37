using DataSharing.Domain.Agreements.Approval;
using DataSharing.Domain.Rules;
using static DataSharing.Domain.Agreements.AgreementAction;

namespace DataSharing.Domain.Agreements;

/// <summary>From submission to the last decision of the route.</summary>
public sealed partial class Agreement
{
    /// <summary>What stands in the way of submitting the draft. Nothing does if the list is empty (T04).</summary>
    /// <param name="organisations">The registered organisations that the content names, by <c>scheme:value</c>.</param>
    /// <param name="submitter">Who would submit it, and thereby agree it for their organisation.</param>
    public IReadOnlyList<SubmissionProblem> SubmissionProblems(
        ContentCheck check,
        IReadOnlyDictionary<string, OrganisationId> organisations,
        Actor submitter
    ) =>
        [.. Submission.Problems(Prepared, DraftingOrganisation, check, organisations), .. Submission.AgreedForAnother(Prepared, submitter)];

    /// <summary>
    /// T08: what stands and what is asked again if this person submits the draft; null if it follows no returned version.
    /// </summary>
    public CarryOver? WhatCarriesOver(ContentCheck check, IReadOnlyDictionary<string, OrganisationId> organisations, Actor submitter) =>
        PredecessorOf(Prepared) is { Status: VersionStatus.ChangesRequested } returned
            ? CarryOver.Of(returned, Prepared, check.Route, Submission.PartyOrganisations(Prepared, organisations), submitter.Person)
            : null;

    /// <summary>
    /// T04 and T05: freezes the draft, keeps what it was judged by, and starts its route. The database lets nobody justify a
    /// frozen version, so justifications are saved before.
    /// </summary>
    /// <exception cref="StaleDecisionException">The draft was changed since it was checked.</exception>
    public void Submit(ContentCheck check, IReadOnlyDictionary<string, OrganisationId> organisations, Actor actor, DateTimeOffset now)
    {
        var act = Insist(AgreementAction.Submit, actor);
        check.InsistOn(Prepared, Moment.Submit, now);
        if (SubmissionProblems(check, organisations, actor) is [var problem, ..])
        {
            throw new DomainRuleException($"{Reference} cannot be submitted: {problem.Message}");
        }

        PartnerReview.AgreeBySubmitting(actor, now);
        var carryOver = WhatCarriesOver(check, organisations, actor);
        Prepared.Freeze(check, Submission.PartyOrganisations(Prepared, organisations), carryOver, actor, now);
        Raise(
            new VersionSubmitted(
                Id,
                Prepared.Ordinal,
                Prepared.ContentHash,
                Prepared.Label,
                check.LawBookNumber,
                check.Findings,
                Prepared.Justifications.ToDictionary(justification => justification.RuleId, justification => justification.Text),
                check.Risk.Tier,
                check.Risk.Reasons,
                check.Route.Stages,
                carryOver is null ? null : CarryOverTold.Of(carryOver, Prepared, _versions),
                act,
                now
            )
        );
        Prepared.Advance(StartApproval);
        Progress(Prepared, now);
    }

    /// <summary>T06, T07, T09: the holder of a stage says what they have to say.</summary>
    /// <exception cref="StaleDecisionException">Somebody else was faster, or the person saw another content.</exception>
    public void Decide(int stageNumber, Ruling ruling, Seen seen, Actor actor, DateTimeOffset now)
    {
        var (version, stage) = Find(seen.Version, stageNumber);
        var act = InsistOnStage(ruling.Action, version, stage, seen, actor);
        if (ruling.Objection(stage) is { } objection)
        {
            throw new DomainRuleException(objection);
        }

        if (stage.Mode is StageMode.Approve && version.AwaitsDpoAdvice)
        {
            throw new DomainRuleException("Nobody approves before the Data Protection Officer has advised.");
        }

        var decision = Decision.On(stage, ruling, version.ContentHash, actor, now);
        version.Record(stage, decision);
        var told = StageTold.Of(stage);
        switch (ruling)
        {
            case Ruling.Return @return:
                var next = GoBack(version, AgreementAction.Return, now);
                Raise(
                    new VersionReturned(
                        Id,
                        version.Ordinal,
                        version.ContentHash,
                        told,
                        @return.Sections,
                        next.Label,
                        act with
                        {
                            Reason = @return.Reason,
                        },
                        now
                    )
                );
                break;

            case Ruling.Reject reject:
                version.Leave(AgreementAction.Reject, now);
                Raise(
                    new VersionRejected(Id, version.Ordinal, version.ContentHash, told, reject.Code, act with { Reason = reject.Text }, now)
                );
                break;

            default:
                Raise(
                    new StageDecided(
                        Id,
                        version.Ordinal,
                        version.ContentHash,
                        told,
                        decision.Outcome,
                        decision.Text,
                        decision.Conditions,
                        decision.Reference,
                        act,
                        now
                    )
                );
                Progress(version, now);
                break;
        }
    }

    /// <summary>T11: takes on the conditions of one approval.</summary>
    public void AcceptConditions(int stageNumber, Seen seen, Actor actor, DateTimeOffset now)
    {
        var (version, stage) = Find(seen.Version, stageNumber);
        seen.InsistOn(version);
        var act = Insist(AgreementAction.AcceptConditions, actor, stage);

        stage.Decision!.Accept(actor, now);
        Raise(new ConditionsAccepted(Id, version.Ordinal, version.ContentHash, StageTold.Of(stage), stage.Decision.Conditions, act, now));
        Progress(version, now);
    }

    /// <summary>Changes the draft rather than taking on a condition: the next version opens.</summary>
    public void TakeBack(string reason, Actor actor, DateTimeOffset now)
    {
        var act = Insist(AgreementAction.TakeBack, actor, Reason(reason));
        var version = Prepared;
        var next = GoBack(version, AgreementAction.TakeBack, now);
        Raise(new VersionTakenBack(Id, version.Ordinal, version.ContentHash, next.Label, act, now));
    }

    /// <summary>T10.</summary>
    public void Withdraw(string reason, Actor actor, DateTimeOffset now)
    {
        var act = Insist(AgreementAction.Withdraw, actor, Reason(reason));
        var version = Prepared;
        var before = version.Status;
        version.Leave(AgreementAction.Withdraw, now);
        Raise(new VersionWithdrawn(Id, version.Ordinal, version.ContentHash, before, act, now) { StaysInForce = InForce?.Label });
    }

    /// <summary>Someone who may act here but is too late is told so.</summary>
    private Act InsistOnStage(AgreementAction action, AgreementVersion version, Stage stage, Seen seen, Actor actor)
    {
        if (Consider(action, actor, stage) is Verdict.Permitted or Verdict.NotNow)
        {
            seen.InsistOn(version);
            if (stage.Status is StageStatus.Decided or StageStatus.Closed)
            {
                throw new StaleDecisionException(
                    stage.IsDecided
                        ? "Somebody has already decided this stage."
                        : "The version has gone another way, so this stage is closed."
                );
            }
        }

        return Insist(action, actor, stage);
    }

    private (AgreementVersion Version, Stage Stage) Find(int ordinal, int stageNumber) =>
        Version(ordinal) is { } version && version.Stages.FirstOrDefault(stage => stage.Number == stageNumber) is { } stage
            ? (version, stage)
            : throw new DomainRuleException($"{Reference} has no stage {stageNumber} in version {ordinal}.");

    private void Progress(AgreementVersion version, DateTimeOffset now)
    {
        var opened = version.OpenStages(now);
        if (version.StagesAreFinished)
        {
            opened = version.OpenSigning(now);
            Raise(new AllStagesFinished(Id, version.Ordinal, version.ContentHash, version.FinalApprovalDate!.Value, Act.OfThePortal, now));
        }

        if (opened.Count > 0)
        {
            Raise(new StagesOpened(Id, version.Ordinal, version.ContentHash, [.. opened.Select(StageTold.Of)], Act.OfThePortal, now));
        }
    }
}
