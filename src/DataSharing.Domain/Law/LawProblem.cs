namespace DataSharing.Domain.Law;

/// <summary>Something that is wrong with a law book, and where.</summary>
/// <param name="Code">Of the provision or the country; null where it is the matter of the whole book.</param>
/// <param name="Message">In words.</param>
/// <param name="Members">The members it is about, as in the file; first the one to put right.</param>
public sealed record LawProblem(string? Code, string Message, params IReadOnlyList<string> Members)
{
    /// <summary>As it is said where nothing else tells what it is about.</summary>
    public override string ToString() => Code is null ? Message : $"{Code}: {Message}";
}
