namespace DataSharing.Web.Pages.Agreements.Findings;

/// <summary>How far a new finding has come.</summary>
public enum FindingState
{
    Open,

    /// <summary>Open, and its owner has not said what they do about it.</summary>
    Unanswered,

    /// <summary>Open, though its owner has said what they do about it.</summary>
    Answered,
    Gone,
}
