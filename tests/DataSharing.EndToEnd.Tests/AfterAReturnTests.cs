using System.Text;
using System.Text.Json.Nodes;
using DataSharing.EndToEnd.Tests.Infrastructure;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DataSharing.EndToEnd.Tests;

/// <summary>A draft comes back and is changed: the pages that say what changed and what stands are sound, on a desk and on a phone.</summary>
public class AfterAReturnTests(RunningPortal portal)
{
    [Fact]
    public async Task What_changed_and_what_stands_can_be_read()
    {
        var route = new SampleRoute("7-2");
        var stages = route.Stages;
        var page = await portal.Chromium.OpenAsync(portal.Address);
        await page.SignInAsAsync(route.Drafter);
        await page.GotoAsync("/agreements/import");
        await page.GetByLabel("Agreement file").SetInputFilesAsync(route.File);
        await page.GetByRole(AriaRole.Button, new() { Name = "Bring it in" }).ClickAsync();
        await page.IsAtTheDraftAsync();
        var agreement = new Uri(page.Url).AbsolutePath[..^"/draft".Length];
        await SubmitAsync(page, agreement, route);
        await page.SignOutAsync();

        foreach (var (person, number) in stages.Take(2).Select((stage, i) => (stage.Person, i + 1)))
        {
            await page.SignInAsAsync(person);
            await page.GotoAsync($"{agreement}/versions/1/stages/{number}");
            if (number == 1)
            {
                await page.GetByLabel("Let it pass", new() { Exact = true }).CheckAsync();
            }
            else
            {
                await page.GetByLabel("Return for changes").CheckAsync();
                await page.GetByLabel("What must change, and why?").FillAsync("Say who measures the benefits.");
                await page.GetByLabel("Benefits").CheckAsync();
            }

            await page.GetByRole(AriaRole.Button, new() { Name = "Decide" }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Approval route");
            await page.SignOutAsync();
        }

        await page.SignInAsAsync(route.Drafter);
        await page.GotoAsync($"{agreement}/replace");
        await page.GetByLabel("Agreement file")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "changed.agreement.json",
                    MimeType = "application/json",
                    Buffer = Changed(route.File),
                }
            );
        await page.GetByRole(AriaRole.Button, new() { Name = "Replace" }).ClickAsync();
        await page.GotoAsync($"{agreement}/differences");
        await Expect(page.Locator("ins").First).ToBeVisibleAsync();
        await page.IsSoundAsync();
        await SubmitAsync(page, agreement, route);
        await Expect(page.Locator(".ds-route")).ToContainTextAsync("Carried over from version 1.0");
        await page.IsSoundAsync();
        await page.GotoAsync($"{agreement}/history");
        await page.IsSoundAsync();
        await page.SignOutAsync();

        await page.SignInAsAsync(stages[1].Person);
        await page.GotoAsync($"{agreement}/versions/2/stages/2");
        await Expect(page.Locator("main")).ToContainTextAsync("What changed since version 1.0");
        await page.IsSoundAsync();
        await page.SignOutAsync();
    }

    private static async Task SubmitAsync(IPage page, string agreement, SampleRoute route)
    {
        foreach (var (rule, text) in route.Justifications)
        {
            await page.GotoAsync($"{agreement}/justify/{rule}");
            await page.GetByLabel("Justification").FillAsync(text);
            await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        }

        await page.GotoAsync($"{agreement}/invite-partners");
        await page.GetByRole(AriaRole.Button, new() { Name = "Invite" }).ClickAsync();
        await page.SignOutAsync();
        foreach (var partner in route.Partners)
        {
            await page.SignInAsAsync(partner);
            await page.GotoAsync($"{agreement}/agree");
            await page.GetByRole(AriaRole.Button, new() { Name = "Agree the content" }).ClickAsync();
            await page.SignOutAsync();
        }

        await page.SignInAsAsync(route.Drafter);
        await page.GotoAsync($"{agreement}/submit");
        await page.IsSoundAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Submit" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Approval route");
    }

    private static byte[] Changed(string file)
    {
        var root = JsonNode.Parse(File.ReadAllBytes(file))!;
        var content = root["content"]!.AsObject();
        content["title"] = content["title"]!.GetValue<string>() + ", step by step";
        content["variation"] = "In writing, and at once when the law changes.";
        content["benefits"]![0]!["measure"] = "The council counts referrals every quarter.";
        content["benefits"]!
            .AsArray()
            .Add(
                new JsonObject
                {
                    ["id"] = "B8",
                    ["statement"] = "Fewer people tell their story twice.",
                    ["beneficiaryGroup"] = "DataSubjects",
                    ["measure"] = "A survey",
                    ["target"] = "80 per cent",
                }
            );
        content["endDate"] = "2028-03-31";
        return Encoding.UTF8.GetBytes(root.ToJsonString());
    }
}
