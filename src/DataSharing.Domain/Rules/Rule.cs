using DataSharing.Domain.Content;
using DataSharing.Domain.Law;

namespace DataSharing.Domain.Rules;

/// <summary>One rule, declared by <see cref="Declare"/>. An id with two severities or two sources is two rules.</summary>
public sealed record Rule
{
    internal Rule(
        string id,
        Severity severity,
        RuleSource source,
        ValueList<string> law,
        bool onlyForPersonalData,
        (int First, int Last) books,
        string message,
        Func<Reading, IEnumerable<Place>> fires
    )
    {
        (Id, Severity, Source, Law, OnlyForPersonalData, Message) = (id, severity, source, law, onlyForPersonalData, message);
        (FirstBook, LastBook) = books;
        Fires = fires;
    }

    public string Id { get; }

    public Severity Severity { get; }

    public RuleSource Source { get; }

    /// <summary>The provisions behind it; for policy mostly none.</summary>
    public ValueList<string> Law { get; }

    /// <summary>Skipped for an agreement without personal data.</summary>
    public bool OnlyForPersonalData { get; }

    /// <summary>The first law book by which it judges.</summary>
    public int FirstBook { get; }

    /// <summary>The last law book by which it judges; from the next on, a rule of the same id takes its place.</summary>
    public int LastBook { get; }

    public bool SpeaksIn(LawBook book) => FirstBook <= book.Number && book.Number <= LastBook;

    /// <summary>With placeholders such as {org}.</summary>
    public string Message { get; }

    private Func<Reading, IEnumerable<Place>> Fires { get; }

    /// <summary>One finding for each offending party, line, flow, dataset or field.</summary>
    public IEnumerable<Finding> Check(Reading agreement) =>
        !SpeaksIn(agreement.LawBook) || (OnlyForPersonalData && !agreement.HasPersonalData)
            ? []
            : Fires(agreement)
                .Select(place => new Finding(
                    Id,
                    Severity,
                    Source,
                    place.Path,
                    place.Tell(Message),
                    place.Law.Count > 0 ? place.Law : Law,
                    agreement.LawBook.Number
                )
                {
                    About = place.About,
                })
                .Distinct();
}
