using DataSharing.Domain.Agreements.Evidence;

namespace DataSharing.Domain.Tests.Agreements.Evidence;

public class CleanFileNameTests
{
    [Theory]
    [InlineData("Certificate 2026.PDF", "Certificate 2026.pdf")]
    [InlineData("../../etc/passwd.txt", "passwd.txt")]
    [InlineData(@"C:\Users\me\report.docx", "report.docx")]
    [InlineData("a\r\nSet-Cookie: x=1.pdf", "aSet-Cookie_ x=1.pdf")]
    [InlineData("say \"yes\"; filename=evil.exe\".pdf", "say _yes__ filename=evil.exe_.pdf")]
    [InlineData("invoice\u202Efdp.exe", "invoicefdp.exe")]
    [InlineData("a\u200B\uFEFFb\u0000c.txt", "abc.txt")]
    [InlineData("Gro\u0308ße.csv", "Gr\u00F6ße.csv")]
    [InlineData("資料 \u00A0 一.png", "資料   一.png")]
    [InlineData("...hidden.pdf", "hidden.pdf")]
    [InlineData(".pdf", "file.pdf")]
    [InlineData("CON.txt", "file_CON.txt")]
    [InlineData("lpt1.tar.txt", "file_lpt1.tar.txt")]
    [InlineData("100%.pdf", "100_.pdf")]
    [InlineData("a.pdf ", "a.pdf")]
    [InlineData("", "file")]
    [InlineData(null, "file")]
    public void Name_is_made_fit_to_be_shown_and_kept(string? sent, string expected) => Assert.Equal(expected, CleanFileName.Of(sent));

    [Fact]
    public void Half_a_surrogate_pair_is_left_out() => Assert.Equal("ab.txt", CleanFileName.Of("a\uD83Db.txt"));

    [Fact]
    public void Long_names_are_cut_before_the_extension_and_never_within_a_character()
    {
        foreach (
            var name in new[]
            {
                new string('x', 300),
                string.Concat(Enumerable.Repeat("😀", 150)),
                "a" + string.Concat(Enumerable.Repeat("😀", 150)),
            }
        )
        {
            var cleaned = CleanFileName.Of(name + ".pdf");

            Assert.InRange(cleaned.Length, CleanFileName.MaxLength - 1, CleanFileName.MaxLength);
            Assert.EndsWith(".pdf", cleaned, StringComparison.Ordinal);
            Assert.DoesNotContain('\uFFFD', string.Concat(cleaned.EnumerateRunes()));
        }
    }

    [Fact]
    public void Cleaning_again_changes_nothing()
    {
        foreach (var name in new[] { "..\\CON.txt", "a\u202E\"b\".pdf", "x y.", new string('é', 400) + ".csv", "NUL" })
        {
            Assert.Equal(CleanFileName.Of(name), CleanFileName.Of(CleanFileName.Of(name)));
        }
    }
}
