namespace DataSharing.Documents.Narrative;

/// <summary>Notes by the path of the element beneath which they stand.</summary>
internal sealed class PlacedNotes(ILookup<string, Note> byPlace)
{
    public bool AreNone => byPlace.Count == 0;

    public IReadOnlyList<Note> On(params IEnumerable<string> paths) => [.. paths.SelectMany(path => byPlace[path])];
}
