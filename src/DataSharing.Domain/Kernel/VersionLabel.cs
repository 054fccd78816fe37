using System.Globalization;

namespace DataSharing.Domain.Kernel;

/// <summary>
/// What people call a version (§4.1): 1.0 is the first content, 1.1 what it became after a return, 2.0 an amendment of a version in force.
/// </summary>
public readonly record struct VersionLabel(int Major, int Minor)
{
    public const int MaxLength = 10;

    public static VersionLabel First { get; } = new(1, 0);

    public VersionLabel AfterReturn() => this with { Minor = Minor + 1 };

    /// <exception cref="FormatException">The text is not two numbers with a dot between them.</exception>
    public static VersionLabel Parse(string text) =>
        text.Split('.') is [var major, var minor]
            ? new(int.Parse(major, CultureInfo.InvariantCulture), int.Parse(minor, CultureInfo.InvariantCulture))
            : throw new FormatException("A version label looks like 1.0.");

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}");
}
