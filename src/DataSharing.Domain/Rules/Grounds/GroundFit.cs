namespace DataSharing.Domain.Rules.Grounds;

/// <summary>How well a code fits a legal line, the best first.</summary>
public enum GroundFit
{
    /// <summary>No rule objects, and what the draft says speaks for it.</summary>
    Fits,

    /// <summary>No rule forbids it, but a rule warns, a fact is open, or nothing in the draft speaks for it.</summary>
    Doubtful,

    /// <summary>A rule forbids it for this party, purpose and data, or it is not law on the day that counts.</summary>
    RuledOut
}
