using DataSharing.Domain.Content;

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
        string message,
        Func<Reading, IEnumerable<Place>> fires
    )
    {
        (Id, Severity, Source, Law, OnlyForPersonalData, Message) = (id, severity, source, law, onlyForPersonalData, message);
        Fires = fires;
    }

    public string Id { get; }

    public Severity Severity { get; }

    public RuleSource Source { get; }

    /// <summary>The provisions behind it; for policy mostly none.</summary>
    public ValueList<string> Law { get; }

    /// <summary>Skipped for an agreement without personal data.</summary>
    public bool OnlyForPersonalData { get; }

    /// <summary>With placeholders such as {org}.</summary>
    public string Message { get; }

    private Func<Reading, IEnumerable<Place>> Fires { get; }

    /// <summary>One finding for each offending party, line, flow, dataset or field.</summary>
    public IEnumerable<Finding> Check(Reading agreement) =>
        OnlyForPersonalData && !agreement.HasPersonalData
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
