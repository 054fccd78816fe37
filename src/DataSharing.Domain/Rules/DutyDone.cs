using DataSharing.Domain.Agreements.Approval;

namespace DataSharing.Domain.Rules;

/// <summary>A stage that somebody decided or signed, as the rules on the separation of duties look at it.</summary>
/// <param name="Party">The party's id in the agreement.</param>
/// <param name="Person">Who, as the editors are named.</param>
/// <param name="OnThisContent">Given over the very content that is judged.</param>
public sealed record DutyDone(string Party, string Person, Role Role, StageMode Mode, bool Mandatory, bool OnThisContent);
