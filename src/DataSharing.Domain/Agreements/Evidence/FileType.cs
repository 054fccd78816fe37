using System.Collections.Frozen;

namespace DataSharing.Domain.Agreements.Evidence;

/// <summary>The kinds of file that are taken as evidence.</summary>
public enum FileType
{
    Pdf,
    Docx,
    Xlsx,
    Odt,
    Png,
    Jpeg,
    Txt,
    Csv,
    Eml,
    Msg,
    Heic,
}

/// <summary>What names and browsers call them.</summary>
public static class FileTypes
{
    private static readonly FrozenDictionary<string, FileType> ByExtension = new Dictionary<string, FileType>
    {
        [".pdf"] = FileType.Pdf,
        [".docx"] = FileType.Docx,
        [".xlsx"] = FileType.Xlsx,
        [".odt"] = FileType.Odt,
        [".png"] = FileType.Png,
        [".jpg"] = FileType.Jpeg,
        [".jpeg"] = FileType.Jpeg,
        [".txt"] = FileType.Txt,
        [".csv"] = FileType.Csv,
        [".eml"] = FileType.Eml,
        [".msg"] = FileType.Msg,
        [".heic"] = FileType.Heic,
        [".heif"] = FileType.Heic,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<FileType, string[]> MediaTypes = new Dictionary<FileType, string[]>
    {
        [FileType.Pdf] = ["application/pdf"],
        [FileType.Docx] = ["application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
        [FileType.Xlsx] = ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
        [FileType.Odt] = ["application/vnd.oasis.opendocument.text"],
        [FileType.Png] = ["image/png"],
        [FileType.Jpeg] = ["image/jpeg"],
        [FileType.Txt] = ["text/plain"],
        [FileType.Csv] = ["text/csv", "text/plain", "application/csv", "application/vnd.ms-excel"], // the last where Excel is installed
        [FileType.Eml] = ["message/rfc822"],
        [FileType.Msg] = ["application/vnd.ms-outlook"],
        [FileType.Heic] = ["image/heic", "image/heif"],
    }.ToFrozenDictionary();

    public static string InWords { get; } =
        $"{string.Join(", ", Enum.GetValues<FileType>().SkipLast(1).Select(Name))} or {Enum.GetValues<FileType>()[^1].Name()}";

    /// <summary>For the file box of a form.</summary>
    public static string Accepted { get; } = string.Join(',', ByExtension.Keys.Order(StringComparer.Ordinal));

    public static FileType? OfExtension(string extension) => ByExtension.TryGetValue(extension, out var type) ? type : null;

    public static string Name(this FileType type) => type.ToString().ToUpperInvariant();

    /// <summary>A browser that does not know the type says nothing, or that it is some bytes; that contradicts nothing.</summary>
    public static bool MayBeDeclaredAs(this FileType type, string? mediaType)
    {
        var bare = mediaType?.Split(';')[0].Trim();
        return bare is null or "" or "application/octet-stream" || MediaTypes[type].Contains(bare, StringComparer.OrdinalIgnoreCase);
    }
}
