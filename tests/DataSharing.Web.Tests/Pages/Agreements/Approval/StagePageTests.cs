using System.Net;
using DataSharing.Web.Tests.Infrastructure;
using DataSharing.Web.Tests.Persistence;

namespace DataSharing.Web.Tests.Pages.Agreements.Approval;

/// <summary>What deciding and signing have in common.</summary>
public abstract class StagePageTests(Portal portal) : AgreementActionTests(portal)
{
    /// <summary>The stage that the tests decide, one of the council’s.</summary>
    protected abstract int Stage { get; }

    protected abstract Role Role { get; }

    /// <summary>A form that says yes.</summary>
    protected abstract (string Name, string? Value)[] Yes { get; }

    /// <summary>What would be lost if the sign-in were asked for without keeping it.</summary>
    protected abstract (string Name, string Value) Typed { get; }

    private protected override Task<SharedAgreement> ReadyAsync() => SharedAgreement.BeforeAsync(Portal, Stage);

    // A colleague has done it already.
    private protected override Task<SharedAgreement> NotNowAsync() => SharedAgreement.BeforeAsync(Portal, Stage + 1);

    private protected override Task<Actor> SomebodyWhoMayAsync(SharedAgreement shared) => shared.HolderAsync(Stage);

    [Fact]
    public async Task GetAndPost_HolderOfTheRoleForTheOtherParty_IsForbidden()
    {
        var shared = await ReadyAsync();
        var other = shared.BrowserOf(await shared.SomebodyAsync(shared.Charity, Role));
        var before = await shared.FootprintAsync();

        Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync(AddressIn(shared))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await other.PostAsync(AddressIn(shared), Yes)).Status);
        Assert.Equal(before, await shared.FootprintAsync());
    }

    [Fact]
    public async Task GetAndPost_HolderWhoWorkedOnTheDraft_IsToldWhyNot()
    {
        var shared = await SharedAgreement.DraftAsync(Portal);
        var both = await shared.SomebodyAsync(shared.Council, Role.IgOfficer, Role);
        await shared.JustifyAsync(both);
        await shared.SubmitAsync(shared.Drafter);
        for (var stage = 1; stage < Stage; stage++)
        {
            await shared.TakeAsync(stage);
        }

        var before = await shared.FootprintAsync();
        foreach (
            var answer in new[]
            {
                await shared.BrowserOf(both).GetAsync(AddressIn(shared)),
                await shared.BrowserOf(both).PostAsync(AddressIn(shared), Yes),
            }
        )
        {
            Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
            Assert.Contains("You worked on the draft of this version", answer.Main, StringComparison.Ordinal);
            Assert.Empty(answer.Document.QuerySelectorAll("main form"));
        }

        Assert.Equal(before, await shared.FootprintAsync());
    }

    [Fact]
    public async Task GetAndPost_BeforeItsTurn_IsToldToWait()
    {
        var shared = await SharedAgreement.InApprovalAsync(Portal);
        var browser = shared.BrowserOf(await shared.HolderAsync(SharedAgreement.CharitySigns));
        var guardian = shared.BrowserOf(await shared.HolderAsync(SharedAgreement.Guardian));
        var signing = $"/agreements/{shared.Reference}/versions/1/stages/{SharedAgreement.CharitySigns}/sign";
        var deciding = $"/agreements/{shared.Reference}/versions/1/stages/{SharedAgreement.Guardian}";
        var before = await shared.FootprintAsync();

        foreach (
            var answer in new[]
            {
                await browser.GetAsync(signing),
                await browser.PostAsync(signing, Yes),
                await guardian.GetAsync(deciding),
                await guardian.PostAsync(deciding, Yes),
            }
        )
        {
            Assert.Equal(HttpStatusCode.Conflict, answer.Status);
            Assert.Contains("Earlier stages are not finished.", answer.Main, StringComparison.Ordinal);
        }

        Assert.Equal(before, await shared.FootprintAsync());
    }

    [Fact]
    public async Task Post_ColleagueWasFaster_IsRefusedAndToldWho()
    {
        var shared = await ReadyAsync();
        var colleague = await shared.SomebodyAsync(shared.Council, Role);
        var browser = shared.BrowserOf(colleague);
        var opened = await browser.GetAsync(AddressIn(shared));
        await shared.TakeAsync(Stage);
        var before = await shared.FootprintAsync();

        var answer = await browser.SendAsync(opened, AddressIn(shared), Yes);

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Contains(
            shared.NameOf(await shared.HolderAsync(Stage)),
            answer.Document.QuerySelector("[role=status]")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(before, await shared.FootprintAsync());
    }

    [Fact]
    public async Task Post_PressedTwice_HappensOnce()
    {
        var shared = await ReadyAsync();
        var browser = shared.BrowserOf(await shared.HolderAsync(Stage));
        var opened = await browser.GetAsync(AddressIn(shared));

        var first = await browser.SendAsync(opened, AddressIn(shared), Yes);
        var once = await shared.FootprintAsync();
        var second = await browser.SendAsync(opened, AddressIn(shared), Yes);
        var later = await browser.SendAsync(opened, AddressIn(shared), [.. Yes, Browser.InAnotherWindow]);

        Assert.Equal((first.Status, first.Location), (second.Status, second.Location));
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Conflict), (first.Status, later.Status));
        Assert.Equal(once, await shared.FootprintAsync());
    }

    [Theory]
    [InlineData("", HttpStatusCode.BadRequest)]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000", HttpStatusCode.Conflict)]
    public async Task Post_OnAnotherContent_IsRefused(string hash, HttpStatusCode status)
    {
        var shared = await ReadyAsync();
        var before = await shared.FootprintAsync();

        var answer = await shared.BrowserOf(await shared.HolderAsync(Stage)).SendAsync(AddressIn(shared), [.. Yes, ("Form.Hash", hash)]);

        Assert.Equal(status, answer.Status);
        Assert.Equal(before, await shared.FootprintAsync());
    }

    [Fact]
    public async Task Post_RoleTakenAwayMeanwhile_DoesNotCount()
    {
        var shared = await ReadyAsync();
        var holder = await shared.HolderAsync(Stage);
        var browser = shared.BrowserOf(holder);
        var opened = await browser.GetAsync(AddressIn(shared));
        await shared.EndRoleAsync(holder, Role);
        var before = await shared.FootprintAsync();

        var answer = await browser.SendAsync(opened, AddressIn(shared), Yes);

        // Without any membership left there is one page that says whom to ask.
        Assert.Equal("/no-membership", answer.Location?.OriginalString);
        Assert.Equal(before, await shared.FootprintAsync());
    }

    [Fact]
    public async Task Post_SignInTooOld_IsParkedRefilledAndDecidesNothingUntilPressedAgain()
    {
        var shared = await ReadyAsync();
        var holder = await shared.HolderAsync(Stage);
        var before = await shared.FootprintAsync();
        var stale = shared.BrowserOf(holder, TimeSpan.FromMinutes(6));
        var opened = await stale.GetAsync(AddressIn(shared));

        var answer = await stale.SendAsync(opened, AddressIn(shared), [.. Yes.Where(f => f.Name != Typed.Name), Typed]);
        var back = Portal.WayBack(answer);
        var filled = await shared.BrowserOf(holder).GetAsync(back);

        Assert.Contains("You will be asked to sign in again.", opened.Main, StringComparison.Ordinal);
        Assert.Contains("Nothing you typed is lost", filled.Body, StringComparison.Ordinal);
        Assert.Equal(Typed.Value, ValueOf(filled, Typed.Name));
        Assert.Equal(before, await shared.FootprintAsync());

        // Somebody else, with the same address, gets nothing of it.
        var colleague = await shared.SomebodyAsync(shared.Council, Role);
        Assert.DoesNotContain(Typed.Value, (await shared.BrowserOf(colleague).GetAsync(back)).Body, StringComparison.Ordinal);

        var sent = await shared.BrowserOf(holder).SendAsync(back);
        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
        Assert.NotEqual(before, await shared.FootprintAsync());
    }

    protected static string? ValueOf(Answer page, string name) =>
        page.Document.QuerySelector($"textarea[name='{name}']")?.TextContent.Trim()
        ?? page.Document.QuerySelector($"input[name='{name}']")?.GetAttribute("value");
}
