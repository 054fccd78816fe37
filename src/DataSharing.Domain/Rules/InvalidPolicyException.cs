namespace DataSharing.Domain.Rules;

/// <summary>A policy cannot be read, or says what makes no sense.</summary>
public sealed class InvalidPolicyException(IReadOnlyList<string> problems, Exception? innerException = null)
    : Exception(string.Join(Environment.NewLine, problems), innerException)
{
    public IReadOnlyList<string> Problems { get; } = problems;
}
