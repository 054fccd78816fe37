namespace DataSharing.Domain.Agreements.Evidence;

public readonly record struct EvidenceId(Guid Value)
{
    public static EvidenceId New() => new(Guid.CreateVersion7());
}
