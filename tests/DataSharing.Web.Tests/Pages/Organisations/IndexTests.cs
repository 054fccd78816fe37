using System.Net;
using DataSharing.Web.Tests.Infrastructure;

namespace DataSharing.Web.Tests.Pages.Organisations;

public sealed class IndexTests(Portal portal)
{
    [Fact]
    public async Task Get_AnyMember_FindsAnyOrganisationByPartOfItsName()
    {
        var mark = Mark();
        var there = await portal.AnOrganisationAsync($"University of {mark}");
        await portal.AnOrganisationAsync();
        var browser = portal.SignedInAs(await portal.APersonAsync(Role.Requester));

        var answer = await browser.GetAsync($"/organisations?q={mark.ToUpperInvariant()}");

        Assert.Equal([$"/organisations/{there.Value}"], Links(answer));
        Assert.DoesNotContain("Register an organisation", answer.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Identifier_FindsItsOrganisation()
    {
        var admin = await portal.AnAdministratorAsync();
        var identifier = Given.AnIdentifier();
        await portal.ChangeAsync(admin, (organisation, actor, now) => organisation.AddIdentifier(identifier, actor, now));

        var answer = await portal.SignedInAs(admin).GetAsync($"/organisations?q={identifier}");

        Assert.Equal([$"/organisations/{admin.Organisation.Value}"], Links(answer));
    }

    [Fact]
    public async Task Get_WithoutAccentsApostrophesDashesAndInParts_FindsIt()
    {
        var mark = Mark();
        var there = await portal.AnOrganisationAsync($"Cyngor Ynys Mo\u0302n \u2013 T\u0177 Hafan, St John\u2019s-on-Sea {mark}");
        await portal.ChangeAsync(
            new SomePerson(default, "", there),
            (organisation, actor, now) =>
                organisation.Describe(organisation.Details with { OtherNames = "Isle of Anglesey\nM\u00f4n Council" }, actor, now)
        );
        var browser = portal.SignedInAs(await portal.APersonAsync(Role.Requester));

        foreach (var words in new[] { "ynys mon", "Ynys Môn", "ty  hafan", "TŶ HAFAN", "St Johns", "st john's on sea", "hafa", "anglesey" })
        {
            Assert.Equal(
                [$"/organisations/{there.Value}"],
                Links(await browser.GetAsync($"/organisations?q={Uri.EscapeDataString($"{words} {mark[2..]}")}"))
            );
        }
    }

    [Theory]
    [InlineData("%25")]
    [InlineData("_")]
    [InlineData("%5C")]
    public async Task Get_WhatIsAPatternElsewhere_IsTakenAtItsWord(string typed)
    {
        var mark = Mark();
        var there = await portal.AnOrganisationAsync($"{mark}{Uri.UnescapeDataString(typed)}{mark}");
        await portal.AnOrganisationAsync($"{mark}-{mark}");
        var browser = portal.SignedInAs(await portal.APersonAsync(Role.Requester));

        Assert.Equal([$"/organisations/{there.Value}"], Links(await browser.GetAsync($"/organisations?q={mark}{typed}{mark}")));
    }

    [Fact]
    public async Task Get_MoreThanAPage_LeadsOnThroughAllOfThem_EvenThoseOfOneName()
    {
        var mark = Mark();
        var made = new List<OrganisationId>();
        for (var i = 0; i < 104; i++)
        {
            made.Add(await portal.AnOrganisationAsync(i % 2 == 0 ? $"{mark} academy" : $"{mark} Academy"));
        }

        var browser = portal.SignedInAs(await portal.APersonAsync(Role.Requester));
        var found = new List<string>();
        for (var address = $"/organisations?q={mark}"; address is not null; )
        {
            var page = await browser.GetAsync(address);
            Assert.InRange(Links(page).Count, 1, 50);
            found.AddRange(Links(page));
            address = page
                .Document.QuerySelectorAll("main a")
                .SingleOrDefault(a => a.TextContent == "More organisations")
                ?.GetAttribute("href");
        }

        Assert.Equal(made.Select(m => $"/organisations/{m.Value}").Order(), found.Order());
    }

    [Theory]
    [InlineData("q", "%00")]
    [InlineData("after", "%00")]
    [InlineData("after", "x")]
    public async Task Get_Nonsense_IsNoFailure(string parameter, string value)
    {
        var browser = portal.SignedInAs(await portal.APersonAsync(Role.Requester));

        var answer = await browser.GetAsync($"/organisations?{parameter}={value}");

        Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.BadRequest, answer.Status.ToString());
    }

    [Fact]
    public async Task Get_ScriptAsSearch_IsShownAsText()
    {
        var browser = portal.SignedInAs(await portal.APersonAsync(Role.Requester));

        Hostile.AssertShownHarmlessly(await browser.GetAsync($"/organisations?q={Uri.EscapeDataString(Hostile.Text)}"));
    }

    [Fact]
    public async Task Get_ThePortalsAdministrator_MayRegister()
    {
        var browser = portal.SignedInAs(await portal.APersonAsync(Role.SystemAdmin));

        Assert.NotNull((await browser.GetAsync("/organisations")).Document.QuerySelector("main a[href='/organisations/new']"));
    }

    private static string Mark() => $"m{Guid.NewGuid():N}"[..12];

    private static List<string> Links(Answer answer) =>
        [.. answer.Document.QuerySelectorAll("tbody a").Select(a => a.GetAttribute("href")!)];
}
