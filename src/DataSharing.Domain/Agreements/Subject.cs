namespace DataSharing.Domain.Agreements;

/// <summary>Of which version a permission speaks. An agreement may have one in preparation and one in force at the same time.</summary>
public enum Subject
{
    /// <summary>Any version, or all of them.</summary>
    Any,
    InPreparation,
    InForce,
}
