using System.Net;
using DataSharing.Domain.Editions;
using DataSharing.Domain.Law;
using DataSharing.Web.Tests.Infrastructure;

namespace DataSharing.Web.Tests.Pages.Law.Drafts;

public sealed class IndexTests(LawPortal portal) : EditionPageTests(portal)
{
    protected override string Address => "/law/drafts/law-book";

    protected override bool Writes => false;

    [Fact]
    public async Task TwoAdministrators_PrepareAndReleaseALawBook_AndItCounts()
    {
        await Portal.AsDeliveredAsync();
        await Portal.NothingInPreparationAsync(EditionKind.LawBook);
        var (writer, releaser) = (
            Portal.SignedInAs(await Portal.ASystemAdministratorAsync()),
            Portal.SignedInAs(await Portal.ASystemAdministratorAsync())
        );

        // Not from the portal's own newer book: what is once released stays, and the tests that come after want the first.
        var start = (AngleSharp.Html.Dom.IHtmlFormElement)
            (await writer.GetAsync("/law/books"))
                .Document.QuerySelectorAll("main form")
                .Single(form => form.GetAttribute("action")?.Contains("fromPortal=true", StringComparison.Ordinal) is not true);
        var begun = await writer.SendAsync(start, "/law/books");
        await writer.SendAsync(start, "/law/books"); // a second press begins no other
        Assert.Equal(Address, begun.Location?.OriginalString);
        Assert.Equal(
            Address,
            (await writer.SendAsync($"/law/drafts/law-book/entry/GW-LOC1", ("Typed.limits", "It cannot override any other law.")))
                .Location
                ?.OriginalString
        );
        Assert.Equal(
            Address,
            (await writer.SendAsync(await Form(writer, "PutForward"), Address, ("Form.ChangeNote", "What the courts said.")))
                .Location
                ?.OriginalString
        );
        Assert.DoesNotContain("Release law book", (await writer.GetAsync(Address)).Main, StringComparison.Ordinal);

        var page = await releaser.GetAsync(Address);
        Assert.Contains("It cannot override any other law.", page.Main, StringComparison.Ordinal);
        Assert.Contains("What the courts said.", page.Main, StringComparison.Ordinal);
        var released = await releaser.SendAsync(Address + "/release");

        Assert.Equal("/law/checks", released.Location?.OriginalString);
        var reader = Portal.SignedInAs(await Portal.APersonAsync(Role.IgOfficer));
        Assert.Contains("It cannot override any other law.", (await reader.GetAsync("/law/GW-LOC1")).Main, StringComparison.Ordinal);
        Assert.Contains("Cannot override other law.", (await reader.GetAsync("/law/GW-LOC1?book=1")).Main, StringComparison.Ordinal);
        await Portal.FinishRechecksAsync();
    }

    [Fact]
    public async Task PostPutForward_WithoutANoteOrWithoutAChange_SaysSo()
    {
        var unchanged = Portal.SignedInAs(await PreparedAsync());
        Assert.Equal(
            ["Nothing is new in it yet"],
            (await unchanged.SendAsync(await Form(unchanged, "PutForward"), Address, ("Form.ChangeNote", "A new limit."))).Errors
        );

        var changed = Portal.SignedInAs(await PreparedAsync(Changed));
        var answer = await changed.SendAsync(await Form(changed, "PutForward"), Address, ("Form.ChangeNote", " "));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(["Say what is new and why"], answer.Errors);
        Assert.Equal(
            ["Say what is new and why, in at least 10 characters and two words"],
            (await changed.SendAsync(await Form(changed, "PutForward"), Address, ("Form.ChangeNote", "x"))).Errors
        );
    }

    [Theory]
    [InlineData("PutForward", "Form.ChangeNote", "A bell\a rings here.")]
    [InlineData("Withdraw", "Form.WithdrawReason", "Nothing\u0001 at all.")]
    public async Task Post_WhatCannotBeSeen_IsNotKept(string handler, string field, string text)
    {
        var browser = Portal.SignedInAs(await PreparedAsync(Changed));

        var answer = await browser.SendAsync(await Form(browser, handler), Address, (field, text));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.StartsWith("This text holds the control character", Assert.Single(answer.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PostReturnOrWithdraw_WithoutAReason_ShowsTheFormOpen()
    {
        var writer = Portal.SignedInAs(await PreparedAsync(Changed));
        await writer.SendAsync(await Form(writer, "PutForward"), Address, ("Form.ChangeNote", "A new limit."));
        Assert.Empty((await writer.GetAsync(Address)).Document.QuerySelectorAll("details[open]"));

        foreach (var (handler, field) in new[] { ("Return", "Form.ReturnReason"), ("Withdraw", "Form.WithdrawReason") })
        {
            var answer = await writer.SendAsync(await Form(writer, handler), Address, (field, ""));
            Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
            Assert.NotNull(FormIn(answer, handler).Closest("details[open]"));
        }
    }

    [Fact]
    public async Task PostPutForward_AfterSomebodyWithdrewIt_KeepsTheNote()
    {
        var writer = Portal.SignedInAs(await PreparedAsync(Changed));
        var form = await Form(writer, "PutForward");
        var other = await Portal.ASystemAdministratorAsync();
        var withdrawing = Portal.SignedInAs(other);
        await withdrawing.SendAsync(await Form(withdrawing, "Withdraw"), Address, ("Form.WithdrawReason", "Too early."));

        var answer = await writer.SendAsync(form, Address, ("Form.ChangeNote", Hostile.Text));

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.StartsWith(other.Subject, Assert.Single(answer.Errors), StringComparison.Ordinal);
        Assert.Contains("withdrew law book", answer.Errors[0], StringComparison.Ordinal);
        Hostile.AssertShownHarmlessly(answer);
    }

    [Fact]
    public async Task Get_AfterASave_SaysWhatWasSaved()
    {
        var writer = Portal.SignedInAs(await PreparedAsync());
        Assert.Empty((await writer.GetAsync(Address)).Document.QuerySelectorAll(".ds-note--good"));

        await writer.SendAsync("/law/drafts/law-book/entry/GW-CROWN", ("Typed.limits", "Once."));

        Assert.Equal(
            "Saved: GW-CROWN changed: Limits",
            (await writer.GetAsync(Address)).Document.QuerySelector(".ds-note--good")!.TextContent.Trim()
        );
        Assert.Empty(
            (await Portal.SignedInAs(await Portal.ASystemAdministratorAsync()).GetAsync(Address)).Document.QuerySelectorAll(
                ".ds-note--good"
            )
        );
    }

    [Fact]
    public async Task Get_PutForward_HasItsActionsBeforeTheDifferences()
    {
        var writer = Portal.SignedInAs(await PreparedAsync(Changed));
        await writer.SendAsync(await Form(writer, "PutForward"), Address, ("Form.ChangeNote", "A new limit."));

        var own = await writer.GetAsync(Address);
        Assert.Contains("You wrote in it, so somebody else releases it. Written in by: ", own.Main, StringComparison.Ordinal);
        var page = await Portal.SignedInAs(await Portal.ASystemAdministratorAsync()).GetAsync(Address);
        Assert.All(
            page.Document.QuerySelectorAll("a.govuk-button, form[action*=Return]"),
            act =>
                Assert.True(
                    act.CompareDocumentPosition(page.Document.QuerySelector("section[aria-labelledby=new]")!)
                        .HasFlag(AngleSharp.Dom.DocumentPositions.Following)
                )
        );
    }

    [Fact]
    public async Task PostPutForward_SomebodyElseChangedItMeanwhile_ShowsItAsItIsNowAndKeepsTheNote()
    {
        var writer = Portal.SignedInAs(await PreparedAsync(Changed));
        var form = await Form(writer, "PutForward");
        var other = await Portal.ASystemAdministratorAsync();
        await Portal.SignedInAs(other).SendAsync("/law/drafts/law-book/entry/GW-CROWN", ("Typed.limits", "Meanwhile."));

        var conflict = await writer.SendAsync(form, Address, ("Form.ChangeNote", "What I read."));

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.StartsWith(other.Subject, Assert.Single(conflict.Errors), StringComparison.Ordinal);
        Assert.Contains("Meanwhile.", conflict.Main, StringComparison.Ordinal);
        var again = FormIn(conflict, "PutForward");
        Assert.Equal("What I read.", again.QuerySelector("textarea")!.TextContent.Trim());
        Assert.Equal(Address, (await writer.SendAsync(again, Address)).Location?.OriginalString);
    }

    [Fact]
    public async Task Get_AfterChanges_ListsWhatWasDoneByWhomNewestFirst()
    {
        var admin = await PreparedAsync();
        var other = await Portal.ASystemAdministratorAsync();
        var (one, two) = (Portal.SignedInAs(admin), Portal.SignedInAs(other));
        await one.SendAsync("/law/drafts/law-book/entry/GW-CROWN", ("Typed.limits", "Once."));
        await one.SendAsync("/law/drafts/law-book/entry/GW-CROWN", ("Typed.limits", "Twice."));
        await two.SendAsync("/law/drafts/law-book/about", ("Form.Title", "Another"));
        await one.SendAsync(await Form(one, "PutForward"), Address, ("Form.ChangeNote", "A new limit."));
        await two.SendAsync(await Form(two, "Return"), Address, ("Form.ReturnReason", Hostile.Text));

        var page = await two.GetAsync(Address);

        var lines = page.Document.QuerySelectorAll("section[aria-labelledby=done] li");
        Assert.Equal(
            [
                $"Given back: {Hostile.Text}",
                "Put forward for release",
                "Title, date and open points: Title",
                "GW-CROWN changed, 2 times: Limits",
                "Begun",
            ],
            lines.Select(line => line.QuerySelector("p")!.TextContent)
        );
        Assert.Equal(
            [other.Subject, admin.Subject, other.Subject, admin.Subject, admin.Subject],
            lines.Select(line => line.QuerySelectorAll("p")[1].TextContent.Split(" (")[0])
        );
        Assert.All(lines, line => Assert.Matches(@"\), \d+ \w+ \d{4} at \d\d:\d\d$", line.QuerySelectorAll("p")[1].TextContent));
        Hostile.AssertShownHarmlessly(page);
    }

    [Fact]
    public async Task PostReturn_GivesItBackWithTheReason_AndAChangeMakesItADraftAgain()
    {
        var writer = Portal.SignedInAs(await PreparedAsync(Changed));
        await writer.SendAsync(await Form(writer, "PutForward"), Address, ("Form.ChangeNote", Hostile.Text));
        var other = Portal.SignedInAs(await Portal.ASystemAdministratorAsync());
        Hostile.AssertShownHarmlessly(await other.GetAsync(Address));

        await other.SendAsync(await Form(other, "Return"), Address, ("Form.ReturnReason", "The citation is missing."));

        var page = await writer.GetAsync(Address);
        Assert.Contains("The citation is missing.", page.Main, StringComparison.Ordinal);
        Assert.Equal("Being prepared", page.Document.QuerySelector(".govuk-caption-l")!.TextContent);
        Assert.Equal(HttpStatusCode.Conflict, (await other.PostAsync(Address + "/release")).Status);
    }

    [Fact]
    public async Task PostWithdraw_EndsIt()
    {
        var writer = Portal.SignedInAs(await PreparedAsync(Changed));

        Assert.Equal(
            "/law/books",
            (await writer.SendAsync(await Form(writer, "Withdraw"), Address, ("Form.WithdrawReason", "Too early.")))
                .Location
                ?.OriginalString
        );
        Assert.Equal(HttpStatusCode.NotFound, (await writer.GetAsync(Address)).Status);
    }

    [Fact]
    public async Task Get_NoSuchKind_IsNotFound() =>
        Assert.Equal(HttpStatusCode.NotFound, (await Portal.SignedInAs(await PreparedAsync()).GetAsync("/law/drafts/constitution")).Status);

    private static LawBook Changed(LawBook book) => book.With(book.Gateway("GW-LOC1")! with { Limits = "Changed by the test." });

    private async Task<AngleSharp.Html.Dom.IHtmlFormElement> Form(Browser browser, string handler) =>
        FormIn(await browser.GetAsync(Address), handler);

    private static AngleSharp.Html.Dom.IHtmlFormElement FormIn(Answer page, string handler) =>
        (AngleSharp.Html.Dom.IHtmlFormElement)
            page
                .Document.QuerySelectorAll("main form")
                .Single(f => f.GetAttribute("action")!.Contains($"handler={handler}", StringComparison.Ordinal));
}
