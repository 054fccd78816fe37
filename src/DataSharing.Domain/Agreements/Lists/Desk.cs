namespace DataSharing.Domain.Agreements.Lists;

/// <summary>Where the work of an organisation waits. Each stage waits at the desk of its role, which is called like the role.</summary>
public static class Desk
{
    /// <summary>Conditions of an approval that the drafting organisation has still to accept.</summary>
    public const string Conditions = nameof(Conditions);

    /// <summary>Drafts that the organisation writes.</summary>
    public const string Drafts = nameof(Drafts);

    /// <summary>Drafts that a partner is asked to look at.</summary>
    public const string Review = nameof(Review);

    /// <summary>Versions in force on which an error was newly found that nobody has answered.</summary>
    public const string FindingErrors = nameof(FindingErrors);

    /// <summary>Versions in force on which a warning was newly found that nobody has answered, and no error.</summary>
    public const string FindingWarnings = nameof(FindingWarnings);

    /// <summary>Versions in force whose new errors are answered and still there.</summary>
    public const string FindingsAnswered = nameof(FindingsAnswered);

    /// <summary>Versions in force of this organisation on which something is newly found, for its auditors.</summary>
    public const string Audited = nameof(Audited);

    /// <summary>Desks of findings, the most pressing first.</summary>
    public static IReadOnlyList<string> Findings { get; } = [FindingErrors, FindingWarnings, FindingsAnswered];

    // The stages of a route are decided in these roles; what the others wait for they do with an action of their own.
    private static readonly AgreementAction[] OnStages =
    [
        AgreementAction.Advise,
        AgreementAction.PassGate,
        AgreementAction.Approve,
        AgreementAction.Sign,
    ];

    /// <summary>The desks at which the actor decides, signs or accepts conditions.</summary>
    public static IEnumerable<string> WhereDecided(Actor actor) =>
        OnStages
            .SelectMany(action => AgreementPermissions.For(action, actor))
            .Select(row => row.Role.ToString())
            .Concat(AgreementPermissions.For(AgreementAction.AcceptConditions, actor).Select(_ => Conditions))
            .Distinct();

    /// <summary>The desks at which the actor writes or looks at drafts.</summary>
    public static IEnumerable<string> WhereWritten(Actor actor) =>
        AgreementPermissions
            .For(AgreementAction.Edit, actor)
            .Select(_ => Drafts)
            .Concat(AgreementPermissions.For(AgreementAction.Contribute, actor).Select(_ => Review))
            .Distinct();

    /// <summary>Whether the actor answers findings for their organisation.</summary>
    public static bool AnswersFindings(Actor actor) => AgreementPermissions.For(AgreementAction.AnswerFinding, actor).Any();
}
