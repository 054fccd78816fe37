namespace DataSharing.Domain.Content;

/// <summary>How one controller tells people (UK GDPR Arts 13–14; §4.9).</summary>
public sealed record PrivacyNotice : IItem
{
    public required string Id { get; init; }

    [RefersTo(ItemKinds.Party)]
    public string? Party { get; init; }
    public string? Url { get; init; }
    public DateOnly? LastReviewed { get; init; }
    public bool? NamesThisSharing { get; init; }

    /// <summary>
    /// The provision that excepts from telling: a code of the law book (EX-ART14-5E) or its own words, <c>Art14(5)(e)</c> (DSA-078).
    /// </summary>
    [LawCode(LawVocabulary.Exemption, OrText = true)]
    public string? Exemption { get; init; }

    /// <summary>Why the exemption applies.</summary>
    public string? ExemptionReason { get; init; }
}

/// <summary>
/// What becomes of the public register entry. Who approved a withholding, and the entry's address, stand beside the version.
/// </summary>
public sealed record RegisterEntry
{
    public RegisterDecision? Decision { get; init; }

    /// <summary>Why it is withheld.</summary>
    public string? Reason { get; init; }

    /// <summary>On the government's register of agreements under the Digital Economy Act 2017 (DSA-052).</summary>
    public DeaEntry? DeaEntry { get; init; }
}

public enum RegisterDecision
{
    Publish,
    Withhold,
}

public enum DeaEntry
{
    NotApplicable,
    Planned,
    Published,
}

/// <summary>How the public or patients were involved.</summary>
public sealed record Engagement : IItem
{
    public required string Id { get; init; }
    public string? Who { get; init; }

    /// <summary>A day, a month or a span, in words.</summary>
    public string? When { get; init; }
    public string? WhatChanged { get; init; }
}

public sealed record OptOut : IItem
{
    public required string Id { get; init; }
    public OptOutKind? Kind { get; init; }
    public string? Detail { get; init; }
}

public enum OptOutKind
{
    NDO,
    Type1,
    ServiceOptOut,
    RightToObject,
    NoneWithReason,
}

public sealed record EthicsReview
{
    public EthicsBody? Body { get; init; }
    public string? Ref { get; init; }
}

public enum EthicsBody
{
    REC,
    NSDEC,
    University,
    None,
}

/// <summary>Automated decision-making (UK GDPR Arts 22A–22D; DPA 2018 ss50A–50D).</summary>
public sealed record AutomatedDecisions
{
    public bool? AlgorithmicTool { get; init; }

    /// <summary>Without meaningful human involvement.</summary>
    public bool? SolelyAutomated { get; init; }

    /// <summary>With a legal or similarly significant effect.</summary>
    public bool? Significant { get; init; }

    [RefersTo(ItemKinds.Party)]
    public ValueSet<string> DecisionMaker { get; init; } = [];
    public DecisionSafeguards? Safeguards { get; init; }

    /// <summary>Needed for a contract, or required or authorised by law (Art 22B).</summary>
    public bool? ContractOrLaw { get; init; }
    public bool? EntirelyExplicitConsent { get; init; }

    /// <summary>Unanswered means: derived from the parties.</summary>
    public bool? PublicSectorUser { get; init; }
    public string? HumanReview { get; init; }
}

/// <summary>UK GDPR Art 22C.</summary>
public sealed record DecisionSafeguards
{
    public bool? Information { get; init; }
    public bool? Representations { get; init; }
    public bool? HumanIntervention { get; init; }
    public bool? Contest { get; init; }
}
