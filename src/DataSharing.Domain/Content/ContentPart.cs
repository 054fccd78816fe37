using System.Collections.Frozen;
using System.Text.Json.Nodes;

namespace DataSharing.Domain.Content;

/// <summary>
/// What one form asks: the answers of an item, or the single answers of a section. The items of lists are parts of their own, so that two
/// people who work on different parts never meet.
/// </summary>
public sealed class ContentPart
{
    private static readonly FrozenSet<string> ItemLists = ContentShape
        .Paths()
        .Where(place => place.Shape is ListShape { Element: RecordShape })
        .Select(place => place.Path)
        .ToFrozenSet();

    private static readonly FrozenDictionary<Section, ContentPart> BySection = Enum.GetValues<Section>()
        .ToFrozenDictionary(
            section => section,
            section => new ContentPart(
                "",
                section,
                [
                    .. ContentShape
                        .Paths()
                        .Where(p =>
                            IsQuestion(p.Shape)
                            && !p.Path.Contains('*', StringComparison.Ordinal)
                            && ContentGuide.For(p.Path).Section == section
                        )
                        .Select(p => p.Path),
                ]
            )
        );

    private readonly string _record;

    private ContentPart(string record, Section section, IReadOnlyList<string> questions)
    {
        _record = record;
        Section = section;
        Questions = questions;
    }

    /// <summary>The item's pointer, or the empty pointer for the single answers of a section.</summary>
    public string Path => _record;

    public Section Section { get; }

    /// <summary>The places that are answered here, below <see cref="Path"/>: <c>/mode</c>, <c>/lookup/rateLimit</c>.</summary>
    public IReadOnlyList<string> Questions { get; }

    public static ContentPart Of(Section section) => BySection[section];

    /// <param name="item">For example <c>/flows/F1</c>; the item need not be there yet.</param>
    /// <returns>Null if content has no item there.</returns>
    public static ContentPart? OfItem(string item) =>
        ContentShape.PatternOf(item) is { } pattern && ContentShape.At(pattern) is RecordShape { IsItem: true }
            ? new ContentPart(item, ContentGuide.For(pattern).Section, QuestionsOf(pattern))
            : null;

    /// <summary>The part that a finding or a difference is about: of the nearest enclosing item, or of the section.</summary>
    public static ContentPart Around(string path)
    {
        for (var at = path; at.Length > 0; at = at[..at.LastIndexOf('/')])
        {
            if (OfItem(at) is { } part)
            {
                return part;
            }
        }

        return Of(path.Length == 0 ? Section.Basics : ContentGuide.For(path).Section);
    }

    /// <summary>The lists of items within this item or section, in the order of the content.</summary>
    public IReadOnlyList<string> Lists =>
        [
            .. _record.Length == 0
                ? ItemLists.Where(list => !list.Contains('*', StringComparison.Ordinal) && ContentGuide.For(list).Section == Section)
                : ItemLists
                    .Where(list => list.StartsWith(ContentShape.PatternOf(_record) + "/", StringComparison.Ordinal))
                    .Select(list => _record + list[ContentShape.PatternOf(_record)!.Length..]),
        ];

    /// <summary>What is answered here now: only the questions of this part, in their tree.</summary>
    public JsonObject Read(JsonObject content) =>
        ContentPointer.Resolve(content, _record) is JsonObject record ? Only(Questions, record) : [];

    /// <summary>The content with some answers of this part replaced. What is not asked stays.</summary>
    /// <param name="answers">A tree as <see cref="Read"/> gives it; what is missing becomes unanswered.</param>
    public void Write(JsonObject content, JsonObject answers, IReadOnlyCollection<string> asked)
    {
        var record =
            ContentPointer.Resolve(content, _record) as JsonObject
            ?? throw new InvalidOperationException($"There is no {_record} in this agreement.");
        foreach (var question in Questions.Where(asked.Contains))
        {
            ContentPointer.Set(record, question, ContentPointer.Resolve(answers, question));
        }
    }

    /// <summary>Only some of the answers, in their tree.</summary>
    public static JsonObject Only(IEnumerable<string> questions, JsonObject record)
    {
        var answers = new JsonObject();
        foreach (var question in questions)
        {
            if (ContentPointer.Resolve(record, question) is { } answer)
            {
                ContentPointer.Set(answers, question, answer);
            }
        }

        return answers;
    }

    private static List<string> QuestionsOf(string pattern) =>
        [
            .. ContentShape
                .Paths()
                .Where(p => IsQuestion(p.Shape) && p.Path.StartsWith(pattern + "/", StringComparison.Ordinal))
                .Select(p => p.Path[pattern.Length..])
                .Where(path => !path.Contains('*', StringComparison.Ordinal)),
        ];

    private static bool IsQuestion(ContentShape shape) =>
        shape is not (RecordShape or ListShape { Element: RecordShape } or TextShape { IsId: true });
}
