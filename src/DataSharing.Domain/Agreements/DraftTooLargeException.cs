namespace DataSharing.Domain.Agreements;

/// <summary>A change would make a draft larger than <see cref="Agreement.LargestDraft"/>. Whoever typed it can put it right.</summary>
public sealed class DraftTooLargeException(string message) : DomainRuleException(message);
