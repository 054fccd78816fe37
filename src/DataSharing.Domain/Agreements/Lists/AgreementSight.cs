namespace DataSharing.Domain.Agreements.Lists;

/// <summary>
/// One agreement as lists show it from one viewpoint. A projection: written with every change of the agreement, never changed by hand, and
/// to be had again from nothing (<see cref="Agreement.Sights"/>).
/// </summary>
public sealed class AgreementSight
{
    public required AgreementId AgreementId { get; init; }

    /// <summary><see cref="Lists.Viewer.Name"/>.</summary>
    public required string Viewer { get; init; }
    public required OrganisationId Organisation { get; init; }

    /// <summary>The version that is shown: in preparation, else in force, else the newest, of those that are seen from here.</summary>
    public required AgreementVersionId VersionId { get; init; }

    /// <summary>Of what is seen from several viewpoints the highest is shown (<see cref="AgreementVersion.Rank"/>).</summary>
    public required int Rank { get; init; }

    /// <summary><see cref="VersionStates.Listed"/>.</summary>
    public required VersionStatus Status { get; init; }

    /// <summary>The version in force, if it is another and seen from here.</summary>
    public required AgreementVersionId? InForceId { get; init; }
    public required VersionStatus? InForceStatus { get; init; }

    /// <summary>The sooner of the next days of both; <see cref="DateOnly.MaxValue"/> if neither has one.</summary>
    public required DateOnly Due { get; init; }
    public required AgreementReference Reference { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }
}
