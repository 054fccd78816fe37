using DataSharing.Domain.Content;

namespace DataSharing.Domain.Agreements;

/// <summary>
/// The bytes that somebody agreed while the draft could still change, so that what was agreed can be shown for ever. Never changed.
/// </summary>
public sealed class AgreedContent
{
    private AgreedContent() { } // for EF Core

    public required AgreementId AgreementId { get; init; }
    public required ContentHash ContentHash { get; init; }

    /// <summary>RFC 8785 JSON in UTF-8.</summary>
    public required ReadOnlyMemory<byte> CanonicalContent { get; init; }

    internal static AgreedContent Of(AgreementVersion version) =>
        new()
        {
            AgreementId = version.AgreementId,
            ContentHash = version.ContentHash,
            CanonicalContent = version.Document.Bytes,
        };
}
