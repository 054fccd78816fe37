using DataSharing.Web.Pages.Law;

namespace DataSharing.Web.Tests.Pages.Law;

public sealed class PastedLineTests
{
    [Fact]
    public void Of_LinesOfAnEditorAndOfASpreadsheet_AreReadAlike()
    {
        var lines = PastedLine.Of("a; b ;; 2026-01-31\r\n\r\n  a\tb\t\t2026-01-31", 4).ToList();

        Assert.Equal([1, 3], lines.Select(line => line.Number));
        Assert.All(lines, line => Assert.Equal(["a", "b", "", "2026-01-31"], line.Cells));
        Assert.All(lines, line => Assert.Equal(("a", null, null, new DateOnly(2026, 1, 31)), (line[0], line[2], line[9], line.Day(3))));
    }

    [Fact]
    public void Of_SemicolonsInTheLastColumn_AreKept()
    {
        var line = Assert.Single(PastedLine.Of(PastedLine.Write("a", null, "one; two"), 3));

        Assert.Equal(["a", "", "one; two"], line.Cells);
    }

    [Theory]
    [InlineData("a; b", "c", "d")]
    [InlineData("a", "b; c", null)]
    [InlineData("a", "b;", "d; e")]
    [InlineData("a", "b", "d; e")]
    [InlineData("a", null, "d")]
    [InlineData("a", "b", null)]
    public void Of_WhatWasWritten_IsReadBack(string first, string? second, string? third)
    {
        var line = Assert.Single(PastedLine.Of(PastedLine.Write(first, second, third), 3));

        Assert.Equal((first, second, third), (line[0], line[1], line[2]));
    }

    [Theory]
    [InlineData("2026-02-29", "says “2026-02-29”: write a day as 2027-03-31")]
    [InlineData("1/2/2026", "says “1/2/2026”: write a day as 2027-03-31")]
    [InlineData("2026-02-28", null)]
    [InlineData("", null)]
    public void NoDayIn_WhatIsWritten_IsADayOrNothing(string text, string? wrong) =>
        Assert.Equal(wrong, Assert.Single(PastedLine.Of("a;" + text, 2)).NoDayIn(1));
}
