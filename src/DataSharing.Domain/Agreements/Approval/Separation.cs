namespace DataSharing.Domain.Agreements.Approval;

/// <summary>
/// Separation of duties (§5.3 end, DSA-099). The database holds the same line with triggers, so that it cannot be talked round.
/// </summary>
public static class Separation
{
    /// <summary>All demands on who decides or signs a stage, met or not.</summary>
    public static IReadOnlyList<SeparationCheck> Check(AgreementVersion version, Stage stage, Actor actor) =>
        [
            HoldsTheRole(stage, actor),
            DidNotDraft(version, stage, actor),
            DecidesOnce(version, stage, actor),
            AdviserDoesNotDecide(stage, actor),
            DoesNotAudit(version, actor),
        ];

    private static SeparationCheck HoldsTheRole(Stage stage, Actor actor) =>
        actor.Organisation == stage.Organisation && actor.Holds(stage.Role)
            ? (
                actor.NewRoles.TryGetValue(stage.Role, out var confirmedAt) && stage.OpenedAt < confirmedAt
                    ? new(
                        SeparationRule.HoldsTheRole,
                        false,
                        "Your role was confirmed less than 24 hours ago, after this stage was opened. "
                            + "It counts here once 24 hours are over."
                    )
                    : new(SeparationRule.HoldsTheRole, true, "You hold the role this stage asks for.")
            )
            : new(SeparationRule.HoldsTheRole, false, "You do not hold the role this stage asks for, in the organisation it asks.");

    private static SeparationCheck DidNotDraft(AgreementVersion version, Stage stage, Actor actor) =>
        version.IsEditor(actor.Person)
            ? new(
                SeparationRule.DidNotDraft,
                false,
                stage.Mode is StageMode.Sign
                    ? "You worked on the draft of this version, so somebody else signs."
                    : "You worked on the draft of this version, so somebody else decides."
            )
            : new(SeparationRule.DidNotDraft, true, "You did not work on the draft of this version.");

    // A signature takes part here like any decision, and so does a decision carried over: nobody signs what they approved, or for two
    // organisations.
    private static SeparationCheck DecidesOnce(AgreementVersion version, Stage stage, Actor actor)
    {
        var before = version.Stages.FirstOrDefault(other =>
            other.Number != stage.Number
            && (stage.Mode is StageMode.Sign || (stage.Mandatory && other.Mandatory))
            && (other.Standing?.Person == actor.Person || other.Signature?.Person == actor.Person)
        );

        return before is null
            ? new(SeparationRule.DecidesOnce, true, "You have decided nothing else on this version.")
            : new(
                SeparationRule.DecidesOnce,
                false,
                before.CarriedDecision is null
                    ? $"You have already decided stage {before.Number} of this version."
                    : $"Your decision on stage {before.Number} was carried over to this version."
            );
    }

    private static SeparationCheck AdviserDoesNotDecide(Stage stage, Actor actor) =>
        stage.Mode is StageMode.Approve or StageMode.Sign
        && (stage.Role is Role.DataProtectionOfficer || actor.Holds(Role.DataProtectionOfficer))
            ? new(SeparationRule.AdviserDoesNotDecide, false, "A Data Protection Officer advises and neither approves nor signs.")
            : new(SeparationRule.AdviserDoesNotDecide, true, "You do not decide as a Data Protection Officer.");

    internal static SeparationCheck DoesNotAudit(AgreementVersion version, Actor actor) =>
        version.IsAuditedBy(actor)
            ? new(SeparationRule.DoesNotAudit, false, "You audit an organisation of this agreement, so you take no part in it.")
            : new(SeparationRule.DoesNotAudit, true, "You do not audit this agreement.");
}
