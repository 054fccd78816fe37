using System.Collections.Frozen;
using static DataSharing.Domain.Agreements.AgreementAction;
using static DataSharing.Domain.Agreements.Relation;
using static DataSharing.Domain.Agreements.VersionStatus;
using static DataSharing.Domain.Kernel.Role;

namespace DataSharing.Domain.Agreements;

/// <summary>
/// Who may do what to an agreement (§5.1, §5.3). What no row permits is refused. The verbs, the buttons and the lists all read these rows.
/// </summary>
public static class AgreementPermissions
{
    /// <summary>Those who work on agreements. Administrators are not among them: they administer people, not content.</summary>
    private static readonly Role[] Working =
    [
        IgOfficer,
        IgLead,
        PartnerContributor,
        DataProtectionOfficer,
        CaldicottGuardian,
        InformationAssetOwner,
        Siro,
        LegalAdviser,
        InformationSecurity,
        EthicsAdviser,
        PanelMember,
        ToolOwner,
        AuthorisedSignatory,
        RegisterPublisher,
    ];

    private static readonly Role[] Advisers = [DataProtectionOfficer, LegalAdviser];
    private static readonly Role[] GateKeepers = [IgLead, PanelMember, EthicsAdviser, RegisterPublisher];

    /// <summary>Signatories are here for small bodies, where they stand in for the risk owner and the asset owner (§5.1).</summary>
    private static readonly Role[] Approvers =
    [
        InformationAssetOwner,
        Siro,
        CaldicottGuardian,
        InformationSecurity,
        PanelMember,
        ToolOwner,
        AuthorisedSignatory,
    ];

    /// <summary>They speak for a partner while it looks at the draft.</summary>
    private static readonly Role[] Partners = [IgOfficer, IgLead, PartnerContributor];

    private static readonly Role[] Answering = [IgOfficer, IgLead, DataProtectionOfficer, InformationAssetOwner];

    private static readonly Role[] EvidenceKeepers =
    [
        IgOfficer,
        IgLead,
        PartnerContributor,
        DataProtectionOfficer,
        LegalAdviser,
        InformationSecurity,
        CaldicottGuardian,
    ];

    public static IReadOnlyList<PermissionRow> Rows { get; } =
    [
        .. ByWhoeverTakesPart(View),
        .. May(View, AuditorInScope, [Auditor], VersionStates.All, Subject.Any),
        .. ByWhoeverTakesPart(Comment),
        .. May(AgreementAction.Draft, DraftingOrganisation, [IgOfficer]),
        .. May(Edit, DraftingOrganisation, [IgOfficer]),
        .. May(Justify, DraftingOrganisation, [IgOfficer]),
        .. May(InvitePartners, DraftingOrganisation, [IgOfficer]),
        .. May(AskForChange, InvitedParty, Partners),
        .. May(Contribute, InvitedParty, Partners),
        .. May(AgreeContent, InvitedParty, Partners),
        .. May(AgreeContent, DraftingOrganisation, [IgOfficer]),
        .. May(StopPartnerReview, DraftingOrganisation, [IgOfficer]),
        .. May(ReplaceContent, DraftingOrganisation, [IgOfficer]),
        .. May(Submit, DraftingOrganisation, [IgOfficer]),
        .. May(Withdraw, DraftingOrganisation, [IgOfficer]),
        .. May(Advise, StageHolder, Advisers),
        .. May(PassGate, StageHolder, GateKeepers),
        .. May(Approve, StageHolder, Approvers),
        .. May(Return, StageHolder, [.. GateKeepers.Union(Approvers)]),
        .. May(Reject, StageHolder, Approvers),
        .. May(AcceptConditions, DraftingOrganisation, [IgOfficer]),
        .. May(TakeBack, DraftingOrganisation, [IgOfficer]),
        .. May(Sign, Signatory, [AuthorisedSignatory]),
        .. May(Decline, Signatory, [AuthorisedSignatory]),
        .. May(Reopen, Signatory, [InformationAssetOwner, AuthorisedSignatory]),
        // Certificates are renewed while a version is in force, and the proof that data was destroyed comes after its end.
        .. May(KeepEvidence, DraftingOrganisation, EvidenceKeepers, VersionStates.NotOver, Subject.Any),
        .. May(KeepEvidence, InvitedParty, EvidenceKeepers, VersionStates.NotOver, Subject.Any),
        .. May(KeepEvidence, Party, EvidenceKeepers, VersionStates.NotOver, Subject.Any),
        // A file that should not be here is erased whatever has become of the agreement.
        .. May(EraseEvidence, DraftingOrganisation, [IgLead], VersionStates.All, Subject.Any),
        .. May(EraseEvidence, InvitedParty, [IgLead], VersionStates.All, Subject.Any),
        .. May(EraseEvidence, Party, [IgLead], VersionStates.All, Subject.Any),
        .. May(ConfirmErasure, DraftingOrganisation, [DataProtectionOfficer], VersionStates.All, Subject.Any),
        .. May(ConfirmErasure, InvitedParty, [DataProtectionOfficer], VersionStates.All, Subject.Any),
        .. May(ConfirmErasure, Party, [DataProtectionOfficer], VersionStates.All, Subject.Any),
        .. May(Amend, DraftingOrganisation, [IgOfficer], speaksOf: Subject.InForce),
        .. May(AnswerFinding, DraftingOrganisation, Answering, VersionStates.InForce, Subject.InForce),
        .. May(AnswerFinding, Party, Answering, VersionStates.InForce, Subject.InForce),
    ];

    /// <summary>The rows that speak of this action and of roles the actor holds.</summary>
    public static IEnumerable<PermissionRow> For(AgreementAction action, Actor actor) =>
        Rows.Where(row => row.Action == action && actor.Holds(row.Role));

    /// <summary>All rows of an action speak of the same version; otherwise this fails as soon as the rows are read.</summary>
    private static readonly Dictionary<AgreementAction, Subject> Subjects = Rows.Select(row => (row.Action, row.Subject))
        .Distinct()
        .ToDictionary(row => row.Action, row => row.Subject);

    /// <summary>Of which version the action speaks, as its rows say; of any if no person may take it.</summary>
    public static Subject SubjectOf(AgreementAction action) => Subjects.GetValueOrDefault(action, Subject.Any);

    private static IEnumerable<PermissionRow> ByWhoeverTakesPart(AgreementAction action) =>
        [
            .. May(action, DraftingOrganisation, Working, VersionStates.All, Subject.Any),
            .. May(action, InvitedParty, Working, [InPartnerReview], Subject.Any),
            .. May(action, Party, [.. Working, Requester], VersionStates.SinceSubmission, Subject.Any),
            .. May(action, StageHolder, [.. Advisers.Union(GateKeepers).Union(Approvers)], VersionStates.SinceSubmission, Subject.Any),
        ];

    private static IEnumerable<PermissionRow> May(
        AgreementAction action,
        Relation relation,
        Role[] roles,
        IReadOnlyList<VersionStatus>? states = null,
        Subject speaksOf = Subject.InPreparation
    )
    {
        // What the lifecycle says need not be said twice.
        var allowed = (states ?? VersionStates.All.Where(status => AgreementLifecycle.Allows(status, action))).ToFrozenSet();
        return roles.Select(role => new PermissionRow(action, role, relation, speaksOf, allowed));
    }
}
