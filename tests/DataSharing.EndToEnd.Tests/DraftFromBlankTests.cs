using System.Text.Json.Nodes;
using DataSharing.Domain.Content;
using DataSharing.Domain.Law;
using DataSharing.EndToEnd.Tests.Infrastructure;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DataSharing.EndToEnd.Tests;

/// <summary>A whole agreement, written in the browser by two organisations from a blank page, without script.</summary>
public class DraftFromBlankTests(RunningPortal portal)
{
    private static readonly string[] OfTheLine = ["id", "party", "purpose", "activity"];

    [Fact]
    public async Task A_sample_is_written_by_both_parties_and_has_its_canonical_bytes()
    {
        var route = new SampleRoute("7-2");
        var expected = AgreementImport
            .Read(await File.ReadAllBytesAsync(route.File, TestContext.Current.CancellationToken), LawBook.First)
            .File!.Document;
        var page = await portal.Chromium.OpenAsync(portal.Address, javaScript: false);

        // the council begins
        await page.SignInAsAsync("Amira Hussain");
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "Agreements", Exact = true }).First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Start an agreement" }).ClickAsync();
        await page.GetByLabel("Title").FillAsync("Support at home");
        await page.GetByRole(AriaRole.Button, new() { Name = "Start the draft" }).ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("sections done");
        var reference = new Uri(page.Url).Segments[2].Trim('/');

        var council = new DraftWriter(page, expected.ToNode());
        await council.OpenAsync(Section.Parties);
        await AddPartyAsync(page, "Kirklees", "Kirklees Council", "KMC");
        await AddPartyAsync(page, "0000000", "Homefield Support", "CHY");
        await page.GetByRole(AriaRole.Link, new() { Name = "Parties", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "All sections", Exact = true }).First.ClickAsync();
        foreach (var section in Enum.GetValues<Section>())
        {
            if (section is Section.DatasetsAndFields)
            {
                await PasteConcernAsync(page, council, expected);
            }

            await council.WriteSectionAsync(section, ForTheCouncil);
        }

        await RemoveAndPutBackAsync(page, council);
        await page.GetByRole(AriaRole.Link, new() { Name = "Invite the partners" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Invite", Exact = true }).ClickAsync();
        await page.SignOutAsync();

        // the charity completes its own parts and asks something
        await page.SignInByHandAsync("Leon Fisher");
        await page.GetByRole(AriaRole.Listitem)
            .Filter(new() { HasText = reference })
            .GetByRole(AriaRole.Link, new() { Name = route.Title })
            .ClickAsync();
        var charity = new DraftWriter(page, expected.ToNode());
        foreach (var section in (Section[])[Section.Parties, Section.LegalGrounds, Section.PublicTrust, Section.RetentionAndOnwardSharing])
        {
            await charity.WriteSectionAsync(section, (path, item) => IsOfTheCharity(path, item) ? item : null);
        }

        await charity.OpenAsync(Section.Security);
        await page.GetByText("Add a comment").ClickAsync();
        await page.GetByLabel("Your comment").FillAsync("Who reviews the access every quarter?");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add the comment" }).ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("Who reviews the access every quarter?");

        // the council answers
        await page.SignInAsAsync("Amira Hussain");
        await page.GotoAsync($"/agreements/{reference}/comments");
        await page.GetByText("Reply to").First.ClickAsync();
        await page.GetByLabel("Your reply").FillAsync("The head of adult operations.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send the reply" }).ClickAsync();
        await Expect(page.Locator(".ds-replies")).ToContainTextAsync("The head of adult operations.");

        await page.SignInAsAsync("Leon Fisher");
        await page.GotoAsync($"/agreements/{reference}/comments");
        await Expect(page.Locator(".ds-replies")).ToContainTextAsync("The head of adult operations.");
        await page.GetByRole(AriaRole.Link, new() { Name = "Agreement", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Agree the content" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Agree the content" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(route.Title);

        // what was written is the sample, to the last byte
        await page.SignInAsAsync("Amira Hussain");
        await page.GotoAsync($"/agreements/{reference}/draft");
        await Expect(page.Locator("main")).ToContainTextAsync("12 of 14 sections done"); // two have warnings to justify
        await Expect(page.Locator("main")).ToContainTextAsync("No errors");
        await page.GetByRole(AriaRole.Link, new() { Name = "Download this version" }).ClickAsync();
        var download = await page.RunAndWaitForDownloadAsync(() =>
            page.GetByRole(AriaRole.Link, new() { Name = "JSON for machines" }).ClickAsync()
        );
        var written = AgreementImport
            .Read(await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken), LawBook.First)
            .File!.Document;
        Assert.Equal(expected.ToNode().ToJsonString(), written.ToNode().ToJsonString());
        Assert.Equal(expected.Bytes.ToArray(), written.Bytes.ToArray());

        // and goes to its approvers
        await page.GetByRole(AriaRole.Link, new() { Name = "Checks", Exact = true }).ClickAsync();
        Assert.Equal(2, route.Justifications.Count);
        foreach (var (rule, text) in route.Justifications)
        {
            await page.GetByRole(AriaRole.Link, new() { Name = $"justify of {rule}" }).First.ClickAsync();
            await page.GetByLabel("Justification").FillAsync(text);
            await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        }

        await page.GetByRole(AriaRole.Link, new() { Name = "Agreement", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Go on drafting" }).ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("14 of 14 sections done");
        await page.GetByRole(AriaRole.Button, new() { Name = "Check and submit" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Go on to submit" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Submit" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Approval route");
        await Expect(page.Locator(".ds-route")).ToContainTextAsync("Caldicott");
    }

    /// <summary>The council names the charity's legal grounds, which the charity then answers; the rest of what is the charity's it leaves.</summary>
    private static JsonObject? ForTheCouncil(string path, JsonObject item) =>
        (IsOfTheCharity(path, item), path.StartsWith("/legalLines/", StringComparison.Ordinal)) switch
        {
            (false, _) => item,
            (_, true) when path.Count(c => c == '/') == 2 => new JsonObject(
                OfTheLine.Select(member => KeyValuePair.Create(member, item[member]?.DeepClone()))
            ),
            _ => null,
        };

    private static bool IsOfTheCharity(string path, JsonObject item) =>
        path.StartsWith("/parties/CHY", StringComparison.Ordinal)
        || path.StartsWith("/legalLines/L2", StringComparison.Ordinal)
        || path.StartsWith("/legalLines/L3", StringComparison.Ordinal)
        || (ContentGuide.For(path).Editors is Editors.OwnParty && item["party"]?.ToString() == "CHY");

    private static async Task AddPartyAsync(IPage page, string sought, string name, string code)
    {
        if (code != "KMC")
        {
            await page.GetByRole(AriaRole.Link, new() { Name = "Parties", Exact = true }).ClickAsync();
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Add a party" }).ClickAsync();
        await page.GetByLabel("Name or identifier").FillAsync(sought);
        await page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await page.GetByLabel(name).CheckAsync();
        await page.GetByLabel("Short code").FillAsync(code);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add it" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(name);
    }

    /// <summary>The second dataset comes first, with the technical names of its fields from a table; the rest is typed as for the others.</summary>
    private static async Task PasteConcernAsync(IPage page, DraftWriter council, AgreementDocument expected)
    {
        await council.OpenAsync(Section.DatasetsAndFields);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a dataset" }).ClickAsync();
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Safeguarding concern");
        await page.GetByLabel("Short code").FillAsync("D2");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save and continue" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Paste a table of fields" }).ClickAsync();
        var fields = expected.Content.Datasets.Single(dataset => dataset.Id == "D2").Fields;
        await page.GetByLabel("Fields", new() { Exact = true })
            .FillAsync(
                "name\ttype\tcategory\treason\n"
                    + string.Join(
                        '\n',
                        fields.Select(field =>
                            $"{field.Id}\t{field.Type}\t{(field.SpecialCategory is null ? "direct identifier" : "health")}; {field.Category}\t{field.Justification}"
                        )
                    )
            );
        await page.GetByRole(AriaRole.Button, new() { Name = "See how it is read" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = $"Add {fields.Count} fields" }).ClickAsync();
        await Expect(page.GetByText("Saved.", new() { Exact = true })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Datasets and fields", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "All sections", Exact = true }).First.ClickAsync();
    }

    private static async Task RemoveAndPutBackAsync(IPage page, DraftWriter council)
    {
        await council.OpenAsync(Section.Benefits);
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove Quicker support" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove", Exact = true }).ClickAsync();
        await Expect(page.GetByText("None yet.").First).ToBeVisibleAsync(); // benefits come before expected results
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo: put it back" }).ClickAsync();
        await Expect(page.Locator("ol")).ToContainTextAsync("Quicker support");
        await page.GetByRole(AriaRole.Link, new() { Name = "All sections", Exact = true }).First.ClickAsync();
    }
}
