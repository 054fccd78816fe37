using DataSharing.Domain.Content;

namespace DataSharing.Domain.Agreements.Approval;

/// <summary>What was decided on a stage, by whom, and on which content. Never changed.</summary>
public sealed class Decision
{
    private Decision() { } // for EF Core

    public required AgreementVersionId VersionId { get; init; }
    public required int StageNumber { get; init; }
    public required PersonId Person { get; init; }
    public required OrganisationId Organisation { get; init; }
    public required Role Role { get; init; }
    public required DecisionOutcome Outcome { get; init; }

    /// <summary>Comment, advice or reason.</summary>
    public string? Text { get; private init; }
    public IReadOnlyList<string> Conditions { get; private init; } = [];

    /// <summary>Of what was decided elsewhere, for a gate.</summary>
    public string? Reference { get; private init; }

    /// <summary>Where a change was asked for.</summary>
    public IReadOnlyList<Section> Sections { get; private init; } = [];
    public RejectionReason? RejectionReason { get; private init; }

    /// <summary>What the person saw and decided on.</summary>
    public required ContentHash ContentHash { get; init; }
    public required DateTimeOffset At { get; init; }
    public ConditionAcceptance? Acceptance { get; private set; }

    /// <summary>Nothing stands in the way on account of it, so that it need not be taken again if nothing changes (T08).</summary>
    public bool IsPositive =>
        Outcome switch
        {
            DecisionOutcome.Approved
            or DecisionOutcome.AdvisedFor
            or DecisionOutcome.AdvisedForOnConditions
            or DecisionOutcome.GatePassed => true,
            DecisionOutcome.ApprovedOnConditions => Acceptance is not null,
            _ => false,
        };

    internal static Decision On(Stage stage, Ruling ruling, ContentHash hash, Actor actor, DateTimeOffset now) =>
        new()
        {
            VersionId = stage.VersionId,
            StageNumber = stage.Number,
            Person = actor.Person,
            Organisation = actor.Organisation,
            Role = stage.Role,
            Outcome = ruling.Outcome,
            Text = ruling switch
            {
                Ruling.Approve approve => approve.Comment,
                Ruling.ApproveOnConditions approve => approve.Comment,
                Ruling.Advise advise => advise.Text,
                Ruling.PassGate gate => gate.Comment,
                Ruling.Return @return => @return.Reason,
                Ruling.Reject reject => reject.Text,
                _ => throw new ArgumentOutOfRangeException(nameof(ruling), ruling, null),
            },
            Conditions = ruling is Ruling.ApproveOnConditions { Conditions: var conditions } ? conditions : [],
            Reference = (ruling as Ruling.PassGate)?.Reference,
            Sections = ruling is Ruling.Return { Sections: var sections } ? sections : [],
            RejectionReason = (ruling as Ruling.Reject)?.Code,
            ContentHash = hash,
            At = now,
        };

    internal static Decision NotToSign(Stage stage, string reason, ContentHash hash, Actor actor, DateTimeOffset now) =>
        new()
        {
            VersionId = stage.VersionId,
            StageNumber = stage.Number,
            Person = actor.Person,
            Organisation = actor.Organisation,
            Role = stage.Role,
            Outcome = DecisionOutcome.Declined,
            Text = reason,
            ContentHash = hash,
            At = now,
        };

    internal void Accept(Actor actor, DateTimeOffset now) =>
        Acceptance = new ConditionAcceptance
        {
            VersionId = VersionId,
            StageNumber = StageNumber,
            Person = actor.Person,
            Organisation = actor.Organisation,
            At = now,
        };
}
