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

        var added = await browser.SendAsync($"{script.Draft}/datasets/D1/fields/-paste", ("Table", table));

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
            ("Table", Hostile.Text.Replace("\"", "", StringComparison.Ordinal))
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
