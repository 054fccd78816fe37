using System.Net;
using DataSharing.Domain.Editions;
using DataSharing.Domain.Law;
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

        var answer = await browser.SendAsync(
            Address,
            ("Answers[largeScale]", "25,000"),
            ("Answers[vaguePhrases]", "improve services\r\nand so on")
        );

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
    [InlineData("tellPartnersWithinHours", "49", "Tell partners of a breach within: give a whole number of hours from 1 to 48")]
    [InlineData(
        "reviewWithinMonthsIfHighRisk",
        "25",
        "Review within, if the risk is high: it may not be longer than “Review within”, which is 24 months"
    )]
    [InlineData(
        "organisationsWithPanel",
        "FOO:bar",
        "Organisations with a data-access panel: “FOO” is no register that the portal knows: write for example GB-NHS:X26"
    )]
    [InlineData(
        "organisationsWithPanel",
        "GB-NHS:\a",
        "Organisations with a data-access panel: This text holds the control character U+0007. Only line breaks and tabs are allowed."
    )]
    [InlineData("organisationsWithPanel", "nobody", "Organisations with a data-access panel: “nobody” is not written as scheme:value")]
    public async Task Post_Invalid_SaysWhatIsWrongAndKeepsWhatWasTyped(string setting, string value, string error)
    {
        var browser = Portal.SignedInAs(await PreparedAsync());

        var answer = await browser.SendAsync(Address, ($"Answers[{setting}]", value), ("Answers[vaguePhrases]", Hostile.Text));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal([error], answer.Errors);
        Hostile.AssertShownHarmlessly(answer);
    }

    [Fact]
    public async Task Post_MuchThatIsWrong_IsSaidInTheOrderOfTheForm()
    {
        var answer = await Portal
            .SignedInAs(await PreparedAsync())
            .SendAsync(Address, ("Answers[vaguePhrases]", "etc"), ("Answers[largeScale]", "0"), ("Answers[longestYears]", "51"));

        Assert.Equal(["Large scale", "Longest agreement", "Vague phrases"], answer.Errors.Select(error => error.Split(':')[0]));
    }

    [Fact]
    public async Task Post_AfterSomebodyReleasedIt_SaysWhoAndKeepsWhatWasTyped()
    {
        var browser = Portal.SignedInAs(await PreparedAsync());
        var open = await browser.GetAsync(Address);
        await Portal.ReleasePolicyAsync(policy => policy);

        var answer = await browser.SendAsync(open, Address, ("Answers[largeScale]", "12,345"), ("Answers[vaguePhrases]", Hostile.Text));

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Contains("released policy", Assert.Single(answer.Errors), StringComparison.Ordinal);
        Assert.Equal("12,345", answer.Document.QuerySelector("#Answers-largeScale-")!.GetAttribute("value"));
        Hostile.AssertShownHarmlessly(answer);
        Assert.Empty(answer.Document.QuerySelectorAll("main button"));
    }

    private Task<Policy> PolicyAsync() =>
        Portal.InDbAsync(async db =>
            Policy.Read(
                (
                    await new DataSharing.Persistence.Law.EditionStore(db).FindOpenAsync(
                        EditionKind.Policy,
                        TestContext.Current.CancellationToken
                    )
                )!
                    .Bytes
                    .Span
            )
        );
}
