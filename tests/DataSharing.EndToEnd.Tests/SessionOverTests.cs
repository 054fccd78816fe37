using DataSharing.EndToEnd.Tests.Infrastructure;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DataSharing.EndToEnd.Tests;

/// <summary>The session is over in the middle of a long form. Nobody else here signs in as these people: all their sessions end.</summary>
public class SessionOverTests(RunningPortal portal)
{
    private const string Person = "Naomi Fletcher";

    [Fact]
    public async Task A_changed_form_comes_back_as_it_was_typed_and_is_saved()
    {
        var page = await portal.Chromium.OpenAsync(portal.Address, javaScript: false);
        await page.SignInByHandAsync(Person);
        var draft = await page.StartDraftAsync("A long form");
        await AddAssessmentAsync(page, draft);

        // taken back: everything that is ticked, chosen or dated
        await page.GotoAsync($"{draft}/dpia/DPIA1");
        await page.GetByLabel("Reference").FillAsync("DPIA-2");
        await page.Locator("[name='Form.Triggers']:checked").First.UncheckAsync();
        await page.Locator("[name='Form.Triggers']:checked").First.UncheckAsync();
        await page.Locator("[name='Form.ResidualRisk'][value='']").CheckAsync();
        foreach (var box in (string[])["Day", "Month", "Year"])
        {
            await page.GetByLabel(box, new() { Exact = true }).FillAsync("");
        }

        await SaveWithoutSessionAsync(page);
        await SignInAgainAsync(page, Person);

        await Expect(page.Locator(".ds-parked")).ToContainTextAsync("Nothing you typed is lost");
        await Expect(page.GetByLabel("Reference")).ToHaveValueAsync("DPIA-2");
        await AreTakenBackAsync(page);
        await SaveAsync(page);

        await page.GotoAsync($"{draft}/dpia/DPIA1");
        await Expect(page.GetByLabel("Reference")).ToHaveValueAsync("DPIA-2");
        await AreTakenBackAsync(page);
    }

    [Fact]
    public async Task A_new_item_comes_back_to_its_writer_alone()
    {
        var page = await portal.Chromium.OpenAsync(portal.Address, javaScript: false);
        await page.SignInByHandAsync("Ryan Sugden");
        var draft = await page.StartDraftAsync("An item that is not there yet");
        await page.GotoAsync($"{draft}/dpia/-");
        await FillAssessmentAsync(page);
        await SaveWithoutSessionAsync(page, "Ryan Sugden");

        var colleague = await portal.Chromium.OpenAsync(portal.Address, javaScript: false);
        await colleague.GotoAsync(page.Url);
        await colleague.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await colleague.ChooseAsync("Anita Bose");
        await Expect(colleague.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("You may not do that");
        Assert.DoesNotContain("DPIA-1", await colleague.ContentAsync(), StringComparison.Ordinal);

        await SignInAgainAsync(page, "Ryan Sugden");
        await Expect(page.GetByLabel("Reference")).ToHaveValueAsync("DPIA-1");
        await Expect(page.Locator("[name='Form.Triggers']:checked")).ToHaveCountAsync(2);
        await Expect(page.Locator("[name='Form.ResidualRisk'][value='High']")).ToBeCheckedAsync();
        await Expect(page.GetByLabel("Month", new() { Exact = true })).ToHaveValueAsync("8");
        await SaveAsync(page);
        await Expect(page.Locator("ol > li")).ToHaveCountAsync(1);
        await Expect(page.Locator("ol")).ToContainTextAsync("DPIA-1");
    }

    private static async Task AddAssessmentAsync(IPage page, string draft)
    {
        await page.GotoAsync($"{draft}/dpia/-");
        await FillAssessmentAsync(page);
        await SaveAsync(page);
    }

    private static async Task FillAssessmentAsync(IPage page)
    {
        await page.GetByLabel("Reference").FillAsync("DPIA-1");
        await page.Locator("[name='Form.Triggers']").First.CheckAsync();
        await page.Locator("[name='Form.Triggers']").Last.CheckAsync();
        await page.Locator("[name='Form.ResidualRisk'][value='High']").CheckAsync();
        foreach (var (box, number) in ((string, string)[])[("Day", "3"), ("Month", "8"), ("Year", "2026")])
        {
            await page.GetByLabel(box, new() { Exact = true }).FillAsync(number);
        }
    }

    private static async Task AreTakenBackAsync(IPage page)
    {
        await Expect(page.Locator("[name='Form.Triggers']:checked")).ToHaveCountAsync(0);
        await Expect(page.Locator("[name='Form.ResidualRisk'][value='']")).ToBeCheckedAsync();
        await Expect(page.GetByLabel("Year", new() { Exact = true })).ToHaveValueAsync("");
    }

    private async Task SaveWithoutSessionAsync(IPage page, string person = Person)
    {
        await portal.EndSessionsAsync(person);
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Sign in to DataSharing");
    }

    /// <summary>The provider still knows who it is, and does not ask.</summary>
    private static async Task SignInAgainAsync(IPage page, string name)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Expect(page.Locator(".ds-who")).ToContainTextAsync(name);
    }

    private static async Task SaveAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(page.GetByText("Saved.", new() { Exact = true })).ToBeVisibleAsync();
    }
}
