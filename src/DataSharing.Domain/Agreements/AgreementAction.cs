namespace DataSharing.Domain.Agreements;

/// <summary>What can be done to an agreement. T-numbers are those of §5.3.</summary>
public enum AgreementAction
{
    View,

    /// <summary>T01.</summary>
    Draft,

    /// <summary>Changes what is agreed.</summary>
    Edit,

    /// <summary>Says why a warning is accepted.</summary>
    Justify,

    /// <summary>T02.</summary>
    InvitePartners,

    /// <summary>T03.</summary>
    AskForChange,

    /// <summary>T04.</summary>
    Submit,

    /// <summary>T05, by the portal.</summary>
    StartApproval,

    /// <summary>T06, on a stage for advice.</summary>
    Advise,

    /// <summary>T06, on a stage that decides.</summary>
    Approve,

    /// <summary>T06, on a gate.</summary>
    PassGate,

    /// <summary>T07.</summary>
    Return,

    /// <summary>T11: the drafting organisation takes on the conditions of an approval.</summary>
    AcceptConditions,

    /// <summary>T11: the drafting organisation changes the draft instead of taking on a condition.</summary>
    TakeBack,

    /// <summary>T09.</summary>
    Reject,

    /// <summary>T10.</summary>
    Withdraw,

    /// <summary>T11, by the portal.</summary>
    FinishStages,
    Sign,

    /// <summary>T25.</summary>
    Decline,

    /// <summary>T25, by the portal: too late, or a new error.</summary>
    LapseSigning,

    /// <summary>T12, by the portal.</summary>
    FinishSigning,

    /// <summary>T13, by the portal.</summary>
    Activate,

    /// <summary>T26.</summary>
    Reopen,

    /// <summary>T16: opens the next version of one in force.</summary>
    Amend,

    /// <summary>T17, by the portal: the next version has become active.</summary>
    Supersede,

    /// <summary>Puts a whole file in the place of the content.</summary>
    ReplaceContent,

    /// <summary>An invited party changes its own part of the draft (<see cref="PartLocks"/>).</summary>
    Contribute,

    /// <summary>Says for an organisation that it agrees the whole content as it stands.</summary>
    AgreeContent,

    /// <summary>The drafting organisation calls the draft back from its partners.</summary>
    StopPartnerReview,

    /// <summary>Says something about it, beside the content, or has done with what was said.</summary>
    Comment,

    /// <summary>Adds evidence beside the agreement; changes or removes one's own organisation's.</summary>
    KeepEvidence,

    /// <summary>Erases the file of evidence of one's own organisation that somebody else put here by mistake, or asks for it.</summary>
    EraseEvidence,

    /// <summary>Erases what somebody else has asked to erase, or keeps it.</summary>
    ConfirmErasure,

    /// <summary>Says what one's organisation does about a new finding on a version in force.</summary>
    AnswerFinding,
}
