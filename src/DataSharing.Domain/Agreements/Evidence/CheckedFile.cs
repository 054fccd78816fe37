using System.Diagnostics.CodeAnalysis;
using DataSharing.Domain.Content;

namespace DataSharing.Domain.Agreements.Evidence;

/// <summary>A file that was sent as evidence and is what it says it is: its name, its declared type and what is inside agree.</summary>
public sealed class CheckedFile
{
    /// <summary>In bytes.</summary>
    public const int LargestSize = 5 * 1024 * 1024;

    private CheckedFile(string name, FileType type, ReadOnlyMemory<byte> bytes) =>
        (Name, Type, Bytes, Hash) = (name, type, bytes, ContentHash.Of(bytes.Span));

    /// <summary>Cleaned, see <see cref="CleanFileName"/>.</summary>
    public string Name { get; }
    public FileType Type { get; }
    public ReadOnlyMemory<byte> Bytes { get; }
    public ContentHash Hash { get; }

    /// <param name="sentName">As the browser says it.</param>
    /// <param name="declaredType">The media type that the browser says, if any.</param>
    /// <param name="bytes">All of it.</param>
    /// <param name="file">The file, if there is no objection.</param>
    /// <param name="objection">What is wrong with it and what to do, in plain English.</param>
    public static bool TryCheck(
        string? sentName,
        string? declaredType,
        ReadOnlyMemory<byte> bytes,
        [NotNullWhen(true)] out CheckedFile? file,
        [NotNullWhen(false)] out string? objection
    )
    {
        var name = CleanFileName.Of(sentName);
        var type = FileTypes.OfExtension(Path.GetExtension(name));
        objection =
            SizeObjection(bytes.Length)
            ?? (
                type is { } named
                    ? TypeObjection(named, declaredType, bytes)
                    : $"Choose a {FileTypes.InWords} file. The name of this one ends otherwise"
            );
        file = objection is null ? new CheckedFile(name, type!.Value, bytes) : null;
        return file is not null;
    }

    /// <summary>Asked before the bytes are read.</summary>
    public static string? SizeObjection(long size) =>
        size switch
        {
            0 => "The file is empty",
            > LargestSize => $"The file must be {LargestSize / 1024 / 1024} MB or smaller",
            _ => null,
        };

    private static string? TypeObjection(FileType named, string? declaredType, ReadOnlyMemory<byte> bytes)
    {
        if (!named.MayBeDeclaredAs(declaredType))
        {
            return $"The file’s name says {named.Name()}, but your browser says it is something else. Check the file";
        }

        var look = FileSniffing.Look(bytes);
        return look.Objection
            ?? (
                look.Type == named || (look.Type is FileType.Txt && FileSniffing.IsTextOf(named, bytes.Span))
                    ? null
                    : $"The file’s name says {named.Name()}, but inside it is {look.Type!.Value.Name()}. "
                        + $"Check the file, or save it again as {named.Name()}"
            );
    }
}
