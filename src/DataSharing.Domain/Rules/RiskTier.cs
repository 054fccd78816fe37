namespace DataSharing.Domain.Rules;

public enum RiskTier
{
    Low,
    Medium,
    High,
}
