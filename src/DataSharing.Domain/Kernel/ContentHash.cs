using System.Security.Cryptography;

namespace DataSharing.Domain.Kernel;

/// <summary>SHA-256 over canonical bytes: what approvers decide on and signatories sign.</summary>
public readonly record struct ContentHash
{
    private const int HexLength = 2 * SHA256.HashSizeInBytes;

    private readonly string? _hex;

    private ContentHash(string hex) => _hex = hex;

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public string Hex => _hex ?? new string('0', HexLength);

    /// <summary>The first eight bytes for people to compare, for example 7f3a 91c2 0be4 d581.</summary>
    public string Abbreviated => string.Join(' ', Hex[..16].Chunk(4).Select(group => new string(group)));

    public static ContentHash Of(ReadOnlySpan<byte> canonicalBytes) => new(Convert.ToHexStringLower(SHA256.HashData(canonicalBytes)));

    /// <exception cref="FormatException">The text is not 64 hexadecimal digits.</exception>
    public static ContentHash Parse(string hex) =>
        TryParse(hex, out var hash) ? hash : throw new FormatException("A content hash is 64 hexadecimal digits.");

    public static bool TryParse(string? hex, out ContentHash hash)
    {
        var valid = hex is { Length: HexLength } && hex.All(char.IsAsciiHexDigit);
        hash = valid ? new ContentHash(hex!.ToLowerInvariant()) : default;
        return valid;
    }

    public override string ToString() => Hex;
}
