using DataSharing.Domain.Content;

namespace DataSharing.Domain.Tests.Kernel;

public class PlainTextTests
{
    [Theory]
    [InlineData("  two\r\nlines\t ", "two\nlines")]
    [InlineData("e\u0301le\u0300ve", "élève")]
    [InlineData("\u00a0 \n", "")]
    [InlineData("😀", "😀")]
    public void Normalise_Text_GivesItsOneForm(string text, string expected)
    {
        Assert.Equal(expected, PlainText.Normalise(text));
        Assert.Equal(expected, PlainText.Normalise(PlainText.Normalise(text)));
    }

    [Theory]
    [InlineData("bell\u0007", "U+0007")]
    [InlineData("old line end\rhere", "U+000D")]
    [InlineData("delete\u007f", "U+007F")]
    [InlineData("next line\u0085", "U+0085")]
    [InlineData("no character\uffff", "U+FFFF")]
    [InlineData("turned \u202e round", "U+202E")]
    [InlineData("turned \u2067 round", "U+2067")]
    public void Normalise_ForbiddenCharacter_IsRefusedByName(string text, string named)
    {
        Assert.Contains(named, PlainText.Objection(text), StringComparison.Ordinal);
        Assert.Throws<FormatException>(() => PlainText.Normalise(text));
    }

    [Fact]
    public void Normalise_HalfOfASurrogatePair_IsRefused()
    {
        Assert.All(
            ["high\ud83d", "low\ude00", "turned\ude00\ud83d"],
            text =>
            {
                Assert.Contains("surrogate", PlainText.Objection(text), StringComparison.Ordinal);
                Assert.Throws<FormatException>(() => PlainText.Normalise(text));
            }
        );
    }
}
