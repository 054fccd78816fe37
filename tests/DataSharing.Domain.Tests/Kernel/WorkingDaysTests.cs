namespace DataSharing.Domain.Tests.Kernel;

public class WorkingDaysTests
{
    [Theory]
    [InlineData("2026-09-01", 10, "2026-09-15")]
    [InlineData("2026-09-04", 1, "2026-09-07")]
    [InlineData("2026-09-05", 1, "2026-09-07")]
    [InlineData("2026-09-06", 5, "2026-09-11")]
    [InlineData("2026-09-01", 0, "2026-09-01")]
    public void Weekends_do_not_count(string from, int days, string due) =>
        Assert.Equal(DateOnly.ParseExact(due, "O"), DateOnly.ParseExact(from, "O").AddWorkingDays(days));
}
