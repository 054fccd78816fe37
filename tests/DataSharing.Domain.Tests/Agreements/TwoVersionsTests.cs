using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Approval;
using DataSharing.Domain.Content;
using DataSharing.Domain.Rules;
using static DataSharing.Domain.Tests.Agreements.Given;

namespace DataSharing.Domain.Tests.Agreements;

/// <summary>A version in force, and the next one in preparation beside it (T16, T17, T28).</summary>
public class TwoVersionsTests
{
    private static readonly DateTimeOffset Start = new DateOnly(2026, 10, 1).StartsAt();
    private static readonly DateTimeOffset Later = Start.AddDays(30);

    [Fact]
    public void An_amendment_is_prepared_beside_the_version_in_force()
    {
        var agreement = Amended();

        Assert.Equal(
            ("1.0", VersionStatus.Active, VersionKind.First),
            (agreement.InForce!.Label.ToString(), agreement.InForce.Status, agreement.InForce.Kind)
        );
        var draft = agreement.InPreparation!;
        Assert.Equal(
            (2, "2.0", VersionStatus.Draft, VersionKind.Amendment),
            (draft.Ordinal, draft.Label.ToString(), draft.Status, draft.Kind)
        );
        Assert.Equal(agreement.InForce, agreement.PredecessorOf(draft));
        Assert.Equal(agreement.InForce.ContentHash, draft.ContentHash);
        Assert.Equal(
            new AmendmentStarted(agreement.Id, 1, agreement.InForce.ContentHash, draft.Label, Drafter.As(Role.IgOfficer), Later),
            agreement.Events[^1]
        );
    }

    [Fact]
    public void An_amendment_is_written_afresh()
    {
        var draft = Amended().InPreparation!;

        Assert.Empty(draft.Editors);
        Assert.Empty(draft.Assents);
        Assert.Empty(draft.Justifications);
        Assert.Empty(draft.Stages);
        Assert.Equal(
            [(Council, Relation.DraftingOrganisation), (Charity, Relation.InvitedParty)],
            draft.Access.Select(a => (a.Organisation, a.Relation))
        );
    }

    [Fact]
    public void There_is_one_next_version_at_a_time()
    {
        var agreement = Amended();

        Assert.Equal(Verdict.NotNow, agreement.Consider(AgreementAction.Amend, Drafter));
        Assert.Throws<DomainRuleException>(() => agreement.StartAmendment(Drafter, Later));
    }

    [Fact]
    public void Only_an_officer_of_the_drafter_opens_one_and_only_of_what_is_active()
    {
        Assert.Equal(Verdict.Permitted, Active().Consider(AgreementAction.Amend, Drafter));
        Assert.Equal(Verdict.Forbidden, Active().Consider(AgreementAction.Amend, Somebody(Charity, Role.IgOfficer)));
        Assert.Equal(Verdict.Forbidden, Active().Consider(AgreementAction.Amend, Somebody(Council, Role.IgLead)));
        Assert.Equal(Verdict.Hidden, Active().Consider(AgreementAction.Amend, Somebody(Stranger, Role.IgOfficer)));
        Assert.Equal(Verdict.NotNow, Given.Approved().Consider(AgreementAction.Amend, Drafter));
    }

    // What each may do to the version in force and to the draft beside it.
    [Theory]
    [InlineData(AgreementAction.Edit, Verdict.NotNow, Verdict.Permitted)]
    [InlineData(AgreementAction.Submit, Verdict.NotNow, Verdict.Permitted)]
    [InlineData(AgreementAction.Withdraw, Verdict.NotNow, Verdict.Permitted)]
    [InlineData(AgreementAction.AnswerFinding, Verdict.Permitted, Verdict.NotNow)]
    [InlineData(AgreementAction.KeepEvidence, Verdict.Permitted, Verdict.Permitted)]
    [InlineData(AgreementAction.Comment, Verdict.Permitted, Verdict.Permitted)]
    [InlineData(AgreementAction.View, Verdict.Permitted, Verdict.Permitted)]
    public void Each_permission_speaks_of_its_version(AgreementAction action, Verdict inForce, Verdict inPreparation)
    {
        var agreement = Amended();

        Assert.Equal(
            (inForce, inPreparation),
            (agreement.Consider(action, Drafter, agreement.InForce!), agreement.Consider(action, Drafter, agreement.InPreparation!))
        );
    }

    [Fact]
    public void A_partner_sees_and_answers_for_the_version_in_force_and_knows_nothing_of_the_draft()
    {
        var agreement = Amended();
        var partner = Somebody(Charity, Role.IgOfficer);

        Assert.True(agreement.InForce!.IsSeenBy(partner));
        Assert.False(agreement.InPreparation!.IsSeenBy(partner));
        Assert.Equal(Verdict.Hidden, agreement.Consider(AgreementAction.View, partner, agreement.InPreparation));
        Assert.Equal(Verdict.Permitted, agreement.Consider(AgreementAction.AnswerFinding, partner));
        Assert.Equal(Verdict.Permitted, agreement.Consider(AgreementAction.Comment, partner, agreement.InForce));
    }

    [Fact]
    public void A_returned_amendment_becomes_2_1_and_the_version_in_force_stays()
    {
        var agreement = Amended();
        agreement.ToApproval(Later);
        agreement.Decide(
            CouncilReview,
            new Ruling.Return("Say more.", [Section.DatasetsAndFields]),
            Seen.Of(agreement.InPreparation!),
            HolderOf(agreement.Stage(CouncilReview)),
            Later
        );

        Assert.Equal((3, "2.1"), (agreement.InPreparation!.Ordinal, agreement.InPreparation.Label.ToString()));
        Assert.Equal(
            (VersionKind.AfterReturn, 2),
            (agreement.InPreparation.Kind, agreement.PredecessorOf(agreement.InPreparation)!.Ordinal)
        );
        Assert.Equal(1, agreement.InForce!.Ordinal);
    }

    [Fact]
    public void After_a_withdrawn_amendment_the_next_gets_a_number_of_its_own_and_follows_the_version_in_force()
    {
        var agreement = Amended();
        agreement.Withdraw("Not needed.", Drafter, Later);
        Assert.Null(agreement.InPreparation);
        Assert.Equal(Verdict.NotNow, agreement.Consider(AgreementAction.Edit, Drafter));

        agreement.StartAmendment(Drafter, Later);

        Assert.Equal((3, "3.0"), (agreement.InPreparation!.Ordinal, agreement.InPreparation.Label.ToString()));
        Assert.Equal(agreement.InForce, agreement.PredecessorOf(agreement.InPreparation));
        Assert.Equal([agreement.InForce], agreement.PredecessorsOf(agreement.InPreparation));
    }

    [Fact]
    public void A_given_up_amendment_leaves_the_version_in_force_to_be_shown()
    {
        var agreement = Amended();
        Assert.Equal(2, agreement.ShownTo(Drafter)!.Ordinal);

        agreement.Withdraw("Not needed.", Drafter, Later);

        var told = Assert.IsType<VersionWithdrawn>(agreement.Events[^1]);
        Assert.Equal((2, agreement.InForce!.Label), (told.Version, told.StaysInForce));

        Assert.Equal(1, agreement.ShownTo(Drafter)!.Ordinal);
        Assert.Equal(1, agreement.ShownTo(Somebody(Charity, Role.IgLead))!.Ordinal);
        Assert.Null(agreement.ShownTo(Somebody(Stranger, Role.IgLead)));
    }

    [Fact]
    public void A_partner_answers_a_comment_on_a_version_that_became_the_one_in_force()
    {
        var agreement = Amended();
        agreement.ToApproval(Later);
        agreement.ToApproved(Later);
        agreement.ActivateDue(Check(agreement, Moment.InForce, Later), Act.OfThePortal, Later);
        agreement.StartAmendment(Drafter, Later);
        var partner = Somebody(Charity, Role.IgLead);

        Assert.Equal(Verdict.Permitted, agreement.Consider(AgreementAction.Comment, partner, agreement.Version(1)!));
        Assert.Equal(Verdict.Permitted, agreement.Consider(AgreementAction.Comment, partner, agreement.InForce!));
        Assert.NotEqual(Verdict.Permitted, agreement.Consider(AgreementAction.Comment, partner, agreement.InPreparation!));
    }

    [Fact]
    public void When_the_next_starts_the_one_before_is_superseded_in_the_same_instant()
    {
        var agreement = Amended();
        var before = agreement.InForce!;
        agreement.ToApproval(Later);
        agreement.ToApproved(Later);
        Assert.Equal(before, agreement.InForce);

        agreement.ActivateDue(Check(agreement, Moment.InForce, Later), Act.OfThePortal, Later);

        Assert.Equal((VersionStatus.Superseded, 2), (before.Status, agreement.InForce!.Ordinal));
        Assert.Null(agreement.InPreparation);
        Assert.Null(before.NextDate);
        Assert.Null(before.SignaturesVoidSince); // they were good as long as it was in force
        Assert.Equal(
            [typeof(VersionSuperseded), typeof(VersionActivated)],
            agreement.Events.TakeLast(2).Select(@event => @event.GetType())
        );
        Assert.Equal(
            new VersionSuperseded(agreement.Id, 1, before.ContentHash, agreement.InForce.Label, Act.OfThePortal, Later),
            agreement.Events[^2]
        );
    }

    [Fact]
    public void A_version_that_is_held_back_leaves_the_one_in_force_where_it_is()
    {
        var agreement = Amended();
        agreement.ToApproval(Later);
        agreement.ToApproved(Later);

        agreement.ActivateDue(Check(agreement, Moment.InForce, Later, Given.Finding("DSA-050", Severity.Error)), Act.OfThePortal, Later);

        Assert.Equal((1, VersionStatus.Active), (agreement.InForce!.Ordinal, agreement.InForce.Status));
        Assert.Equal(VersionStatus.Approved, agreement.InPreparation!.Status);
    }

    private static Agreement Active()
    {
        var agreement = Given.Approved();
        agreement.ActivateDue(Check(agreement, Moment.InForce, Start), Act.OfThePortal, Start);
        return agreement;
    }

    private static Agreement Amended()
    {
        var agreement = Active();
        agreement.StartAmendment(Drafter, Later);
        return agreement;
    }
}
