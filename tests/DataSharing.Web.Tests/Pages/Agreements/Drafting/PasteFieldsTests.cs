using System.Net;
using DataSharing.Domain.Content;
using DataSharing.Domain.Law;
using DataSharing.Web.Tests.Infrastructure;

namespace DataSharing.Web.Tests.Pages.Agreements.Drafting;

public sealed class PasteFieldsTests(Portal portal)
{
    [Theory]
    [InlineData(
        "Name\tType\tCategory\tReason\r\nNHS number\tText\tdirect identifier\tMatch, and match again\r\nNeeds\tFree text\tHealth\tPlan support\r\n"
    )]
    [InlineData("NHS number, text, Direct-identifier, \"Match, and match again\"\nNeeds, freetext, health, Plan support")]
    public async Task Post_ATable_AddsItsFields(string table)
    {
        var (browser, script) = await WithADatasetAsync();

        var added = await browser.SendAsync($"{script.Draft}/datasets/D1/fields/-paste", ("Table", table), ("Then", "add"));

        Assert.Equal(HttpStatusCode.Redirect, added.Status);
        Assert.Equal(
            [
                new DataField
                {
                    Id = "nhsNumber",
                    Name = "NHS number",
                    Type = FieldType.Text,
                    DirectIdentifier = true,
                    Justification = "Match, and match again",
                },
                new DataField
                {
                    Id = "needs",
                    Name = "Needs",
                    Type = FieldType.FreeText,
                    SpecialCategory = SpecialCategory.Health,
                    Justification = "Plan support",
                },
            ],
            (await DatasetAsync(script)).Fields
        );
    }

    [Fact]
    public async Task Post_ATable_ShowsHowEachLineIsReadAndSavesWhatItShowed()
    {
        const string Table = "Name\tText\tdirect identifier\tTo match\r\n\r\nNeeds\tFree text\thealth; pd:Disability\r\n";
        var (browser, script) = await WithADatasetAsync();
        var address = $"{script.Draft}/datasets/D1/fields/-paste";

        var shown = await browser.SendAsync(address, ("Table", Table));

        Assert.Equal(HttpStatusCode.OK, shown.Status);
        Assert.Equal(
            ["1|Name|Text|Direct identifier|To match", "3|Needs|Free text|Health; pd:Disability|–"],
            shown.Document.QuerySelectorAll("main tbody tr").Select(row => string.Join('|', row.Children.Select(c => c.TextContent.Trim())))
        );
        Assert.Empty((await DatasetAsync(script)).Fields);
        var back = await browser.SendAsync(shown, address, ("Then", "change"));
        Assert.Equal(Table.ReplaceLineEndings("\n").Trim(), back.Document.QuerySelector("textarea#Table")!.TextContent.Trim());
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SendAsync(shown, address, ("Then", "add"))).Status);

        Assert.Equal(["Name", "Needs"], (await DatasetAsync(script)).Fields.Select(field => field.Name));
    }

    [Fact]
    public async Task Post_Headings_AreShownAsNoField()
    {
        var (browser, script) = await WithADatasetAsync();

        var shown = await browser.SendAsync($"{script.Draft}/datasets/D1/fields/-paste", ("Table", "Name,Type\nNeeds,text"));

        Assert.Equal(
            ["1 Headings, no field", "2 Needs Text – –"],
            shown.Document.QuerySelectorAll("main tbody tr").Select(row => string.Join(' ', row.Children.Select(c => c.TextContent.Trim())))
        );
    }

    [Fact]
    public async Task Post_FiveHundredFields_AreOneChange()
    {
        var (browser, script) = await WithADatasetAsync();
        var table = string.Join('\n', Enumerable.Range(1, 500).Select(i => $"Field {i},text"));

        await browser.SendAsync($"{script.Draft}/datasets/D1/fields/-paste", ("Table", table), ("Then", "add"));

        Assert.Equal(500, (await DatasetAsync(script)).Fields.Count);
        var history = await browser.GetAsync($"{script.Agreement}/history");
        Assert.Contains("added 500 items at once to Datasets and fields: D1", history.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("added Datasets and fields: D1, field", history.Document.Body.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Needs,text,,to plan, and to match", "Line 1 has 5 cells")]
    [InlineData("Needs,text,health; genetic data", "one special category, and here are two")]
    [InlineData("Needs,text,pd:Disability; pd:Health", "one term, and here are two")]
    [InlineData("Name,Type", "Paste at least one line with a field")]
    public async Task Post_ATableOfWhichSomethingWouldBeLost_IsRefused(string table, string says)
    {
        var (browser, script) = await WithADatasetAsync();

        var refused = await browser.SendAsync($"{script.Draft}/datasets/D1/fields/-paste", ("Table", table), ("Then", "add"));

        Assert.Contains(says, Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Empty((await DatasetAsync(script)).Fields);
    }

    [Fact]
    public async Task Post_WhatIsWrong_NamesItsLinesAndKeepsTheTable()
    {
        const string Table = "Name,Type\nNeeds,novel\n,text\nNeeds,text,astrology";
        var (browser, script) = await WithADatasetAsync();

        var refused = await browser.SendAsync($"{script.Draft}/datasets/D1/fields/-paste", ("Table", Table));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(4, refused.Errors.Count);
        Assert.StartsWith("Line 2: “novel” is no type of field", refused.Errors[0], StringComparison.Ordinal);
        Assert.Contains("Line 3: the name is missing", refused.Errors);
        Assert.Contains("Line 4: there is a field called Needs already", refused.Errors);
        Assert.Equal(Table, refused.Document.QuerySelector("#Table")!.TextContent.Trim());
        Assert.Empty((await DatasetAsync(script)).Fields);
    }

    [Theory]
    [InlineData("", "Paste at least one line")]
    [InlineData("a,\"b", "a quotation mark is not closed")]
    [InlineData("a\u0007b", "U+0007")]
    public async Task Post_NoTable_SaysSo(string table, string says)
    {
        var (browser, script) = await WithADatasetAsync();

        var refused = await browser.SendAsync($"{script.Draft}/datasets/D1/fields/-paste", ("Table", table));

        Assert.Contains(says, refused.Errors[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_Script_StaysText()
    {
        var (browser, script) = await WithADatasetAsync();

        var added = await browser.SendAsync(
            $"{script.Draft}/datasets/D1/fields/-paste",
            ("Table", Hostile.Text.Replace("\"", "", StringComparison.Ordinal)),
            ("Then", "add")
        );

        Assert.Empty((await browser.GetAsync(added.Location!.OriginalString)).Document.QuerySelectorAll("script, img, [onerror]"));
        Assert.True(ContentItems.IsId(Assert.Single((await DatasetAsync(script)).Fields).Id));
    }

    [Fact]
    public async Task Get_ADatasetThatIsNotThere_IsNotFound()
    {
        var (browser, script) = await WithADatasetAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"{script.Draft}/datasets/D9/fields/-paste")).Status);
    }

    private async Task<(Browser Browser, DraftScript Script)> WithADatasetAsync()
    {
        var browser = portal.SignedInAs(await portal.APersonAsync(Role.IgOfficer));
        var script = await DraftScript.StartAsync(browser);
        await browser.SendAsync($"{script.Draft}/datasets/-", ("Form.Name", "Referrals"));
        return (browser, script);
    }

    private static async Task<Dataset> DatasetAsync(DraftScript script) =>
        AgreementImport.Read(await script.DownloadAsync(), LawBook.First).File!.Document.Content.Datasets[0];
}
