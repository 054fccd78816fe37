namespace DataSharing.Domain.Kernel;

/// <summary>The answer to "may this actor do this, to this, now?"</summary>
public enum Verdict
{
    Permitted,

    /// <summary>The actor may not even know it exists.</summary>
    Hidden,

    Forbidden,

    /// <summary>The actor may do it, but not while it has the status it has.</summary>
    NotNow,
}
