using DataSharing.Documents.Narrative;
using DataSharing.Domain.Law;
using DataSharing.Domain.Rules.Grounds;
using DataSharing.Web.Pages.Law;

namespace DataSharing.Web.Pages.Agreements.Drafting;

/// <summary>The questions that a legal line answers, as one would ask them.</summary>
public static class GroundWords
{
    /// <summary>The law that asks.</summary>
    public static string Law(this GroundQuestion question) =>
        question switch
        {
            GroundQuestion.Article6 => "UK GDPR Article 6",
            GroundQuestion.Annex1 => "UK GDPR Annex 1",
            GroundQuestion.Article9 => "UK GDPR Article 9",
            GroundQuestion.Article10 => "UK GDPR Article 10",
            GroundQuestion.Schedule1 => "Data Protection Act 2018, Schedule 1",
            GroundQuestion.Part3 => "Data Protection Act 2018, section 35",
            GroundQuestion.Schedule8 => "Data Protection Act 2018, Schedule 8",
            GroundQuestion.Power => "Powers, duties and bars in Acts and regulations",
            GroundQuestion.Confidence => "Common law, and NHS Act 2006 section 251",
            _ => throw new ArgumentOutOfRangeException(nameof(question), question, null),
        };

    public static string Title(this GroundQuestion question) =>
        question switch
        {
            GroundQuestion.Article6 => "Lawful basis",
            GroundQuestion.Annex1 => "Recognised legitimate interest",
            GroundQuestion.Article9 => "Condition for special category data",
            GroundQuestion.Article10 => "Criminal offence data",
            GroundQuestion.Schedule1 => "Condition of Schedule 1",
            GroundQuestion.Part3 => "Basis for law enforcement",
            GroundQuestion.Schedule8 => "Condition for sensitive law-enforcement data",
            GroundQuestion.Power => "Power or duty to share",
            GroundQuestion.Confidence => "Confidentiality",
            _ => throw new ArgumentOutOfRangeException(nameof(question), question, null),
        };

    public static string Asks(this GroundQuestion question) =>
        question switch
        {
            GroundQuestion.Article6 => "Why may this organisation use personal data for this at all?",
            GroundQuestion.Annex1 => "Which of the aims that need no balancing is it?",
            GroundQuestion.Article9 => "Why may it use data as sensitive as this? The lawful basis alone is not enough.",
            GroundQuestion.Article10 => "Why may it use data about crimes and convictions?",
            GroundQuestion.Schedule1 => "What more does the Act ask for sensitive or criminal offence data?",
            GroundQuestion.Part3 => "Why may a law-enforcement body use the data?",
            GroundQuestion.Schedule8 => "What more does the Act ask for sensitive data in law enforcement?",
            GroundQuestion.Power => "Which law lets a public body share it? A lawful basis is no power to share.",
            GroundQuestion.Confidence => "What was told in confidence: why may it be passed on?",
            _ => throw new ArgumentOutOfRangeException(nameof(question), question, null),
        };

    /// <summary>Where the question stands on the page of help.</summary>
    public static string Anchor(this GroundQuestion question) => question.ToString().ToLowerInvariant();

    public static string InWords(this GroundFit fit) =>
        fit switch
        {
            GroundFit.Fits => "Fits",
            GroundFit.Doubtful => "Possible, with doubts",
            GroundFit.Unsupported => "Nothing in the draft speaks for it",
            GroundFit.ForOthers => "Made for other bodies",
            GroundFit.RuledOut => "Ruled out",
            _ => throw new ArgumentOutOfRangeException(nameof(fit), fit, null),
        };

    /// <summary>What is said once of all in a group.</summary>
    public static string? Introduction(this GroundFit fit) =>
        fit switch
        {
            GroundFit.Unsupported => "No rule objects. Choose one only if you know why it applies.",
            GroundFit.ForOthers =>
                "Going by their sectors, neither side is of a kind that the law names. Choose one only if it is all the same.",
            GroundFit.RuledOut => "If an answer is wrong, change it where it is given, and the choice comes back.",
            _ => null,
        };

    /// <summary>That it is not law on the day that counts; null if it is.</summary>
    public static string? NotInForce(this OfferedGround ground) =>
        ground.NotInForceOn is not { } day ? null
        : ground.Entry.On(day) is Standing.Unverified ? $"Nobody has confirmed that it can be used on {Words.Date(day)}."
        : $"It cannot be used on {Words.Date(day)}: {Words.Within(ground.Entry.Shown(day).Words)}.";

    /// <summary>The first reason why it is ruled out.</summary>
    public static string Reason(this OfferedGround ground) => ground.Why ?? ground.NotInForce() ?? ground.Against[0].Message;
}
