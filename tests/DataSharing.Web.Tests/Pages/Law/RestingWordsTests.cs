using DataSharing.Persistence.Law;
using DataSharing.Web.Pages.Law;

namespace DataSharing.Web.Tests.Pages.Law;

public sealed class RestingWordsTests
{
    private static readonly Actor Reader = new(PersonId.New(), OrganisationId.New(), new HashSet<Role> { Role.IgOfficer });

    [Theory]
    [InlineData(0, 0, 0, 0, "No agreement in force rests on it.")]
    [InlineData(100, 7, 0, 0, "100 agreements in force rest on it, between 7 organisations. You may not see them.")]
    [InlineData(101, 7, 3, 0, "More than 100 agreements in force rest on it. You may see 3 of them.")]
    [InlineData(101, 7, 101, 0, "More than 100 agreements in force rest on it. You may see more than 100 of them.")]
    [InlineData(0, 0, 0, 101, "No agreement in force rests on it. More than 100 agreements that you may see are on the way there.")]
    public void InWords_MoreThanAreCounted_AreNotTold(int inForce, int organisations, int seen, int coming, string words) =>
        Assert.Equal(words, new RestingAgreements(inForce, organisations, seen, coming, []).InWords(Reader));

    [Theory]
    [InlineData(1, 2, "1 agreement, between 2 organisations")]
    [InlineData(101, 40, "more than 100 agreements")]
    public void InForce_MoreThanAreCounted_AreNotTold(int agreements, int organisations, string words) =>
        Assert.Equal(words, RestingWords.InForce(agreements, organisations));
}
