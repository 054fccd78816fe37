using DataSharing.Domain.Agreements;

namespace DataSharing.Domain.Tests.Agreements;

public class AgreementPermissionsTests
{
    // The oracle: who may do what, drawn independently of the rows in the code. "-Status" means every status but that.
    private const string Table = """
        Action            Relation              Roles                                             States
        View              DraftingOrganisation  WORKING                                           *
        View              InvitedParty          WORKING                                           InPartnerReview
        View              Party                 WORKING,Requester                                 -Draft,-InPartnerReview
        View              StageHolder           ADVISERS,KEEPERS,APPROVERS                        -Draft,-InPartnerReview
        View              AuditorInScope        Auditor                                           *
        Comment           DraftingOrganisation  WORKING                                           *
        Comment           InvitedParty          WORKING                                           InPartnerReview
        Comment           Party                 WORKING,Requester                                 -Draft,-InPartnerReview
        Comment           StageHolder           ADVISERS,KEEPERS,APPROVERS                        -Draft,-InPartnerReview
        Edit              DraftingOrganisation  IgOfficer                                         Draft,InPartnerReview
        ReplaceContent    DraftingOrganisation  IgOfficer                                         Draft
        Justify           DraftingOrganisation  IgOfficer                                         Draft,InPartnerReview
        InvitePartners    DraftingOrganisation  IgOfficer                                         Draft,InPartnerReview
        StopPartnerReview DraftingOrganisation  IgOfficer                                         InPartnerReview
        AskForChange      InvitedParty          IgOfficer,IgLead,PartnerContributor               InPartnerReview
        Contribute        InvitedParty          IgOfficer,IgLead,PartnerContributor               InPartnerReview
        AgreeContent      InvitedParty          IgOfficer,IgLead,PartnerContributor               InPartnerReview
        AgreeContent      DraftingOrganisation  IgOfficer                                         InPartnerReview
        Submit            DraftingOrganisation  IgOfficer                                         Draft,InPartnerReview
        Withdraw          DraftingOrganisation  IgOfficer                                         Draft,InPartnerReview,Submitted,InApproval,AwaitingSignatures,Approved
        Advise            StageHolder           ADVISERS                                          InApproval
        PassGate          StageHolder           KEEPERS                                           InApproval
        Approve           StageHolder           APPROVERS                                         InApproval
        Return            StageHolder           KEEPERS,APPROVERS                                 InApproval
        Reject            StageHolder           APPROVERS                                         InApproval
        AcceptConditions  DraftingOrganisation  IgOfficer                                         InApproval
        TakeBack          DraftingOrganisation  IgOfficer                                         InApproval
        Sign              Signatory             AuthorisedSignatory                               AwaitingSignatures
        Decline           Signatory             AuthorisedSignatory                               AwaitingSignatures
        Reopen            Signatory             InformationAssetOwner,AuthorisedSignatory         Approved
        KeepEvidence      DraftingOrganisation  EVIDENCE                                          -ChangesRequested,-Rejected,-Withdrawn,-Closed
        KeepEvidence      InvitedParty          EVIDENCE                                          -ChangesRequested,-Rejected,-Withdrawn,-Closed
        KeepEvidence      Party                 EVIDENCE                                          -ChangesRequested,-Rejected,-Withdrawn,-Closed
        AnswerFinding     DraftingOrganisation  ANSWERING                                         Active,Suspended
        AnswerFinding     Party                 ANSWERING                                         Active,Suspended
        """;

    private static readonly Dictionary<string, string> Groups = new()
    {
        ["WORKING"] =
            "IgOfficer,IgLead,PartnerContributor,DataProtectionOfficer,CaldicottGuardian,InformationAssetOwner,Siro,LegalAdviser,"
            + "InformationSecurity,EthicsAdviser,PanelMember,ToolOwner,AuthorisedSignatory,RegisterPublisher",
        ["ADVISERS"] = "DataProtectionOfficer,LegalAdviser",
        ["KEEPERS"] = "IgLead,PanelMember,EthicsAdviser,RegisterPublisher",
        ["ANSWERING"] = "IgOfficer,IgLead,DataProtectionOfficer,InformationAssetOwner",
        ["EVIDENCE"] = "IgOfficer,IgLead,PartnerContributor,DataProtectionOfficer,LegalAdviser,InformationSecurity,CaldicottGuardian",
        ["APPROVERS"] = "InformationAssetOwner,Siro,CaldicottGuardian,InformationSecurity,PanelMember,ToolOwner,AuthorisedSignatory",
    };

    [Fact]
    public void Rows_permit_exactly_what_the_table_says()
    {
        var drawn = Drawn().ToHashSet();
        var coded = AgreementPermissions
            .Rows.Where(row => row.Action is not AgreementAction.Draft) // T01 is about no agreement yet
            .SelectMany(row => row.States.Select(state => (row.Action, row.Role, row.Relation, state)))
            .ToHashSet();

        Assert.Empty(coded.Except(drawn));
        Assert.Empty(drawn.Except(coded));
    }

    [Fact]
    public void Only_information_governance_officers_draft() =>
        Assert.Equal([Role.IgOfficer], Enum.GetValues<Role>().Where(role => Agreement.MayDraft(Given.Somebody(Given.Council, role))));

    [Theory]
    [InlineData(AgreementAction.Approve)]
    [InlineData(AgreementAction.Reject)]
    [InlineData(AgreementAction.Sign)]
    public void Data_protection_officers_never_approve_or_sign(AgreementAction action) =>
        Assert.DoesNotContain(AgreementPermissions.Rows, row => row.Action == action && row.Role is Role.DataProtectionOfficer);

    [Fact]
    public void System_administrators_and_organisation_administrators_read_nothing() =>
        Assert.DoesNotContain(AgreementPermissions.Rows, row => row.Role is Role.SystemAdmin or Role.OrganisationAdmin);

    [Fact]
    public void Auditors_only_read() =>
        Assert.Equal([AgreementAction.View], AgreementPermissions.Rows.Where(row => row.Role is Role.Auditor).Select(row => row.Action));

    private static IEnumerable<(AgreementAction, Role, Relation, VersionStatus)> Drawn() =>
        from line in Table.Split('\n')[1..]
        let cells = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        from name in cells[2].Split(',').SelectMany(word => Groups.GetValueOrDefault(word, word).Split(','))
        from status in States(cells[3])
        select (Enum.Parse<AgreementAction>(cells[0]), Enum.Parse<Role>(name), Enum.Parse<Relation>(cells[1]), status);

    private static IEnumerable<VersionStatus> States(string cell) =>
        cell == "*" ? Enum.GetValues<VersionStatus>()
        : cell[0] == '-' ? Enum.GetValues<VersionStatus>().Except(cell.Split(',').Select(word => Enum.Parse<VersionStatus>(word[1..])))
        : cell.Split(',').Select(Enum.Parse<VersionStatus>);
}
