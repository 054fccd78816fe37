namespace DataSharing.Domain.Law;

/// <summary>A condition of Schedule 8 to the Data Protection Act 2018, for sensitive processing for law enforcement.</summary>
public sealed record Schedule8Condition : LawEntry;
