using System.Text;
using System.Text.RegularExpressions;
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
internal static partial class FileSniffing
{
    private static ReadOnlySpan<byte> Png =>
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, (byte)'I', (byte)'H', (byte)'D', (byte)'R'];

    private static ReadOnlySpan<byte> Jpeg => [0xFF, 0xD8, 0xFF];

    private static ReadOnlySpan<byte> Zip => [(byte)'P', (byte)'K', 3, 4];

    /// <summary>Office files before 2007, and encrypted ones of today (MS-CFB).</summary>
    private static ReadOnlySpan<byte> CompoundFile => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>The stream that every item of Outlook has (MS-OXMSG §2.4), as the directory of a compound file names it.</summary>
    private static readonly byte[] OutlookItem = Encoding.Unicode.GetBytes("__properties_version1.0");

    public static FileLook Look(ReadOnlyMemory<byte> bytes)
    {
        var span = bytes.Span;
        return span switch
        {
            _ when IsPdf(span) => FileLook.Is(FileType.Pdf),
            _ when span.StartsWith(Png) => FileLook.Is(FileType.Png),
            _ when span.StartsWith(Jpeg) => FileLook.Is(FileType.Jpeg),
            _ when span.StartsWith(Zip) => ZipContainer.Look(bytes),
            _ when IsHeic(span) => FileLook.Is(FileType.Heic),
            _ when span.StartsWith(CompoundFile) && span.IndexOf(OutlookItem) >= 0 => FileLook.Is(FileType.Msg),
            _ when span.StartsWith(CompoundFile) => FileLook.Not(
                "The file is of an old kind or has a password. Save it as DOCX, XLSX or PDF without a password"
            ),
            _ when !IsText(span) => FileLook.Not(
                "The file is damaged or of a kind that is not taken. Text must be in UTF-8, UTF-16 or Windows-1252"
            ),
            _ => FileLook.Is(FileType.Txt),
        };
    }

    /// <summary>Whether text may go by this name: a table is any text, a letter begins with its headers (RFC 5322).</summary>
    public static bool IsTextOf(FileType named, ReadOnlySpan<byte> text) =>
        named is FileType.Csv
        || (named is FileType.Eml && MailHeaders().IsMatch(Encoding.Latin1.GetString(text[..Math.Min(text.Length, 64 * 1024)])));

    /// <summary>Some programs write blank lines first; every reader passes over them.</summary>
    private static bool IsPdf(ReadOnlySpan<byte> bytes)
    {
        var start = bytes.TrimStart(" \t\r\n"u8);
        return bytes.Length - start.Length < 1024 && (start.StartsWith("%PDF-1."u8) || start.StartsWith("%PDF-2."u8));
    }

    /// <summary>A picture of a phone (ISO/IEC 23008-12): a file type box with one of its brands.</summary>
    private static bool IsHeic(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 12
        && bytes[4..8].SequenceEqual("ftyp"u8)
        && Encoding.ASCII.GetString(bytes[8..12]) is "heic" or "heix" or "heim" or "heis" or "mif1";

    /// <summary>UTF-8, UTF-16 that says so (as Excel writes its Unicode text), or Windows-1252 (as Excel writes CSV).</summary>
    private static bool IsText(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith(Encoding.Unicode.Preamble) ? IsUtf16(bytes[2..], bigEndian: false)
        : bytes.StartsWith(Encoding.BigEndianUnicode.Preamble) ? IsUtf16(bytes[2..], bigEndian: true)
        : !bytes.Contains((byte)0) && (Utf8.IsValid(bytes) || IsWindows1252(bytes));

    private static bool IsUtf16(ReadOnlySpan<byte> bytes, bool bigEndian)
    {
        try
        {
            return !new UnicodeEncoding(bigEndian, byteOrderMark: false, throwOnInvalidBytes: true).GetString(bytes).Contains('\0');
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    /// <summary>
    /// It has five bytes without a character; those below the space are text only as tabs, line ends and the old end of file.
    /// </summary>
    private static bool IsWindows1252(ReadOnlySpan<byte> bytes)
    {
        foreach (var one in bytes)
        {
            if (one is 0x81 or 0x8D or 0x8F or 0x90 or 0x9D or 0x7F or (< 0x20 and not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x1A)))
            {
                return false;
            }
        }

        return true;
    }

    [GeneratedRegex(
        @"\A(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?(?:From|Received|Return-Path|Message-ID|MIME-Version):",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex MailHeaders();
}
