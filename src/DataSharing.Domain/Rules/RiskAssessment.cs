using DataSharing.Domain.Content;

namespace DataSharing.Domain.Rules;

/// <summary>How risky an agreement is, and why, in plain words.</summary>
public sealed record RiskAssessment(RiskTier Tier, ValueList<string> Reasons);
