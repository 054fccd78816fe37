using System.Net;
using DataSharing.Web.Tests.Infrastructure;

namespace DataSharing.Web.Tests.Pages.SignIn;

public sealed class ActingForTests(Portal portal)
{
    private const string Address = "/acting-for";

    [Fact]
    public async Task Post_OneOfTheirs_CountsFromTheNextRequest()
    {
        var (person, first, second) = await InTwoAsync();
        var browser = portal.SignedInAs(person);
        var before = await browser.GetAsync($"/organisations/{second.Value}/edit");

        var answer = await browser.SendAsync(Address, ("Form.Organisation", second.Value.ToString()));

        Assert.Equal(HttpStatusCode.Forbidden, before.Status);
        Assert.Equal((HttpStatusCode.Redirect, "/"), (answer.Status, answer.Location?.OriginalString));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/organisations/{second.Value}/edit")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync($"/organisations/{first.Value}/edit")).Status);
        Assert.Equal(
            second.Value.ToString(),
            (await browser.GetAsync(Address)).Document.QuerySelector("input[checked]")?.GetAttribute("value")
        );
        Assert.Contains(
            "Organisation admin, B ",
            (await browser.GetAsync("/")).Document.QuerySelector("header")!.TextContent,
            StringComparison.Ordinal
        );
        var cookie = answer.Headers["Set-Cookie"];
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("0197f000-0000-7000-8000-000000000000")]
    public async Task Post_NoneOfTheirs_IsRefused(string? organisation)
    {
        var (person, first, _) = await InTwoAsync();
        var browser = portal.SignedInAs(person);

        var answer = await browser.SendAsync(Address, ("Form.Organisation", organisation));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("Choose one of your organisations", Assert.Single(answer.Errors));
        Assert.False(answer.Headers.ContainsKey("Set-Cookie"));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/organisations/{first.Value}/edit")).Status);
    }

    [Fact]
    public async Task Post_SomebodyElses_IsRefused()
    {
        var (person, _, _) = await InTwoAsync();

        var answer = await portal
            .SignedInAs(person)
            .SendAsync(Address, ("Form.Organisation", (await portal.AnOrganisationAsync()).Value.ToString()));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
    }

    [Fact]
    public async Task Cookie_OfAnOrganisationTheyDoNotBelongTo_IsNotBelieved()
    {
        var (person, first, _) = await InTwoAsync();
        var elsewhere = await portal.AnAdministratorAsync();
        var browser = portal.SignedInAs(person);
        browser.Client.DefaultRequestHeaders.Add("Cookie", $"ds-acting-for={elsewhere.Organisation.Value}");

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync($"/organisations/{elsewhere.Organisation.Value}/edit")).Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/organisations/{first.Value}/edit")).Status);
    }

    [Fact]
    public async Task Change_ActingForTheSecond_IsToldForTheSecond()
    {
        var (person, _, second) = await InTwoAsync();
        var browser = portal.SignedInAs(person);
        await browser.SendAsync(Address, ("Form.Organisation", second.Value.ToString()));

        await browser.SendAsync($"/organisations/{second.Value}/edit", ("Form.Note", "changed"));

        await portal.AssertToldAsync(second, "organisation.described", person, Role.OrganisationAdmin, actingFor: second);
    }

    [Fact]
    public async Task Get_OrganisationCalledScript_IsShownAsText()
    {
        var person = await portal.APersonAsync(await portal.AnOrganisationAsync(Hostile.Text), Role.IgLead);
        await portal.AlsoAsync(person, await portal.AnOrganisationAsync(), Role.IgLead);

        Hostile.AssertShownHarmlessly(await portal.SignedInAs(person).GetAsync(Address));
    }

    // Somebody acts for the first by name until they choose.
    private async Task<(SomePerson Person, OrganisationId First, OrganisationId Second)> InTwoAsync()
    {
        var first = await portal.AnOrganisationAsync($"A {Guid.NewGuid():N}");
        var second = await portal.AnOrganisationAsync($"B {Guid.NewGuid():N}");
        var person = await portal.APersonAsync(first, Role.OrganisationAdmin);
        return (await portal.AlsoAsync(person, second, Role.OrganisationAdmin), first, second);
    }
}
