using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Approval;
using DataSharing.Web.Tests.Infrastructure;
using DataSharing.Web.Tests.Persistence;

namespace DataSharing.Web.Tests.Pages.Agreements.Approval;

public sealed class SignTests(Portal portal) : StagePageTests(portal)
{
    protected override int Stage => SharedAgreement.CouncilSigns;

    protected override Role Role => Role.AuthorisedSignatory;

    protected override (string Name, string? Value)[] Yes => [("Form.Capacity", "Director")];

    protected override (string Name, string Value) Typed => ("Form.Capacity", "Director of everything");

    protected override string AddressIn(string reference) => $"/agreements/{reference}/versions/1/stages/{Stage}/sign";

    [Fact]
    public async Task Post_Office_SignsTheHashAndTells()
    {
        var shared = await ReadyAsync();
        var holder = await shared.HolderAsync(Stage);
        var browser = shared.BrowserOf(holder);

        var answer = await browser.SendAsync(AddressIn(shared), ("Form.Capacity", $" {Hostile.Text} "));

        Assert.Equal((HttpStatusCode.Redirect, $"/agreements/{shared.Reference}/route"), (answer.Status, answer.Location?.OriginalString));
        var version = (await shared.FindAsync()).Newest;
        var signature = Assert.Single(version.Signatures);
        Assert.Equal((holder.Person, Hostile.Text, version.ContentHash), (signature.Person, signature.Capacity, signature.ContentHash));
        await shared.AssertToldAsync("agreement.version-signed", holder, Role.AuthorisedSignatory);
        Hostile.AssertShownHarmlessly(await browser.GetAsync($"/agreements/{shared.Reference}/history"));
    }

    [Fact]
    public async Task Post_LastSignature_ApprovesTheVersion()
    {
        var shared = await SharedAgreement.BeforeAsync(Portal, SharedAgreement.CharitySigns);
        var address = $"/agreements/{shared.Reference}/versions/1/stages/{SharedAgreement.CharitySigns}/sign";

        await shared.BrowserOf(await shared.HolderAsync(SharedAgreement.CharitySigns)).SendAsync(address, Yes);

        Assert.Equal(VersionStatus.Approved, (await shared.FindAsync()).Newest.Status);
    }

    [Fact]
    public async Task Post_AfterTheFirstSignatureHasRunOut_SaysSo()
    {
        var shared = await ReadyAsync();
        var address = $"/agreements/{shared.Reference}/versions/1/stages/{SharedAgreement.CharitySigns}/sign";
        var browser = shared.BrowserOf(await shared.HolderAsync(SharedAgreement.CharitySigns));
        var page = await browser.GetAsync(address);
        await shared.DoAsync(
            await shared.HolderAsync(Stage),
            command => SharedAgreement.Take(command with { Now = command.Now - Signature.Validity - TimeSpan.FromDays(1) }, Stage),
            asOwner: true
        );
        var before = await shared.FootprintAsync();

        var answer = await browser.SendAsync(FormOf(page, "Sign"), address, Yes);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal([Agreement.SignaturesRanOut], answer.Errors);
        Assert.Equal(before, await shared.FootprintAsync());
    }

    [Theory]
    [InlineData(0, "Say in which office you sign")]
    [InlineData(Signature.CapacityMaxLength + 1, "The office must be 120 characters or fewer")]
    public async Task Post_WithoutAGoodOffice_ShowsWhatIsWrongAndKeepsWhatWasTyped(int length, string error)
    {
        var shared = await ReadyAsync();
        var before = await shared.FootprintAsync();
        var typed = new string('x', length);

        var answer = await shared.BrowserOf(await shared.HolderAsync(Stage)).SendAsync(AddressIn(shared), ("Form.Capacity", typed));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal([error], answer.Errors);
        Assert.Equal(typed, ValueOf(answer, "Form.Capacity") ?? "");
        Assert.Equal(before, await shared.FootprintAsync());
    }

    [Fact]
    public async Task PostDecline_WithAReason_OpensTheNextVersionAndTells()
    {
        var shared = await ReadyAsync();
        var holder = await shared.HolderAsync(Stage);

        var answer = await DeclineAsync(shared, "Not in this form.");

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.Equal([VersionStatus.ChangesRequested, VersionStatus.Draft], (await shared.FindAsync()).Versions.Select(v => v.Status));
        await shared.AssertToldAsync("agreement.signature-declined", holder, Role.AuthorisedSignatory, "Not in this form.");
    }

    [Fact]
    public async Task Post_OnThePageThatARefusedDeclineShows_SignsAllTheSame()
    {
        var shared = await ReadyAsync();
        var browser = shared.BrowserOf(await shared.HolderAsync(Stage));
        var page = await browser.GetAsync(AddressIn(shared));
        var refused = await browser.SendAsync(FormOf(page, "Do not sign"), AddressIn(shared), ("Form.Reason", " "));

        // a form without an action of its own would go to the address that stands in the browser now
        var answer = await browser.SendAsync(
            FormOf(refused, "Sign"),
            AddressIn(shared) + "?handler=Decline",
            ("Form.Capacity", "Director")
        );

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.Equal(
            ["agreement.version-signed"],
            (await shared.TrailAsync())
                .Where(e => e.Name is "agreement.version-signed" or "agreement.signature-declined")
                .Select(e => e.Name)
        );
    }

    [Fact]
    public async Task PostDecline_WithoutAReason_ShowsWhatIsWrong()
    {
        var shared = await ReadyAsync();
        var before = await shared.FootprintAsync();

        var answer = await DeclineAsync(shared, " ");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(["Say why you do not sign"], answer.Errors);
        Assert.True(
            answer
                .Document.QuerySelectorAll<IHtmlDetailsElement>("details")
                .Single(d => d.TextContent.Contains("I do not sign this", StringComparison.Ordinal))
                .IsOpen
        );
        Assert.Equal(before, await shared.FootprintAsync());
    }

    [Fact]
    public async Task Get_ApprovalByThisAddress_IsNotFound()
    {
        var shared = await SharedAgreement.InApprovalAsync(Portal);

        var answer = await shared
            .BrowserOf(await shared.HolderAsync(SharedAgreement.CouncilReview))
            .GetAsync($"/agreements/{shared.Reference}/versions/1/stages/1/sign");

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
    }

    private async Task<Answer> DeclineAsync(SharedAgreement shared, string reason)
    {
        var browser = shared.BrowserOf(await shared.HolderAsync(Stage));
        var page = await browser.GetAsync(AddressIn(shared));
        return await browser.SendAsync(FormOf(page, "Do not sign"), AddressIn(shared), ("Form.Reason", reason));
    }

    private static IHtmlFormElement FormOf(Answer page, string button) =>
        page.Document.QuerySelectorAll<IHtmlButtonElement>("main button").Single(b => b.TextContent == button).Form!;
}
