using System.Globalization;
using DataSharing.Documents.Narrative;
using DataSharing.Domain.Law;

namespace DataSharing.Web.Tests.Documents;

public sealed class WordsTests
{
    [Theory]
    [InlineData("P8Y", "8 years")]
    [InlineData("P1Y6M", "1 year and 6 months")]
    [InlineData("P1Y1M1DT1H", "1 year, 1 month, 1 day and 1 hour")]
    [InlineData("P4W", "28 days")]
    [InlineData("Indefinite", "Indefinitely")]
    [InlineData("for ever", "for ever")]
    public void Length_OfADuration_IsInWords(string iso, string words) => Assert.Equal(words, Words.Length(iso));

    [Theory]
    [InlineData("2026-09-01T08:05:00Z", "1 September 2026 at 9:05am UK time")]
    [InlineData("2026-12-01T13:30:59Z", "1 December 2026 at 1:30pm UK time")]
    [InlineData("2026-08-31T23:00:00Z", "1 September 2026 at midnight UK time")]
    [InlineData("2026-12-01T12:00:00Z", "1 December 2026 at midday UK time")]
    public void Time_Always_SaysItsZone(string instant, string words) =>
        Assert.Equal(words, Words.Time(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("2026-09-01", "Due 1 September 2026")]
    [InlineData("2026-09-02", "Overdue since 1 September 2026")]
    public void Due_FromTheDayAfter_IsOverdue(string today, string words) =>
        Assert.Equal(words, Words.Due(new DateOnly(2026, 9, 1), DateOnly.Parse(today, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("AdultCareUser", "Adult care user")]
    [InlineData("Elector16Plus", "Elector 16 plus")]
    [InlineData("OfficialID", "Official ID")]
    [InlineData("Patient", "Patient")]
    [InlineData("NHS patients", "NHS patients")]
    public void Code_OfJoinedWords_TakesThemApart(string code, string words) => Assert.Equal(words, Words.Code(code));

    [Theory]
    [InlineData("Last contact", "last contact")]
    [InlineData("A matching run ends", "a matching run ends")]
    [InlineData("NHS care ends", "NHS care ends")]
    [InlineData("Leeds City Council closes the case", "Leeds City Council closes the case")]
    [InlineData("", "")]
    public void Within_ASentence_KeepsNamesAndAbbreviations(string text, string words) => Assert.Equal(words, Words.Within(text));

    [Theory]
    [InlineData("GB", "United Kingdom")]
    [InlineData("FR", "France")]
    [InlineData("ZZZ", "ZZZ")]
    public void Country_OfACode_IsItsName(string code, string name) => Assert.Equal(name, Words.Country(code));
}
