namespace DataSharing.Domain.Rules;

/// <summary>A stage that somebody decided or signed, as the rules on the separation of duties look at it.</summary>
/// <param name="Party">The party's id in the agreement.</param>
/// <param name="Person">Who, as the editors are named.</param>
/// <param name="Decides">It was approval or a signature: advice, and letting pass what others have decided, are not the party's
/// decision.</param>
/// <param name="Signs">It was a signature.</param>
/// <param name="OnThisContent">Given over the very content that is judged.</param>
public sealed record DutyDone(string Party, string Person, Role Role, bool Decides, bool Signs, bool Mandatory, bool OnThisContent);
