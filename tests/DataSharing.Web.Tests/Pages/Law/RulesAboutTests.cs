using DataSharing.Domain.Law;
using DataSharing.Domain.Rules;
using DataSharing.Web.Pages.Law;

namespace DataSharing.Web.Tests.Pages.Law;

public class RulesAboutTests
{
    [Fact]
    public void Every_rule_named_exists_once_and_looks_at_some_entry()
    {
        var reached = LawBook
            .Shipped.Entries.SelectMany(entry => RulesAbout.Of(entry, LawBook.Shipped))
            .Select(rule => rule.Id)
            .Distinct()
            .Order(StringComparer.Ordinal);

        Assert.Equal(RulesAbout.Rules.Order(StringComparer.Ordinal), reached);
        Assert.All(RulesAbout.Rules, id => Assert.Contains(AgreementRules.All, rule => rule.Id == id));
    }

    [Fact]
    public void Every_rule_that_speaks_of_the_gateway_is_told_of_some_gateway() =>
        Assert.All(
            AgreementRules.All.Where(rule => rule.Message.Contains("{gateway}", StringComparison.Ordinal)),
            rule => Assert.Contains(rule.Id, RulesAbout.Rules)
        );
}
