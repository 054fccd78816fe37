namespace DataSharing.Domain.Law;

/// <summary>What an exemption sets aside, so far as it would otherwise do the harm that the law names.</summary>
public enum ExemptedRight
{
    /// <summary>Telling people: UK GDPR Arts 13 and 14, DPA 2018 s44.</summary>
    Information,

    /// <summary>A copy of their data: UK GDPR Art 15, DPA 2018 s45.</summary>
    Access,

    /// <summary>The other rights of Chapter 3.</summary>
    Other,
}
