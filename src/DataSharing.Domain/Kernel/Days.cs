namespace DataSharing.Domain.Kernel;

/// <summary>The days that people may name, and counting on from any day that is stored.</summary>
public static class Days
{
    public const int EarliestYear = 1900,
        LatestYear = 2199;

    /// <summary>Nobody means a day beyond these years; a form or a file that names one holds a slip of the pen.</summary>
    public static bool IsPlausible(this DateOnly day) => day.Year is >= EarliestYear and <= LatestYear;

    /// <summary>
    /// Like <see cref="DateOnly.AddMonths"/>, but it stops at the end of the calendar: what is counted from a stored day must not fail,
    /// however the day came to be stored.
    /// </summary>
    public static DateOnly PlusMonths(this DateOnly day, int months) =>
        ((long)day.Year * 12) + day.Month - 1 + months is var month && month < 12 ? DateOnly.MinValue
        : month >= (DateOnly.MaxValue.Year + 1) * 12L ? DateOnly.MaxValue
        : day.AddMonths(months);

    /// <inheritdoc cref="PlusMonths"/>
    public static DateOnly PlusYears(this DateOnly day, int years) =>
        day.PlusMonths((int)Math.Clamp(years * 12L, int.MinValue, int.MaxValue));

    /// <inheritdoc cref="PlusMonths"/>
    public static DateOnly PlusDays(this DateOnly day, int days) =>
        DateOnly.FromDayNumber((int)Math.Clamp((long)day.DayNumber + days, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));
}
