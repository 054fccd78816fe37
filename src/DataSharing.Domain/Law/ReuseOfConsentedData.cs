namespace DataSharing.Domain.Law;

public enum ReuseOfConsentedData
{
    Allowed,

    /// <summary>Only where the controller cannot reasonably be expected to ask for consent again.</summary>
    OnlyIfConsentCannotBeExpected,
    NotAllowed,
}
