using static DataSharing.Domain.Agreements.VersionStatus;

namespace DataSharing.Domain.Agreements;

/// <summary>
/// The sets of states that the portal speaks of, each with one name. Queries and the database's partial indexes use the same.
/// </summary>
public static class VersionStates
{
    public static IReadOnlyList<VersionStatus> All { get; } = Enum.GetValues<VersionStatus>();

    /// <summary>Its content may still change.</summary>
    public static IReadOnlyList<VersionStatus> BeingWritten { get; } = [VersionStatus.Draft, InPartnerReview];

    /// <summary>On its way: an agreement has at most one such version.</summary>
    public static IReadOnlyList<VersionStatus> InPreparation { get; } =
    [VersionStatus.Draft, InPartnerReview, Submitted, InApproval, AwaitingSignatures, Approved];

    /// <summary>Somebody has to decide or sign.</summary>
    public static IReadOnlyList<VersionStatus> BeingDecided { get; } = [InApproval, AwaitingSignatures];

    /// <summary>Binds its parties: an agreement has at most one such version. A suspended one still does, though nothing flows.</summary>
    public static IReadOnlyList<VersionStatus> InForce { get; } = [Active, Suspended];

    /// <summary>Frozen, so that its parties may read it.</summary>
    public static IReadOnlyList<VersionStatus> SinceSubmission { get; } = [.. All.Except(BeingWritten)];

    /// <summary>
    /// The state that lists show and look for: a draft that follows a returned version is as little new as that version is the newest.
    /// </summary>
    public static VersionStatus Listed(VersionStatus status, VersionKind kind) =>
        (status, kind) is (VersionStatus.Draft, VersionKind.AfterReturn) ? ChangesRequested : status;

    /// <summary>There is still something to do about it: after its end, to prove that the data was destroyed.</summary>
    public static IReadOnlyList<VersionStatus> NotOver { get; } = [.. All.Except([ChangesRequested, Rejected, Withdrawn, Closed])];
}
