using System.Collections;
using System.Collections.Concurrent;
using DataSharing.Domain.Content;

namespace DataSharing.Web.Pages.Agreements.Drafting.Answering;

/// <summary>One question of a form.</summary>
/// <param name="Path">Below the record: <c>/lookup/rateLimit</c>.</param>
/// <param name="Name">The box, as the record's members are called: <c>Lookup.RateLimit</c>.</param>
internal sealed record Question(string Path, string Name, ContentShape Shape, string Label);

/// <summary>
/// All that can be asked about a record of the content: its members and those of the records in it, but no items of lists.
/// </summary>
internal sealed class Questions : IEnumerable<Question>
{
    private static readonly ConcurrentDictionary<Type, Questions> Known = new();

    private readonly IReadOnlyList<Question> _questions;

    private Questions(RecordShape record, string pattern)
    {
        IsItem = record.IsItem;
        _questions = [.. Below(record, pattern, "", "")];
    }

    public bool IsItem { get; }

    public static Questions Of(Type record) =>
        Known.GetOrAdd(
            record,
            type =>
                type == typeof(AgreementContent) ? new Questions(ContentShape.Root, "")
                : ContentShape
                    .Paths()
                    .Select(place => (place.Path, Shape: place.Shape as RecordShape))
                    .First(place => place.Shape?.Type == type)
                    is { Shape: { } shape, Path: var path }
                    ? new Questions(shape, path)
                : throw new ArgumentException($"{type} is no record of the content.", nameof(record))
        );

    public IEnumerator<Question> GetEnumerator() => _questions.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static IEnumerable<Question> Below(RecordShape record, string pattern, string path, string name) =>
        record.Members.SelectMany(member =>
            member.Shape switch
            {
                RecordShape inner => Below(inner, pattern, $"{path}/{member.Name}", $"{name}{member.Property.Name}."),
                ListShape { Element: RecordShape } or TextShape { IsId: true } => [],
                var shape =>
                [
                    new Question(
                        $"{path}/{member.Name}",
                        name + member.Property.Name,
                        shape,
                        ContentGuide.For($"{pattern}{path}/{member.Name}").Label
                    ),
                ],
            }
        );
}
