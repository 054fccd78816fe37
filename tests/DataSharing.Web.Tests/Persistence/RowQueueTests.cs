using System.Net;
using DataSharing.Persistence;
using DataSharing.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Web.Tests.Persistence;

/// <summary>Somebody holds the row of an agreement, or of an organisation, and does not let go.</summary>
public sealed class RowQueueTests(Portal portal)
{
    [Fact]
    public async Task Stuck_ManyPressAtOnce_FewWaitInTheDatabaseAndOthersStillRead()
    {
        var admin = await portal.AnAdministratorAsync();
        var address = $"/organisations/{admin.Organisation.Value}/edit";
        var browser = portal.SignedInAs(admin);
        var page = await browser.GetAsync(address);
        await using var meeting = await HoldAsync(admin.Organisation);

        var presses = Enumerable
            .Range(0, 30)
            .Select(n => browser.SendAsync(page, address, ("Form.Note", $"note {n}"), Browser.InAnotherWindow))
            .ToList();
        await meeting.UntilWaitingAsync(RowQueue.Places);

        // Thirty hold fewer connections than the pool of sixteen has.
        Assert.Equal(HttpStatusCode.OK, (await portal.SignedInAs(admin).GetAsync(address)).Status);
        Assert.Equal(RowQueue.Places, await meeting.WaitingAsync());
        await meeting.LetGoAsync();
        var answers = await Task.WhenAll(presses);
        Assert.All(answers, answer => Assert.Contains(answer.Status, Taken));
        Assert.Equal(0, RowQueue.Known);
    }

    [Fact]
    public async Task Stuck_WhoeverPresses_Gets503AndWhatTheyTypedBack()
    {
        var admin = await portal.AnAdministratorAsync();
        var address = $"/organisations/{admin.Organisation.Value}/edit";
        var browser = portal.SignedInAs(admin);
        var page = await browser.GetAsync(address);
        Answer answer;
        await using (await HoldAsync(admin.Organisation))
        {
            answer = await browser.SendAsync(page, address, ("Form.Note", "typed before"));
        }

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Status);
        Assert.Equal("30", answer.Headers["Retry-After"]);
        Assert.Contains("What you typed is kept", answer.Main, StringComparison.Ordinal);
        var kept = answer.Document.QuerySelector($"main a[href^='{address}?parked=']")!.GetAttribute("href")!;
        var filled = await browser.GetAsync(kept);
        Assert.Equal("typed before", filled.Document.QuerySelector("[name='Form.Note']")?.GetAttribute("value"));
        Assert.StartsWith(
            "This is what you typed.",
            filled.Document.QuerySelector(".ds-parked")!.TextContent.Trim(),
            StringComparison.Ordinal
        );
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SendAsync(filled, kept)).Status);
    }

    // One that waited too long is told to try again, one whose form was overtaken sees both.
    private static readonly HttpStatusCode[] Taken = [HttpStatusCode.Redirect, HttpStatusCode.Conflict, HttpStatusCode.ServiceUnavailable];

    private Task<Meeting> HoldAsync(OrganisationId organisation) =>
        Meeting.HoldAsync(
            portal.Database,
            (db, _) =>
                db.Database.ExecuteSqlAsync(
                    $"SELECT FROM organisations WHERE id = {organisation.Value} FOR UPDATE",
                    TestContext.Current.CancellationToken
                )
        );
}
