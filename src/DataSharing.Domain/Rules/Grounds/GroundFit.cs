namespace DataSharing.Domain.Rules.Grounds;

/// <summary>How well a code fits a legal line, the best first.</summary>
public enum GroundFit
{
    /// <summary>No rule objects, and what the draft says speaks for it.</summary>
    Fits,

    /// <summary>
    /// No rule forbids it, but there is a reason to hesitate: a rule warns, a fact is open, or it depends on more than the draft says.
    /// </summary>
    Doubtful,

    /// <summary>Nothing is against it, and nothing in the draft speaks for it.</summary>
    Unsupported,

    /// <summary>
    /// The law names other kinds of bodies for it. It can be chosen all the same: a party may be more than its sector says.
    /// </summary>
    ForOthers,

    /// <summary>A rule or an answer forbids it for this party, purpose and data, or it is not law on the day that counts.</summary>
    RuledOut,
}
