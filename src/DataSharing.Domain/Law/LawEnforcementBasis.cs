namespace DataSharing.Domain.Law;

/// <summary>Part 3 of the Data Protection Act 2018, section 35: why a competent authority may process for law enforcement.</summary>
public sealed record LawEnforcementBasis : LawEntry;
