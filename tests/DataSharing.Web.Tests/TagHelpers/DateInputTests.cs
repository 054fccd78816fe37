using DataSharing.Web.TagHelpers;

namespace DataSharing.Web.Tests.TagHelpers;

public class DateInputTests
{
    [Theory]
    [InlineData("1", "10", "2026")]
    [InlineData("01", "October", "2026")]
    [InlineData("1st", "oct", "2026")]
    [InlineData(" 1 ", "Oct.", " 2026 ")]
    [InlineData("1 October 2026", "", "")]
    [InlineData("", "1st Oct 2026", null)]
    [InlineData("", "", "01/10/2026")]
    [InlineData("1-10-2026", "", "")]
    [InlineData("1.10.2026", "", "")]
    [InlineData("2026-10-01", "", "")]
    [InlineData("Thursday 1 October 2026", "", "")]
    [InlineData("Thu, 1 October 2026", "", "")]
    public void A_date_is_read_however_it_is_written(string? day, string? month, string? year)
    {
        var date = DateOf(day, month, year);

        Assert.Equal((new DateOnly(2026, 10, 1), null), (date.Value, date.Objection));
    }

    [Theory]
    [InlineData("32", "10", "2026", "Day", "“32” is no day. Write a number from 1 to 31")]
    [InlineData("", "10", "2026", "Day", "the day is missing. Write a number from 1 to 31")]
    [InlineData("1", "", "2026", "Month", "the month is missing. Write a number from 1 to 12, or a name like October")]
    [InlineData("1", "Ju", "2026", "Month", "“Ju” is no month. Write a number from 1 to 12, or a name like October")]
    [InlineData("1", "13", "2026", "Month", "“13” is no month. Write a number from 1 to 12, or a name like October")]
    [InlineData("1", "10", "", "Year", "the year is missing. Write all four digits, like 2026")]
    [InlineData("1", "10", "26", "Year", "“26” is no year. Write all four digits, like 2026")]
    [InlineData("1", "10", "02026", "Year", "“02026” is no year. Write all four digits, like 2026")]
    [InlineData("1", "10", "1899", "Year", "the year must be between 1900 and 2199")]
    [InlineData("1", "10", "2200", "Year", "the year must be between 1900 and 2199")]
    [InlineData("29", "2", "2027", "Day", "there is no 29 February 2027. Check the day")]
    [InlineData("", "1/10/26", "", "Month", "“26” is no year. Write all four digits, like 2026")]
    [InlineData("", "", "2026-13-01", "Year", "“13” is no month. Write a number from 1 to 12, or a name like October")]
    [InlineData("1 October 2026", "10", "", "Day", "“1 October 2026” is no day. Write a number from 1 to 31")]
    public void What_is_no_date_says_which_box_and_why(string day, string month, string year, string box, string says)
    {
        var date = DateOf(day, month, year);

        Assert.Equal((null, box, says), (date.Value, date.WrongBox, date.Objection));
    }

    [Fact]
    public void Empty_boxes_are_no_date_and_nothing_is_wrong_with_them()
    {
        var date = DateOf(" ", null, "");

        Assert.Equal((true, null, null), (date.IsBlank, date.Value, date.Objection));
    }

    [Fact]
    public void A_date_is_read_back_from_its_boxes() =>
        Assert.Equal(new DateOnly(2199, 12, 31), DateInput.Of(new DateOnly(2199, 12, 31)).Value);

    private static DateInput DateOf(string? day, string? month, string? year) =>
        new()
        {
            Day = day,
            Month = month,
            Year = year,
        };
}
