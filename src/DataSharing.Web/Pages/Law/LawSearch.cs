using DataSharing.Domain.Law;

namespace DataSharing.Web.Pages.Law;

/// <summary>What is asked of the book. Whatever the address says that is not a choice of the form counts as not said.</summary>
public sealed record LawSearch(string Words, LawKind? Kind, string? Status, LawUser? User = null)
{
    /// <summary>A status to ask for that cuts across the others.</summary>
    public const string ToBeConfirmed = "ToBeConfirmed";

    /// <summary>Every status. It has a value of its own, for on a given day nothing said means what was in force.</summary>
    public const string AnyStatus = "any";

    public static IReadOnlyList<(string Value, string Words)> Statuses { get; } =
    [.. Enum.GetValues<Standing>().Select(s => (s.ToString(), s.InWords())), (ToBeConfirmed, "Anything to be confirmed")];

    public static LawSearch Of(string? words, string? kind, string? status, string? user = null) =>
        new(
            words?.Trim() ?? "",
            LawKind.Find(kind),
            Statuses.Select(s => s.Value).FirstOrDefault(value => value == status),
            LawUser.Find(user)
        );

    public bool IsEmpty => this is { Words: "", Kind: null, Status: null, User: null };

    /// <summary>Each kind with what is found of it; kinds without are left out.</summary>
    public IReadOnlyList<LawSection> In(LawBook book, DateOnly today)
    {
        var found = (Words.Length == 0 ? book.Entries : book.Search(Words)).Where(entry => Fits(entry, today)).ToList();
        return
        [
            .. LawKind
                .All.Where(kind => Kind is null || Kind == kind)
                .Select(kind => new LawSection(kind, [.. found.Where(kind.Holds)]))
                .Where(section => section.Entries.Count > 0),
        ];
    }

    public IReadOnlyList<AdequateCountry> CountriesIn(LawBook book, DateOnly today)
    {
        var words = Words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return (Kind is null || Kind == LawKind.Transfers) && User is null
            ?
            [
                .. book
                    .AdequateCountries.Where(country => Fits(country, today) && words.All(word => Says(country, word)))
                    .OrderBy(country => country.Name, StringComparer.Ordinal),
            ]
            : [];
    }

    private bool Fits(LawEntry entry, DateOnly day) =>
        User?.MayUse(entry) is not false
        && Status switch
        {
            null => true,
            ToBeConfirmed => entry.Unverified is not null,
            _ => entry.On(day).ToString() == Status,
        };

    private bool Fits(AdequateCountry country, DateOnly day) =>
        Status switch
        {
            null => true,
            ToBeConfirmed => country.Unverified is not null,
            _ => country.On(day).ToString() == Status,
        };

    private static bool Says(AdequateCountry country, string word) =>
        string.Join('\n', country.Name, country.Citation, country.Condition).Contains(word, StringComparison.OrdinalIgnoreCase);
}

/// <summary>The entries of one kind.</summary>
public sealed record LawSection(LawKind Kind, IReadOnlyList<LawEntry> Entries);
