using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Approval;
using DataSharing.Domain.Content;
using static DataSharing.Domain.Tests.Agreements.Given;

namespace DataSharing.Domain.Tests.Agreements;

public class ConsiderTests
{
    private static Actor Auditor(OrganisationId scope) =>
        Somebody(Stranger, Role.Auditor) with
        {
            AuditScope = new HashSet<OrganisationId> { scope },
        };

    [Fact]
    public void A_stranger_does_not_know_that_it_exists()
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            Assert.Equal(Verdict.Hidden, InApproval().Consider(AgreementAction.View, Somebody(Stranger, role)));
            Assert.Equal(Verdict.Hidden, InApproval().Consider(AgreementAction.Withdraw, Somebody(Stranger, role)));
        }
    }

    [Fact]
    public void A_party_sees_it_from_submission_on()
    {
        var partner = Somebody(Charity, Role.IgLead);

        Assert.Equal(Verdict.Hidden, Given.Draft().Consider(AgreementAction.View, partner));
        Assert.Equal(Verdict.Permitted, InApproval().Consider(AgreementAction.View, partner));
    }

    [Fact]
    public void A_party_goes_on_seeing_what_was_returned_but_not_the_new_draft()
    {
        var partner = Somebody(Charity, Role.IgLead);
        var agreement = InApproval();
        agreement.Decide(
            CouncilReview,
            new Ruling.Return("Door codes", [Section.DatasetsAndFields]),
            Seen.Of(agreement.Newest),
            HolderOf(agreement.Stage(CouncilReview)),
            Now
        );

        Assert.True(agreement.Version(1)!.IsSeenBy(partner));
        Assert.False(agreement.Version(2)!.IsSeenBy(partner));
        Assert.Equal(Verdict.Forbidden, agreement.Consider(AgreementAction.Edit, partner));
    }

    [Fact]
    public void A_draft_withdrawn_before_anybody_saw_it_stays_unseen()
    {
        var agreement = Given.Draft();
        agreement.Withdraw("Not needed.", Drafter, Now);

        Assert.Equal(Verdict.Hidden, agreement.Consider(AgreementAction.View, Somebody(Charity, Role.IgLead)));
        Assert.Equal(Verdict.Permitted, agreement.Consider(AgreementAction.View, Somebody(Council, Role.IgLead)));
    }

    [Fact]
    public void An_auditor_in_scope_sees_drafts_and_does_nothing_else()
    {
        Assert.Equal(Verdict.Permitted, Given.Draft().Consider(AgreementAction.View, Auditor(Council)));
        Assert.Equal(Verdict.Hidden, Given.Draft().Consider(AgreementAction.View, Auditor(Charity)));
        Assert.Equal(Verdict.Permitted, InApproval().Consider(AgreementAction.View, Auditor(Charity)));
        Assert.Equal(Verdict.Hidden, InApproval().Consider(AgreementAction.View, Auditor(Stranger)));
        Assert.Equal(Verdict.Forbidden, InApproval().Consider(AgreementAction.Withdraw, Auditor(Council)));
    }

    [Fact]
    public void An_auditor_of_it_takes_no_part_whatever_else_they_are()
    {
        var both = Drafter with
        {
            AuditScope = new HashSet<OrganisationId> { Charity, Council },
        };

        Assert.Equal(Verdict.Forbidden, Given.Draft().Consider(AgreementAction.Edit, both));
    }

    [Fact]
    public void What_the_status_does_not_allow_is_not_now()
    {
        Assert.Equal(Verdict.NotNow, InApproval().Consider(AgreementAction.Edit, Drafter));
        Assert.Equal(Verdict.NotNow, Given.Draft().Consider(AgreementAction.AcceptConditions, Drafter));
        Assert.Equal(Verdict.NotNow, InApproval().Consider(AgreementAction.Reopen, Somebody(Charity, Role.AuthorisedSignatory)));
    }

    [Fact]
    public void A_stage_is_for_its_role_in_its_organisation()
    {
        var agreement = InApproval();
        var stage = agreement.Stage(CouncilReview);

        Assert.Equal(Verdict.Permitted, agreement.Consider(AgreementAction.PassGate, Somebody(Council, Role.IgLead), stage));
        Assert.Equal(Verdict.Forbidden, agreement.Consider(AgreementAction.PassGate, Somebody(Charity, Role.IgLead), stage));
        Assert.Equal(Verdict.Forbidden, agreement.Consider(AgreementAction.PassGate, Somebody(Council, Role.Siro), stage));
        Assert.Equal(Verdict.Forbidden, agreement.Consider(AgreementAction.Approve, Somebody(Council, Role.IgLead, Role.Siro), stage));
        Assert.Equal(Verdict.NotNow, agreement.Consider(AgreementAction.Approve, Somebody(Council, Role.Siro), agreement.Stage(RiskOwner)));
    }

    [Fact]
    public void A_gate_keeper_returns_but_does_not_reject()
    {
        var agreement = InApproval();
        var stage = agreement.Stage(CouncilReview);

        Assert.Equal(Verdict.Permitted, agreement.Consider(AgreementAction.Return, HolderOf(stage), stage));
        Assert.Equal(Verdict.Forbidden, agreement.Consider(AgreementAction.Reject, HolderOf(stage), stage));
    }

    [Fact]
    public void Only_controllers_reject()
    {
        var agreement = InApproval(null, Stages[4], Stages[5], Stages[7]); // the charity does not sign

        Assert.Equal(Verdict.Permitted, agreement.Consider(AgreementAction.Reject, HolderOf(agreement.Stage(1)), agreement.Stage(1)));
        Assert.Equal(Verdict.Forbidden, agreement.Consider(AgreementAction.Reject, HolderOf(agreement.Stage(2)), agreement.Stage(2)));
    }

    [Fact]
    public void A_question_about_a_stage_names_the_stage() =>
        Assert.Throws<ArgumentNullException>(() => InApproval().Consider(AgreementAction.Approve, Somebody(Council, Role.Siro)));

    [Fact]
    public void Every_role_of_the_samples_routes_may_take_its_stages()
    {
        var stages = Content.Sample.Names.SelectMany(name => Content.Sample.Load(name).Expected["route"]!.AsArray()).ToArray();

        Assert.All(
            stages,
            stage =>
            {
                var action = (string?)stage!["mode"] switch
                {
                    "Advice" => AgreementAction.Advise,
                    "Approve" => AgreementAction.Approve,
                    "Gate" => AgreementAction.PassGate,
                    _ => AgreementAction.Sign,
                };
                Assert.Contains(
                    AgreementPermissions.Rows,
                    row => row.Action == action && row.Role == Enum.Parse<Role>((string)stage["role"]!)
                );
            }
        );
    }
}
