using System.Net;
using DataSharing.Domain.Rules;
using DataSharing.Web.Tests.Infrastructure;

namespace DataSharing.Web.Tests.Pages.Law;

[Collection(Editions.Name)]
public sealed class PolicyTests(LawPortal portal)
{
    [Fact]
    public async Task Get_TellsEverySettingWithItsRulesAndItsHistory()
    {
        var number = await portal.ReleasePolicyAsync(policy => policy with { ShortestPurpose = policy.ShortestPurpose + 1 });

        var answer = await portal.SignedInAs(await portal.APersonAsync(Role.Requester)).GetAsync("/law/policy");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(
            PolicySetting.All.Select(setting => setting.Name),
            answer.Document.QuerySelectorAll("tbody tr[id]").Select(row => row.Id)
        );
        Assert.Contains("DSA-011", answer.Document.GetElementById("shortestPurpose")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            $"Policy {number}",
            answer.Document.QuerySelector("section[aria-labelledby=history]")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Matches(
            "Nothing was in force to be checked|Checked [1-9]",
            answer.Document.QuerySelector($"section[aria-labelledby=p-{number}]")!.TextContent
        );
        Assert.Contains("What the test changes.", answer.Main, StringComparison.Ordinal);
    }
}
