namespace DataSharing.Domain.Agreements.Rechecks;

/// <summary>A version that a round could not judge. The round goes on without it; what was found on it before stays as it is.</summary>
public sealed class RecheckFailure
{
    public const int ReasonMaxLength = 1000;

    private RecheckFailure() { } // for EF Core

    public required Guid RecheckId { get; init; }
    public required AgreementVersionId VersionId { get; init; }

    /// <summary>What the software said, for whoever runs it.</summary>
    public required string Reason { get; init; }
    public required DateTimeOffset At { get; init; }

    public static RecheckFailure Of(Recheck round, AgreementVersionId version, string reason, DateTimeOffset now) =>
        new()
        {
            RecheckId = round.Id,
            VersionId = version,
            Reason = reason[..Math.Min(reason.Length, ReasonMaxLength)],
            At = now,
        };
}
