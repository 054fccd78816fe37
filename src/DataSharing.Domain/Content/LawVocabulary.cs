namespace DataSharing.Domain.Content;

/// <summary>The names of the law book's vocabularies that the content of an agreement uses.</summary>
public static class LawVocabulary
{
    /// <summary>UK GDPR Art 6(1) (§2.1): A6-A … A6-F, and <see cref="Unknown"/>.</summary>
    public const string Art6 = "art6";

    /// <summary>Annex 1, recognised legitimate interests (§2.2): RLI-….</summary>
    public const string Annex1 = "annex1";

    /// <summary>Art 8A routes for a new purpose (§2.3): PL-….</summary>
    public const string Compatibility = "compatibility";

    /// <summary>Art 9(2) conditions (§2.4): A9-….</summary>
    public const string Art9 = "art9";

    /// <summary>Data Protection Act 2018 Sch 1 conditions (§2.5): S1-….</summary>
    public const string Schedule1 = "s1";

    /// <summary>What an appropriate policy document can cover: the Sch 1 conditions, and P3 for Part 3.</summary>
    public const string PolicyDocument = "apd";

    /// <summary>
    /// Reasons why consent is not used (§2.5): CannotConsent, NotReasonableToObtain, WouldPrejudice, UnreasonablyWithheld.
    /// </summary>
    public const string NoConsentReason = "noConsentReason";

    /// <summary>Art 10 (§2.6): A10-….</summary>
    public const string Art10 = "art10";

    /// <summary>DPA 2018 Part 3 bases (§2.7): P3-….</summary>
    public const string Part3 = "part3";

    /// <summary>DPA 2018 Sch 8 conditions (§2.7): S8-….</summary>
    public const string Schedule8 = "sch8";

    /// <summary>Routes through the duty of confidence (§2.8): CLDC-….</summary>
    public const string Confidentiality = "confidentiality";

    /// <summary>Powers, duties and bars (§2.9): GW-…, and <see cref="Unknown"/>.</summary>
    public const string Gateway = "gateway";

    /// <summary>The objectives that gateways are limited to (§2.9, allowedPurposeCodes).</summary>
    public const string GatewayPurpose = "gatewayPurpose";

    /// <summary>International transfer mechanisms (§2.10): TR-….</summary>
    public const string Transfer = "transfer";

    /// <summary>What sets a right, or telling people, aside (DPA 2018 Schs 2 to 4, UK GDPR Arts 13 and 14): EX-….</summary>
    public const string Exemption = "exemption";

    /// <summary>The answer "I don't know": legal in a draft for art6 and gateway, an error at submission.</summary>
    public const string Unknown = "Unknown";
}
