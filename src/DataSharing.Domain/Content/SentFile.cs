using System.Text;
using System.Text.Unicode;

namespace DataSharing.Domain.Content;

/// <summary>A file that somebody brings in as an agreement: its text, or what it is instead.</summary>
internal static class SentFile
{
    private const string WhatToDo = "Choose the agreement as JSON, as the portal gives it out; its name ends in .agreement.json.";

    /// <summary>The bytes in UTF-8 without a mark of the byte order. What is no whole UTF-16 stays as it is.</summary>
    public static ReadOnlySpan<byte> AsUtf8(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
        {
            return bytes[3..];
        }

        var isLittleEndian = bytes.StartsWith(Encoding.Unicode.Preamble);
        if (!isLittleEndian && !bytes.StartsWith(Encoding.BigEndianUnicode.Preamble))
        {
            return bytes;
        }

        try
        {
            var utf16 = new UnicodeEncoding(bigEndian: !isLittleEndian, byteOrderMark: false, throwOnInvalidBytes: true);
            return Encoding.UTF8.GetBytes(utf16.GetString(bytes[2..]));
        }
        catch (DecoderFallbackException)
        {
            return bytes;
        }
    }

    /// <summary>What the file is if it is no JSON, and what to do; null if it may be JSON.</summary>
    public static string? Instead(ReadOnlySpan<byte> bytes)
    {
        var text = bytes.TrimStart(" \t\r\n"u8);
        return text switch
        {
            [] => null,
            [(byte)'{', 0, ..] or [0, (byte)'{', ..] => $"This is UTF-16 without its mark. Save it as UTF-8. {WhatToDo}",
            [(byte)'{', ..] when bytes.Contains((byte)0) => $"The file is damaged. {WhatToDo}",
            [(byte)'{' or (byte)'[', ..] => null,
            _ => Kind(text) is { } kind ? $"This is {kind}, no agreement file. {WhatToDo}" : null,
        };
    }

    private static string? Kind(ReadOnlySpan<byte> bytes) =>
        bytes switch
        {
            _ when bytes.StartsWith("%PDF"u8) => "a PDF document",
            _ when bytes.StartsWith("PK\u0003\u0004"u8) => bytes.IndexOf("word/"u8) >= 0 ? "a Word document"
            : bytes.IndexOf("xl/"u8) >= 0 ? "an Excel workbook"
            : "a ZIP archive",
            [0xD0, 0xCF, 0x11, 0xE0, ..] => "an Office document of an old kind, or one with a password",
            [0x89, (byte)'P', (byte)'N', (byte)'G', ..] or [0xFF, 0xD8, 0xFF, ..] => "a picture",
            [(byte)'<', ..] => "a web page or XML",
            _ when bytes.Contains((byte)0) => "a file that is no text",
            _ when IsTable(bytes) => Utf8.IsValid(bytes) ? "a table (CSV)" : "a table (CSV) in Windows-1252",
            _ => Utf8.IsValid(bytes) ? null : "a text in Windows-1252",
        };

    /// <summary>The first two lines have the same number of cells, and more than one.</summary>
    private static bool IsTable(ReadOnlySpan<byte> text)
    {
        var first = text.IndexOf((byte)'\n') is var end and > 0 ? text[..end] : [];
        var rest = text[(first.Length + 1)..];
        var second = rest.IndexOf((byte)'\n') is var next and >= 0 ? rest[..next] : rest;
        foreach (var separator in ",;\t"u8)
        {
            if (first.Count(separator) is var cells and > 0 && second.Count(separator) == cells)
            {
                return true;
            }
        }

        return false;
    }
}
