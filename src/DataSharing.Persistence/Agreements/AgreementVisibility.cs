using DataSharing.Domain.Agreements;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Persistence.Agreements;

/// <summary>
/// The filter of what is asked version by version (lists are read from <see cref="Lists.AgreementList"/>): what
/// <see cref="AgreementPermissions"/> lets an actor read, as SQL.
/// </summary>
public static class AgreementVisibility
{
    public static IQueryable<AgreementVersion> VisibleTo(this IQueryable<AgreementVersion> versions, Actor actor, DataSharingDbContext db)
    {
        var organisation = actor.Organisation;
        var audited = actor.AuditScope.ToArray();
        var asDrafter = StatesOf(actor, Relation.DraftingOrganisation);
        var asInvited = StatesOf(actor, Relation.InvitedParty);
        var asParty = StatesOf(actor, Relation.Party);
        var asSignatory = StatesOf(actor, Relation.Signatory);
        var asAuditor = StatesOf(actor, Relation.AuditorInScope);
        var asHolder = StatesOf(actor, Relation.StageHolder);
        var holds = AgreementPermissions
            .For(AgreementAction.View, actor)
            .Where(row => row.Relation is Relation.StageHolder)
            .Select(row => row.Role)
            .ToArray();

        return versions.Where(version =>
            db.Set<AgreementAccess>()
                .Any(access =>
                    access.VersionId == version.Id
                    && (
                        (
                            access.Organisation == organisation
                            && (
                                (access.Relation == Relation.DraftingOrganisation && asDrafter.Contains(version.Status))
                                || (access.Relation == Relation.InvitedParty && asInvited.Contains(version.Status))
                                || (access.Relation == Relation.Party && asParty.Contains(version.Status))
                            )
                        ) || (audited.Contains(access.Organisation) && asAuditor.Contains(version.Status))
                    )
                )
            || version.Stages.Any(stage =>
                stage.Organisation == organisation
                && (
                    (holds.Contains(stage.Role) && asHolder.Contains(version.Status))
                    || (stage.Mode == Domain.Agreements.Approval.StageMode.Sign && asSignatory.Contains(version.Status))
                )
            )
        );
    }

    private static VersionStatus[] StatesOf(Actor actor, Relation relation) =>
        [
            .. AgreementPermissions
                .For(AgreementAction.View, actor)
                .Where(row => row.Relation == relation)
                .SelectMany(row => row.States)
                .Distinct(),
        ];
}
