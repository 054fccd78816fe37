using DataSharing.EndToEnd.Tests.Infrastructure;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DataSharing.EndToEnd.Tests;

/// <summary>The main job: a sample from its file to active, everybody of its route signing in, and the auditor reading how it came about.</summary>
public class FromFileToActiveTests(RunningPortal portal)
{
    [Theory]
    [InlineData("7-2", false)]
    [InlineData("7-6", true)]
    public async Task A_sample_goes_from_its_file_to_active(string sample, bool javaScript)
    {
        var route = new SampleRoute(sample);
        var stages = route.Stages;
        var page = await portal.Chromium.OpenAsync(portal.Address, javaScript);

        var reference = await DraftAndSubmitAsync(page, route, javaScript);
        foreach (var (person, stage, mode) in stages)
        {
            await page.SignInAsAsync(person);
            await page.GotoAsync("/");
            await page.IsSoundAsync(javaScript);
            await page.GetByRole(AriaRole.Listitem)
                .Filter(new() { HasText = reference })
                .GetByRole(AriaRole.Link, new() { Name = route.Title })
                .ClickAsync();
            await page.IsSoundAsync(javaScript);
            await DecideAsync(page, stage, mode);
            await Expect(Heading(page)).ToHaveTextAsync("Approval route");
            await page.IsSoundAsync(javaScript);
        }

        await page.SignInAsAsync("Frances Lindqvist");
        await page.GotoAsync($"/agreements?q={reference}");
        await page.GetByRole(AriaRole.Link, new() { Name = route.Title }).ClickAsync();
        await portal.MoveToAsync(route.Start);
        await page.ReloadAsync();
        await Expect(page.Locator(".ds-meta")).ToContainTextAsync("Active");
        await page.IsSoundAsync(javaScript);

        await page.GetByRole(AriaRole.Link, new() { Name = "History" }).ClickAsync();
        await page.IsSoundAsync(javaScript);
        var history = await page.Locator("main").InnerTextAsync();
        Assert.All(stages, stage => Assert.Contains(stage.Person, history, StringComparison.Ordinal));
        Assert.Contains("made it active", history, StringComparison.Ordinal);
    }

    /// <returns>The agreement's reference.</returns>
    private static async Task<string> DraftAndSubmitAsync(IPage page, SampleRoute route, bool javaScript)
    {
        await page.SignInAsAsync(route.Drafter);
        await page.GotoAsync("/agreements/import");
        await page.IsSoundAsync(javaScript);
        await page.GetByLabel("Agreement file").SetInputFilesAsync(route.File);
        await page.GetByRole(AriaRole.Button, new() { Name = "Bring it in" }).ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("sections done");
        await page.IsSoundAsync(javaScript);
        await page.GetByRole(AriaRole.Link, new() { Name = "Checks", Exact = true }).ClickAsync();
        await Expect(Heading(page)).ToHaveTextAsync("Checks");
        await page.IsSoundAsync(javaScript);
        var reference = new Uri(page.Url).Segments[2].Trim('/');

        foreach (var (rule, text) in route.Justifications)
        {
            await page.GetByRole(AriaRole.Link, new() { Name = $"justify of {rule}" }).First.ClickAsync();
            await page.IsSoundAsync(javaScript);
            await page.GetByLabel("Justification").FillAsync(text);
            await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
            await Expect(Heading(page)).ToHaveTextAsync("Checks");
        }

        await page.GetByRole(AriaRole.Link, new() { Name = "Agreement", Exact = true }).ClickAsync();
        await Expect(Heading(page)).ToHaveTextAsync(route.Title);
        await page.IsSoundAsync(javaScript);
        await page.GetByRole(AriaRole.Link, new() { Name = "Invite the partners" }).ClickAsync();
        await page.IsSoundAsync(javaScript);
        await page.GetByRole(AriaRole.Button, new() { Name = "Invite" }).ClickAsync();
        await Expect(Heading(page)).ToHaveTextAsync(route.Title);
        foreach (var partner in route.Partners)
        {
            await AgreeAsync(page, partner, reference, route.Title, javaScript);
        }

        await page.SignInAsAsync(route.Drafter);
        await page.GotoAsync($"/agreements/{reference}/draft");
        await Expect(page.Locator("main")).ToContainTextAsync($"{route.Partners.Count} of {route.Partners.Count + 1} part");
        await page.GetByRole(AriaRole.Button, new() { Name = "Check and submit" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Go on to submit" }).ClickAsync();
        await page.IsSoundAsync(javaScript);
        await page.GetByRole(AriaRole.Button, new() { Name = "Submit" }).ClickAsync();
        await Expect(Heading(page)).ToHaveTextAsync("Approval route");
        return reference;
    }

    /// <summary>A partner finds the draft in their work, reads it, and agrees the content.</summary>
    private static async Task AgreeAsync(IPage page, string partner, string reference, string title, bool javaScript)
    {
        await page.SignInAsAsync(partner);
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Listitem)
            .Filter(new() { HasText = reference })
            .GetByRole(AriaRole.Link, new() { Name = title })
            .ClickAsync();
        await page.IsSoundAsync(javaScript);
        await page.GetByRole(AriaRole.Link, new() { Name = "Agree the content" }).ClickAsync();
        await page.IsSoundAsync(javaScript);
        await page.GetByRole(AriaRole.Button, new() { Name = "Agree the content" }).ClickAsync();
        await Expect(Heading(page)).ToHaveTextAsync(title);
    }

    private static async Task DecideAsync(IPage page, string stage, string mode)
    {
        switch (mode)
        {
            case "Advice":
                await page.GetByLabel("Agree", new() { Exact = true }).CheckAsync();
                await page.GetByLabel("Your advice and its reasons").FillAsync("The assessment is sound.");
                break;

            case "Gate":
                await page.GetByLabel("Let it pass", new() { Exact = true }).CheckAsync();
                if (stage != "IgReview")
                {
                    await page.GetByLabel("Reference of what was decided").FillAsync("REF-1");
                }

                break;

            case "Sign":
                await page.GetByRole(AriaRole.Button, new() { Name = "Sign", Exact = true }).ClickAsync();
                return;

            default:
                await page.GetByLabel("Approve", new() { Exact = true }).CheckAsync();
                break;
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Decide" }).ClickAsync();
    }

    private static ILocator Heading(IPage page) => page.GetByRole(AriaRole.Heading, new() { Level = 1 });
}
