using DataSharing.EndToEnd.Tests.Infrastructure;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DataSharing.EndToEnd.Tests;

/// <summary>Alone, because an invitation lasts for days and another test moves the time by months.</summary>
[Collection(nameof(Alone))]
public class InvitationTests(RunningPortal portal)
{
    [Fact]
    public async Task A_first_administrator_comes_by_invitation()
    {
        var administrator = await portal.Chromium.OpenAsync(portal.Address);
        await administrator.SignInAsAsync("Alex Morton");
        await administrator.GotoAsync("/organisations/new");
        await administrator.IsSoundAsync();
        await administrator.GetByLabel("Name", new() { Exact = true }).FillAsync("Aire Housing Association");
        await administrator.GetByLabel("Sector").SelectOptionAsync("Other");
        await administrator.GetByLabel("Nation").SelectOptionAsync("England");
        await administrator.GetByRole(AriaRole.Button, new() { Name = "Register" }).ClickAsync();
        await administrator.GetByRole(AriaRole.Button, new() { Name = "Invite its first administrator" }).ClickAsync();
        await administrator.GetByLabel("Whom?").FillAsync("Joe Hartley");
        await administrator.GetByLabel("Their e-mail address").FillAsync("joe-hartley@calder-carers.example");
        await administrator.GetByLabel("Organisation admin").CheckAsync();
        await administrator.GetByRole(AriaRole.Button, new() { Name = "Make the link" }).ClickAsync();
        await administrator.IsSoundAsync();
        var link = await administrator.Locator("main code").InnerTextAsync();

        var invited = await portal.Chromium.OpenAsync(portal.Address);
        await invited.GotoAsync(link);
        await invited.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await invited.ChooseAsync("Joe Hartley");
        await Expect(invited.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Aire Housing Association invites you");
        await invited.IsSoundAsync();
        await invited.GetByRole(AriaRole.Button, new() { Name = "Accept" }).ClickAsync();

        // now of two organisations, and choosing between them
        await invited.GetByRole(AriaRole.Link, new() { Name = "Change organisation" }).ClickAsync();
        await invited.IsSoundAsync();
        await invited.GetByLabel("Aire Housing Association").CheckAsync();
        await invited.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await Expect(invited.Locator(".ds-who")).ToContainTextAsync("Organisation admin, Aire Housing Association");
    }
}
