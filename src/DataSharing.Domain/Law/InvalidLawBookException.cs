namespace DataSharing.Domain.Law;

/// <summary>A file that is not a law book, with everything that is wrong with it.</summary>
public sealed class InvalidLawBookException(IReadOnlyList<LawProblem> found, Exception? inner = null)
    : Exception("This is not a valid law book. " + string.Join(' ', found), inner)
{
    public IReadOnlyList<LawProblem> Found { get; } = found;

    /// <summary>What was found, in words.</summary>
    public IReadOnlyList<string> Problems => [.. Found.Select(problem => problem.ToString())];
}
