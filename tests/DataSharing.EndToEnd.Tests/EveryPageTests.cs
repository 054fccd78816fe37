using DataSharing.EndToEnd.Tests.Infrastructure;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DataSharing.EndToEnd.Tests;

/// <summary>Pages that the main job passes by: axe finds nothing on them and they fit, on a desk and on a phone.</summary>
public class EveryPageTests(RunningPortal portal)
{
    [Fact]
    public async Task The_pages_of_a_draft_are_sound()
    {
        var page = await portal.Chromium.OpenAsync(portal.Address);
        await page.SignInAsAsync("Amira Hussain");
        await page.GotoAsync("/agreements/import");
        await page.GetByRole(AriaRole.Button, new() { Name = "Bring it in" }).ClickAsync();
        await Expect(page.Locator(".govuk-error-summary")).ToContainTextAsync("Choose a file");
        await page.IsSoundAsync();

        await page.GetByLabel("Agreement file").SetInputFilesAsync(new SampleRoute("7-2").File);
        await page.GetByRole(AriaRole.Button, new() { Name = "Bring it in" }).ClickAsync();
        await page.IsAtTheDraftAsync();
        var agreement = new Uri(page.Url).AbsolutePath[..^"/draft".Length];

        foreach (
            var address in new[]
            {
                "",
                "/check",
                "/justify/DSA-061",
                "/replace",
                "/withdraw",
                "/history",
                "/route",
                "/versions/1/download",
                "/versions/1/print",
            }
        )
        {
            await page.GotoAsync(agreement + address);
            await page.IsSoundAsync();
        }

        await page.GotoAsync("/notices");
        await page.IsSoundAsync();
    }

    [Fact]
    public async Task The_pages_of_evidence_are_sound()
    {
        var page = await portal.Chromium.OpenAsync(portal.Address);
        await page.SignInAsAsync("Amira Hussain");
        await page.GotoAsync(await portal.DraftAsync("7-2") + "/history");
        await page.GetByRole(AriaRole.Link, new() { Name = "Evidence", Exact = true }).ClickAsync();
        await page.IsSoundAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Add evidence" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }).ClickAsync();
        await Expect(page.Locator(".govuk-error-summary")).ToContainTextAsync("Choose a file, or give a link or a reference");
        await page.IsSoundAsync();

        await page.GetByLabel("Kind").SelectOptionAsync("Certificate");
        await page.GetByLabel("Title").FillAsync("Cyber Essentials Plus certificate of the council, with a name that is long");
        await page.GetByLabel("File, if you have it here")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "a-very-long-name-of-a-certificate-that-somebody-has-scanned-and-kept-2026.pdf",
                    MimeType = "application/pdf",
                    Buffer = "%PDF-1.7"u8.ToArray(),
                }
            );
        await page.GetByLabel("Link, if it is on the web").FillAsync("https://registry.example/certificates/42");
        await page.GetByRole(AriaRole.Group, new() { Name = "Valid until" }).GetByLabel("Day").FillAsync("1");
        await page.GetByRole(AriaRole.Group, new() { Name = "Valid until" }).GetByLabel("Month").FillAsync("10");
        await page.GetByRole(AriaRole.Group, new() { Name = "Valid until" }).GetByLabel("Year").FillAsync("2036");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }).ClickAsync();
        await Expect(page.Locator("main tbody .ds-state")).ToHaveTextAsync("Valid until 1 October 2036");
        await page.IsSoundAsync();

        var file = await page.RunAndWaitForDownloadAsync(() =>
            page.GetByRole(AriaRole.Link, new() { Name = "a-very-long-name" }).ClickAsync()
        );
        Assert.Equal("a-very-long-name-of-a-certificate-that-somebody-has-scanned-and-kept-2026.pdf", file.SuggestedFilename);

        await page.GetByRole(AriaRole.Link, new() { Name = "Change Cyber" }).ClickAsync();
        await page.IsSoundAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Cancel" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Remove Cyber" }).ClickAsync();
        await page.IsSoundAsync();
        await page.GetByLabel("Why?").FillAsync("It is the certificate of another body.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove" }).ClickAsync();
        await page.GetByText("Removed or replaced (1)").ClickAsync();
        await page.IsSoundAsync();

        // what a colleague is told of it
        var colleague = await portal.Chromium.OpenAsync(portal.Address);
        await colleague.SignInAsAsync("Daniel Okafor");
        await colleague.GotoAsync("/");
        await colleague.IsSoundAsync();
        await colleague.GetByRole(AriaRole.Link, new() { Name = "new things" }).ClickAsync();
        await Expect(colleague.Locator("main")).ToContainTextAsync("It is the certificate of another body.");
        await colleague.IsSoundAsync();
        await colleague.GetByRole(AriaRole.Button, new() { Name = "I have read these" }).ClickAsync();
        await Expect(colleague.Locator("main")).Not.ToContainTextAsync("It is the certificate of another body.");
    }

    [Fact]
    public async Task The_pages_of_a_draft_with_its_partners_are_sound()
    {
        var route = new SampleRoute("7-2");
        var page = await portal.Chromium.OpenAsync(portal.Address);
        await page.SignInAsAsync(route.Drafter);
        var agreement = await portal.DraftAsync("7-2");
        await page.GotoAsync($"{agreement}/invite-partners");
        await page.IsSoundAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Invite" }).ClickAsync();
        await page.IsSoundAsync();
        await page.GotoAsync($"{agreement}/stop-partner-review");
        await page.IsSoundAsync();
        await page.SignOutAsync();

        await page.SignInByHandAsync(route.Partners[0]);
        await page.GotoAsync($"{agreement}/comments");
        await page.IsSoundAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Add the comment" }).ClickAsync();
        await Expect(page.Locator(".govuk-error-summary")).ToContainTextAsync("Write your comment");
        await page.IsSoundAsync();
        foreach (var text in new[] { "Who holds the door codes?", "Is the weekend covered?" })
        {
            await page.GetByLabel("What is it about?").SelectOptionAsync("Security");
            await page.GetByLabel("Your comment").FillAsync(text);
            await page.GetByRole(AriaRole.Button, new() { Name = "Add the comment" }).ClickAsync();
            await Expect(page.Locator("main")).ToContainTextAsync(text);
        }

        await page.GetByText("Reply to").First.ClickAsync();
        await page.IsSoundAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Send the reply" }).First.ClickAsync();
        await Expect(page.Locator(".govuk-error-summary")).ToContainTextAsync("Write your reply");
        await page.IsSoundAsync();
        await page.GetByLabel("Your reply").First.FillAsync("The team leader.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send the reply" }).First.ClickAsync();
        await Expect(page.Locator(".ds-replies")).ToContainTextAsync("The team leader.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Resolve the comment" }).First.ClickAsync();
        await page.GotoAsync($"{agreement}/comments?state=all");
        await page.IsSoundAsync();

        foreach (var address in new[] { "", "/agree", "/ask-for-change", "/history" })
        {
            await page.GotoAsync(agreement + address);
            await page.IsSoundAsync();
        }
    }

    [Fact]
    public async Task The_pages_of_an_organisation_and_of_the_law_are_sound()
    {
        var page = await portal.Chromium.OpenAsync(portal.Address);
        await page.SignInAsAsync("Daniel Okafor");
        await page.GotoAsync("/organisations?q=Kirklees");
        await page.IsSoundAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Kirklees Council" }).First.ClickAsync();
        await page.IsSoundAsync();
        var organisation = new Uri(page.Url).AbsolutePath;
        await page.GetByRole(AriaRole.Link, new() { Name = "Helen Marsh" }).ClickAsync();
        await page.IsSoundAsync();

        foreach (
            var address in new[]
            {
                "/edit",
                "/identifiers/add",
                "/evidence/add/security-assurance",
                "/evidence/add/policy-document",
                "/people/invite",
                "/auditors/add",
            }
        )
        {
            await page.GotoAsync(organisation + address);
            await page.IsSoundAsync();
        }

        foreach (
            var address in new[]
            {
                "/law",
                "/law?kind=all",
                "/law?on=2026-03-01&who=council",
                "/law/GW-DEA35",
                "/law/rules",
                "/law/rules?topic=parties",
                "/law/rules?id=DSA-047",
                "/law/books",
                "/law/books/compare",
                "/law/policy",
                "/law/checks",
                "/agreements/new-findings",
                "/privacy",
                "/accessibility",
                "/nowhere",
            }
        )
        {
            await page.GotoAsync(address);
            await page.IsSoundAsync();
        }
    }

    /// <summary>Nothing is released here: it would judge the agreements of the other tests.</summary>
    [Fact]
    public async Task The_pages_of_whoever_prepares_law_and_policy_are_sound()
    {
        var page = await portal.Chromium.OpenAsync(portal.Address);
        await page.SignInAsAsync("Alex Morton");
        foreach (var (address, kind) in new[] { ("/law/books", "law book 3"), ("/law/policy", "policy 2") })
        {
            await page.GotoAsync(address);
            await page.IsSoundAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = $"Prepare {kind}" })
                .Or(page.GetByRole(AriaRole.Link, new() { Name = "Go to it" }))
                .ClickAsync();
            await page.IsSoundAsync();
        }

        await page.GotoAsync("/law/drafts/law-book/entry/GW-LOC1");
        await page.GetByLabel("Citation", new() { Exact = true }).FillAsync("");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).First.ClickAsync();
        await Expect(page.Locator(".govuk-error-summary")).ToContainTextAsync("Citation: enter it");
        await page.IsSoundAsync();
        await page.GetByLabel("Citation", new() { Exact = true }).FillAsync("Localism Act 2011 s1, as amended");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).First.ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("Localism Act 2011 s1, as amended");
        await page.IsSoundAsync();

        foreach (
            var address in new[]
            {
                "law-book/entries",
                "law-book/entry/GW-DEA35",
                "law-book/entry?kind=Schedule1Paragraph",
                "law-book/about",
                "law-book/countries",
                "law-book/file",
                "policy/settings",
            }
        )
        {
            await page.GotoAsync("/law/drafts/" + address);
            await page.IsSoundAsync();
        }
    }

    [Fact]
    public async Task Somebody_without_an_organisation_is_told_whom_to_ask()
    {
        var page = await portal.Chromium.OpenAsync(portal.Address);
        await page.SignInAsAsync("Sam Newcombe");
        await page.GotoAsync("/");

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("You belong to no organisation here yet");
        await page.IsSoundAsync();
    }
}
