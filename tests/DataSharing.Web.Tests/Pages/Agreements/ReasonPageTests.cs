using System.Net;
using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Approval;
using DataSharing.Web.Tests.Infrastructure;
using DataSharing.Web.Tests.Persistence;

namespace DataSharing.Web.Tests.Pages.Agreements;

/// <summary>What the pages have in common that ask only why.</summary>
public abstract class ReasonPageTests(Portal portal) : AgreementActionTests(portal)
{
    /// <summary>What the audit log calls it.</summary>
    protected abstract string Event { get; }

    protected abstract Role ActsAs { get; }

    protected abstract VersionStatus LeadsTo { get; }

    protected abstract string GoesOnTo { get; }

    private protected virtual string LocationAfter(SharedAgreement shared) => $"/agreements/{shared.Reference}{GoesOnTo}";

    /// <summary>What the page answers when it is done already.</summary>
    protected virtual HttpStatusCode SecondPress => HttpStatusCode.Conflict;

    [Fact]
    public async Task Post_WithAReason_DoesItAndTells()
    {
        var shared = await ReadyAsync();
        var actor = await SomebodyWhoMayAsync(shared);
        var browser = shared.BrowserOf(actor);

        var answer = await browser.SendAsync(AddressIn(shared), ("Form.Reason", $" {Hostile.Text} "));

        Assert.Equal((HttpStatusCode.Redirect, LocationAfter(shared)), (answer.Status, answer.Location?.OriginalString));
        Assert.Equal(LeadsTo, (await shared.FindAsync()).Version(1)!.Status);
        await shared.AssertToldAsync(Event, actor, ActsAs, Hostile.Text);
        Hostile.AssertShownHarmlessly(await shared.BrowserOf(shared.Drafter).GetAsync($"/agreements/{shared.Reference}/history"));
    }

    [Theory]
    [InlineData(" ", "Say why")]
    [InlineData("too long", "The reason must be 4000 characters or fewer")]
    public async Task Post_WithoutAGoodReason_ShowsWhatIsWrongAndKeepsWhatWasTyped(string typed, string error)
    {
        var shared = await ReadyAsync();
        var before = await shared.FootprintAsync();
        var reason = typed == " " ? typed : new string('x', Ruling.TextMaxLength + 1);

        var answer = await shared.BrowserOf(await SomebodyWhoMayAsync(shared)).SendAsync(AddressIn(shared), ("Form.Reason", reason));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal([error], answer.Errors);
        Assert.Equal(reason.Trim(), answer.Document.QuerySelector("textarea[name='Form.Reason']")!.TextContent.Trim());
        Assert.Equal(before, await shared.FootprintAsync());
    }

    [Fact]
    public async Task Post_PressedTwice_HappensOnce()
    {
        var shared = await ReadyAsync();
        var browser = shared.BrowserOf(await SomebodyWhoMayAsync(shared));
        var page = await browser.GetAsync(AddressIn(shared));

        var first = await browser.SendAsync(page, AddressIn(shared), ("Form.Reason", "because"));
        var second = await browser.SendAsync(page, AddressIn(shared), ("Form.Reason", "because"));
        var later = await browser.SendAsync(page, AddressIn(shared), ("Form.Reason", "because"), Browser.InAnotherWindow);

        Assert.Equal((first.Status, first.Location), (second.Status, second.Location));
        Assert.Equal((HttpStatusCode.Redirect, SecondPress), (first.Status, later.Status));
        Assert.Single(await shared.TrailAsync(), e => e.Name == Event);
    }
}
