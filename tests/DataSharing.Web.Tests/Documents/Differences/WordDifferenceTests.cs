using DataSharing.Documents.Differences;

namespace DataSharing.Web.Tests.Documents.Differences;

public sealed class WordDifferenceTests
{
    [Theory]
    [InlineData("6 years after support ends", "3 years after support ends", "[6] years after support ends", "[3] years after support ends")]
    [InlineData("one two three four", "one three four five", "one [two] three four", "one three four [five]")]
    [InlineData("the cat sat", "the cat", "the cat [sat]", "the cat")]
    [InlineData("Yes", "No", "[Yes]", "[No]")]
    [InlineData("", "Something new", "", "[Something new]")]
    [InlineData("Gone now", "", "[Gone now]", "")]
    [InlineData("same", "same", "same", "same")]
    [InlineData("a b a b", "b a b a", "[a] b a b", "b a b [a]")]
    [InlineData("two  spaces", "two spaces", "[two  spaces]", "[two spaces]")]
    [InlineData("first line\nsecond line", "first line\nthird line", "first line\n[second] line", "first line\n[third] line")]
    [InlineData(
        "Notes on entering the home",
        "Key safe and the access needs, no codes",
        "[Notes on entering the home]",
        "[Key safe and the access needs, no codes]"
    )]
    public void Between_TwoTexts_MarksWhatTheOtherDoesNotHave(string before, string after, string old, string @new)
    {
        var (was, now) = WordDifference.Between(before, after);

        Assert.Equal((old, @new), (Marked(was), Marked(now)));
    }

    [Fact]
    public void Between_TextsTooLongForWordByWord_IsStillThoseTexts()
    {
        var before = "Start " + string.Join(' ', Enumerable.Range(0, 3000)) + " end";
        var after = "Start " + string.Join(' ', Enumerable.Range(5000, 3000)) + " end";

        var (was, now) = WordDifference.Between(before, after);

        Assert.Equal((before, after), (string.Concat(was.Select(p => p.Text)), string.Concat(now.Select(p => p.Text))));
    }

    [Fact]
    public void Between_AWordInALongText_MarksThatWord()
    {
        var text = string.Join(' ', Enumerable.Range(0, 20_000));

        var (was, now) = WordDifference.Between(text, text.Replace(" 7777 ", " other ", StringComparison.Ordinal));

        Assert.Equal(("7777", "other"), (Assert.Single(was, p => p.IsMarked).Text, Assert.Single(now, p => p.IsMarked).Text));
    }

    private static string Marked(IEnumerable<Piece> pieces) => string.Concat(pieces.Select(p => p.IsMarked ? $"[{p.Text}]" : p.Text));
}
