using System.Net;
using DataSharing.Domain;
using DataSharing.Domain.Law;
using DataSharing.Domain.Law.Editions;
using DataSharing.Domain.Rules;
using DataSharing.Web.Tests.Infrastructure;

namespace DataSharing.Web.Tests.Pages.Law.Drafts;

public sealed class SettingsTests(LawPortal portal) : EditionPageTests(portal)
{
    protected override string Address => "/law/drafts/policy/settings";

    protected override EditionKind Kind => EditionKind.Policy;

    [Fact]
    public async Task Post_Changed_IsWrittenAndToldAsADifference()
    {
        var browser = Portal.SignedInAs(await PreparedAsync());

        var answer = await browser.SendAsync(Address, ("Answers[largeScale]", "25,000"), ("Answers[vaguePhrases]", "improve services\r\nand so on"));

        Assert.Equal("/law/drafts/policy", answer.Location?.OriginalString);
        var policy = await PolicyAsync();
        Assert.Equal(25_000, policy.LargeScale);
        Assert.Equal(["improve services", "and so on"], policy.VaguePhrases);
        Assert.Contains("25,000 people", (await browser.GetAsync("/law/drafts/policy")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_SomebodyElseChangedItMeanwhile_ShowsWhatTheySavedAndThenOverrides()
    {
        var (one, two) = (Portal.SignedInAs(await PreparedAsync()), Portal.SignedInAs(await Portal.ASystemAdministratorAsync()));
        var open = await one.GetAsync(Address);
        await two.SendAsync(Address, ("Answers[largeScale]", "25,000"));

        var conflict = await one.SendAsync(open, Address, ("Answers[largeScale]", "35,000"));

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Equal("Large scale: what is saved now says “25,000 people”", conflict.Errors[1]);
        var link = conflict.Document.QuerySelectorAll(".govuk-error-summary a").Single().GetAttribute("href")!;
        Assert.Equal("35,000", conflict.Document.QuerySelector(link)!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.Redirect, (await one.SendAsync(conflict, Address)).Status);
        Assert.Equal(35_000, (await PolicyAsync()).LargeScale);
    }

    [Fact]
    public async Task Post_SomebodyElseChangedAnotherSettingMeanwhile_KeepsBoth()
    {
        var (one, two) = (Portal.SignedInAs(await PreparedAsync()), Portal.SignedInAs(await Portal.ASystemAdministratorAsync()));
        var open = await one.GetAsync(Address);
        await two.SendAsync(Address, ("Answers[largeScale]", "25,000"), ("Answers[longestYears]", "9"));

        var conflict = await one.SendAsync(open, Address, ("Answers[vaguePhrases]", "and so on"), ("Answers[longestYears]", "8"));
        Assert.Equal(["Longest agreement: what is saved now says “9 years”"], conflict.Errors.Skip(1));
        Assert.Equal(HttpStatusCode.Redirect, (await one.SendAsync(conflict, Address)).Status);

        var policy = await PolicyAsync();
        Assert.Equal((25_000, 8, "and so on"), (policy.LargeScale, policy.LongestYears, Assert.Single(policy.VaguePhrases)));
    }

    [Theory]
    [InlineData("largeScale", "many", "Large scale: give a whole number of people from 1 to 1,000,000,000")]
    [InlineData("tellPartnersWithinHours", "73", "Tell partners of a breach within: give a whole number of hours from 1 to 72")]
    [InlineData("organisationsWithPanel", "nobody", "Organisations with a data-access panel: “nobody” is not written as scheme:value")]
    public async Task Post_Invalid_SaysWhatIsWrongAndKeepsWhatWasTyped(string setting, string value, string error)
    {
        var browser = Portal.SignedInAs(await PreparedAsync());

        var answer = await browser.SendAsync(Address, ($"Answers[{setting}]", value), ("Answers[vaguePhrases]", Hostile.Text));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal([error], answer.Errors);
        Hostile.AssertShownHarmlessly(answer);
    }

    private Task<Policy> PolicyAsync() => Portal.InDbAsync(async db =>
        Policy.Read((await new DataSharing.Persistence.Law.EditionStore(db).FindOpenAsync(EditionKind.Policy, TestContext.Current.CancellationToken))!.Bytes.Span));
}
