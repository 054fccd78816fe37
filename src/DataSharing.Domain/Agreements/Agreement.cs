using DataSharing.Domain.Agreements.Approval;
using DataSharing.Domain.Agreements.Content;
using DataSharing.Domain.Agreements.Evidence;
using DataSharing.Domain.Rules;
using static DataSharing.Domain.Agreements.AgreementAction;

namespace DataSharing.Domain.Agreements;

/// <summary>The thread of an agreement: its reference, who leads it, and its versions. T-numbers are those of §5.3.</summary>
public sealed partial class Agreement : AggregateRoot
{
    public const int ExternalReferenceMaxLength = 100;

    /// <summary>Why nobody may sign any more (<see cref="SigningIsTooLate"/>).</summary>
    public const string SignaturesRanOut = "The first signature is more than 90 days old, so all signatures have run out.";

    /// <summary>So long after its start a signed version that cannot become active is reopened (T26).</summary>
    private static readonly TimeSpan LongestHold = TimeSpan.FromDays(90);

    private readonly List<AgreementVersion> _versions = [];

    private Agreement() { } // for EF Core

    public required AgreementId Id { get; init; }
    public required AgreementReference Reference { get; init; }

    /// <summary>References that other systems gave it.</summary>
    public required IReadOnlyList<string> ExternalReferences { get; init; }
    public required OrganisationId DraftingOrganisation { get; init; }
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Counts what happened, so that every command changes this row and a concurrent one is noticed.</summary>
    public int Changes { get; private set; }

    public IReadOnlyList<AgreementVersion> Versions => _versions;

    /// <summary>The newest version.</summary>
    public AgreementVersion Current => _versions.MaxBy(version => version.Ordinal)!;

    /// <summary>The verbs and questions of the draft's time with its partners (T02, T03).</summary>
    public PartnerReview PartnerReview => new(this);

    public AgreementVersion? Version(int ordinal) => _versions.Find(version => version.Ordinal == ordinal);

    /// <summary>T01. A draft belongs to an organisation; whether one may be started is no question about an agreement.</summary>
    public static bool MayDraft(Actor actor) => AgreementPermissions.For(AgreementAction.Draft, actor).Any();

    /// <param name="id">Given where a form may be sent twice, so that it starts one draft.</param>
    public static Agreement Draft(
        AgreementReference reference,
        AgreementDocument document,
        IReadOnlyList<string> externalReferences,
        Actor actor,
        DateTimeOffset now,
        AgreementId? id = null
    )
    {
        if (AgreementPermissions.For(AgreementAction.Draft, actor).FirstOrDefault() is not { } permitted)
        {
            throw new DomainRuleException("An agreement is drafted by an information governance officer.");
        }

        var agreement = new Agreement
        {
            Id = id ?? AgreementId.New(),
            Reference = reference,
            ExternalReferences = externalReferences,
            DraftingOrganisation = actor.Organisation,
        };
        var version = AgreementVersion.First(agreement.Id, document, actor, now);
        agreement._versions.Add(version);
        agreement.Tell(
            new AgreementDrafted(
                agreement.Id,
                version.Ordinal,
                version.ContentHash,
                reference,
                version.Title,
                externalReferences,
                actor.As(permitted.Role),
                now
            )
        );
        return agreement;
    }

    /// <param name="seen">What the person had before them when they made the new content.</param>
    /// <exception cref="StaleDecisionException">The draft was changed meanwhile.</exception>
    public void ReplaceContent(AgreementDocument document, Seen seen, Actor actor, DateTimeOffset now)
    {
        var act = Insist(AgreementAction.ReplaceContent, actor);
        seen.InsistOn(Current);
        Current.Replace(document, actor, now);
        Tell(new ContentReplaced(Id, Current.Ordinal, Current.ContentHash, seen.Hash, Current.Revision, act, now));
    }

    /// <summary>Says why a warning of the draft is accepted, or says it better.</summary>
    public void JustifyWarning(string ruleId, string text, Actor actor, DateTimeOffset now)
    {
        var act = Insist(Justify, actor);
        if (string.IsNullOrWhiteSpace(text) || text.Length > Justification.TextMaxLength)
        {
            throw new DomainRuleException($"A justification has 1 to {Justification.TextMaxLength} characters.");
        }

        Current.Justify(ruleId, text, actor, now);
        Tell(new WarningJustified(Id, Current.Ordinal, Current.ContentHash, ruleId, text, act, now));
    }

    /// <summary>What stands in the way of submitting the draft. Nothing does if the list is empty (T04).</summary>
    /// <param name="organisations">The registered organisations that the content names, by <c>scheme:value</c>.</param>
    public IReadOnlyList<SubmissionProblem> SubmissionProblems(
        ContentCheck check,
        IReadOnlyDictionary<string, OrganisationId> organisations
    ) => [.. Submission.Problems(Current, DraftingOrganisation, check, organisations)];

    /// <summary>T08: what stands and what is asked again if this person submits the draft; null if it follows no returned version.</summary>
    public CarryOver? WhatCarriesOver(ContentCheck check, IReadOnlyDictionary<string, OrganisationId> organisations, Actor submitter) =>
        Version(Current.Ordinal - 1) is { Status: VersionStatus.ChangesRequested } returned
            ? CarryOver.Of(returned, Current, check.Route, Submission.PartyOrganisations(Current, organisations), submitter.Person)
            : null;

    /// <summary>
    /// T04 and T05: freezes the draft, keeps what it was judged by, and starts its route. The database lets nobody justify a
    /// frozen version, so justifications are saved before.
    /// </summary>
    /// <exception cref="StaleDecisionException">The draft was changed since it was checked.</exception>
    public void Submit(ContentCheck check, IReadOnlyDictionary<string, OrganisationId> organisations, Actor actor, DateTimeOffset now)
    {
        var act = Insist(AgreementAction.Submit, actor);
        check.InsistOn(Current, Moment.Submit, now);
        if (SubmissionProblems(check, organisations) is [var problem, ..])
        {
            throw new DomainRuleException($"{Reference} cannot be submitted: {problem.Message}");
        }

        PartnerReview.AgreeBySubmitting(actor, now);
        var carryOver = WhatCarriesOver(check, organisations, actor);
        Current.Freeze(check, Submission.PartyOrganisations(Current, organisations), carryOver, actor, now);
        Tell(
            new VersionSubmitted(
                Id,
                Current.Ordinal,
                Current.ContentHash,
                Current.Label,
                check.LawBookNumber,
                check.Findings,
                Current.Justifications.ToDictionary(justification => justification.RuleId, justification => justification.Text),
                check.Risk.Tier,
                check.Risk.Reasons,
                check.Route.Stages,
                carryOver is null ? null : CarryOverTold.Of(carryOver, Current, _versions),
                act,
                now
            )
        );
        Current.Advance(StartApproval);
        Progress(Current, now);
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
                Tell(
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
                Tell(
                    new VersionRejected(Id, version.Ordinal, version.ContentHash, told, reject.Code, act with { Reason = reject.Text }, now)
                );
                break;

            default:
                Tell(
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
        Tell(new ConditionsAccepted(Id, version.Ordinal, version.ContentHash, StageTold.Of(stage), stage.Decision.Conditions, act, now));
        Progress(version, now);
    }

    /// <summary>Changes the draft rather than taking on a condition: the next version opens.</summary>
    public void TakeBack(string reason, Actor actor, DateTimeOffset now)
    {
        var act = Insist(AgreementAction.TakeBack, actor, reason: Reason(reason));
        var version = Current;
        var next = GoBack(version, AgreementAction.TakeBack, now);
        Tell(new VersionTakenBack(Id, version.Ordinal, version.ContentHash, next.Label, act, now));
    }

    /// <summary>T10.</summary>
    public void Withdraw(string reason, Actor actor, DateTimeOffset now)
    {
        var act = Insist(AgreementAction.Withdraw, actor, reason: Reason(reason));
        var before = Current.Status;
        Current.Leave(AgreementAction.Withdraw, now);
        Tell(new VersionWithdrawn(Id, Current.Ordinal, Current.ContentHash, before, act, now));
    }

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
        Tell(new VersionSigned(Id, version.Ordinal, version.ContentHash, StageTold.Of(stage), capacity, act, now));
        if (version.SigningIsFinished)
        {
            version.Advance(FinishSigning);
            Tell(new VersionApproved(Id, version.Ordinal, version.ContentHash, version.StartsOn, Act.OfThePortal, now));
        }
    }

    /// <summary>T25: a signatory does not sign, and the signatures so far are void.</summary>
    public void Decline(int stageNumber, string reason, Seen seen, Actor actor, DateTimeOffset now)
    {
        var (version, stage) = Find(seen.Version, stageNumber);
        var act = InsistOnStage(AgreementAction.Decline, version, stage, seen, actor) with { Reason = Reason(reason) };
        version.Record(stage, Decision.NotToSign(stage, reason, version.ContentHash, actor, now));
        var next = GoBack(version, AgreementAction.Decline, now);
        Tell(new SignatureDeclined(Id, version.Ordinal, version.ContentHash, StageTold.Of(stage), next.Label, act, now));
    }

    /// <summary>T26: a controller's asset owner or signatory asks for a change after all have signed.</summary>
    public void Reopen(string reason, Actor actor, DateTimeOffset now) =>
        Reopen(Current, Insist(AgreementAction.Reopen, actor, reason: Reason(reason)), now);

    /// <summary>T25 by the portal: ends a signing that came too late, or that a new error stands against. Else nothing happens.</summary>
    public void LapseSigning(ContentCheck check, DateTimeOffset now)
    {
        var version = Current;
        if (version.Status is not VersionStatus.AwaitingSignatures)
        {
            return;
        }

        check.InsistOn(version, Moment.Signature, now);
        var tooLate = SigningIsTooLate(version, now);
        if (tooLate || check.Errors.Any())
        {
            var next = GoBack(version, AgreementAction.LapseSigning, now);
            var act = Act.OfThePortal with { Reason = tooLate ? SignaturesRanOut : "The rules find a new error." };
            Tell(new SigningLapsed(Id, version.Ordinal, version.ContentHash, [.. check.Errors], next.Label, act, now));
        }
    }

    /// <summary>A signed version whose day has come and that was not held today already.</summary>
    public bool IsDue(DateTimeOffset now) =>
        Current is { Status: VersionStatus.Approved, StartsOn: { } start } version
        && start <= now.UkDay()
        && version.ActivationHeldOn != now.UkDay();

    /// <summary>
    /// T13 by the portal: becomes active at 00:00 London time of its start. Where the rules find an error it stays approved and
    /// says so once a day, until it is reopened after 90 days (T26).
    /// </summary>
    public void ActivateDue(ContentCheck check, DateTimeOffset now)
    {
        if (!IsDue(now))
        {
            return;
        }

        var version = Current;
        check.InsistOn(version, Moment.InForce, now);
        if (!check.Errors.Any())
        {
            version.Activate(now);
            Tell(new VersionActivated(Id, version.Ordinal, version.ContentHash, version.NextReviewDate, Act.OfThePortal, now));
        }
        else if (now >= version.StartsOn!.Value.StartsAt() + LongestHold)
        {
            Reopen(version, Act.OfThePortal with { Reason = "It could not start within 90 days of its start date." }, now);
        }
        else
        {
            version.Hold(now);
            Tell(new ActivationHeld(Id, version.Ordinal, version.ContentHash, [.. check.Errors], Act.OfThePortal, now));
        }
    }

    /// <summary>
    /// Pages ask this before they show a button or run a handler; the verbs above insist on it. It is about the newest version, or the
    /// one whose stage is named.
    /// </summary>
    public Verdict Consider(AgreementAction action, Actor actor, Stage? stage = null)
    {
        if (!_versions.Exists(version => version.IsSeenBy(actor)))
        {
            return Verdict.Hidden;
        }

        if (action is View)
        {
            return Verdict.Permitted;
        }

        return action is KeepEvidence ? EvidenceRights.Consider(this, actor) : About(stage).Consider(action, actor, stage);
    }

    /// <summary>May the actor change what stands at a pointer into the draft or, by the bare path of a list, add to it? Forms ask this.</summary>
    /// <exception cref="KeyNotFoundException">Content has no such place.</exception>
    public Verdict ConsiderEdit(string path, Actor actor) =>
        Current.Locks.Consider(path, actor, Consider(Edit, actor), Consider(Contribute, actor));

    /// <summary>May the actor put this content in the place of the draft's? It counts whose every changed part was and would be. Verbs ask this.</summary>
    public Verdict ConsiderChange(AgreementDocument next, Actor actor) =>
        Current.Locks.Consider(next, actor, Consider(Edit, actor), Consider(Contribute, actor));

    private AgreementVersion About(Stage? stage) =>
        stage is null
            ? Current
            : _versions.Find(version => version.Id == stage.VersionId)
                ?? throw new ArgumentException("The stage is of another agreement.", nameof(stage));

    internal Act Insist(AgreementAction action, Actor actor, Stage? stage = null, string? reason = null)
    {
        var version = About(stage);
        return Consider(action, actor, stage) is not Verdict.Permitted and var verdict
            ? throw new DomainRuleException($"{action} of {Reference}, version {version.Label}, which is {version.Status}: {verdict}.")
            : actor.As(version.RoleFor(action, actor, stage), reason);
    }

    /// <summary>Who may act here at all, but comes too late, is told so.</summary>
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

    /// <summary>Whether the first signature has stood longer than signatures wait for each other; the timer then ends the signing.</summary>
    public static bool SigningIsTooLate(AgreementVersion version, DateTimeOffset now) => now > version.FirstSignedAt + Signature.Validity;

    internal static string Reason(string reason) =>
        Ruling.Required(reason, "Say why.") is { } objection ? throw new DomainRuleException(objection) : reason;

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
            Tell(new AllStagesFinished(Id, version.Ordinal, version.ContentHash, version.FinalApprovalDate!.Value, Act.OfThePortal, now));
        }

        if (opened.Count > 0)
        {
            Tell(new StagesOpened(Id, version.Ordinal, version.ContentHash, [.. opened.Select(StageTold.Of)], Act.OfThePortal, now));
        }
    }

    private void Reopen(AgreementVersion version, Act act, DateTimeOffset now)
    {
        var next = GoBack(version, AgreementAction.Reopen, now);
        Tell(new VersionReopened(Id, version.Ordinal, version.ContentHash, next.Label, act, now));
    }

    private AgreementVersion GoBack(AgreementVersion version, AgreementAction action, DateTimeOffset now)
    {
        version.Leave(action, now);
        var next = version.Next();
        _versions.Add(next);
        return next;
    }

    internal void Tell(AgreementEvent @event)
    {
        Raise(@event);
        ChangedAt = @event.At;
        Changes++;
        _versions.ForEach(version => version.SettleNextDate());
    }
}
