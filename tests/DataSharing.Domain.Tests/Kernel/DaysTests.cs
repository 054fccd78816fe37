using DataSharing.Domain.Content;

namespace DataSharing.Domain.Tests.Kernel;

public class DaysTests
{
    private static readonly DateOnly First = DateOnly.MinValue;
    private static readonly DateOnly Last = DateOnly.MaxValue;

    [Fact]
    public void Counting_on_stops_at_the_ends_of_the_calendar()
    {
        Assert.Equal((Last, First), (Last.PlusMonths(1), First.PlusMonths(-1)));
        Assert.Equal((Last, First), (new DateOnly(2026, 1, 1).PlusYears(int.MaxValue), Last.PlusYears(int.MinValue)));
        Assert.Equal((Last, First), (Last.PlusDays(int.MaxValue), First.PlusDays(-1)));
    }

    [Fact]
    public void Within_the_calendar_it_is_the_calendars_own()
    {
        Assert.Equal(new DateOnly(2028, 2, 29), new DateOnly(2028, 1, 31).PlusMonths(1));
        Assert.Equal(new DateOnly(2029, 2, 28), new DateOnly(2028, 2, 29).PlusYears(1));
        Assert.Equal((new DateOnly(9999, 12, 1), new DateOnly(1, 1, 2)), (new DateOnly(9999, 11, 1).PlusMonths(1), First.PlusDays(1)));
    }

    [Fact]
    public void The_longest_length_of_time_has_an_end()
    {
        Assert.True(Duration.TryParse("P999Y9999M9999W99999DT99999H", out var longest));

        Assert.Equal(Last, longest.After(new DateOnly(9000, 1, 1)));
        Assert.True(longest.IsLongerThanYears(999));
    }

    [Theory]
    [InlineData(1899, false)]
    [InlineData(1900, true)]
    [InlineData(2199, true)]
    [InlineData(2200, false)]
    public void Nobody_means_a_day_of_a_year_beyond_these(int year, bool isPlausible) =>
        Assert.Equal(isPlausible, new DateOnly(year, 6, 1).IsPlausible());
}
