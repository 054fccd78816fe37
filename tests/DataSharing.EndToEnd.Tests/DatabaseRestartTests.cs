using DataSharing.EndToEnd.Tests.Infrastructure;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DataSharing.EndToEnd.Tests;

/// <summary>Alone, because everybody else's pages would fail with it.</summary>
[Collection(nameof(Alone))]
public class DatabaseRestartTests(RunningPortal portal)
{
    [Fact]
    public async Task The_portal_goes_on_after_its_database_was_restarted()
    {
        var page = await portal.Chromium.OpenAsync(portal.Address);
        await page.SignInAsAsync("Amira Hussain");
        await page.GotoAsync("/");

        await portal.RestartDatabaseAsync();
        await page.ReloadAsync();
        await page.ReloadAsync(); // a pooled connection that died may cost one page

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("My work");
    }
}
