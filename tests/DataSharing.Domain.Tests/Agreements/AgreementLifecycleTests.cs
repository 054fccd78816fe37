using DataSharing.Domain.Agreements;

namespace DataSharing.Domain.Tests.Agreements;

public class AgreementLifecycleTests
{
    // Where each action leads from each status; what is not here cannot happen. Read it as the policy, not as a test.
    private const string Table = """
        From                Action            To
        Draft               Edit              Draft
        Draft               Justify           Draft
        Draft               ReplaceContent    Draft
        Draft               InvitePartners    InPartnerReview       T02
        InPartnerReview     InvitePartners    InPartnerReview       T02, whoever was added
        InPartnerReview     Edit              InPartnerReview
        InPartnerReview     Justify           InPartnerReview
        InPartnerReview     Contribute        InPartnerReview
        InPartnerReview     AgreeContent      InPartnerReview
        InPartnerReview     StopPartnerReview  Draft
        InPartnerReview     AskForChange      Draft                 T03
        Draft               Submit            Submitted             T04
        InPartnerReview     Submit            Submitted             T04
        Submitted           StartApproval     InApproval            T05
        InApproval          Advise            InApproval            T06
        InApproval          Approve           InApproval            T06
        InApproval          PassGate          InApproval            T06
        InApproval          Return            ChangesRequested      T07
        InApproval          Reject            Rejected              T09
        Draft               Withdraw          Withdrawn             T10
        InPartnerReview     Withdraw          Withdrawn             T10
        Submitted           Withdraw          Withdrawn             T10
        InApproval          Withdraw          Withdrawn             T10
        AwaitingSignatures  Withdraw          Withdrawn             T10
        Approved            Withdraw          Withdrawn             T10
        InApproval          AcceptConditions  InApproval            T11
        InApproval          TakeBack          ChangesRequested      T11
        InApproval          FinishStages      AwaitingSignatures    T11
        AwaitingSignatures  Sign              AwaitingSignatures
        AwaitingSignatures  FinishSigning     Approved              T12
        Approved            Activate          Active                T13
        Active              Amend             Active                T16
        Active              Supersede         Superseded            T17
        Suspended           Supersede         Superseded            T17
        AwaitingSignatures  Decline           ChangesRequested      T25
        AwaitingSignatures  LapseSigning      ChangesRequested      T25
        Approved            Reopen            ChangesRequested      T26
        """;

    [Fact]
    public void Transitions_are_exactly_those_of_the_table()
    {
        var drawn = Table
            .Split('\n')[1..]
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .ToDictionary(
                cells => (Enum.Parse<VersionStatus>(cells[0]), Enum.Parse<AgreementAction>(cells[1])),
                cells => (VersionStatus?)Enum.Parse<VersionStatus>(cells[2])
            );

        foreach (var status in Enum.GetValues<VersionStatus>())
        {
            foreach (var action in Enum.GetValues<AgreementAction>())
            {
                Assert.Equal(
                    (status, action, drawn.GetValueOrDefault((status, action))),
                    (status, action, AgreementLifecycle.Next(status, action))
                );
                Assert.Equal(
                    (status, action, drawn.ContainsKey((status, action)) || action is AgreementAction.View or AgreementAction.Comment),
                    (status, action, AgreementLifecycle.Allows(status, action))
                );
            }
        }
    }
}
