namespace DataSharing.Domain.Law;

/// <summary>UK GDPR Annex 1: an aim that needs no balancing test under Article 6(1)(ea).</summary>
public sealed record RecognisedInterest : LawEntry
{
    /// <summary>Somebody must have asked for the data.</summary>
    public bool NeedsRequest { get; init; }
}
