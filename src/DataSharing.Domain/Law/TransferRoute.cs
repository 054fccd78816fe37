namespace DataSharing.Domain.Law;

public enum TransferRoute
{
    /// <summary>Nothing leaves the country.</summary>
    None,

    /// <summary>The country is approved by regulations.</summary>
    Adequacy,

    /// <summary>The exporter provides appropriate safeguards.</summary>
    Safeguard,

    /// <summary>An exception for a special case.</summary>
    Derogation,
}
