using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Approval;

namespace DataSharing.Documents.Paper;

/// <summary>Where a controller signs, or has signed.</summary>
/// <param name="Name">Null while nobody has signed.</param>
/// <param name="Office">In which the person signed.</param>
/// <param name="Day">With what became of the signature, if it no longer counts.</param>
/// <param name="Fingerprint">SHA-256 of the content that was signed.</param>
public sealed record PaperSignature(string Organisation, string? Name, string? Office, string? Day, string? Fingerprint)
{
    public static IReadOnlyList<string> Columns { get; } = ["Signed for", "Name", "Office", "Day", "Fingerprint signed (SHA-256)"];

    /// <summary>A text for each column. The fingerprint is in groups of eight, so that it can break and be compared.</summary>
    public IReadOnlyList<string> Cells =>
        [
            Organisation,
            Name ?? "Not signed",
            Office ?? "",
            Day ?? "",
            Fingerprint is null ? "" : string.Join(' ', Fingerprint.Chunk(8).Select(group => new string(group))),
        ];

    internal static PaperSignature Missing(string organisation) => new(organisation, null, null, null, null);

    internal static PaperSignature Of(string organisation, Stage stage, AgreementVersion version, Names names) =>
        stage.Signature is not { } signature
            ? Missing(organisation)
            : new PaperSignature(
                organisation,
                names.Of(signature.Person),
                signature.Capacity,
                Words.Date(signature.At.UkDay())
                    + (version.SignaturesVoidSince is { } voidSince ? $", void since {Words.Date(voidSince.UkDay())}" : ""),
                signature.ContentHash.Hex
            );
}
