namespace DataSharing.Domain.Law;

public enum GatewayType
{
    /// <summary>May disclose.</summary>
    Power,

    /// <summary>Must disclose.</summary>
    Duty,

    /// <summary>May not disclose: a bar is not a power.</summary>
    Bar,

    /// <summary>May disclose because a function cannot be carried out otherwise; the law does not say so.</summary>
    Implied,
}
