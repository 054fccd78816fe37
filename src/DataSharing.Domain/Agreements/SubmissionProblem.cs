namespace DataSharing.Domain.Agreements;

/// <summary>What stands in the way of a submission; the drafter can put it right.</summary>
/// <param name="RuleId">The rule, or null if it is about the portal's own records.</param>
/// <param name="Path">A pointer into the content.</param>
/// <param name="Message">Plain English.</param>
public sealed record SubmissionProblem(string? RuleId, string Path, string Message);
