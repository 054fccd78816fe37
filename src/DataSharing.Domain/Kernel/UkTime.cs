namespace DataSharing.Domain.Kernel;

/// <summary>Legal days are days in London: an agreement starts at 00:00 there, and its end date is included.</summary>
public static class UkTime
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    public static DateTimeOffset InUk(this DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, London);

    public static DateOnly UkDay(this DateTimeOffset instant) => DateOnly.FromDateTime(instant.InUk().DateTime);

    /// <summary>The instant at which the day begins.</summary>
    public static DateTimeOffset StartsAt(this DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, London.GetUtcOffset(midnight));
    }
}
