using DataSharing.Domain.Agreements;

namespace DataSharing.Domain.Tests.Agreements;

public class AgreementPermissionsTests
{
    // The oracle: who may do what, drawn independently of the rows in the code. "-Status" means every status but that.
    private const string Table = """
        Action            Relation              Of             Roles                                             States
        View              DraftingOrganisation  Any            WORKING                                           *
        View              InvitedParty          Any            WORKING                                           InPartnerReview
        View              Party                 Any            WORKING,Requester                                 -Draft,-InPartnerReview
        View              StageHolder           Any            ADVISERS,KEEPERS,APPROVERS                        -Draft,-InPartnerReview
        View              AuditorInScope        Any            Auditor                                           *
        Comment           DraftingOrganisation  Any            WORKING                                           *
        Comment           InvitedParty          Any            WORKING                                           InPartnerReview
        Comment           Party                 Any            WORKING,Requester                                 -Draft,-InPartnerReview
        Comment           StageHolder           Any            ADVISERS,KEEPERS,APPROVERS                        -Draft,-InPartnerReview
        Edit              DraftingOrganisation  InPreparation  IgOfficer                                         Draft,InPartnerReview
        ReplaceContent    DraftingOrganisation  InPreparation  IgOfficer                                         Draft
        Justify           DraftingOrganisation  InPreparation  IgOfficer                                         Draft,InPartnerReview
        InvitePartners    DraftingOrganisation  InPreparation  IgOfficer                                         Draft,InPartnerReview
        StopPartnerReview DraftingOrganisation  InPreparation  IgOfficer                                         InPartnerReview
        AskForChange      InvitedParty          InPreparation  IgOfficer,IgLead,PartnerContributor               InPartnerReview
        Contribute        InvitedParty          InPreparation  IgOfficer,IgLead,PartnerContributor               InPartnerReview
        AgreeContent      InvitedParty          InPreparation  IgOfficer,IgLead,PartnerContributor               InPartnerReview
        AgreeContent      DraftingOrganisation  InPreparation  IgOfficer                                         InPartnerReview
        Submit            DraftingOrganisation  InPreparation  IgOfficer                                         Draft,InPartnerReview
        Withdraw          DraftingOrganisation  InPreparation  IgOfficer                                         Draft,InPartnerReview,Submitted,InApproval,AwaitingSignatures,Approved
        Advise            StageHolder           InPreparation  ADVISERS                                          InApproval
        PassGate          StageHolder           InPreparation  KEEPERS                                           InApproval
        Approve           StageHolder           InPreparation  APPROVERS                                         InApproval
        Return            StageHolder           InPreparation  KEEPERS,APPROVERS                                 InApproval
        Reject            StageHolder           InPreparation  APPROVERS                                         InApproval
        AcceptConditions  DraftingOrganisation  InPreparation  IgOfficer                                         InApproval
        TakeBack          DraftingOrganisation  InPreparation  IgOfficer                                         InApproval
        Sign              Signatory             InPreparation  AuthorisedSignatory                               AwaitingSignatures
        Decline           Signatory             InPreparation  AuthorisedSignatory                               AwaitingSignatures
        Reopen            Signatory             InPreparation  InformationAssetOwner,AuthorisedSignatory         Approved
        KeepEvidence      DraftingOrganisation  Any            EVIDENCE                                          -ChangesRequested,-Rejected,-Withdrawn,-Closed
        KeepEvidence      InvitedParty          Any            EVIDENCE                                          -ChangesRequested,-Rejected,-Withdrawn,-Closed
        KeepEvidence      Party                 Any            EVIDENCE                                          -ChangesRequested,-Rejected,-Withdrawn,-Closed
        EraseEvidence     DraftingOrganisation  Any            IgLead                                            *
        EraseEvidence     InvitedParty          Any            IgLead                                            *
        EraseEvidence     Party                 Any            IgLead                                            *
        ConfirmErasure    DraftingOrganisation  Any            DataProtectionOfficer                             *
        ConfirmErasure    InvitedParty          Any            DataProtectionOfficer                             *
        ConfirmErasure    Party                 Any            DataProtectionOfficer                             *
        AnswerFinding     DraftingOrganisation  InForce        ANSWERING                                         Active,Suspended
        AnswerFinding     Party                 InForce        ANSWERING                                         Active,Suspended
        Amend             DraftingOrganisation  InForce        IgOfficer                                         Active
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
            .SelectMany(row => row.States.Select(state => (row.Action, row.Role, row.Relation, row.Subject, state)))
            .ToHashSet();

        Assert.Empty(coded.Except(drawn));
        Assert.Empty(drawn.Except(coded));
    }

    [Fact]
    public void A_row_permits_only_in_states_of_the_version_that_it_speaks_of() =>
        Assert.All(
            AgreementPermissions.Rows,
            row =>
                Assert.Subset(
                    row.Subject switch
                    {
                        Subject.InPreparation => VersionStates.InPreparation.ToHashSet(),
                        Subject.InForce => VersionStates.InForce.ToHashSet(),
                        _ => VersionStates.All.ToHashSet(),
                    },
                    row.States.ToHashSet()
                )
        );

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

    private static IEnumerable<(AgreementAction, Role, Relation, Subject, VersionStatus)> Drawn() =>
        from line in Table.Split('\n')[1..]
        let cells = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        from name in cells[3].Split(',').SelectMany(word => Groups.GetValueOrDefault(word, word).Split(','))
        from status in States(cells[4])
        select (
            Enum.Parse<AgreementAction>(cells[0]),
            Enum.Parse<Role>(name),
            Enum.Parse<Relation>(cells[1]),
            Enum.Parse<Subject>(cells[2]),
            status
        );

    private static IEnumerable<VersionStatus> States(string cell) =>
        cell == "*" ? Enum.GetValues<VersionStatus>()
        : cell[0] == '-' ? Enum.GetValues<VersionStatus>().Except(cell.Split(',').Select(word => Enum.Parse<VersionStatus>(word[1..])))
        : cell.Split(',').Select(Enum.Parse<VersionStatus>);
}
