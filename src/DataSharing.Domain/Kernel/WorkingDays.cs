namespace DataSharing.Domain.Kernel;

/// <summary>Clocks count working days: Monday to Friday. Bank holidays are not known yet, so a clock may run out a day early.</summary>
public static class WorkingDays
{
    /// <summary>The working day that many working days later; a clock of ten days started on a Tuesday is due on a Tuesday.</summary>
    public static DateOnly AddWorkingDays(this DateOnly day, int workingDays)
    {
        for (var left = workingDays; left > 0; )
        {
            day = day.AddDays(1);
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            {
                left--;
            }
        }

        return day;
    }
}
