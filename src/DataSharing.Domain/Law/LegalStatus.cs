namespace DataSharing.Domain.Law;

/// <summary>
/// Whether a provision has legal effect; from when to when, its dates say (<see cref="LawEntry.On"/>). That is a different question from
/// whether our record of it has been checked: a provision that is in force, but whose wording or lists somebody must still confirm, is
/// <see cref="InForce"/> and says what is open in <see cref="LawEntry.Unverified"/>. <see cref="Unverified"/> is for the provision of which
/// we do not know whether it can be used at all.
/// </summary>
public enum LegalStatus
{
    InForce,
    EnactedNotCommenced,
    Repealed,
    Lapsed,
    Unverified,
}
