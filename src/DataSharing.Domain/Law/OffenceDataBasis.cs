namespace DataSharing.Domain.Law;

/// <summary>UK GDPR Article 10: why criminal offence data may be processed.</summary>
public sealed record OffenceDataBasis : LawEntry
{
    public bool NeedsOfficialAuthority { get; init; }

    public bool NeedsSchedule1 { get; init; }
}
