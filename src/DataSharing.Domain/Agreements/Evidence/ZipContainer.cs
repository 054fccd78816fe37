using System.IO.Compression;
using System.Text;
using System.Xml;

namespace DataSharing.Domain.Agreements.Evidence;

/// <summary>
/// A word-processing or spreadsheet file is a ZIP archive. It is opened only as far as it takes to see which it is, that it carries no
/// macros, and that nobody who unpacks it is overwhelmed.
/// </summary>
internal static class ZipContainer
{
    private const int MostEntries = 2_000;

    /// <summary>In bytes; both what the archive declares and what comes out of it.</summary>
    private const long LargestUnpacked = 50 * 1024 * 1024;

    /// <summary>In bytes, of the part that says what the others are.</summary>
    private const int LargestManifest = 512 * 1024;

    private const string OpenXml = "application/vnd.openxmlformats-officedocument.";

    private static readonly FileLook Damaged = FileLook.Not("The file is damaged. Open it, save it again and choose it again");
    private static readonly FileLook TooLarge = FileLook.Not(
        $"Unpacked, the file would have more than {LargestUnpacked / 1024 / 1024} MB. Save it as PDF"
    );
    private static readonly FileLook HasMacros = FileLook.Not("The file has macros. Save it without macros, or as PDF");

    public static FileLook Look(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var stream = new MemoryStream(bytes.ToArray(), writable: false);
            using var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: false, Encoding.UTF8);
            return Look(archive, bytes);
        }
        catch (Exception exception)
            when (exception
                    is InvalidDataException
                        or IOException
                        or NotSupportedException
                        or ArgumentException
                        or OverflowException
                        or XmlException
            )
        {
            return Damaged; // whatever a reader trips over that was made to be tripped over
        }
    }

    private static FileLook Look(ZipArchive archive, ReadOnlyMemory<byte> bytes)
    {
        var entries = archive.Entries;
        if (entries.Count > MostEntries || entries.Sum(entry => entry.Length) > LargestUnpacked)
        {
            return TooLarge;
        }

        // Two parts of one name: one reader sees this, another that.
        if (
            entries.Select(entry => entry.FullName).Distinct(StringComparer.OrdinalIgnoreCase).Count() != entries.Count
            || entries.Any(entry => entry.IsEncrypted || IsNoPart(entry.FullName))
        )
        {
            return Damaged;
        }

        return entries.Any(entry => CarriesMacros(entry.FullName)) ? HasMacros
            : ZipMeasure.Unpacked(bytes, LargestUnpacked) > LargestUnpacked ? TooLarge
            : WhatItIs(archive);
    }

    private static bool IsNoPart(string name) =>
        name.StartsWith('/')
        || name.Contains('\\', StringComparison.Ordinal)
        || name.Contains(':', StringComparison.Ordinal)
        || name.Split('/').Contains("..");

    private static bool CarriesMacros(string name) =>
        Path.GetFileName(name).StartsWith("vba", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("Basic/", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("Scripts/", StringComparison.OrdinalIgnoreCase);

    private static FileLook WhatItIs(ZipArchive archive)
    {
        if (archive.GetEntry("[Content_Types].xml") is { Length: <= LargestManifest } manifest)
        {
            var types = ContentTypes(manifest);
            return types.Any(type =>
                    type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase)
                    || type.Contains("vba", StringComparison.OrdinalIgnoreCase)
                )
                    ? HasMacros
                : types.Contains(OpenXml + "wordprocessingml.document.main+xml") ? FileLook.Is(FileType.Docx)
                : types.Contains(OpenXml + "spreadsheetml.sheet.main+xml") ? FileLook.Is(FileType.Xlsx)
                : Unknown;
        }

        return archive.GetEntry("mimetype") is { Length: <= 200 } mimetype && Text(mimetype) == "application/vnd.oasis.opendocument.text"
            ? FileLook.Is(FileType.Odt)
            : Unknown;
    }

    private static FileLook Unknown =>
        FileLook.Not("The file is an archive that is no DOCX, XLSX or ODT. Take out what you want to show and choose that");

    /// <summary>The types of all parts (ECMA-376 Part 2 §7.2.3). A document type definition is refused, so nothing expands.</summary>
    private static HashSet<string> ContentTypes(ZipArchiveEntry manifest)
    {
        using var stream = manifest.Open();
        using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        var types = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        while (reader.Read())
        {
            if (reader.NodeType is XmlNodeType.Element && reader.GetAttribute("ContentType") is { } type)
            {
                types.Add(type);
            }
        }

        return types;
    }

    private static string Text(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open(), Encoding.ASCII);
        return reader.ReadToEnd().Trim();
    }
}
