namespace DataSharing.Domain.Agreements.Rechecks;

/// <summary>What has changed, so that a rule finds something in an agreement that was in order.</summary>
public enum FindingCause
{
    /// <summary>Another law book.</summary>
    Law,

    /// <summary>Another policy of the portal.</summary>
    Policy,

    /// <summary>Evidence has run out, or is about to.</summary>
    Evidence,

    /// <summary>A day has come on which a provision begins, ends or asks for something.</summary>
    Day,
}
