using DataSharing.Domain.Agreements.Approval;
using DataSharing.Domain.Content;
using DataSharing.Domain.Rules;

namespace DataSharing.Domain.Agreements;

/// <summary>What the rules must know of a version beside its content.</summary>
public sealed partial class AgreementVersion
{
    /// <summary>What the rules must know of this version beside its content.</summary>
    public Circumstances Circumstances(Moment moment, DateTimeOffset now) =>
        new()
        {
            Today = now.UkDay(),
            Moment = moment,
            FinalApprovalDate = FinalApprovalDate,
            Editors = _editors.Select(editor => Name(editor.Person)).ToValueSet(),
            Duties = _stages.SelectMany(DutiesOf).ToValueList(),
            DpiasApprovedByStage = Content.Dpia.Where(IsApprovedByStage).Select(dpia => dpia.Id).ToValueSet(),
            WithholdingApprovedBy = WithholdingApprovedBy?.Value.ToString(),
        };

    // A gate and advice are no decisions of their party, but a stage that is decided twice by one person is.
    private IEnumerable<DutyDone> DutiesOf(Stage stage)
    {
        if (stage.Standing is { } decision)
        {
            yield return Duty(stage, decision.Person, decision.ContentHash);
        }

        if (stage.Signature is { } signature)
        {
            yield return Duty(stage, signature.Person, signature.ContentHash);
        }
    }

    private DutyDone Duty(Stage stage, PersonId person, ContentHash over) =>
        new(
            stage.PartyId,
            Name(person),
            stage.Role,
            Decides: stage.Mode is StageMode.Approve or StageMode.Sign,
            Signs: stage.Mode is StageMode.Sign,
            stage.Mandatory,
            OnThisContent: over == ContentHash
        );

    /// <summary>An assessment that names no controllers covers all, so all its approvals count.</summary>
    private bool IsApprovedByStage(Dpia dpia)
    {
        var approvals = _stages
            .Where(stage =>
                stage.Kind is StageKind.DpiaApproval && (dpia.Controllers.Count == 0 || dpia.Controllers.Contains(stage.PartyId))
            )
            .ToArray();
        return approvals.Length > 0
            && approvals.All(stage => stage.Standing is { Outcome: DecisionOutcome.Approved or DecisionOutcome.ApprovedOnConditions });
    }

    private static string Name(PersonId person) => person.Value.ToString();
}
