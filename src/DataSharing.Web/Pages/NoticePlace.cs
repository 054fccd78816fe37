using System.Globalization;

namespace DataSharing.Web.Pages;

/// <summary>An event's place in the order of what happened.</summary>
public sealed record NoticePlace(DateTimeOffset At, long Id)
{
    /// <summary>As it stands in an address.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.UtcDateTime:O}_{Id}");

    /// <returns>Null if the text is no place.</returns>
    public static NoticePlace? TryParse(string? text) =>
        text?.Split('_') is [var at, var id]
        && DateTimeOffset.TryParseExact(at, "O", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
        && long.TryParse(id, CultureInfo.InvariantCulture, out var number)
            ? new NoticePlace(time.ToUniversalTime(), number)
            : null;
}
