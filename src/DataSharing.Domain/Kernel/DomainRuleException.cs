namespace DataSharing.Domain.Kernel;

/// <summary>
/// A rule of the business would be broken. Pages check first, so reaching this means a race or a bug.
/// </summary>
public class DomainRuleException(string message) : Exception(message);
