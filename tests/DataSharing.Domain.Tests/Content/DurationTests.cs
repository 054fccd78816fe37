using DataSharing.Domain.Content;

namespace DataSharing.Domain.Tests.Content;

public class DurationTests
{
    [Theory]
    [InlineData("P8Y", 8, 0, 0, 0)]
    [InlineData("P13M", 0, 13, 0, 0)]
    [InlineData("P1Y6M", 1, 6, 0, 0)]
    [InlineData("P4W", 0, 0, 28, 0)]
    [InlineData("P28D", 0, 0, 28, 0)]
    [InlineData("PT24H", 0, 0, 0, 24)]
    [InlineData("P0D", 0, 0, 0, 0)]
    public void TryParse_Iso8601_IsRead(string text, int years, int months, int days, int hours)
    {
        Assert.True(Duration.TryParse(text, out var duration));
        Assert.Equal(new Duration(years, months, days, hours), duration);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("P")]
    [InlineData("PT")]
    [InlineData("P8")]
    [InlineData("8Y")]
    [InlineData("P8Y\n")]
    [InlineData("P1M1Y")]
    [InlineData("P-1Y")]
    [InlineData("8 years")]
    public void TryParse_AnythingElse_IsNot(string? text) => Assert.False(Duration.TryParse(text, out _));

    [Theory]
    [InlineData("P7Y", false)]
    [InlineData("P84M", false)]
    [InlineData("P7Y1D", true)]
    [InlineData("P8Y", true)]
    [InlineData("P85M", true)]
    [InlineData("P2557D", false)]
    [InlineData("P2558D", true)]
    public void IsLongerThanYears_Seven_CountsByTheCalendar(string text, bool longer)
    {
        Assert.True(Duration.TryParse(text, out var duration));
        Assert.Equal(longer, duration.IsLongerThanYears(7));
    }

    [Fact]
    public void After_EndOfMonth_StaysInTheMonth() =>
        Assert.Equal(new DateOnly(2027, 2, 28), new Duration(0, 1, 0, 0).After(new DateOnly(2027, 1, 31)));
}
