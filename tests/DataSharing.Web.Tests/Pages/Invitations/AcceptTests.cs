using System.Net;
using DataSharing.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Web.Tests.Pages.Invitations;

public sealed class AcceptTests(Portal portal)
{
    [Fact]
    public async Task Post_SomebodyNew_BecomesAMemberAtOnceAndTells()
    {
        var admin = await portal.AnAdministratorAsync();
        var (invitation, secret) = await portal.AnInvitationAsync(admin);
        var guest = await portal.APersonAsync(admin.Organisation);
        var browser = portal.SignedInAs(guest, verifiedAddress: "New@council.example");

        var page = await browser.GetAsync(Address(secret));
        var answer = await browser.SendAsync(page, Address(secret));

        Assert.Contains("invites you", page.Heading, StringComparison.Ordinal);
        Assert.Contains("IG officer", page.Main, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Redirect, "/"), (answer.Status, answer.Location?.OriginalString));
        Assert.Equal((HttpStatusCode.OK, "My work"), ((await browser.GetAsync("/")).Status, (await browser.GetAsync("/")).Heading));
        var told = (await portal.TrailAsync(admin.Organisation)).Where(e => e.PersonId == guest.Id).ToDictionary(e => e.Name);
        Assert.Equal(["organisation.invitation-accepted", "organisation.role-granted"], told.Keys.Order());
        Assert.Contains(invitation.Value.ToString(), told["organisation.invitation-accepted"].Text(), StringComparison.Ordinal);
        Assert.All(told.Values, e => Assert.Equal((admin.Organisation, null, null), (e.OrganisationId, e.Role, e.Reason)));
    }

    [Fact]
    public async Task Post_SecondUse_IsRefusedForWhomeverItIs()
    {
        var admin = await portal.AnAdministratorAsync();
        var (_, secret) = await portal.AnInvitationAsync(admin);
        var guest = portal.SignedInAs(await portal.APersonAsync(admin.Organisation));
        var page = await guest.GetAsync(Address(secret));
        var first = await guest.SendAsync(page, Address(secret));

        var second = await guest.SendAsync(page, Address(secret));
        var again = await guest.SendAsync(page, Address(secret), Browser.InAnotherWindow);
        var other = await portal.SignedInAs(await portal.APersonAsync()).PostAsync(Address(secret));

        Assert.Equal((HttpStatusCode.Redirect, first.Location), (second.Status, second.Location));
        Assert.All(
            [again, other],
            answer => Assert.Equal((HttpStatusCode.Conflict, "This invitation does not work"), (answer.Status, answer.Heading))
        );
        Assert.Single(await portal.TrailAsync(admin.Organisation), e => e.Name == "organisation.invitation-accepted");
    }

    [Fact]
    public async Task Post_TwoPeopleAtTheSameMoment_OneBecomesAMember()
    {
        var admin = await portal.AnAdministratorAsync();
        var (invitation, secret) = await portal.AnInvitationAsync(admin);
        var pages = new List<(Browser Browser, Answer Page)>();
        foreach (var guest in new[] { await portal.APersonAsync(admin.Organisation), await portal.APersonAsync(admin.Organisation) })
        {
            var browser = portal.SignedInAs(guest);
            pages.Add((browser, await browser.GetAsync(Address(secret))));
        }

        await using var meeting = await Meeting.HoldAsync(
            portal.Database,
            async (db, now) =>
                (await db.Invitations.SingleAsync(i => i.Id == invitation, TestContext.Current.CancellationToken)).Accept(
                    new Act((await portal.APersonAsync()).Id, null, null),
                    verifiedAddress: null,
                    isHeld: true,
                    now
                )
        );
        var sending = pages.Select(p => p.Browser.SendAsync(p.Page, Address(secret))).ToArray();
        await meeting.UntilWaitingAsync(1); // the second stands behind the first
        await meeting.LetGoAsync();
        var answers = await Task.WhenAll(sending);

        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Conflict], answers.Select(a => a.Status).Order());
        Assert.Single(await portal.TrailAsync(admin.Organisation), e => e.Name == "organisation.invitation-accepted");
    }

    [Fact]
    public async Task Post_WithdrawnAtTheSameMoment_OneOfBothCounts()
    {
        var admin = await portal.AnAdministratorAsync();
        var (invitation, secret) = await portal.AnInvitationAsync(admin);
        var (guest, withdrawing) = (
            portal.SignedInAs(await portal.APersonAsync((await portal.AnAdministratorAsync()).Organisation)),
            portal.SignedInAs(admin)
        );
        var details = await withdrawing.GetAsync($"/organisations/{admin.Organisation.Value}");
        var page = await guest.GetAsync(Address(secret));

        await using var meeting = await Meeting.HoldAsync(
            portal.Database,
            (db, _) =>
                db.Database.ExecuteSqlAsync(
                    $"SELECT FROM organisations WHERE id = {admin.Organisation.Value} FOR NO KEY UPDATE",
                    TestContext.Current.CancellationToken
                )
        );
        var accepting = guest.SendAsync(page, Address(secret));
        await meeting.UntilWaitingAsync(1);
        var cancelling = withdrawing.SendAsync(
            details,
            $"/organisations/{admin.Organisation.Value}/invitations/{invitation.Value}/withdraw"
        );
        await meeting.LetGoAsync();
        var answers = await Task.WhenAll(accepting, cancelling);

        // Whoever comes first counts, and the other is told: neither fails because each holds what the other waits for.
        var trail = await portal.TrailAsync(admin.Organisation);
        var isAccepted = trail.Any(e => e.Name == "organisation.invitation-accepted");
        Assert.Equal(!isAccepted, trail.Any(e => e.Name == "organisation.invitation-cancelled"));
        Assert.Equal(
            [isAccepted ? HttpStatusCode.Redirect : HttpStatusCode.Conflict, HttpStatusCode.Redirect],
            answers.Select(answer => answer.Status)
        );
    }

    [Fact]
    public async Task GetAndPost_ByTheInviter_IsRefused()
    {
        var admin = await portal.AnAdministratorAsync();
        var (_, secret) = await portal.AnInvitationAsync(admin, Role.Siro);
        var browser = portal.SignedInAs(admin);

        var page = await browser.GetAsync(Address(secret));
        var answer = await browser.PostAsync(Address(secret));

        Assert.Contains("You made this link yourself", page.Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.DoesNotContain(await portal.TrailAsync(admin.Organisation), e => e.Name == "organisation.invitation-accepted");
    }

    [Fact]
    public async Task Post_SevenDaysOld_IsRefused()
    {
        var admin = await portal.AnAdministratorAsync();
        var (_, late) = await portal.AnInvitationAsync(admin, ago: TimeSpan.FromDays(7));
        var (_, inTime) = await portal.AnInvitationAsync(admin, ago: TimeSpan.FromDays(6.9));
        var guest = portal.SignedInAs(await portal.APersonAsync(admin.Organisation));

        Assert.Equal(HttpStatusCode.Conflict, (await guest.PostAsync(Address(late))).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await guest.PostAsync(Address(inTime))).Status);
    }

    [Fact]
    public async Task Post_RoleHeldAlready_UsesTheLinkUpAndBeginsNothing()
    {
        var admin = await portal.AnAdministratorAsync();
        var (_, secret) = await portal.AnInvitationAsync(admin, Role.IgLead);
        var member = portal.SignedInAs(await portal.APersonAsync(admin.Organisation, Role.IgLead));

        var answer = await member.PostAsync(Address(secret));

        Assert.Equal((HttpStatusCode.Redirect, "/"), (answer.Status, answer.Location?.OriginalString));
        Assert.Single(await portal.TrailAsync(admin.Organisation), e => e.Name == "organisation.invitation-accepted");
        Assert.Equal("This invitation does not work", (await member.GetAsync(Address(secret))).Heading);
    }

    [Fact]
    public async Task Post_WithAnotherAddress_WaitsForTheInviterWhoIsToldAndApproves()
    {
        var admin = await portal.AnAdministratorAsync();
        var (_, secret) = await portal.AnInvitationAsync(admin);
        var guest = await portal.APersonAsync();
        var (browser, inviter) = (portal.SignedInAs(guest, verifiedAddress: "other@council.example"), portal.SignedInAs(admin));

        var page = await browser.GetAsync(Address(secret));
        await browser.GetAsync(Address(secret)); // opening it uses nothing up
        var answer = await browser.SendAsync(page, Address(secret));
        var told = await browser.GetAsync(answer.Location!.OriginalString);
        var work = await inviter.GetAsync("/");
        var confirm = work.Document.QuerySelectorAll("main a").Single(a => a.TextContent.StartsWith("Confirm ", StringComparison.Ordinal));
        var asked = await inviter.GetAsync(confirm.GetAttribute("href")!);
        await inviter.SendAsync(asked, confirm.GetAttribute("href")!, ("Verdict", "Confirm"));

        Assert.Contains("approves it before it counts", page.Main, StringComparison.Ordinal);
        Assert.Equal("You have accepted", told.Heading);
        Assert.Contains("accepted your invitation of new@council.example", work.Main, StringComparison.Ordinal);
        Assert.Contains("The invitation was for new@council.example", asked.Main, StringComparison.Ordinal);
        Assert.Equal(
            ["organisation.invitation-accepted", "organisation.person-invited", "organisation.role-granted", "organisation.role-waits"],
            (await portal.TrailAsync(admin.Organisation))
                .Select(e => e.Name)
                .Where(n => n is not "organisation.registered")
                .Distinct()
                .Order()
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("?key=")]
    [InlineData("?key=0000000000000000000000000000000000000000")]
    [InlineData("?key=%00")]
    [InlineData("?key=<script>alert(1)</script>")]
    public async Task GetAndPost_UnknownKey_SaysThatItDoesNotWork(string query)
    {
        var guest = portal.SignedInAs(await portal.APersonAsync());

        var page = await guest.GetAsync("/invitations/accept" + query);
        var answer = await guest.PostAsync("/invitations/accept" + query);

        Assert.Equal((HttpStatusCode.OK, "This invitation does not work"), (page.Status, page.Heading));
        Assert.Equal((HttpStatusCode.Conflict, "This invitation does not work"), (answer.Status, answer.Heading));
        Assert.Empty(page.Document.QuerySelectorAll("main form, script"));
    }

    [Fact]
    public async Task Get_NotSignedIn_LeadsThroughSignInBackToTheLink()
    {
        var (_, secret) = await portal.AnInvitationAsync(await portal.AnAdministratorAsync());

        var answer = await portal.SignedOut().GetAsync(Address(secret));

        Assert.Equal($"/sign-in?returnUrl={Uri.EscapeDataString(Address(secret))}", answer.Location?.OriginalString);
    }

    private static string Address(string secret) => $"/invitations/accept?key={secret}";
}
