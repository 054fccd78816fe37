namespace DataSharing.Domain.Rules;

/// <summary>Who says so: people must be able to tell law from good practice and from what this portal asks for.</summary>
public enum RuleSource
{
    Law,

    /// <summary>A statutory code, or a regulator's code or guidance.</summary>
    Code,

    /// <summary>The portal's own policy.</summary>
    Policy,
}
