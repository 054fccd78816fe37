using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DataSharing.Domain.Content;
using DataSharing.Domain.Law;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DataSharing.EndToEnd.Tests.Infrastructure;

/// <summary>Writes parts of a draft as a person does: follows the links, fills what is seen, presses the buttons. It knows no address.</summary>
/// <param name="content">What the agreement is to say.</param>
internal sealed partial class DraftWriter(IPage page, JsonObject content)
{
    /// <summary>From the list of sections into one and back: its single answers, if they are asked for, and its lists.</summary>
    /// <param name="of">What this person says of an item: the item, less of it, or nothing.</param>
    public async Task WriteSectionAsync(Section section, Func<string, JsonObject, JsonObject?> of)
    {
        await OpenAsync(section);
        var part = ContentPart.Of(section);
        await FillAsync("", content, path => part.Questions.Contains(path));
        await WriteListsAsync("", of, part.Lists);
        await page.GetByRole(AriaRole.Button, new() { Name = "Save and return", Exact = true })
            .Or(page.Locator("form").GetByRole(AriaRole.Link, new() { Name = "All sections", Exact = true }))
            .First.ClickAsync();
        await Expect(page.GetByText("sections done")).ToBeVisibleAsync();
    }

    public async Task OpenAsync(Section section)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = CodeLabels.Of(section), Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(CodeLabels.Of(section));
    }

    /// <summary>Adds what is missing in the lists of the page, changes what is there, and puts it in order.</summary>
    private async Task WriteListsAsync(string owner, Func<string, JsonObject, JsonObject?> of, IEnumerable<string> lists)
    {
        foreach (var list in lists)
        {
            var items = ContentItems
                .In(content, list)
                .Select(item => (item.Path, Said: of(item.Path, item.Item)))
                .Where(item => item.Said is not null)
                .ToList();

            // A purpose is remembered too late: the order is put right afterwards.
            foreach (var (path, said) in list == "/purposes" ? Enumerable.Reverse(items) : items)
            {
                await WriteItemAsync(path, said!, of);
            }

            if (owner.Length > 0 || items.Count == ContentItems.In(content, list).Count())
            {
                await TidyAsync(list, [.. items.Select(item => item.Path)]);
            }
        }
    }

    private async Task WriteItemAsync(string path, JsonObject said, Func<string, JsonObject, JsonObject?> of)
    {
        var isNew = await RowOf(path).CountAsync() == 0;
        if (isNew)
        {
            await ListOf(ContentItems.ListOf(path)).GetByRole(AriaRole.Button, new() { NameRegex = AddOne() }).ClickAsync();
        }
        else
        {
            await RowOf(path).GetByText("Change").First.ClickAsync();
        }

        await FillAsync(ContentShape.PatternOf(path)!, said, _ => true);
        if (isNew && await page.Locator("main label:text-is('Short code')").IsVisibleAsync())
        {
            await page.GetByLabel("Short code").FillAsync(ContentItems.IdIn(path));
        }

        var inner = ContentPart
            .OfItem(path)!
            .Lists.Where(list => ContentItems.In(said, list[path.Length..]).Any() || (!isNew && said.Count > 1))
            .ToList();
        if (isNew)
        {
            await Button("Save and continue").Or(Button("Save")).First.ClickAsync();
            await Expect(page.GetByText("Saved.", new() { Exact = true })).ToBeVisibleAsync();
        }

        if (!isNew || ContentPart.OfItem(path)!.Lists.Count > 0)
        {
            await WriteListsAsync(path, of, inner);
            await Button("Save").ClickAsync();
            await Expect(page.GetByText("Saved.", new() { Exact = true })).ToBeVisibleAsync();
        }

        await Expect(RowOf(path)).ToBeVisibleAsync();
    }

    /// <summary>Removes what is too much and moves up what stands too low.</summary>
    private async Task TidyAsync(string list, List<string> wanted)
    {
        var anchors = wanted.Select(AnchorOf).ToList();
        while ((await ShownAsync(list)).FirstOrDefault(shown => !anchors.Contains(shown)) is { } extra)
        {
            await page.Locator($"[id='{extra}']").GetByText("Remove").First.ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Remove", Exact = true }).ClickAsync();
            await Expect(page.GetByText("Removed.")).ToBeVisibleAsync();
        }

        while (await ShownAsync(list) is var shown && !shown.SequenceEqual(anchors))
        {
            var late = anchors.First(anchor => shown.IndexOf(anchor) > anchors.IndexOf(anchor));
            await page.Locator($"[id='{late}']").GetByRole(AriaRole.Button, new() { Name = "Move up" }).ClickAsync();
            await Expect(page.GetByText("Saved.", new() { Exact = true })).ToBeVisibleAsync();
        }
    }

    private async Task<List<string>> ShownAsync(string list) =>
        [.. await ListOf(list).Locator("ol > li").EvaluateAllAsync<string[]>("rows => rows.map(row => row.id)")];

    /// <summary>Answers the questions of the form on the page, in their order; what it says already is left.</summary>
    /// <param name="which">The questions that are this form's, by pattern.</param>
    private async Task FillAsync(string pattern, JsonObject record, Func<string, bool> which)
    {
        await page.OpenDetailsAsync();
        var typed = new List<TypedBox>();
        var boxes = await page.Locator("main form [name^='Form.']")
            .EvaluateAllAsync<Box[]>(
                "boxes => boxes.map(box => ({ name: box.name, type: box.type, value: box.value, isChecked: box.checked === true }))"
            );
        foreach (var question in boxes.GroupBy(box => box.Name))
        {
            var (step, date) = DateBox().Match(question.Key) is { Success: true } match
                ? (match.Groups[1].Value, match.Groups[2].Value)
                : (question.Key, null);
            var path = string.Concat(step["Form.".Length..].Split('.').Select(name => $"/{char.ToLowerInvariant(name[0])}{name[1..]}"));
            if (!which(pattern + path))
            {
                continue;
            }

            var said = Typed(ContentShape.At(pattern + path)!, ContentPointer.Resolve(record, path));
            var wanted = date is null
                ? said
                : said.Select(day => DateOnly.Parse(day, CultureInfo.InvariantCulture))
                    .Select(day =>
                        (
                            date switch
                            {
                                "Day" => day.Day,
                                "Month" => day.Month,
                                _ => day.Year,
                            }
                        ).ToString(CultureInfo.InvariantCulture)
                    )
                    .ToArray();
            foreach (var box in Answer(question.Key, [.. question], wanted))
            {
                if (box.IsChecked is true && await Control(box.Name, box.Value).CountAsync() == 0)
                {
                    await page.TypeAsync(typed);
                    typed.Clear();
                    await FindAsync(box.Name, box.Value);
                }

                typed.Add(box);
            }
        }

        await page.TypeAsync(typed);
    }

    /// <summary>What must be typed or ticked for the question to say this.</summary>
    private static IEnumerable<TypedBox> Answer(string name, Box[] boxes, string[] said)
    {
        switch (boxes[0].Type)
        {
            case "radio" or "checkbox":
                var wanted = said.Length == 0 && boxes.Any(box => box is { Type: "radio", Value: "" }) ? [""] : said;
                return
                [
                    .. boxes
                        .Where(box => box is { Type: "checkbox", IsChecked: true } && !wanted.Contains(box.Value))
                        .Select(box => new TypedBox(name, box.Value, IsChecked: false)),
                    .. wanted
                        .Where(value => !boxes.Any(box => box.Value == value && box.IsChecked))
                        .Select(value => new TypedBox(name, value, IsChecked: true)),
                ];

            case "select-one" when boxes[0].Value != (said.FirstOrDefault() ?? ""):
                return [new TypedBox(name, said.FirstOrDefault() ?? "", IsChecked: null)];

            case "text"
            or "textarea" when boxes[0].Value != string.Join('\n', said):
                return [new TypedBox(name, string.Join('\n', said), IsChecked: null)];

            default:
                return [];
        }
    }

    /// <summary>Long lists show a few; the others come by searching for their name.</summary>
    private async Task FindAsync(string name, string value)
    {
        var words = LawBook.First.Find(value)?.Name ?? WordsOf(value);
        await page.Locator($"[name='Find.{name}']").FillAsync(words[..Math.Min(words.Length, 100)]);
        await page.Locator($".ds-searchbar:has([name='Find.{name}'])").GetByRole(AriaRole.Button).ClickAsync();
        await Expect(Control(name, value)).ToBeVisibleAsync();
    }

    private ILocator Control(string name, string value) => page.Locator($"[name='{name}'][value='{value}']");

    private ILocator ListOf(string list) => page.Locator($"section[aria-labelledby='{AnchorOf(list)}']");

    private ILocator RowOf(string item) => page.Locator($"[id='{AnchorOf(item)}']");

    /// <summary>Ids are without hyphens in the samples.</summary>
    private static string AnchorOf(string path) => "f-" + string.Join('-', ContentPointer.Steps(path));

    /// <summary>As people write it: lengths of time and countries in words, lists line by line.</summary>
    private static string[] Typed(ContentShape shape, JsonNode? answer) =>
        (shape, answer) switch
        {
            (_, null) => [],
            (ListShape list, JsonArray several) => [.. several.SelectMany(one => Typed(list.Element, one))],
            (FlagShape, _) => [answer.GetValue<bool>() ? "true" : "false"],
            (TextShape { Duration: not null }, _) when Period().Match(answer.ToString()) is { Success: true } period =>
            [
                $"{period.Groups[1].Value} {(period.Groups[2].Value == "Y" ? "years" : "months")}",
            ],
            (TextShape { IsCountry: true }, _) => [new RegionInfo(answer.ToString()).EnglishName],
            _ => [answer.ToString()],
        };

    /// <summary>"Physical Address" for pd:PhysicalAddress.</summary>
    private static string WordsOf(string code) => WordBreak().Replace(code[(code.IndexOf(':', StringComparison.Ordinal) + 1)..], " ");

    private ILocator Button(string name) => page.Locator($"main button.govuk-button:text-is('{name}')");

    [GeneratedRegex("^Add an? ")]
    private static partial Regex AddOne();

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])")]
    private static partial Regex WordBreak();

    [GeneratedRegex(@"^P(\d+)([YM])$")]
    private static partial Regex Period();

    [GeneratedRegex(@"^(.+)\.(Day|Month|Year)$")]
    private static partial Regex DateBox();

    private sealed class Box
    {
        public string Name { get; set; } = "";

        public string Type { get; set; } = "";

        public string Value { get; set; } = "";

        public bool IsChecked { get; set; }
    }
}
