using DataSharing.Domain.Law;
using DataSharing.Web.Pages.Law;

namespace DataSharing.Web.Tests.Pages.Law;

public class LawKindTests
{
    [Fact]
    public void Every_entry_is_of_exactly_one_kind() =>
        Assert.All(LawBook.First.Entries, entry => Assert.Single(LawKind.All, kind => kind.Holds(entry)));
}
