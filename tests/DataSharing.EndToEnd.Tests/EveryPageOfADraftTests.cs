using DataSharing.Domain.Content;
using DataSharing.Domain.Law;
using DataSharing.EndToEnd.Tests.Infrastructure;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DataSharing.EndToEnd.Tests;

/// <summary>Every page on which a draft is written, of every section and every kind of item that content can have, on a desk and on a phone.</summary>
public class EveryPageOfADraftTests(RunningPortal portal)
{
    [Fact]
    public async Task Every_section_is_sound()
    {
        var (page, draft, _) = await ImportAsync();
        await page.IsSoundAsync();
        foreach (var section in Enum.GetValues<Section>())
        {
            await page.GotoAsync(draft);
            await page.GetByRole(AriaRole.Link, new() { Name = CodeLabels.Of(section), Exact = true }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(CodeLabels.Of(section));
            await page.IsSoundAsync();
        }

        await page.GetByLabel("Month", new() { Exact = true }).First.FillAsync("13");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save and return" }).ClickAsync();
        await Expect(page.Locator(".govuk-error-summary")).ToContainTextAsync("is no ");
        await page.IsSoundAsync();

        foreach (var address in new[] { "/agreements/new", "/agreements/new?q=nothing", $"/agreements/new?from={draft.Split('/')[2]}" })
        {
            await page.GotoAsync(address);
            await page.IsSoundAsync();
        }
    }

    [Fact]
    public async Task Every_kind_of_item_is_sound()
    {
        var (page, draft, content) = await ImportAsync();
        var kinds = ContentShape
            .Paths()
            .Where(place => place.Shape is ListShape { Element: RecordShape })
            .Select(place => place.Path)
            .ToList();
        foreach (var kind in kinds)
        {
            var list = ListOf(kind, content);
            await page.GotoAsync($"{draft}{list}/-");
            await page.IsSoundAsync();
            var item = ContentItems.In(content.ToNode(), list).Select(there => there.Path).FirstOrDefault();
            if (item is null)
            {
                await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
                await Expect(page.GetByText("Saved.", new() { Exact = true })).ToBeVisibleAsync();
                await page.Locator($"section[aria-labelledby='f{list.Replace('/', '-')}'] li").GetByText("Change").First.ClickAsync();
            }
            else
            {
                await page.GotoAsync(draft + item);
            }

            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).Not.ToContainTextAsync("Add ");
            await page.IsSoundAsync();
        }
    }

    [Fact]
    public async Task Adding_pasting_and_removing_are_sound()
    {
        var (page, draft, _) = await ImportAsync();
        var agreement = draft[..^"/draft".Length];
        foreach (
            var address in new[]
            {
                $"{agreement}/add-party",
                $"{agreement}/add-party?q=nowhere",
                $"{agreement}/add-party?q=Leeds",
                $"{draft}/datasets/D1/fields/-paste",
                $"{agreement}/remove/parties/KMC",
                $"{agreement}/remove/benefits/B1",
            }
        )
        {
            await page.GotoAsync(address);
            await page.IsSoundAsync();
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Remove", Exact = true }).ClickAsync();
        await Expect(page.GetByText("Removed.")).ToBeVisibleAsync();
        await page.IsSoundAsync();
        await page.GotoAsync(draft);
        await page.GetByText("Removed, and can be put back").ClickAsync();
        await page.IsSoundAsync();

        await page.GotoAsync($"{agreement}/add-party");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add it" }).ClickAsync();
        await Expect(page.Locator(".govuk-error-summary")).ToContainTextAsync("Choose an organisation");
        await page.IsSoundAsync();
        await page.GotoAsync($"{draft}/datasets/D1/fields/-paste");
        await page.GetByLabel("Fields", new() { Exact = true }).FillAsync("Shoe size\tNonsense\nName");
        await page.GetByRole(AriaRole.Button, new() { Name = "See how it is read" }).ClickAsync();
        await Expect(page.Locator(".govuk-error-summary")).ToContainTextAsync("is no type of field");
        await page.IsSoundAsync();
        await page.GetByLabel("Fields", new() { Exact = true }).FillAsync("Shoe size\tNumber");
        await page.GetByRole(AriaRole.Button, new() { Name = "See how it is read" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Add 1 field" })).ToBeVisibleAsync();
        await page.IsSoundAsync();
        await page.GotoAsync($"{draft}/legalLines/L1/gateways/-");
        await page.GetByRole(AriaRole.Searchbox).FillAsync("DEA 2017");
        await page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("say “DEA 2017”");
        await page.IsSoundAsync();
    }

    /// <summary>The list in the sample's first item of each kind that encloses it.</summary>
    private static string ListOf(string kind, AgreementDocument content)
    {
        var list = "";
        foreach (var step in ContentPointer.Steps(kind))
        {
            list = step == "*" ? ContentItems.In(content.ToNode(), list).First().Path : $"{list}/{step}";
        }

        return list;
    }

    private async Task<(IPage Page, string Draft, AgreementDocument Content)> ImportAsync()
    {
        var route = new SampleRoute("7-2");
        var page = await portal.Chromium.OpenAsync(portal.Address);
        await page.SignInAsAsync(route.Drafter);
        var draft = await portal.DraftAsync("7-2") + "/draft";
        await page.GotoAsync(draft);
        return (
            page,
            draft,
            AgreementImport
                .Read(await File.ReadAllBytesAsync(route.File, TestContext.Current.CancellationToken), LawBook.First)
                .File!.Document
        );
    }
}
