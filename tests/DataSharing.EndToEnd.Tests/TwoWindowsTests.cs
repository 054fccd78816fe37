using DataSharing.EndToEnd.Tests.Infrastructure;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DataSharing.EndToEnd.Tests;

/// <summary>One draft in two windows, on a desk and on a phone: what is saved in one is never lost to the other.</summary>
public class TwoWindowsTests(RunningPortal portal)
{
    [Fact]
    public async Task Answers_to_the_same_questions_are_chosen_one_by_one()
    {
        var (first, second, draft) = await OpenAsync("The same questions");
        await first.GotoAsync($"{draft}/security");
        await second.GotoAsync($"{draft}/security");

        await first.GetByLabel("Access control").FillAsync("By role, reviewed every quarter");
        await first.GetByLabel("Who tells the regulator").FillAsync("The council");
        await SaveAsync(first);
        await second.GetByLabel("Access control").FillAsync("By team, with a long list of names that nobody keeps up to date any more");
        await second.GetByLabel("Who tells the regulator").FillAsync("Whoever finds out");
        await second.Locator("[name='Form.Security.LoggingRetention']").FillAsync("2 years");
        await second.GetByRole(AriaRole.Button, new() { Name = "Save and return" }).ClickAsync();

        await Expect(second.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("This changed while you were editing it");
        await second.IsSoundAsync();
        await Expect(second.Locator("tbody tr")).ToHaveCountAsync(3);
        await second.GetByLabel("By role, reviewed every quarter").CheckAsync();
        await second.GetByLabel("Whoever finds out").CheckAsync();
        await Expect(second.GetByLabel("yours: 2 years")).ToBeCheckedAsync(); // nobody else answered that
        await second.GetByRole(AriaRole.Button, new() { Name = "Save my choices" }).ClickAsync();
        await Expect(second.GetByText("Saved.", new() { Exact = true })).ToBeVisibleAsync();

        await first.ReloadAsync();
        await first.GotoAsync($"{draft}/security");
        await Expect(first.GetByLabel("Access control")).ToHaveValueAsync("By role, reviewed every quarter");
        await Expect(first.GetByLabel("Who tells the regulator")).ToHaveValueAsync("Whoever finds out");
        await Expect(first.Locator("[name='Form.Security.LoggingRetention']")).ToHaveValueAsync("2 years");
    }

    [Fact]
    public async Task Answers_to_different_parts_are_both_saved()
    {
        var (first, second, draft) = await OpenAsync("Different parts");
        await first.GotoAsync($"{draft}/security");
        await second.GotoAsync($"{draft}/benefits/-");

        await first.GetByLabel("Who tells the regulator").FillAsync("The council");
        await SaveAsync(first);
        await second.Locator("[name='Form.Statement']").FillAsync("Quicker support");
        await second.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();

        await Expect(second.GetByText("Saved.", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(second.Locator("ol")).ToContainTextAsync("Quicker support");
        await second.GotoAsync($"{draft}/security");
        await Expect(second.GetByLabel("Who tells the regulator")).ToHaveValueAsync("The council");
    }

    private async Task<(IPage First, IPage Second, string Draft)> OpenAsync(string title)
    {
        var first = await portal.Chromium.OpenAsync(portal.Address);
        var second = await portal.Chromium.OpenAsync(portal.Address, phone: true);
        await first.SignInAsAsync("Beth Sandford");
        await second.SignInAsAsync("Beth Sandford");
        return (first, second, await first.StartDraftAsync(title));
    }

    private static async Task SaveAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Save and return" }).ClickAsync();
        await Expect(page.GetByText("Saved.", new() { Exact = true })).ToBeVisibleAsync();
    }
}
