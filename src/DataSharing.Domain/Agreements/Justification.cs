using DataSharing.Domain.Content;

namespace DataSharing.Domain.Agreements;

/// <summary>Why the drafter accepts a warning. It stands beside the version; the audit log keeps earlier wordings.</summary>
public sealed class Justification
{
    public const int TextMaxLength = 2000;

    private Justification() { } // for EF Core

    public required AgreementVersionId VersionId { get; init; }
    public required string RuleId { get; init; }
    public string Text { get; private set; } = "";

    /// <summary>The content it was written about. For another one it must be said again: the warning may be about more by then.</summary>
    public ContentHash ContentHash { get; private set; }
    public PersonId Person { get; private set; }
    public DateTimeOffset At { get; private set; }

    internal static Justification Of(
        string ruleId,
        AgreementVersionId version,
        string text,
        ContentHash hash,
        PersonId person,
        DateTimeOffset now
    )
    {
        var justification = new Justification { VersionId = version, RuleId = ruleId };
        justification.Say(text, hash, person, now);
        return justification;
    }

    /// <summary>The words and their author go on with the next version.</summary>
    internal Justification For(AgreementVersionId version) => Of(RuleId, version, Text, ContentHash, Person, At);

    internal void Say(string text, ContentHash hash, PersonId person, DateTimeOffset now)
    {
        Text = text;
        ContentHash = hash;
        Person = person;
        At = now;
    }
}
