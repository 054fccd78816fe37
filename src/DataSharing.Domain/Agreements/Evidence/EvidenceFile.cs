using DataSharing.Domain.Content;

namespace DataSharing.Domain.Agreements.Evidence;

/// <summary>The bytes of an uploaded document, apart from what is said of it, so that no list loads them. Never changed.</summary>
public sealed class EvidenceFile
{
    private EvidenceFile() { } // for EF Core

    public required EvidenceId Evidence { get; init; }

    /// <summary>SHA-256 of the bytes, computed by us.</summary>
    public required ContentHash Hash { get; init; }
    public required ReadOnlyMemory<byte> Bytes { get; init; }

    public static EvidenceFile Of(EvidenceItem evidence, CheckedFile file) =>
        new()
        {
            Evidence = evidence.Id,
            Hash = file.Hash,
            Bytes = file.Bytes,
        };
}
