namespace DataSharing.Domain.Content;

/// <summary>Who answers each kind of request from the people whose data it is (UK GDPR Chapter 3; §4.10).</summary>
public sealed record Rights
{
    public RightLead? Access { get; init; }
    public RightLead? Rectification { get; init; }
    public RightLead? Erasure { get; init; }
    public RightLead? Restriction { get; init; }
    public RightLead? Objection { get; init; }
    public RightLead? Portability { get; init; }

    /// <summary>Safeguards against automated decisions.</summary>
    public RightLead? Adm { get; init; }

    /// <summary>One contact point for the public.</summary>
    public string? SingleContact { get; init; }

    /// <summary>Who answers freedom-of-information requests.</summary>
    [RefersTo(ItemKinds.Party)]
    public string? FoiLead { get; init; }
}

public sealed record RightLead
{
    public RightHandler? By { get; init; }

    /// <summary>Where <see cref="RightHandler.Party"/> answers.</summary>
    [RefersTo(ItemKinds.Party)]
    public string? Party { get; init; }

    /// <summary>The provision that sets the right aside, where one does.</summary>
    [LawCode(LawVocabulary.Exemption, OrText = true)]
    public string? Exemption { get; init; }

    /// <summary>Why the right does not apply.</summary>
    public string? Reason { get; init; }
}

public enum RightHandler
{
    /// <summary>A named party.</summary>
    Party,

    /// <summary>The controller of the dataset.</summary>
    Source,
    NotApplicable,
}
