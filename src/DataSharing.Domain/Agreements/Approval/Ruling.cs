using DataSharing.Domain.Content;

namespace DataSharing.Domain.Agreements.Approval;

/// <summary>What the holder of a stage says.</summary>
public abstract record Ruling
{
    public const int TextMaxLength = 4000;
    public const int ConditionMaxLength = 500;
    public const int MaxConditions = 20;
    public const int ReferenceMaxLength = 200;

    private Ruling() { }

    internal abstract AgreementAction Action { get; }

    internal abstract DecisionOutcome Outcome { get; }

    /// <summary>Why it cannot stand on this stage, or null.</summary>
    internal abstract string? Objection(Stage stage);

    public sealed record Approve(string? Comment = null) : Ruling
    {
        internal override AgreementAction Action => AgreementAction.Approve;

        internal override DecisionOutcome Outcome => DecisionOutcome.Approved;

        internal override string? Objection(Stage stage) => TooLong(Comment);
    }

    public sealed record ApproveOnConditions(IReadOnlyList<string> Conditions, string? Comment = null) : Ruling
    {
        internal override AgreementAction Action => AgreementAction.Approve;

        internal override DecisionOutcome Outcome => DecisionOutcome.ApprovedOnConditions;

        internal override string? Objection(Stage stage) =>
            Conditions.Count is 0 or > MaxConditions ? $"Say what the conditions are; at most {MaxConditions}."
            : Conditions.Any(string.IsNullOrWhiteSpace) ? "A condition is empty."
            : Conditions.Any(condition => condition.Length > ConditionMaxLength)
                ? $"A condition has at most {ConditionMaxLength} characters."
            : TooLong(Comment);
    }

    public sealed record Advise(Opinion Opinion, string Text) : Ruling
    {
        internal override AgreementAction Action => AgreementAction.Advise;

        internal override DecisionOutcome Outcome =>
            Opinion switch
            {
                Opinion.Agree => DecisionOutcome.AdvisedFor,
                Opinion.AgreeWithConditions => DecisionOutcome.AdvisedForOnConditions,
                _ => DecisionOutcome.AdvisedAgainst,
            };

        internal override string? Objection(Stage stage) => Required(Text, "Advice needs its reasons.");
    }

    /// <param name="Reference">That of the decision taken elsewhere. Only a review by the IG lead has none.</param>
    public sealed record PassGate(string? Reference, string? Comment = null) : Ruling
    {
        internal override AgreementAction Action => AgreementAction.PassGate;

        internal override DecisionOutcome Outcome => DecisionOutcome.GatePassed;

        internal override string? Objection(Stage stage) =>
            string.IsNullOrWhiteSpace(Reference) && stage.Kind is not StageKind.IgReview
                ? "A gate is passed with the reference of what was decided."
            : Reference?.Length > ReferenceMaxLength ? $"A reference has at most {ReferenceMaxLength} characters."
            : TooLong(Comment);
    }

    /// <param name="Sections">Where the change is needed.</param>
    public sealed record Return(string Reason, IReadOnlyList<Section> Sections) : Ruling
    {
        internal override AgreementAction Action => AgreementAction.Return;

        internal override DecisionOutcome Outcome => DecisionOutcome.Returned;

        internal override string? Objection(Stage stage) =>
            Sections.Count == 0 ? "Say which sections must change." : Required(Reason, "Say what must change, and why.");
    }

    /// <param name="Text">The reason in words, and what could be done instead.</param>
    public sealed record Reject(RejectionReason Code, string Text) : Ruling
    {
        internal override AgreementAction Action => AgreementAction.Reject;

        internal override DecisionOutcome Outcome => DecisionOutcome.Rejected;

        internal override string? Objection(Stage stage) => Required(Text, "A rejection needs its reasons.");
    }

    internal static string? Required(string? text, string objection) => string.IsNullOrWhiteSpace(text) ? objection : TooLong(text);

    private static string? TooLong(string? text) => text?.Length > TextMaxLength ? $"A text has at most {TextMaxLength} characters." : null;
}

/// <summary>What an adviser thinks.</summary>
public enum Opinion
{
    Agree,
    AgreeWithConditions,
    Disagree,
}
