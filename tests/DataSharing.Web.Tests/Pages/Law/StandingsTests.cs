using DataSharing.Domain.Law;
using DataSharing.Web.Pages.Law;

namespace DataSharing.Web.Tests.Pages.Law;

public class StandingsTests
{
    private static readonly DateOnly Day = new(2026, 9, 1);

    private static readonly LawEntry Entry = LawBook.First.Find("A6-E")! with { ValidFrom = null, ValidTo = null, Unverified = null };

    [Theory]
    [InlineData(LegalStatus.InForce, null, "In force", "done")]
    [InlineData(LegalStatus.InForce, "the list", "In force, with a point to confirm", "wait")]
    [InlineData(LegalStatus.EnactedNotCommenced, null, "Enacted, not commenced", "todo")]
    [InlineData(LegalStatus.Repealed, null, "Repealed", "stop")]
    [InlineData(LegalStatus.Lapsed, null, "Lapsed", "stop")]
    [InlineData(LegalStatus.Unverified, "whether it holds", "Unverified: whether it can be used is not known", "wait")]
    public void Shown_EachStatus_HasItsWordsAndShapeAndKeepsWhatIsOpen(LegalStatus status, string? open, string words, string shape) =>
        Assert.Equal(new StandingShown(words, shape, open), (Entry with { Status = status, Unverified = open }).Shown(Day));

    [Fact]
    public void Shown_InForceButNotOnTheDay_SaysFromWhenOrUntilWhen()
    {
        Assert.Equal(("In force from 2 September 2026", Standing.NotCommenced), Told(Entry with { ValidFrom = Day.AddDays(1) }));
        Assert.Equal(("Lapsed (last day 31 August 2026)", Standing.Lapsed), Told(Entry with { ValidTo = Day.AddDays(-1) }));
        Assert.Equal(
            ("In force since 1 September 2026, until 1 September 2026", Standing.InForce),
            Told(Entry with { ValidFrom = Day, ValidTo = Day })
        );
        Assert.Equal(
            ("In force until 1 September 2026", Standing.InForce),
            Told(Entry with { Status = LegalStatus.Repealed, ValidTo = Day })
        );
        Assert.Equal(
            ("Repealed (last day 31 August 2026)", Standing.Repealed),
            Told(Entry with { Status = LegalStatus.Repealed, ValidTo = Day.AddDays(-1) })
        );
        Assert.Equal(
            ("In force since 1 September 2026", Standing.InForce),
            Told(Entry with { Status = LegalStatus.EnactedNotCommenced, ValidFrom = Day })
        );
    }

    [Fact]
    public void Shown_CountryNoLongerApproved_SaysSo()
    {
        var country = LawBook.First.AdequateCountry("JP")! with { ValidTo = Day.AddDays(-1) };

        Assert.Equal("No longer approved (last day 31 August 2026)", country.Shown(Day).Words);
    }

    [Fact]
    public void Shown_CountryWithSomethingToConfirm_NeverLooksSettled()
    {
        var france = LawBook.First.AdequateCountry("FR")!;

        Assert.Equal(new StandingShown("Approved since 31 December 2020", "done", null), france.Shown(Day));
        Assert.Equal(
            new StandingShown("Approved since 31 December 2020, with a point to confirm", "wait", "the limits"),
            (france with { Unverified = "the limits" }).Shown(Day)
        );
    }

    private static (string, Standing) Told(LawEntry entry) => (entry.Shown(Day).Words, entry.On(Day));
}
