using System.Text.Json.Nodes;
using DataSharing.Documents.Narrative;
using DataSharing.Domain.Content;
using DataSharing.Domain.Law;

namespace DataSharing.Documents.Differences;

/// <summary>
/// What differs between two contents, in the words of the reading view: section by section, item by item, question by question.
/// </summary>
/// <param name="Sections">Those that differ.</param>
/// <param name="Before">What the one content is called, as the head of a column.</param>
/// <param name="After">What the other is called.</param>
public sealed record AgreementDifferences(IReadOnlyList<DifferingSection> Sections, string Before, string After)
{
    /// <summary>Questions answered otherwise, and items added, removed or moved.</summary>
    public int Count => Sections.Sum(section => section.Items.Sum(item => Math.Max(1, item.Answers.Count)));

    /// <summary>Sections in which nothing differs.</summary>
    public int Same => Enum.GetValues<Section>().Length - Sections.Count;

    /// <param name="path">A part of the content, or nothing for the whole
    /// (<see cref="ContentDifference.Between(AgreementContent, AgreementContent, string)"/>).</param>
    public static AgreementDifferences Of(
        AgreementContent before,
        AgreementContent after,
        LawBook lawBook,
        string beforeIs = "Before",
        string afterIs = "Now",
        string path = ""
    )
    {
        var telling = new Telling(new Answers(before, lawBook), new Answers(after, lawBook));
        var sections = ContentDifference
            .Between(before, after, path)
            .GroupBy(difference => difference.Section)
            .Select(section => new DifferingSection(section.Key, [.. telling.Items(section)]));
        return new AgreementDifferences([.. sections], beforeIs, afterIs);
    }

    private sealed record Telling(Answers Before, Answers After)
    {
        public IEnumerable<DifferingItem> Items(IEnumerable<ContentDifference> differences) =>
            differences
                .GroupBy(difference => ItemNames.ItemOf(difference.Path))
                .SelectMany(item =>
                    item.Key is { } path && item.First() is ItemAdded or ItemRemoved
                        ? [Whole(path, item.First() is ItemAdded)]
                        : new[]
                        {
                            new DifferingItem(
                                item.Key is null ? null : ItemNames.Of(After, item.Key),
                                ItemChange.Changed,
                                [.. item.Select(Answer)],
                                []
                            ),
                        }
                );

        private DifferingItem Whole(string path, bool added) =>
            new(
                ItemNames.Of(added ? After : Before, path),
                added ? ItemChange.Added : ItemChange.Removed,
                [],
                [
                    .. (added ? After : Before)
                        .Rows(path, "Nature")
                        .Select(row => row with { Answers = [.. row.Answers.Select(answer => answer.WithoutPlaces())] }),
                ]
            );

        private DifferingAnswer Answer(ContentDifference difference) =>
            difference switch
            {
                AnswerChanged changed => Changed(changed),
                MembersChanged members => new DifferingAnswer(
                    members.Path,
                    ItemNames.QuestionAt(members.Path),
                    Members(Before, members.Path, members.Removed),
                    Members(After, members.Path, members.Added)
                ),
                OrderChanged order => new DifferingAnswer(
                    order.Path,
                    $"Order of {Words.Within(ItemNames.QuestionAt(order.Path))}",
                    Order(Before, order.Path, order.Before),
                    Order(After, order.Path, order.After)
                ),
                _ => throw new ArgumentOutOfRangeException(nameof(difference), difference, null),
            };

        private DifferingAnswer Changed(AnswerChanged changed)
        {
            var (before, after) = (Text(Before, changed.Path), Text(After, changed.Path));
            if (before == after)
            {
                // Two codes or items that are called the same: what is behind the words tells them apart.
                (before, after) = ($"{before} ({Code(changed.Before)})", $"{after} ({Code(changed.After)})");
            }

            var (old, @new) = WordDifference.Between(before, after);
            return new DifferingAnswer(changed.Path, ItemNames.QuestionAt(changed.Path), old, @new);
        }

        private static string Text(Answers answers, string path) => string.Join('\n', answers.Texts(path).Select(member => member.Text));

        private static string? Code(string? json) => json is null ? null : JsonNode.Parse(json)!.ToString();

        private static IReadOnlyList<Piece> Members(Answers answers, string path, ValueList<string> marked) =>
            [.. answers.Texts(path).SelectMany((member, i) => Listed(i, new Piece(member.Text, marked.Contains(member.Value))))];

        private static IReadOnlyList<Piece> Order(Answers answers, string path, ValueList<string> ids) =>
            [
                .. ids.SelectMany(
                    (id, i) => Listed(i, new Piece(ItemNames.NameOf(answers, ContentPointer.Append(path, id)), IsMarked: false))
                ),
            ];

        private static IEnumerable<Piece> Listed(int index, Piece piece) =>
            index == 0 ? [piece] : [new Piece("; ", IsMarked: false), piece];
    }
}

/// <param name="Items">In the order of the content; what belongs to no item has none.</param>
public sealed record DifferingSection(Section Section, IReadOnlyList<DifferingItem> Items);

/// <param name="Name">The item and those it is in: "Dataset: Referral record, field: Access notes". Null for the answers of the section
/// itself.</param>
/// <param name="Answers">What differs in it; none if the whole item was added or removed.</param>
/// <param name="Whole">What an added or removed item says.</param>
public sealed record DifferingItem(string? Name, ItemChange Change, IReadOnlyList<DifferingAnswer> Answers, IReadOnlyList<Row> Whole);

/// <param name="Path">Of the answer in the content.</param>
/// <param name="Before">Nothing where it was not answered.</param>
/// <param name="After">Nothing where it is not answered.</param>
public sealed record DifferingAnswer(string Path, string Question, IReadOnlyList<Piece> Before, IReadOnlyList<Piece> After);

/// <summary>A piece of a text.</summary>
/// <param name="IsMarked">The other text does not have it.</param>
public sealed record Piece(string Text, bool IsMarked);

public enum ItemChange
{
    Changed,
    Added,
    Removed,
}
