using DataSharing.Domain.Content;

namespace DataSharing.Domain.Agreements;

/// <summary>
/// The bytes of a version's content. They stand apart from the version, so that whoever asks about states does not read them.
/// </summary>
public sealed class VersionContent
{
    private VersionContent() { } // for EF Core

    public required AgreementVersionId VersionId { get; init; }

    /// <summary>RFC 8785 JSON in UTF-8: what is approved and signed.</summary>
    public ReadOnlyMemory<byte> CanonicalContent { get; private set; }
    public ContentHash ContentHash { get; private set; }

    internal static VersionContent Of(AgreementVersionId version, AgreementDocument document)
    {
        var content = new VersionContent { VersionId = version };
        content.Replace(document);
        return content;
    }

    internal void Replace(AgreementDocument document) => (CanonicalContent, ContentHash) = (document.Bytes, document.Hash);
}
