using DataSharing.EndToEnd.Tests.Infrastructure;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DataSharing.EndToEnd.Tests;

/// <summary>A drafter is helped to the right legal ground.</summary>
public sealed class LegalGroundsTests(RunningPortal portal)
{
    [Fact]
    public async Task A_council_that_says_legitimate_interests_is_led_to_public_task_and_its_evidence()
    {
        var page = await portal.Chromium.OpenAsync(portal.Address, phone: true);
        await page.SignInAsAsync("Amira Hussain");
        await page.GotoAsync(await portal.DraftAsync("7-2") + "/draft");

        // the draft says legitimate interests
        await OpenLineAsync(page);
        await page.GetByLabel("Law that lays down the task").FillAsync("");
        await page.GetByRole(AriaRole.Group, new() { Name = "Lawful basis (Article 6)" })
            .GetByLabel("Legitimate interests", new() { Exact = true })
            .CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(Line(page)).ToContainTextAsync("DSA-021");

        // the rule speaks beside the question, and help is at hand
        await Line(page).GetByRole(AriaRole.Link, new() { Name = "Change Kirklees Council" }).ClickAsync();
        var beside = page.Locator(".ds-finding--field")
            .Filter(new() { HasText = "A public authority cannot rely on legitimate interests" });
        await Expect(beside).ToBeVisibleAsync();
        await Expect(beside.GetByRole(AriaRole.Link)).ToHaveAttributeAsync("href", "/law/rules?id=DSA-021");
        await page.GetByRole(AriaRole.Button, new() { Name = "Help me choose the lawful basis" }).ClickAsync();

        // public task comes first, legitimate interests are ruled out, by which rule
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Which legal ground?");
        await Expect(page.Locator("main")).ToContainTextAsync("This is not legal advice");
        var basis = page.GetByRole(AriaRole.Region, new() { Name = "Lawful basis UK GDPR Article 6" });
        await Expect(basis.GetByRole(AriaRole.Listitem).First).ToContainTextAsync("Public task");
        await basis.GetByText("Ruled out (2)").ClickAsync();
        var ruledOut = basis.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "A6-F" });
        await Expect(ruledOut).ToContainTextAsync("A public authority cannot rely on legitimate interests for its tasks");
        await Expect(ruledOut.GetByRole(AriaRole.Link, new() { Name = "DSA-021" })).ToBeVisibleAsync();
        await Expect(ruledOut.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        await page.IsSoundAsync();

        // choosing it says what it needs
        await basis.GetByRole(AriaRole.Button, new() { Name = "Use public task" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("Saved: public task. It needs this evidence now");
        await page.IsSoundAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Law that lays down the task" }).ClickAsync();
        await page.GetByLabel("Law that lays down the task").FillAsync("Care Act 2014 ss8 and 9");

        // what saving would do, before it is done
        await page.GetByRole(AriaRole.Button, new() { Name = "Check before saving" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("Saving this would remove 1 error.");
        await Expect(page.GetByLabel("Law that lays down the task")).ToHaveValueAsync("Care Act 2014 ss8 and 9");
        await page.IsSoundAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();

        await Expect(Line(page)).ToContainTextAsync("Public task");
        await Expect(Line(page)).Not.ToContainTextAsync("DSA-0");
    }

    private static ILocator Line(IPage page) => page.Locator(".ds-rows--items > li").First;

    private static async Task OpenLineAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Legal grounds", Exact = true }).ClickAsync();
        await Line(page).GetByRole(AriaRole.Link, new() { Name = "Change Kirklees Council" }).ClickAsync();
    }
}
