namespace DataSharing.Domain.Law;

/// <summary>A file that is not a law book, with everything that is wrong with it.</summary>
public sealed class InvalidLawBookException(IReadOnlyList<string> problems, Exception? inner = null)
    : Exception("This is not a valid law book. " + string.Join(' ', problems), inner)
{
    public IReadOnlyList<string> Problems { get; } = problems;
}
