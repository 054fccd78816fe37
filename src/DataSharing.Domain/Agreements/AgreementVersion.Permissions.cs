using DataSharing.Domain.Agreements.Approval;
using DataSharing.Domain.Content;
using DataSharing.Domain.Rules;

namespace DataSharing.Domain.Agreements;

/// <summary>Who may do what to the version.</summary>
public sealed partial class AgreementVersion
{
    public bool IsAuditedBy(Actor actor) =>
        actor.AuditScope.Any(organisation => Relates(organisation, Relation.AuditorInScope, Role.Auditor, stage: null));

    public bool IsSeenBy(Actor actor) =>
        AgreementPermissions
            .For(AgreementAction.View, actor)
            .Any(row => row.States.Contains(Status) && Relates(actor, row.Relation, row.Role, stage: null));

    internal Verdict Consider(AgreementAction action, Actor actor, Stage? stage)
    {
        if (stage is null && Stage.Decides(action))
        {
            throw new ArgumentNullException(nameof(stage), $"{action} is done on a stage.");
        }

        var rows = Permitting(action, actor, stage).ToArray();
        if (rows.Length == 0 || IsAuditedBy(actor) || (stage is not null && !MayTake(action, stage, actor)))
        {
            return Verdict.Forbidden;
        }

        return rows.Any(row => row.States.Contains(Status)) && IsTimeFor(action, stage) ? Verdict.Permitted : Verdict.NotNow;
    }

    /// <summary>The role in which a permitted actor acts.</summary>
    internal Role RoleFor(AgreementAction action, Actor actor, Stage? stage) => Permitting(action, actor, stage).First().Role;

    internal IEnumerable<PermissionRow> Permitting(AgreementAction action, Actor actor, Stage? stage) =>
        AgreementPermissions.For(action, actor).Where(row => Relates(actor, row.Relation, row.Role, stage));

    /// <summary>The actor's organisation has that relation to this version, or to its stage if one is named.</summary>
    private bool Relates(Actor actor, Relation relation, Role role, Stage? stage) =>
        relation is Relation.AuditorInScope ? IsAuditedBy(actor) : Relates(actor.Organisation, relation, role, stage);

    /// <param name="organisation">Whose relation is asked for; of an auditor, one that they audit.</param>
    private bool Relates(OrganisationId organisation, Relation relation, Role role, Stage? stage) =>
        relation switch
        {
            Relation.AuditorInScope => _access.Any(access => access.Organisation == organisation),
            Relation.StageHolder => StagesOrThis(stage).Any(s => s.Organisation == organisation && s.Role == role),
            Relation.Signatory => StagesOrThis(stage).Any(s => s.Mode is StageMode.Sign && s.Organisation == organisation),
            _ => _access.Any(access => access.Relation == relation && access.Organisation == organisation),
        };

    /// <summary>The stage is for this action, and the separation of duties lets this person take it.</summary>
    private bool MayTake(AgreementAction action, Stage stage, Actor actor) =>
        // Nobody takes on what they asked for themselves.
        (action is AgreementAction.AcceptConditions && stage.Decision?.Person != actor.Person)
        || (
            stage.Admits(action)
            && (action is not AgreementAction.Reject || IsOfController(stage))
            && Separation.Check(this, stage, actor).All(check => check.Holds)
        );

    /// <summary>Controllers sign; rejecting is for them (T09).</summary>
    private bool IsOfController(Stage stage) => _stages.Any(s => s.Mode is StageMode.Sign && s.Organisation == stage.Organisation);

    private bool IsTimeFor(AgreementAction action, Stage? stage) =>
        action switch
        {
            AgreementAction.AcceptConditions => stage?.HasOpenConditions ?? HasOpenConditions,
            AgreementAction.TakeBack => HasOpenConditions,
            _ => stage is null || stage.Status is StageStatus.Open,
        };

    private List<Stage> StagesOrThis(Stage? stage) => stage is null ? _stages : [stage];
}
