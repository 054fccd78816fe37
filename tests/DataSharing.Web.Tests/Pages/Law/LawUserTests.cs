using DataSharing.Domain.Law;
using DataSharing.Web.Pages.Law;

namespace DataSharing.Web.Tests.Pages.Law;

public sealed class LawUserTests
{
    // What a reader of the law would say: for whom a provision is, and for whom it is not.
    [Theory]
    [InlineData("A6-E", "council department police", "")]
    [InlineData("A6-F", "charity company insurer", "council department police health")]
    [InlineData("A6-EA", "charity company", "council department")]
    [InlineData("RLI-SAF", "charity", "council")]
    [InlineData("A6-A", "council charity company", "")]
    [InlineData("P3-TASK", "police", "council charity company insurer")]
    [InlineData("GW-LOC1", "council", "department charity company")]
    [InlineData("GW-CROWN", "department", "council charity")]
    [InlineData("GW-HSCA251B", "health", "insurer supplier")]
    [InlineData("GW-DEA37", "supplier council", "insurer")]
    [InlineData("GW-DEA64", "researcher council", "insurer")]
    [InlineData("GW-CDA115", "council police charity company", "")]
    [InlineData("S1-20", "insurer", "charity council")]
    [InlineData("TR-DEROG-A", "company", "council")]
    [InlineData("TR-IDTA", "council company", "")]
    public void A_provision_is_found_by_those_who_may_use_it(string code, string by, string notBy)
    {
        var entry = LawBook.First.Find(code)!;

        Assert.All(Users(by), user => Assert.True(user.MayUse(entry), $"{user.Slug} does not find {code}"));
        Assert.All(Users(notBy), user => Assert.False(user.MayUse(entry), $"{user.Slug} finds {code}"));
    }

    [Fact]
    public void Every_provision_that_can_be_used_is_found_by_somebody() => Assert.Equal(
        [],
        LawBook.First.Entries.Where(entry => !LawUser.All.Any(user => user.MayUse(entry))).Select(entry => $"{entry.Code}: {entry.WhoMayUse}"));

    private static IEnumerable<LawUser> Users(string slugs) => slugs.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(slug => LawUser.Find(slug)!);
}
