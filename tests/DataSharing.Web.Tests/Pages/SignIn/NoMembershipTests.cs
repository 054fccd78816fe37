using System.Net;
using DataSharing.Web.Tests.Infrastructure;

namespace DataSharing.Web.Tests.Pages.SignIn;

public sealed class NoMembershipTests(Portal portal)
{
    [Fact]
    public async Task Get_SomebodyWithoutAMembership_IsToldWhomToAskAndSeesNothingElse()
    {
        var person = await portal.APersonAsync();
        var browser = portal.SignedInAs(person);

        var sent = await browser.GetAsync("/");
        var answer = await browser.GetAsync("/no-membership");

        Assert.Equal((HttpStatusCode.Redirect, "/no-membership"), (sent.Status, sent.Location?.OriginalString));
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains("Ask your organisation’s administrator", answer.Main, StringComparison.Ordinal);
        Assert.Contains(person.Subject, answer.Main, StringComparison.Ordinal);
        Assert.Empty(answer.Document.QuerySelectorAll("nav"));
    }

    [Fact]
    public async Task Get_MembershipEnded_IsWithoutOneFromTheNextRequest()
    {
        var person = await portal.APersonAsync(Role.IgLead);
        var browser = portal.SignedInAs(person);
        var before = await browser.GetAsync("/");
        await portal.EndAsync(person, Role.IgLead);

        Assert.Equal(HttpStatusCode.OK, before.Status);
        Assert.Equal("/no-membership", (await browser.GetAsync("/")).Location?.OriginalString);
    }
}
