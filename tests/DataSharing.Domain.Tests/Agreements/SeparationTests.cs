using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Approval;
using static DataSharing.Domain.Agreements.Approval.SeparationRule;
using static DataSharing.Domain.Tests.Agreements.Given;

namespace DataSharing.Domain.Tests.Agreements;

public class SeparationTests
{
    [Fact]
    public void Somebody_independent_meets_every_demand()
    {
        var agreement = InApproval();

        var checks = Separation.Check(agreement.Newest, agreement.Stage(CouncilReview), Somebody(Council, Role.IgLead));

        Assert.Equal(Enum.GetValues<SeparationRule>(), checks.Select(check => check.Rule));
        Assert.All(checks, check => Assert.True(check.Holds));
    }

    [Fact]
    public void A_role_that_was_just_confirmed_counts_for_stages_opened_afterwards()
    {
        var agreement = InApproval();
        var openedAt = agreement.Stage(CouncilReview).OpenedAt!.Value;

        Refuses(agreement, CouncilReview, New(openedAt.AddMinutes(1)), HoldsTheRole);
        Assert.All(Separation.Check(agreement.Newest, agreement.Stage(CouncilReview), New(openedAt)), check => Assert.True(check.Holds));

        static Actor New(DateTimeOffset confirmedAt) =>
            Somebody(Council, Role.IgLead) with
            {
                NewRoles = new Dictionary<Role, DateTimeOffset> { [Role.IgLead] = confirmedAt },
            };
    }

    [Fact]
    public void Who_edited_the_version_does_not_decide_it()
    {
        var agreement = InApproval();

        Refuses(agreement, CouncilReview, Drafter with { Roles = new HashSet<Role> { Role.IgLead } }, DidNotDraft);
    }

    [Fact]
    public void Who_edited_the_returned_version_does_not_decide_the_next()
    {
        var agreement = InApproval();
        agreement.Decide(
            CouncilReview,
            new Ruling.Return("More", [Domain.Content.Section.Basics]),
            Seen.Of(agreement.Newest),
            HolderOf(agreement.Stage(CouncilReview)),
            Now
        );
        var second = Somebody(Council, Role.IgOfficer);
        agreement.Submit(Check(agreement, Domain.Rules.Moment.Submit, Now), Registered, second, Now);

        Refuses(agreement, CouncilReview, Drafter with { Roles = new HashSet<Role> { Role.IgLead } }, DidNotDraft);
        Refuses(agreement, CouncilReview, second with { Roles = new HashSet<Role> { Role.IgLead } }, DidNotDraft);
    }

    [Fact]
    public void Nobody_decides_two_mandatory_stages_of_a_version()
    {
        var agreement = InApprovalBefore(DpiaApproval);
        var owner = Somebody(Council, Role.InformationAssetOwner);
        agreement.Pass(DpiaApproval, owner);

        Refuses(agreement, CouncilOwner, owner, DecidesOnce);
    }

    [Fact]
    public void Nobody_signs_what_they_decided()
    {
        var agreement = InApprovalBefore(RiskOwner);
        var owner = Somebody(Council, Role.Siro, Role.AuthorisedSignatory);
        agreement.Pass(RiskOwner, owner);

        Refuses(agreement, CouncilSigns, owner, DecidesOnce);
        Assert.Throws<DomainRuleException>(() => agreement.SignAs(owner, CouncilSigns));
    }

    [Fact]
    public void Nobody_signs_what_they_decided_on_a_voluntary_stage()
    {
        var agreement = InApproval(null, Stages[6] with { Mandatory = false, Group = 1 }, Stages[0], Stages[7], Stages[8]);
        var owner = Somebody(Council, Role.Siro, Role.AuthorisedSignatory);
        agreement.Pass(1, owner);
        agreement.Pass(2);

        Refuses(agreement, 3, owner, DecidesOnce);
    }

    [Fact]
    public void Nobody_signs_what_they_drafted()
    {
        var agreement = AwaitingSignatures();

        Refuses(agreement, CouncilSigns, Drafter with { Roles = new HashSet<Role> { Role.AuthorisedSignatory } }, DidNotDraft);
    }

    [Fact]
    public void Nobody_signs_for_two_organisations()
    {
        var agreement = AwaitingSignatures();
        var signatory = Somebody(Council, Role.AuthorisedSignatory);
        agreement.SignAs(signatory, CouncilSigns);

        Refuses(agreement, CharitySigns, signatory with { Organisation = Charity }, DecidesOnce);
    }

    [Fact]
    public void A_data_protection_officer_neither_approves_nor_signs_in_any_role()
    {
        Refuses(
            InApprovalBefore(DpiaApproval),
            DpiaApproval,
            Somebody(Council, Role.InformationAssetOwner, Role.DataProtectionOfficer),
            AdviserDoesNotDecide
        );
        Refuses(
            AwaitingSignatures(),
            CouncilSigns,
            Somebody(Council, Role.AuthorisedSignatory, Role.DataProtectionOfficer),
            AdviserDoesNotDecide
        );
    }

    [Fact]
    public void An_auditor_of_a_party_decides_nothing() =>
        Refuses(
            InApproval(),
            CouncilReview,
            Somebody(Council, Role.IgLead) with
            {
                AuditScope = new HashSet<OrganisationId> { Charity },
            },
            DoesNotAudit
        );

    [Fact]
    public void A_role_held_elsewhere_does_not_count() =>
        Refuses(InApproval(), CouncilReview, Somebody(Charity, Role.IgLead), HoldsTheRole);

    private static void Refuses(Agreement agreement, int stageNumber, Actor actor, SeparationRule rule)
    {
        var stage = agreement.Stage(stageNumber);
        Assert.Equal([rule], Separation.Check(agreement.Newest, stage, actor).Where(check => !check.Holds).Select(check => check.Rule));
        Assert.NotEqual(
            Verdict.Permitted,
            agreement.Consider(
                stage.Mode is StageMode.Sign
                    ? AgreementAction.Sign
                    : Given.Favourable(stage).GetType().Name switch
                    {
                        nameof(Ruling.PassGate) => AgreementAction.PassGate,
                        nameof(Ruling.Advise) => AgreementAction.Advise,
                        _ => AgreementAction.Approve,
                    },
                actor,
                stage
            )
        );
        if (stage.Mode is not StageMode.Sign)
        {
            Assert.Throws<DomainRuleException>(() => agreement.Pass(stageNumber, actor));
        }
    }
}
