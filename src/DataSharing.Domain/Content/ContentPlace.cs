using System.Collections.Frozen;

namespace DataSharing.Domain.Content;

/// <summary>
/// A place of the content with what lies below it, so that a pointer is followed without a text for each of its steps: to show one
/// agreement takes thousands.
/// </summary>
internal sealed class ContentPlace
{
    private readonly FrozenDictionary<string, ContentPlace> _members;
    private readonly ContentPlace? _element;

    public ContentPlace(string pattern, ContentShape shape)
    {
        (Pattern, Shape) = (pattern, shape);
        var members = shape is RecordShape record ? record.Members : [];
        _members = members.ToFrozenDictionary(member => member.Name, member => new ContentPlace($"{pattern}/{member.Name}", member.Shape));
        _element = shape is ListShape list ? new ContentPlace($"{pattern}/*", list.Element) : null;
    }

    public string Pattern { get; }

    public ContentShape Shape { get; }

    /// <summary>
    /// The place at a pointer or pattern below this one, or null. No member's name has anything that a pointer would escape.
    /// </summary>
    public ContentPlace? Find(ReadOnlySpan<char> path)
    {
        if (path is [not '/', ..])
        {
            throw ContentPointer.NoPointer(path.ToString());
        }

        var place = this;
        while (path.Length > 0 && place is not null)
        {
            path = path[1..];
            var end = path.IndexOf('/');
            var step = end < 0 ? path : path[..end];
            place =
                place._element
                ?? (place._members.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(step, out var member) ? member : null);
            path = path[step.Length..];
        }

        return place;
    }
}
