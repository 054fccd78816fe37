using DataSharing.Domain.Agreements.Approval;
using DataSharing.Domain.Content;
using DataSharing.Domain.Rules;

namespace DataSharing.Domain.Agreements;

/// <summary>Stages, decisions and signatures.</summary>
public sealed partial class AgreementVersion
{
    public bool HasOpenConditions => _stages.Any(stage => stage.HasOpenConditions);

    /// <summary>
    /// A Data Protection Officer has not yet given the advice that must be there before anybody approves (UK GDPR Art 35(2)).
    /// </summary>
    internal bool AwaitsDpoAdvice => _stages.Any(stage => stage is { Kind: StageKind.DpoAdvice, Mandatory: true, IsDecided: false });

    internal bool StagesAreFinished =>
        !HasOpenConditions && _stages.All(stage => !stage.Mandatory || stage.Mode is StageMode.Sign || stage.IsDecided);

    internal bool SigningIsFinished => _stages.All(stage => stage.Mode is not StageMode.Sign || stage.Signature is not null);

    internal DateTimeOffset? FirstSignedAt => Signatures.Min(signature => (DateTimeOffset?)signature.At);

    /// <summary>Until when the signatures that are still missing must come; null while there is none.</summary>
    public DateTimeOffset? SignaturesRunOutAt => FirstSignedAt + Signature.Validity;

    /// <param name="carryOver">What the decisions on the returned version before it settle; null if it follows none.</param>
    internal void Freeze(
        ContentCheck check,
        IReadOnlyDictionary<string, OrganisationId> partyOrganisations,
        CarryOver? carryOver,
        Actor actor,
        DateTimeOffset now
    )
    {
        Credit(actor.Person, actor.Organisation, now);
        Advance(AgreementAction.Submit);
        FrozenAt = now;
        LawBookNumber = check.LawBookNumber;
        PolicyNumber = check.PolicyNumber;
        RiskTier = check.Risk.Tier;
        RiskReasons = [.. check.Risk.Reasons];
        _findings.AddRange(check.Findings.Select((finding, i) => SubmissionFinding.Of(finding, i + 1, Id)));
        _stages.AddRange(check.Route.Stages.Select((stage, i) => Stage.Of(stage, i + 1, Id, partyOrganisations[stage.PartyId])));
        foreach (var organisation in partyOrganisations.Values.Distinct())
        {
            LetIn(organisation, Relation.Party);
        }

        foreach (var (stage, carried) in _stages.Zip(carryOver?.Stages ?? []))
        {
            if (carried.Decision is { } decision)
            {
                stage.Carry(decision);
                NoteWithholding(stage, decision);
            }
        }
    }

    /// <summary>Opens what can run now: the next group once all mandatory stages of the open one are decided.</summary>
    internal IReadOnlyList<Stage> OpenStages(DateTimeOffset now)
    {
        var opened = new List<Stage>();
        while (
            !_stages.Any(stage => stage is { Mandatory: true, Status: StageStatus.Open })
            && _stages.Where(stage => stage is { Status: StageStatus.Waiting, Mode: not StageMode.Sign }).MinBy(stage => stage.Group)
                is { Group: var group }
        )
        {
            opened.AddRange(Open(stage => stage.Group == group, now));
        }

        return opened;
    }

    internal IReadOnlyList<Stage> OpenSigning(DateTimeOffset now)
    {
        Advance(AgreementAction.FinishStages);
        FinalApprovalDate = now.UkDay();
        foreach (var stage in _stages.Where(stage => stage.Mode is not StageMode.Sign))
        {
            stage.CloseUndecided();
        }

        return Open(stage => stage.Mode is StageMode.Sign, now);
    }

    /// <summary>The version ends here, or goes back: what was not decided stays so, and signatures count no more.</summary>
    internal void Leave(AgreementAction action, DateTimeOffset now)
    {
        Advance(action);
        foreach (var stage in _stages)
        {
            stage.CloseUndecided();
        }

        if (Signatures.Any())
        {
            SignaturesVoidSince = now;
        }
    }

    internal void Record(Stage stage, Decision decision)
    {
        stage.Record(decision);
        NoteWithholding(stage, decision);
    }

    private void NoteWithholding(Stage stage, Decision decision)
    {
        if (
            stage.Kind is StageKind.Siro
            && decision.Outcome is DecisionOutcome.Approved or DecisionOutcome.ApprovedOnConditions
            && Document.Content.Register?.Decision is RegisterDecision.Withhold
        )
        {
            WithholdingApprovedBy = decision.Person;
        }
    }

    private List<Stage> Open(Func<Stage, bool> which, DateTimeOffset now)
    {
        var opened = _stages.Where(stage => stage.Status is StageStatus.Waiting && which(stage)).ToList();
        opened.ForEach(stage => stage.Open(now));
        return opened;
    }
}
