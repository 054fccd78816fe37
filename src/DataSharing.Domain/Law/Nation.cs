namespace DataSharing.Domain.Law;

/// <summary>Where law applies: a nation with law of its own.</summary>
public enum Nation
{
    England,
    Wales,
    Scotland,
    NI,
}
