using System.Text.Unicode;

namespace DataSharing.Domain.Agreements.Evidence;

/// <summary>What a file is by its bytes.</summary>
/// <param name="Type">Null if there is an objection. Comma-separated values are text.</param>
/// <param name="Objection">Why it is not taken, in plain English.</param>
internal sealed record FileLook(FileType? Type, string? Objection)
{
    public static FileLook Is(FileType type) => new(type, null);

    public static FileLook Not(string objection) => new(null, objection);
}

/// <summary>
/// Tells a file by its bytes: the fixed beginnings of PDF (ISO 32000-1 §7.5.2), PNG (ISO/IEC 15948 §5.2) and JPEG (ISO/IEC 10918-1 Annex
/// B), the inside of ZIP containers, and text.
/// </summary>
internal static class FileSniffing
{
    private static ReadOnlySpan<byte> Png =>
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, (byte)'I', (byte)'H', (byte)'D', (byte)'R'];

    private static ReadOnlySpan<byte> Jpeg => [0xFF, 0xD8, 0xFF];

    private static ReadOnlySpan<byte> Zip => [(byte)'P', (byte)'K', 3, 4];

    /// <summary>Office files before 2007, and encrypted ones of today (MS-CFB).</summary>
    private static ReadOnlySpan<byte> CompoundFile => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public static FileLook Look(ReadOnlyMemory<byte> bytes)
    {
        var span = bytes.Span;
        return span switch
        {
            _ when span.StartsWith("%PDF-1."u8) || span.StartsWith("%PDF-2."u8) => FileLook.Is(FileType.Pdf),
            _ when span.StartsWith(Png) => FileLook.Is(FileType.Png),
            _ when span.StartsWith(Jpeg) => FileLook.Is(FileType.Jpeg),
            _ when span.StartsWith(Zip) => ZipContainer.Look(bytes),
            _ when span.StartsWith(CompoundFile) => FileLook.Not(
                "The file is of an old kind or has a password. Save it as DOCX, XLSX or PDF without a password"
            ),
            _ when span.Contains((byte)0) || !Utf8.IsValid(span) => FileLook.Not(
                "The file is damaged or of a kind that is not taken. Text must be in UTF-8"
            ),
            _ => FileLook.Is(FileType.Txt),
        };
    }
}
