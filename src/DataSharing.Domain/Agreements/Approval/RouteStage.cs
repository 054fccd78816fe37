namespace DataSharing.Domain.Agreements.Approval;

/// <summary>One decision that an agreement needs.</summary>
/// <param name="Role">Who decides in that party; for a small body it may be another role than usual, and <paramref name="Because"/> says
/// so.</param>
/// <param name="PartyId">A party of the content.</param>
/// <param name="Group">1 to 7: stages of one group run at the same time, the next group starts when all mandatory ones are done.</param>
/// <param name="DueInWorkingDays">From the start of the group.</param>
/// <param name="Because">Why it is needed, in plain words.</param>
public sealed record RouteStage(
    StageKind Kind,
    Role Role,
    string PartyId,
    StageMode Mode,
    bool Mandatory,
    int Group,
    int DueInWorkingDays,
    string Because
);
