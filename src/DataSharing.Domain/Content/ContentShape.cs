using System.Reflection;
using System.Text.Json;

namespace DataSharing.Domain.Content;

/// <summary>What may stand at one place of the JSON form, read once from the tree of records.</summary>
public abstract record ContentShape
{
    /// <summary>The shape of a whole <see cref="AgreementContent"/>.</summary>
    public static RecordShape Root { get; } = Record(typeof(AgreementContent));

    private static readonly (string Path, ContentShape Shape)[] All = [.. Below("", Root)];

    private static readonly ContentPlace Top = new("", Root);

    /// <summary>
    /// Every path with its shape, depth first in the order of declaration; the items of a list as <c>*</c>: <c>/purposes</c>,
    /// <c>/purposes/*</c>, <c>/purposes/*/id</c>.
    /// </summary>
    public static IEnumerable<(string Path, ContentShape Shape)> Paths() => All;

    /// <summary>
    /// The shape at a pattern (<c>/flows/*/mode</c>) or a pointer (<c>/flows/F1/mode</c>); null if there is no such place.
    /// </summary>
    /// <exception cref="FormatException">A pointer that is not empty starts with a slash.</exception>
    public static ContentShape? At(string path) => Find(path)?.Shape;

    /// <summary>
    /// The pattern, with <c>*</c> for the items of lists, of a pointer such as <c>/flows/F1/lookup</c>; null if there is no such place.
    /// </summary>
    /// <exception cref="FormatException">A pointer that is not empty starts with a slash.</exception>
    public static string? PatternOf(string path) => Find(path)?.Pattern;

    private static ContentPlace? Find(string path)
    {
        ArgumentNullException.ThrowIfNull(path); // as a span, null would be the whole content
        return Top.Find(path);
    }

    private static IEnumerable<(string Path, ContentShape Shape)> Below(string path, ContentShape shape) =>
        shape switch
        {
            RecordShape record => record.Members.SelectMany(m => Below($"{path}/{m.Name}", m.Shape).Prepend(($"{path}/{m.Name}", m.Shape))),
            ListShape { Element: RecordShape item } => Below($"{path}/*", item).Prepend(($"{path}/*", item)),
            _ => [],
        };

    private static RecordShape Record(Type type) =>
        new(
            type,
            [
                .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                    .Select(p => new MemberShape(JsonNamingPolicy.CamelCase.ConvertName(p.Name), p, Of(p.PropertyType, p))),
            ]
        );

    private static ContentShape Of(Type declared, PropertyInfo member)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        return type switch
        {
            _ when ValueJsonConverter.ElementOf(type) is { } element => new ListShape(Of(element, member), ValueJsonConverter.IsSet(type)),
            _ when type == typeof(string) => Text(member),
            _ when type == typeof(bool) => new FlagShape(),
            _ when type == typeof(int) => new IntegerShape(int.MinValue, int.MaxValue),
            _ when type == typeof(long) => new IntegerShape(-AgreementDocument.LargestInteger, AgreementDocument.LargestInteger),
            _ when type == typeof(DateOnly) => new DateShape(),
            _ when type.IsEnum => new ChoiceShape(type),
            _ => Record(type),
        };
    }

    private static TextShape Text(MemberInfo member) =>
        new(
            member.DeclaringType!.IsAssignableTo(typeof(IItem)) && member.Name == nameof(IItem.Id),
            member.GetCustomAttribute<LawCodeAttribute>() is { OrText: false } code ? code.Vocabulary : null,
            member.GetCustomAttribute<RefersToAttribute>()?.Kinds ?? ItemKinds.None,
            member.GetCustomAttribute<DurationAttribute>(),
            member.GetCustomAttribute<CountryAttribute>() is not null,
            member.GetCustomAttribute<LongestAttribute>()?.Characters,
            member.GetCustomAttribute<LawCodeAttribute>() is { OrText: true } suggested ? suggested.Vocabulary : null
        );
}

public sealed record MemberShape(string Name, PropertyInfo Property, ContentShape Shape);

public sealed record RecordShape(Type Type, IReadOnlyList<MemberShape> Members) : ContentShape
{
    public bool IsItem => Type.IsAssignableTo(typeof(IItem));
}

public sealed record ListShape(ContentShape Element, bool IsSet) : ContentShape;

/// <param name="Vocabulary">A vocabulary of the law book, see <see cref="LawVocabulary"/>.</param>
/// <param name="Kinds">What the text is the id of.</param>
/// <param name="Longest">In UTF-16 code units.</param>
/// <param name="Suggested">A vocabulary of the law book whose codes are the best answers; any other text is one too.</param>
public sealed record TextShape(
    bool IsId,
    string? Vocabulary,
    ItemKinds Kinds,
    DurationAttribute? Duration,
    bool IsCountry,
    int? Longest,
    string? Suggested = null
) : ContentShape;

public sealed record FlagShape : ContentShape;

public sealed record IntegerShape(long Least, long Greatest) : ContentShape;

public sealed record DateShape : ContentShape;

public sealed record ChoiceShape(Type Enum) : ContentShape;
