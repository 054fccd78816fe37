using DataSharing.Domain.Content;

namespace DataSharing.Domain.Agreements.Approval;

/// <summary>A stage of one version's route: who decides, since when, until when, and what came of it.</summary>
public sealed class Stage
{
    public const int BecauseMaxLength = 1000;

    private Stage() { } // for EF Core

    public required AgreementVersionId VersionId { get; init; }

    /// <summary>1, 2, 3 in the order of the route; part of the address of the stage's page.</summary>
    public required int Number { get; init; }
    public required StageKind Kind { get; init; }
    public required Role Role { get; init; }

    /// <summary>The party of the content.</summary>
    public required string PartyId { get; init; }
    public required OrganisationId Organisation { get; init; }
    public required StageMode Mode { get; init; }
    public required bool Mandatory { get; init; }
    public required int Group { get; init; }
    public required int DueInWorkingDays { get; init; }
    public required string Because { get; init; }
    public StageStatus Status { get; private set; } = StageStatus.Waiting;
    public DateTimeOffset? OpenedAt { get; private set; }
    public DateOnly? DueOn { get; private set; }
    public Decision? Decision { get; private set; }
    public Signature? Signature { get; private set; }

    // T08: the decision on an earlier version that the stage rests on, and the content on which it was taken.
    public AgreementVersionId? CarriedVersionId { get; private set; }
    public int? CarriedStageNumber { get; private set; }
    public ContentHash? CarriedContentHash { get; private set; }
    public Decision? CarriedDecision { get; private set; }

    /// <summary>The decision that settles the stage: its own, or one carried over from an earlier version.</summary>
    public Decision? Standing => Decision ?? CarriedDecision;

    public bool IsDecided => Status is StageStatus.Decided;

    /// <summary>Approved on conditions that the drafting organisation has not taken on.</summary>
    public bool HasOpenConditions => Decision is { Outcome: DecisionOutcome.ApprovedOnConditions, Acceptance: null };

    internal static Stage Of(RouteStage route, int number, AgreementVersionId version, OrganisationId organisation) =>
        new()
        {
            VersionId = version,
            Number = number,
            Kind = route.Kind,
            Role = route.Role,
            PartyId = route.PartyId,
            Organisation = organisation,
            Mode = route.Mode,
            Mandatory = route.Mandatory,
            Group = route.Group,
            DueInWorkingDays = route.DueInWorkingDays,
            Because = route.Because,
        };

    internal void Open(DateTimeOffset now)
    {
        Status = StageStatus.Open;
        OpenedAt = now;
        DueOn = now.UkDay().AddWorkingDays(DueInWorkingDays);
    }

    internal void Record(Decision decision)
    {
        Status = StageStatus.Decided;
        Decision = decision;
    }

    internal void Record(Signature signature)
    {
        Status = StageStatus.Decided;
        Signature = signature;
    }

    /// <summary>Nobody is asked and no clock runs: what was decided before still stands.</summary>
    internal void Carry(Decision decision)
    {
        Status = StageStatus.Decided;
        CarriedDecision = decision;
        (CarriedVersionId, CarriedStageNumber, CarriedContentHash) = (decision.VersionId, decision.StageNumber, decision.ContentHash);
    }

    internal void CloseUndecided()
    {
        if (Status is StageStatus.Waiting or StageStatus.Open)
        {
            Status = StageStatus.Closed;
        }
    }

    /// <summary>The actions that give a stage its decision or signature.</summary>
    internal static bool Decides(AgreementAction action) =>
        action
            is AgreementAction.Advise
                or AgreementAction.Approve
                or AgreementAction.PassGate
                or AgreementAction.Return
                or AgreementAction.Reject
                or AgreementAction.Sign
                or AgreementAction.Decline;

    /// <summary>What can be done on a stage follows from its mode.</summary>
    internal bool Admits(AgreementAction action) =>
        action switch
        {
            AgreementAction.Advise => Mode is StageMode.Advice,
            AgreementAction.Approve => Mode is StageMode.Approve,
            AgreementAction.PassGate => Mode is StageMode.Gate,
            AgreementAction.Return => Mode is StageMode.Approve or StageMode.Gate,
            AgreementAction.Reject => Mode is StageMode.Approve && Mandatory,
            AgreementAction.Sign or AgreementAction.Decline => Mode is StageMode.Sign,
            _ => false,
        };
}
