using DataSharing.Domain.Content;

namespace DataSharing.Domain.Rules;

/// <summary>A rule while it is being declared: what it is, before what it looks at.</summary>
internal sealed record RuleDraft(string Id, Severity Severity)
{
    /// <summary>What DSA-113 says, wherever "I don't know" was chosen.</summary>
    public const string StillUnknown =
        "“I don’t know” is fine in a draft. Ask your data protection or legal adviser, and answer it before you submit.";

    public RuleSource Source { get; private init; }

    public ValueList<string> Citations { get; private init; } = [];

    public bool OnlyForPersonalData { get; private init; }

    /// <summary>The law books in which it speaks.</summary>
    public (int First, int Last) Books { get; private init; } = (1, int.MaxValue);

    /// <summary>The law asks for it.</summary>
    public RuleDraft Law(params ReadOnlySpan<string> citations) =>
        this with
        {
            Source = RuleSource.Law,
            Citations = ValueList.Create(citations),
        };

    /// <summary>A code or guidance asks for it.</summary>
    public RuleDraft Code(params ReadOnlySpan<string> citations) =>
        this with
        {
            Source = RuleSource.Code,
            Citations = ValueList.Create(citations),
        };

    /// <summary>The portal asks for it.</summary>
    public RuleDraft Policy(params ReadOnlySpan<string> citations) =>
        this with
        {
            Source = RuleSource.Policy,
            Citations = ValueList.Create(citations),
        };

    /// <summary>It speaks only from this law book on: what was judged by an earlier one keeps what that one says.</summary>
    public RuleDraft FromBook(int number) => this with { Books = (number, Books.Last) };

    /// <summary>From this law book on another rule of the same id speaks in its place.</summary>
    public RuleDraft BeforeBook(int number) => this with { Books = (Books.First, number - 1) };

    public RuleDraft IfPersonalData() => this with { OnlyForPersonalData = true };

    public RuleDraft<T> ForEach<T>(Func<Reading, IEnumerable<T>> subjects) => new(this, subjects, (_, _) => true, null);

    public RuleDraft<AgreementContent> When(Func<Reading, bool> fires) => ForEach(a => new[] { a.Content }).When((a, _) => fires(a));
}

/// <summary>A rule while it is being declared, that looks at each of its subjects.</summary>
internal sealed record RuleDraft<T>(
    RuleDraft Draft,
    Func<Reading, IEnumerable<T>> Subjects,
    Func<Reading, T, bool> Condition,
    Func<Reading, T, Place>? Where
)
{
    /// <summary>Several conditions must all be met.</summary>
    public RuleDraft<T> When(Func<Reading, T, bool> condition)
    {
        var before = Condition;
        return this with { Condition = (a, subject) => before(a, subject) && condition(a, subject) };
    }

    public RuleDraft<T> When(Func<T, bool> condition) => When((_, subject) => condition(subject));

    public RuleDraft<T> At(Func<Reading, T, Place> where) => this with { Where = where };

    public RuleDraft<T> At(string path) => this with { Where = (_, _) => path };

    public Rule Says(string message)
    {
        var where = Where ?? throw new InvalidOperationException($"{Draft.Id} does not say where it fires.");
        return new Rule(
            Draft.Id,
            Draft.Severity,
            Draft.Source,
            Draft.Citations,
            Draft.OnlyForPersonalData,
            Draft.Books,
            message,
            agreement => Subjects(agreement).Where(subject => Condition(agreement, subject)).Select(subject => where(agreement, subject))
        );
    }
}
