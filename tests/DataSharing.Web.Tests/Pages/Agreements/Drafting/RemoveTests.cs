using System.Net;
using DataSharing.Web.Tests.Infrastructure;

namespace DataSharing.Web.Tests.Pages.Agreements.Drafting;

/// <summary>Removing and undoing for every kind of item are in <see cref="ItemPageTests"/>.</summary>
public sealed class RemoveTests(Portal portal)
{
    [Fact]
    public async Task Post_Twice_RemovesOnceAndSaysSoTwice()
    {
        var browser = portal.SignedInAs(await portal.APersonAsync(Role.IgOfficer));
        var script = await DraftScript.StartAsync(browser);
        await browser.SendAsync($"{script.Draft}/benefits/-", ("Form.Statement", "Less waiting"));
        var page = await browser.GetAsync($"{script.Agreement}/remove/benefits/B1");

        var first = await browser.SendAsync(page, $"{script.Agreement}/remove/benefits/B1");
        var second = await browser.SendAsync(page, $"{script.Agreement}/remove/benefits/B1");

        Assert.Equal((HttpStatusCode.Redirect, first.Location), (second.Status, second.Location));
    }

    [Theory]
    [InlineData("benefits/B9")]
    [InlineData("title")]
    [InlineData("benefits")]
    [InlineData("nothing/at/all")]
    public async Task Get_WhatIsNoItem_IsNotFound(string path)
    {
        var browser = portal.SignedInAs(await portal.APersonAsync(Role.IgOfficer));
        var script = await DraftScript.StartAsync(browser);

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"{script.Agreement}/remove/{path}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.PostAsync($"{script.Agreement}/remove/{path}")).Status);
    }
}
