using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace DataSharing.Domain.Agreements.Approval;

/// <summary>What somebody had before them when they decided: the version's ordinal and the hash of its content.</summary>
public sealed record Seen(int Version, ContentHash Hash)
{
    public static Seen Of(AgreementVersion version) => new(version.Ordinal, version.ContentHash);

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Seen? seen)
    {
        seen =
            text?.Split(' ') is [var version, var hex]
            && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var ordinal)
            && ContentHash.TryParse(hex, out var hash)
                ? new Seen(ordinal, hash)
                : null;
        return seen is not null;
    }

    /// <summary>The ordinal and the hash, as a form carries them.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Version} {Hash.Hex}");

    /// <exception cref="StaleDecisionException">It is not what is there now.</exception>
    internal void InsistOn(AgreementVersion version)
    {
        if (this != Of(version))
        {
            throw new StaleDecisionException("The content has changed since you saw it.");
        }
    }
}
