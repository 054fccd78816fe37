namespace DataSharing.Domain.Law;

/// <summary>A condition of Schedule 1 to the Data Protection Act 2018, for special category and criminal offence data.</summary>
public sealed record Schedule1Paragraph : LawEntry
{
    /// <summary>Every reason that some paragraph accepts for not using consent.</summary>
    public static IReadOnlyList<string> NoConsentReasons { get; } =
    ["CannotConsent", "NotReasonableToObtain", "WouldPrejudice", "UnreasonablyWithheld"];

    public required int Part { get; init; }

    /// <summary>Whether an appropriate policy document is needed (paras 5 and 38 to 41).</summary>
    public required PolicyDocumentNeed PolicyDocument { get; init; }

    public string? PolicyDocumentException { get; init; }

    /// <summary>The paragraph itself says "necessary for reasons of substantial public interest".</summary>
    public bool SubstantialPublicInterest { get; init; }

    /// <summary>Whether the paragraph is limited to cases in which consent is not used.</summary>
    public required ReasonForNoConsent ReasonForNoConsent { get; init; }

    /// <summary>What brings <see cref="ReasonForNoConsent.WhenTriggered"/> about.</summary>
    public string? NoConsentTrigger { get; init; }

    /// <summary>The reasons the paragraph accepts for not using consent, of <see cref="NoConsentReasons"/>.</summary>
    public IReadOnlyList<string> AllowedNoConsentReasons { get; init; } = [];

    /// <summary>Part 3: opens nothing for special category data.</summary>
    public bool OffenceDataOnly { get; init; }
}
