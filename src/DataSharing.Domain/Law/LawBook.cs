using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using DataSharing.Domain.Content;

namespace DataSharing.Domain.Law;

/// <summary>
/// The law as the portal knew it on a date: every code an agreement may rely on. A book never changes; new law is a new book, and
/// agreements and findings keep the number of the book they were judged by.
/// </summary>
public sealed class LawBook : ILawCodes
{
    public const int TitleMaxLength = 200;

    /// <summary>Of all the points together.</summary>
    public const int OpenPointsMaxLength = 20_000;

    /// <summary>
    /// What an appropriate policy document covers besides conditions of Schedule 1: sensitive processing under Part 3 (s42).
    /// </summary>
    public const string Part3PolicyDocument = "P3";

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerOptions.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        PropertyNameCaseInsensitive = false,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        AllowOutOfOrderMetadataProperties = true, // in canonical form "kind" does not come first
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
    };

    private static readonly JsonSerializerOptions Indented = new(Strict)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly Lazy<LawBook>[] Embedded = [new(() => ReadEmbedded(1)), new(() => ReadEmbedded(2))];

    private readonly Text _text;
    private readonly Dictionary<string, LawEntry> _byCode;
    private readonly Dictionary<string, AdequateCountry> _byCountry;

    private LawBook(Text text, string sha256)
    {
        _text = text;
        Sha256 = sha256;
        _byCode = text.Entries.ToDictionary(e => e.Code, StringComparer.Ordinal);
        _byCountry = text.AdequateCountries.ToDictionary(c => c.Country, StringComparer.Ordinal);
    }

    /// <summary>Law book 1, by which the portal judges until another is released.</summary>
    public static LawBook First => Embedded[0].Value;

    /// <summary>
    /// The newest law book that comes with the portal. It counts nowhere until one administrator has prepared the next edition from it and
    /// another has released that.
    /// </summary>
    public static LawBook Shipped => Embedded[^1].Value;

    public int Number => _text.Number;

    public string Title => _text.Title;

    /// <summary>The day whose law the book states.</summary>
    public DateOnly AsOf => _text.AsOf;

    /// <summary>SHA-256 over the canonical bytes of the whole book, in lower-case hexadecimal.</summary>
    public string Sha256 { get; }

    /// <summary>In the order of the law: Article 6 first, transfers last.</summary>
    public IReadOnlyList<LawEntry> Entries => _text.Entries;

    public IReadOnlyList<AdequateCountry> AdequateCountries => _text.AdequateCountries;

    /// <summary>What a lawyer must confirm before the book is relied on. Shown on the law pages.</summary>
    public IReadOnlyList<string> OpenPoints => _text.OpenPoints;

    /// <summary>
    /// Reads a book strictly: an unknown, duplicate or missing member is refused, and so is a book that contradicts itself.
    /// </summary>
    /// <exception cref="InvalidLawBookException">With everything that is wrong.</exception>
    public static LawBook Read(ReadOnlySpan<byte> utf8)
    {
        var text = Parse(utf8);
        return LawBookCheck.Problems(text).ToArray() is { Length: > 0 } problems
            ? throw new InvalidLawBookException(problems)
            : new LawBook(text, HashOf(utf8));
    }

    /// <summary>
    /// Reads what was checked when it was kept: a check that came into the portal later does not shut a released book out.
    /// </summary>
    /// <exception cref="InvalidLawBookException">It is no book at all.</exception>
    public static LawBook ReadKept(ReadOnlySpan<byte> utf8) => new(Parse(utf8), HashOf(utf8));

    /// <summary>The book that follows, which says the same until it is changed.</summary>
    public LawBook Next(DateOnly asOf) => ReadKept(Bytes(_text with { Number = Number + 1, Title = TitleAs(Number + 1), AsOf = asOf }));

    /// <summary>How many provisions it has that another book does not have.</summary>
    public int NewFor(LawBook other) => Entries.Count(entry => other.Find(entry.Code) is null);

    /// <summary>
    /// What this book says, as the book that follows another: an edition is prepared from it. What an installation has changed itself, in
    /// an entry of the first book, stays as it made it.
    /// </summary>
    public LawBook Following(LawBook released) =>
        ReadKept(
            Bytes(
                _text with
                {
                    Number = released.Number + 1,
                    Title = TitleAs(released.Number + 1),
                    // What the portal's book lost stays, for agreements may rest on it; what was added here stays too.
                    Entries =
                    [
                        .. _text.Entries.Select(entry => OwnChange(released, entry.Code) ?? entry),
                        .. released.Entries.Where(entry => Find(entry.Code) is null),
                    ],
                    AdequateCountries =
                    [
                        .. _text.AdequateCountries,
                        .. released.AdequateCountries.Where(country => AdequateCountry(country.Country) is null),
                    ],
                }
            )
        );

    private static LawEntry? OwnChange(LawBook released, string code) =>
        (First.Find(code), released.Find(code)) is ({ } first, { } own) && !JsonNode.DeepEquals(WriteEntry(first), WriteEntry(own))
            ? own
            : null;

    /// <summary>The book with this entry in the place of the one with its code, or after the others of its kind.</summary>
    /// <exception cref="InvalidLawBookException">With everything that is wrong.</exception>
    public LawBook With(LawEntry entry) => From(Put(entry));

    /// <summary>Everything that would be wrong with the book if it had this entry, as the next after the released one.</summary>
    public IReadOnlyList<LawProblem> ProblemsWith(LawEntry entry, LawBook released)
    {
        var text = Put(entry);
        return [.. LawBookCheck.Problems(text), .. LawBookDifference.Objections(released, new LawBook(text, ""))];
    }

    private string TitleAs(int number) => Title.Replace($"Law book {Number}", $"Law book {number}", StringComparison.Ordinal);

    private Text Put(LawEntry entry)
    {
        var entries = Entries.ToList();
        var at = entries.FindIndex(e => e.Code == entry.Code);
        if (at >= 0)
        {
            entries[at] = entry;
        }
        else
        {
            var last = entries.FindLastIndex(e => e.GetType() == entry.GetType());
            entries.Insert(last < 0 ? entries.Count : last + 1, entry);
        }

        return _text with
        {
            Entries = entries,
        };
    }

    /// <summary>The book without the entry. One that was released stays, see <see cref="LawBookDifference.Objections"/>.</summary>
    /// <exception cref="InvalidLawBookException">Another entry names it.</exception>
    public LawBook Without(string code) => From(_text with { Entries = [.. Entries.Where(entry => entry.Code != code)] });

    /// <exception cref="InvalidLawBookException">With everything that is wrong.</exception>
    public LawBook With(IReadOnlyList<AdequateCountry> countries) => From(_text with { AdequateCountries = countries });

    /// <exception cref="InvalidLawBookException">With everything that is wrong.</exception>
    public LawBook With(string title, DateOnly asOf, IReadOnlyList<string> openPoints) =>
        From(_text with { Title = title, AsOf = asOf, OpenPoints = openPoints });

    /// <summary>The whole book as a file that <see cref="Read"/> reads.</summary>
    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(_text, Indented);

    internal static JsonObject ToNode<T>(T part)
        where T : class => JsonSerializer.SerializeToNode(part, Strict)!.AsObject();

    /// <summary>Reads one entry as it stands in a file.</summary>
    /// <exception cref="InvalidLawBookException">A member is unknown, missing or of the wrong form.</exception>
    public static LawEntry ReadEntry(JsonObject entry)
    {
        try
        {
            return entry.Deserialize<LawEntry>(Strict)!;
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            throw new InvalidLawBookException([LawFileTrouble.Of(e, Encoding.UTF8.GetBytes(entry.ToJsonString()))], e);
        }
    }

    /// <summary>One entry as it stands in a file.</summary>
    public static JsonObject WriteEntry(LawEntry entry) => ToNode(entry);

    private static LawBook From(Text text) => Read(Bytes(text));

    private static byte[] Bytes(Text text) => JsonSerializer.SerializeToUtf8Bytes(text, Strict);

    /// <summary>The entry with this code, of whatever kind; null if the book has none.</summary>
    public LawEntry? Find(string? code) => code is null ? null : _byCode.GetValueOrDefault(code);

    public LawfulBasis? LawfulBasis(string? code) => Find(code) as LawfulBasis;

    public RecognisedInterest? RecognisedInterest(string? code) => Find(code) as RecognisedInterest;

    public CompatibilityRoute? CompatibilityRoute(string? code) => Find(code) as CompatibilityRoute;

    public SpecialCategoryCondition? SpecialCategoryCondition(string? code) => Find(code) as SpecialCategoryCondition;

    public Schedule1Paragraph? Schedule1Paragraph(string? code) => Find(code) as Schedule1Paragraph;

    public OffenceDataBasis? OffenceDataBasis(string? code) => Find(code) as OffenceDataBasis;

    public LawEnforcementBasis? LawEnforcementBasis(string? code) => Find(code) as LawEnforcementBasis;

    public Schedule8Condition? Schedule8Condition(string? code) => Find(code) as Schedule8Condition;

    public ConfidentialityRoute? ConfidentialityRoute(string? code) => Find(code) as ConfidentialityRoute;

    public Gateway? Gateway(string? code) => Find(code) as Gateway;

    public Exemption? Exemption(string? code) => Find(code) as Exemption;

    public TransferMechanism? TransferMechanism(string? code) => Find(code) as TransferMechanism;

    /// <param name="country">ISO 3166-1 alpha-2.</param>
    public AdequateCountry? AdequateCountry(string? country) => country is null ? null : _byCountry.GetValueOrDefault(country);

    /// <summary>
    /// Does it say which kinds of bodies its provisions are open to? The books of a time before that say it in words alone.
    /// </summary>
    public bool SaysWhoMayUse => Entries.Any(entry => entry.Users.Count > 0);

    /// <summary>Every entry of one kind, in the order of the law.</summary>
    public IEnumerable<T> Of<T>()
        where T : LawEntry => Entries.OfType<T>();

    public IEnumerable<LawEntry> InForceOn(DateOnly day) => Entries.Where(e => e.InForceOn(day));

    /// <summary>The entries that say every word of the text, an exact code first. Nothing is found for a blank text.</summary>
    public IEnumerable<LawEntry> Search(string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0
            ? []
            : Entries.Where(e => e.Mentions(words)).OrderByDescending(e => e.Code.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase));
    }

    public bool Knows(string vocabulary, string code) => Codes(vocabulary).Contains(code, StringComparer.Ordinal);

    public IEnumerable<string> Codes(string vocabulary) =>
        vocabulary switch
        {
            LawVocabulary.Art6 => CodesOf<LawfulBasis>(),
            LawVocabulary.Annex1 => CodesOf<RecognisedInterest>(),
            LawVocabulary.Compatibility => CodesOf<CompatibilityRoute>(),
            LawVocabulary.Art9 => CodesOf<SpecialCategoryCondition>(),
            LawVocabulary.Schedule1 => CodesOf<Schedule1Paragraph>(),
            LawVocabulary.PolicyDocument => CodesOf<Schedule1Paragraph>().Append(Part3PolicyDocument),
            LawVocabulary.NoConsentReason => Of<Schedule1Paragraph>().SelectMany(s => s.AllowedNoConsentReasons).Distinct(),
            LawVocabulary.Art10 => CodesOf<OffenceDataBasis>(),
            LawVocabulary.Part3 => CodesOf<LawEnforcementBasis>(),
            LawVocabulary.Schedule8 => CodesOf<Schedule8Condition>(),
            LawVocabulary.Confidentiality => CodesOf<ConfidentialityRoute>(),
            LawVocabulary.Gateway => CodesOf<Gateway>(),
            LawVocabulary.GatewayPurpose => Of<Gateway>().SelectMany(g => g.AllowedPurposeCodes ?? []).Distinct(),
            LawVocabulary.Transfer => CodesOf<TransferMechanism>(),
            LawVocabulary.Exemption => CodesOf<Exemption>(),
            _ => throw new ArgumentOutOfRangeException(nameof(vocabulary), vocabulary, "The law book has no such vocabulary."),
        };

    private IEnumerable<string> CodesOf<T>()
        where T : LawEntry => Of<T>().Select(e => e.Code);

    private static Text Parse(ReadOnlySpan<byte> utf8)
    {
        try
        {
            var text = JsonSerializer.Deserialize<Text>(utf8, Strict) ?? throw new JsonException("The file holds null.");
            var reader = new Utf8JsonReader(utf8);
            using var file = JsonDocument.ParseValue(ref reader);
            string[] nulls = [.. NullsIn(file.RootElement, "")]; // the reader minds them as members, but not in lists
            return nulls.Length == 0
                ? text
                : throw new InvalidLawBookException([.. nulls.Select(place => new LawProblem(null, $"{place} holds null."))]);
        }
        catch (Exception e) when (e is JsonException or NotSupportedException) // the latter: an entry without a kind
        {
            throw new InvalidLawBookException([LawFileTrouble.Of(e, utf8)], e);
        }
    }

    /// <summary>Where null stands in a list, for example <c>entries[3].specifiedPersons[0]</c>.</summary>
    private static IEnumerable<string> NullsIn(JsonElement element, string place) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => element
                .EnumerateObject()
                .SelectMany(member => NullsIn(member.Value, place.Length == 0 ? member.Name : $"{place}.{member.Name}")),
            JsonValueKind.Array => element
                .EnumerateArray()
                .SelectMany((item, i) => item.ValueKind is JsonValueKind.Null ? [$"{place}[{i}]"] : NullsIn(item, $"{place}[{i}]")),
            _ => [],
        };

    private static string HashOf(ReadOnlySpan<byte> utf8) => ContentHash.Of(CanonicalJson.Serialize(utf8)).Hex;

    private static LawBook ReadEmbedded(int number)
    {
        var name = $"DataSharing.Domain.Law.law-book-{number}.json";
        using var stream =
            typeof(LawBook).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not embedded.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return Read(bytes.ToArray());
    }

    /// <summary>The file as it stands.</summary>
    internal sealed record Text
    {
        public required int Number { get; init; }

        public required string Title { get; init; }

        public required DateOnly AsOf { get; init; }

        public required IReadOnlyList<string> OpenPoints { get; init; }

        public required IReadOnlyList<LawEntry> Entries { get; init; }

        public required IReadOnlyList<AdequateCountry> AdequateCountries { get; init; }
    }
}
