namespace DataSharing.Documents.Narrative;

/// <summary>A remark of the checks, or a justification, shown beneath what it is about.</summary>
/// <param name="Path">What it is about. Where that is not answered, the note stands at the nearest enclosing place that is shown.</param>
/// <param name="Link">Where more is to be read.</param>
public sealed record Note(string Path, NoteKind Kind, string Text, Link? Link = null);

public enum NoteKind
{
    Error,
    Warning,

    /// <summary>A warning with a recorded justification, or information.</summary>
    Done,
}
