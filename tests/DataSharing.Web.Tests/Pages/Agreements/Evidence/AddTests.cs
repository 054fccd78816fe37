using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DataSharing.Domain.Agreements.Evidence;
using DataSharing.Web.Tests.Infrastructure;
using DataSharing.Web.Tests.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Web.Tests.Pages.Agreements.Evidence;

public sealed class AddTests(Portal portal) : AgreementActionTests(portal)
{
    private static readonly byte[] Pdf = "%PDF-1.7 a certificate"u8.ToArray();
    private static readonly ChosenFile Certificate = new("Certificate 2026.pdf", Pdf, "application/pdf");

    private static readonly (string Name, string? Value)[] Filled =
    [
        ("Form.Kind", "Certificate"),
        ("Form.Title", "Cyber Essentials Plus"),
        ("Form.Link", "https://registry.example/c/42"),
        ("Form.Reference", "Folder 7"),
        ("Form.ValidFrom.Day", "1"),
        ("Form.ValidFrom.Month", "9"),
        ("Form.ValidFrom.Year", "2026"),
        ("Form.ValidTo.Day", "31"),
        ("Form.ValidTo.Month", "8"),
        ("Form.ValidTo.Year", "2027"),
        ("Form.Place", "/legalLines/L1"),
    ];

    protected override string AddressIn(string reference) => $"/agreements/{reference}/evidence/add";

    private protected override Task<SharedAgreement> ReadyAsync() => SharedAgreement.InApprovalAsync(Portal);

    private protected override async Task<SharedAgreement> NotNowAsync()
    {
        var shared = await SharedAgreement.DraftAsync(Portal);
        await shared.DoAsync(shared.Drafter, change => change.Agreement.Withdraw("Not needed.", change.Actor, change.Now));
        return shared;
    }

    private protected override Task<Actor> SomebodyWhoOnlyReadsAsync(SharedAgreement shared) =>
        shared.SomebodyAsync(shared.Council, Role.RegisterPublisher, Role.OrganisationAdmin);

    [Fact]
    public async Task Post_FileAndFacts_AreKeptAndTold()
    {
        var shared = await ReadyAsync();
        var hash = Convert.ToHexStringLower(SHA256.HashData(Pdf));

        var answer = await SendAsync(
            shared,
            shared.Drafter,
            Certificate,
            [.. Filled, ("Form.Hash", $"  {hash[..32].ToUpperInvariant()} {hash[32..]}")]
        );

        Assert.Equal(
            (HttpStatusCode.Redirect, $"/agreements/{shared.Reference}/evidence"),
            (answer.Status, answer.Location?.OriginalString)
        );
        var item = Assert.Single(await shared.EvidenceAsync());
        Assert.Equal(
            (
                EvidenceKind.Certificate,
                "Cyber Essentials Plus",
                "https://registry.example/c/42",
                "Folder 7",
                hash,
                "Certificate 2026.pdf",
                FileType.Pdf,
                Pdf.Length
            ),
            (
                item.Kind,
                item.Title,
                item.Link,
                item.Reference,
                item.Hash!.Value.Hex,
                item.FileName,
                item.FileType!.Value,
                item.FileSize!.Value
            )
        );
        Assert.Equal(
            (
                new DateOnly(2026, 9, 1),
                new DateOnly(2027, 8, 31),
                "/legalLines/L1",
                EvidenceVisibility.AllParties,
                shared.Council,
                shared.Drafter.Person
            ),
            (item.ValidFrom!.Value, item.ValidTo!.Value, item.Place!.ToString(), item.Visibility, item.Organisation, item.AddedBy)
        );

        var told = (await shared.TrailAsync())[^1];
        Assert.Equal(
            ("agreement.evidence-added", shared.Drafter.Person, Role.IgOfficer, null, null),
            (told.Name, told.PersonId, told.Role, told.AgreementVersion, told.OnlyFor)
        );
        var details = JsonNode.Parse(told.Text())!;
        Assert.Equal(
            (hash, "Certificate 2026.pdf", "/legalLines/L1"),
            ((string?)details["documentHash"], (string?)details["fileName"], (string?)details["place"])
        );
        Assert.DoesNotContain("certificate\"", told.Text(), StringComparison.Ordinal); // the words in the file
        Assert.DoesNotContain(Convert.ToBase64String(Pdf)[..12], told.Text(), StringComparison.Ordinal);
        Assert.Contains(
            "added certificate “Cyber Essentials Plus” to the evidence",
            (await shared.BrowserOf(shared.Drafter).GetAsync($"/agreements/{shared.Reference}/history")).Main,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Post_PartnerOfASubmittedVersion_AddsItsOrganisationsOwn()
    {
        var shared = await ReadyAsync();
        var partner = await shared.SomebodyAsync(shared.Charity, Role.CaldicottGuardian);

        var answer = await SendAsync(shared, partner, null, [.. Filled, ("Form.Visibility", "OwnOrganisation")]);

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        var item = Assert.Single(await shared.EvidenceAsync());
        Assert.Equal((shared.Charity, EvidenceVisibility.OwnOrganisation, null), (item.Organisation, item.Visibility, item.FileName));
        Assert.Equal(shared.Charity, (await shared.TrailAsync())[^1].OnlyFor);
    }

    [Fact]
    public async Task Post_InForce_IsTaken()
    {
        var shared = await SharedAgreement.BeforeAsync(Portal, SharedAgreement.CharitySigns + 1);

        Assert.Equal(HttpStatusCode.Redirect, (await SendAsync(shared, shared.Drafter, Certificate, Filled)).Status);
    }

    [Fact]
    public async Task Post_PressedTwice_AddsOnce()
    {
        var shared = await ReadyAsync();
        var browser = shared.BrowserOf(shared.Drafter);
        var page = await browser.GetAsync(AddressIn(shared));

        var first = await browser.SendFileAsync(page, AddressIn(shared), Certificate, Filled);
        var once = await shared.FootprintAsync();
        var second = await browser.SendFileAsync(page, AddressIn(shared), Certificate, Filled);

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (first.Status, second.Status));
        Assert.Equal(once, await shared.FootprintAsync());
        Assert.Single(await shared.EvidenceAsync());
    }

    [Fact]
    public async Task Post_PressedTwiceAtOnce_AddsOnce()
    {
        var shared = await ReadyAsync();
        var browser = shared.BrowserOf(shared.Drafter);
        var page = await browser.GetAsync(AddressIn(shared));

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => browser.SendFileAsync(page, AddressIn(shared), Certificate, Filled))
        );

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.Status));
        Assert.Single(await shared.EvidenceAsync());
    }

    [Fact]
    public async Task Post_Invalid_SaysWhatIsWrongKeepsWhatWasTypedAndAsksForTheFileAgain()
    {
        var shared = await ReadyAsync();
        var before = await shared.FootprintAsync();

        var answer = await SendAsync(
            shared,
            shared.Drafter,
            Certificate,
            ("Form.Title", " "),
            ("Form.Link", "http://plain.example"),
            ("Form.Reference", Hostile.Text),
            ("Form.Hash", "abc"),
            ("Form.Place", "/dpia/DPIA9"),
            ("Form.ValidFrom.Day", "31"),
            ("Form.ValidFrom.Month", "2"),
            ("Form.ValidFrom.Year", "2026")
        );

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(
            [
                "Choose what kind of evidence it is",
                "Enter a title",
                "Valid from: there is no 31 February 2026. Check the day",
                "The link must be a whole address that starts with https://",
                "A SHA-256 has 64 characters: the digits 0 to 9 and the letters a to f",
                "Choose Certificate 2026.pdf again: a browser does not keep a file when a form comes back",
            ],
            answer.Errors
        );
        Assert.Equal(
            ("http://plain.example", "31", "abc"),
            (ValueOf(answer, "Form.Link"), ValueOf(answer, "Form.ValidFrom.Day"), ValueOf(answer, "Form.Hash"))
        );
        Assert.Equal("/dpia/DPIA9", answer.Document.QuerySelector<IHtmlSelectElement>("select[name='Form.Place']")!.Value);
        Hostile.AssertShownHarmlessly(answer);
        Assert.Equal(before, await shared.FootprintAsync());
    }

    [Theory]
    [InlineData("Form.Place", "/nothing/here", "Choose what it supports from the list")]
    [InlineData("Form.ValidTo.Year", "2025", "The last day must not be before the first")]
    [InlineData(
        "Form.Hash",
        "0000000000000000000000000000000000000000000000000000000000000000",
        "The file that you chose has another SHA-256: "
    )]
    [InlineData("Form.Title", "a\u0001b", "This text holds the control character U+0001. Only line breaks and tabs are allowed.")]
    [InlineData("Form.Visibility", "", "Choose who may see it")]
    public async Task Post_OneWrongAnswer_IsRefusedWithItsReason(string field, string value, string error)
    {
        var shared = await ReadyAsync();
        var before = await shared.FootprintAsync();

        var answer = await SendAsync(shared, shared.Drafter, Certificate, [.. Filled.Where(f => f.Name != field), (field, value)]);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains(answer.Errors, e => e.StartsWith(error, StringComparison.Ordinal));
        Assert.Equal(before, await shared.FootprintAsync());
    }

    [Fact]
    public async Task Post_NothingToLookAt_IsRefused()
    {
        var shared = await ReadyAsync();

        var answer = await SendAsync(shared, shared.Drafter, null, [.. Filled.Where(f => f.Name is not ("Form.Link" or "Form.Reference"))]);

        Assert.Equal(["Choose a file, or give a link or a reference"], answer.Errors);
    }

    public static TheoryData<string, string, string?, string> BadFiles =>
        new()
        {
            {
                "report.pdf",
                "<html>%PDF-1.7</html>",
                "application/pdf",
                "The file’s name says PDF, but inside it is TXT. Check the file, or save it again as PDF"
            },
            {
                "report.exe",
                "MZ",
                null,
                "Choose a PDF, DOCX, XLSX, ODT, PNG, JPEG, TXT, CSV, EML, MSG or HEIC file. The name of this one ends otherwise"
            },
            {
                "report.pdf",
                "%PDF-1.7",
                "text/html",
                "The file’s name says PDF, but your browser says it is something else. Check the file"
            },
            {
                "invoice\u202Efdp.exe",
                "%PDF-1.7",
                null,
                "Choose a PDF, DOCX, XLSX, ODT, PNG, JPEG, TXT, CSV, EML, MSG or HEIC file. The name of this one ends otherwise"
            },
            { "empty.txt", "", null, "The file is empty" },
            {
                "text.txt",
                "a\0b",
                null,
                "The file is damaged or of a kind that is not taken. Text must be in UTF-8, UTF-16 or Windows-1252"
            },
        };

    [Theory]
    [MemberData(nameof(BadFiles))]
    public async Task Post_FileThatIsNotWhatItSays_IsRefused(string name, string inside, string? type, string error)
    {
        var shared = await ReadyAsync();
        var before = await shared.FootprintAsync();

        var answer = await SendAsync(shared, shared.Drafter, new ChosenFile(name, Encoding.UTF8.GetBytes(inside), type), Filled);

        Assert.Equal((HttpStatusCode.BadRequest, error), (answer.Status, Assert.Single(answer.Errors)));
        Assert.Equal("Cyber Essentials Plus", ValueOf(answer, "Form.Title"));
        Assert.Equal(before, await shared.FootprintAsync());
    }

    [Fact]
    public async Task Post_FileOfFiveMegabytes_IsTakenAndOneByteMoreIsNot()
    {
        var shared = await ReadyAsync();
        var largest = Enumerable.Repeat((byte)'a', CheckedFile.LargestSize).ToArray();

        var more = await SendAsync(shared, shared.Drafter, new ChosenFile("a.txt", [.. largest, (byte)'a']), Filled);
        var most = await SendAsync(shared, shared.Drafter, new ChosenFile("a.txt", largest), Filled);

        Assert.Equal(["The file must be 5 MB or smaller"], more.Errors);
        Assert.Equal(HttpStatusCode.Redirect, most.Status);
        Assert.Equal(CheckedFile.LargestSize, Assert.Single(await shared.EvidenceAsync()).FileSize);
    }

    [Fact]
    public async Task Post_Replacing_StartsFromTheOldAndEndsIt()
    {
        var shared = await ReadyAsync();
        var old = await shared.AddEvidenceAsync(shared.Drafter, title: "Of last year", place: "/legalLines/L1");
        var browser = shared.BrowserOf(shared.Drafter);
        var address = AddressIn(shared) + $"?replaces={old.Id.Value}";

        var page = await browser.GetAsync(address);
        var answer = await browser.SendFileAsync(page, address, Certificate, ("Form.Title", "Of this year"));

        Assert.Equal("Of last year", ValueOf(page, "Form.Title"));
        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        var items = await shared.EvidenceAsync();
        Assert.Equal(
            (true, items[1].Id, "Replaced by “Of this year”."),
            (items[0].IsRemoved, items[0].ReplacedBy, items[0].RemovedBecause)
        );
        Assert.Equal((false, "/legalLines/L1", EvidenceKind.Certificate), (items[1].IsRemoved, items[1].Place!.ToString(), items[1].Kind));
        Assert.Equal(
            ["agreement.evidence-added", "agreement.evidence-removed"],
            (await shared.TrailAsync()).TakeLast(2).Select(e => e.Name)
        );
        Assert.Equal(HttpStatusCode.Conflict, (await browser.GetAsync(address)).Status);
    }

    [Fact]
    public async Task GetAndPost_ReplacingAnotherOrganisationsOrUnknown_IsRefused()
    {
        var shared = await ReadyAsync();
        var partner = await shared.SomebodyAsync(shared.Charity, Role.IgOfficer);
        var open = await shared.AddEvidenceAsync(partner);
        var own = await shared.AddEvidenceAsync(partner, EvidenceVisibility.OwnOrganisation);
        var elsewhere = await SharedAgreement.InApprovalAsync(Portal);
        var other = (await elsewhere.AddEvidenceAsync(elsewhere.Drafter)).Id.Value;
        var browser = shared.BrowserOf(shared.Drafter);
        var before = await shared.FootprintAsync();

        foreach (
            var (id, status) in new[]
            {
                (open.Id.Value, HttpStatusCode.Forbidden),
                (own.Id.Value, HttpStatusCode.NotFound),
                (other, HttpStatusCode.NotFound),
            }
        )
        {
            Assert.Equal(status, (await browser.GetAsync(AddressIn(shared) + $"?replaces={id}")).Status);
            Assert.Equal(status, (await browser.PostAsync(AddressIn(shared) + $"?replaces={id}", Filled)).Status);
        }

        Assert.Equal(before, await shared.FootprintAsync());
    }

    [Fact]
    public async Task Get_FromAPlaceOfTheDraft_StartsWithIt()
    {
        var shared = await ReadyAsync();

        var answer = await shared.BrowserOf(shared.Drafter).GetAsync(AddressIn(shared) + "?place=/legalLines/L1");

        Assert.Equal("/legalLines/L1", answer.Document.QuerySelector<IHtmlSelectElement>("select[name='Form.Place']")!.Value);
    }

    [Fact]
    public async Task Post_AgreementThatIsFull_IsRefused()
    {
        var shared = await ReadyAsync();
        await Portal.InDbAsync(db =>
            db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO evidence (id, agreement_id, kind, title, reference, visibility, organisation_id, added_by, added_at)
                SELECT gen_random_uuid(), a.id, 'Request', 'Many', 'R', 'AllParties', a.drafting_organisation_id, {shared.Drafter.Person.Value}, portal_now()
                FROM agreements a, generate_series(1, {EvidenceItem.MostPerAgreement}) WHERE a.reference = {shared.Reference.Value}
                """
            )
        );

        var answer = await SendAsync(shared, shared.Drafter, null, Filled);

        Assert.Equal((HttpStatusCode.BadRequest, EvidenceItem.MostPerAgreement), (answer.Status, (await shared.EvidenceAsync()).Count));
    }

    private async Task<Answer> SendAsync(
        SharedAgreement shared,
        Actor actor,
        ChosenFile? file,
        params (string Name, string? Value)[] fields
    )
    {
        var browser = shared.BrowserOf(actor);
        return await browser.SendFileAsync(await browser.GetAsync(AddressIn(shared)), AddressIn(shared), file, fields);
    }

    private static string? ValueOf(Answer page, string name) => page.Document.QuerySelector($"input[name='{name}']")?.GetAttribute("value");
}
