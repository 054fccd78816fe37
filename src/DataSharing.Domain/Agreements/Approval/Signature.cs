using DataSharing.Domain.Content;

namespace DataSharing.Domain.Agreements.Approval;

/// <summary>
/// A controller's signature over the hash of a version. Never changed; it is void when the version is not the one that goes on.
/// </summary>
public sealed class Signature
{
    public const int CapacityMaxLength = 120;

    /// <summary>All signatures of a version come within this time of the first (T12).</summary>
    public static readonly TimeSpan Validity = TimeSpan.FromDays(90);

    private Signature() { } // for EF Core

    public required AgreementVersionId VersionId { get; init; }
    public required int StageNumber { get; init; }
    public required PersonId Person { get; init; }
    public required OrganisationId Organisation { get; init; }

    /// <summary>The office in which the person signs, for example "Director of Adult Social Care".</summary>
    public required string Capacity { get; init; }
    public required ContentHash ContentHash { get; init; }
    public required DateTimeOffset At { get; init; }

    internal static Signature On(Stage stage, string capacity, ContentHash hash, Actor actor, DateTimeOffset now) =>
        new()
        {
            VersionId = stage.VersionId,
            StageNumber = stage.Number,
            Person = actor.Person,
            Organisation = actor.Organisation,
            Capacity = capacity,
            ContentHash = hash,
            At = now,
        };
}
