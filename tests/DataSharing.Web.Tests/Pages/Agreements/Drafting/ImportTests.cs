using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using DataSharing.Domain.Agreements;
using DataSharing.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Web.Tests.Pages.Agreements.Drafting;

public sealed class ImportTests(Portal portal)
{
    private const string Address = "/agreements/import";

    [Fact]
    public async Task Post_Sample_BecomesADraftWithAReferenceOfItsOwn()
    {
        var officer = await portal.APersonAsync(Role.IgOfficer);
        var browser = portal.SignedInAs(officer);

        var answer = await browser.SendFileAsync(Address, await SampleFile.ReadAsync(file => file["reference"] = "OTHER-PORTAL-77"));

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        var checks = answer.Location!.OriginalString;
        Assert.Matches(@"^/agreements/DSA-2026-\d{5}/draft$", checks);
        Assert.Contains("sections done", (await browser.GetAsync(checks)).Main, StringComparison.Ordinal);
        Assert.Contains(
            "Known elsewhere as OTHER-PORTAL-77",
            (await browser.GetAsync(checks.Replace("/draft", "", StringComparison.Ordinal))).Main,
            StringComparison.Ordinal
        );

        var agreement = Assert.Single(await DraftsOfAsync(officer));
        Assert.Equal(VersionStatus.Draft, agreement.Newest.Status);
        var told = Assert.Single(await portal.TrailAsync(agreement.Id.Value));
        Assert.Equal(
            ("agreement.drafted", officer.Id, officer.Organisation, Role.IgOfficer, 1, agreement.Newest.ContentHash.Hex),
            (
                told.Name,
                told.PersonId!.Value,
                told.OrganisationId!.Value,
                told.Role!.Value,
                told.AgreementVersion!.Value,
                Convert.ToHexStringLower(told.ContentHash!)
            )
        );
    }

    [Fact]
    public async Task Post_TheSameFormTwice_BringsInOneDraft()
    {
        var officer = await portal.APersonAsync(Role.IgOfficer);
        var browser = portal.SignedInAs(officer);
        var page = await browser.GetAsync(Address);

        var first = await browser.SendFileAsync(page, Address, await SampleFile.ReadAsync());
        var second = await browser.SendFileAsync(page, Address, await SampleFile.ReadAsync());

        Assert.Equal(first.Location, second.Location);
        Assert.Single(await DraftsOfAsync(officer));
    }

    [Fact]
    public async Task Post_EverythingWrong_IsSaidAtOnceWithItsPlaceAndNothingComesIn()
    {
        var officer = await portal.APersonAsync(Role.IgOfficer);

        var answer = await portal
            .SignedInAs(officer)
            .SendFileAsync(
                Address,
                await SampleFile.ReadAsync(file =>
                {
                    var content = file["content"]!;
                    content["surprise"] = Hostile.Text;
                    content["title"] = 5;
                    content["legalLines"]![0]!["art6"] = "A6-ZZ";
                    content["flows"]![0]!["to"] = "NOBODY";
                    content["datasets"]![0]!["name"] = null;
                    content["<script>alert(1)</script>"] = 1;
                })
            );

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(["The file cannot be brought in. What is wrong is listed below"], answer.Errors);
        var places = answer.Document.QuerySelectorAll("tbody th").Select(th => th.TextContent.Trim()).ToList();
        Assert.Superset(
            new HashSet<string>
            {
                "/content/surprise",
                "/content/title",
                "/content/legalLines/0/art6",
                "/content/flows/0/to",
                "/content/<script>alert(1)<~1script>",
            },
            places.ToHashSet()
        );
        Assert.All(answer.Document.QuerySelectorAll("tbody td"), td => Assert.NotEmpty(td.TextContent.Trim()));
        Assert.Empty(answer.Document.QuerySelectorAll("script, img"));
        Assert.Empty(await DraftsOfAsync(officer));
    }

    public static TheoryData<string, byte[]?, string> NoAgreements =>
        new()
        {
            { "none", null, "Choose a file" },
            { "empty", [], "The file is empty" },
            { "text", "Dear all,"u8.ToArray(), "the whole file" },
            { "no UTF-8", [0x7B, 0xFF, 0x7D], "the whole file" },
            { "too large", Encoding.UTF8.GetBytes("{\"content\":\"" + new string('x', 1_000_000) + "\"}"), "1,000,000 bytes" },
            { "too deep", Encoding.UTF8.GetBytes(new string('[', 40) + new string(']', 40)), "32 levels" },
            {
                "too many",
                Encoding.UTF8.GetBytes("{\"content\":{\"parties\":[" + string.Join(',', Enumerable.Repeat("1", 10_001)) + "]}}"),
                "10,000"
            },
            { "member twice", "{\"schema\":\"a\",\"schema\":\"b\"}"u8.ToArray(), "twice" },
        };

    [Theory]
    [MemberData(nameof(NoAgreements), DisableDiscoveryEnumeration = true)]
    public async Task Post_WhatIsNoAgreement_IsRefusedAndSaysWhy(string what, byte[]? file, string said)
    {
        var officer = await portal.APersonAsync(Role.IgOfficer);

        var answer = await portal.SignedInAs(officer).SendFileAsync(Address, file);

        Assert.Equal((what, HttpStatusCode.BadRequest), (what, answer.Status));
        Assert.NotEmpty(answer.Errors);
        Assert.Contains(said, answer.Main, StringComparison.Ordinal);
        Assert.Empty(await DraftsOfAsync(officer));
    }

    [Fact]
    public async Task Post_OwnReferenceOfTheFileTooLong_IsRefused()
    {
        var officer = await portal.APersonAsync(Role.IgOfficer);

        var answer = await portal
            .SignedInAs(officer)
            .SendFileAsync(
                Address,
                await SampleFile.ReadAsync(file => file["reference"] = new string('x', Agreement.ExternalReferenceMaxLength + 1))
            );

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Empty(await DraftsOfAsync(officer));
    }

    [Fact]
    public async Task Post_FileOfAnotherField_IsRefused()
    {
        var officer = await portal.APersonAsync(Role.IgOfficer);

        var answer = await portal.SignedInAs(officer).PostAsync(Address, ("Form.File", "just text"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Empty(await DraftsOfAsync(officer));
    }

    [Fact]
    public async Task GetAndPost_EverybodyButAnOfficer_IsForbidden()
    {
        var person = await portal.APersonAsync([.. Enum.GetValues<Role>().Where(role => role is not Role.IgOfficer)]);
        var browser = portal.SignedInAs(person);

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync(Address)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.PostAsync(Address)).Status);
        Assert.Empty(await DraftsOfAsync(person));
    }

    [Fact]
    public async Task Post_WithoutTheFormsToken_IsRefused()
    {
        var officer = await portal.APersonAsync(Role.IgOfficer);
        using var content = new MultipartFormDataContent { { new ByteArrayContent(await SampleFile.ReadAsync()), "Form.File", "x.json" } };

        Assert.Equal(HttpStatusCode.BadRequest, (await portal.SignedInAs(officer).PostRawAsync(Address, content)).Status);
        Assert.Empty(await DraftsOfAsync(officer));
    }

    [Fact]
    public async Task Post_HostileWords_AreShownAsTextOnEveryPage()
    {
        var browser = portal.SignedInAs(await portal.APersonAsync(Role.IgOfficer));

        var answer = await browser.SendFileAsync(
            Address,
            await SampleFile.ReadAsync(file =>
            {
                var content = (JsonObject)file["content"]!;
                content["title"] = Hostile.Text;
                content["laySummary"] = Hostile.Text;
                content["parties"]![0]!["name"] = Hostile.Text;
                content["datasets"]![0]!["name"] = Hostile.Text;
            })
        );

        var checks = answer.Location!.OriginalString;
        var details = checks.Replace("/draft", "", StringComparison.Ordinal);
        foreach (
            var page in new[]
            {
                checks,
                details,
                "/agreements",
                "/",
                details + "/replace",
                details + "/withdraw",
                details + "/justify/DSA-061",
            }
        )
        {
            Hostile.AssertShownHarmlessly(await browser.GetAsync(page));
        }
    }

    private Task<List<Agreement>> DraftsOfAsync(SomePerson person) =>
        portal.InDbAsync(db =>
            db.Agreements.AsNoTracking()
                .Include(a => a.Versions)
                .Where(a => a.DraftingOrganisation == person.Organisation)
                .ToListAsync(TestContext.Current.CancellationToken)
        );
}
