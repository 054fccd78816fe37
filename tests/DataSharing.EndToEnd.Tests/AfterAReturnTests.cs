using System.Text;
using System.Text.Json.Nodes;
using DataSharing.EndToEnd.Tests.Infrastructure;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DataSharing.EndToEnd.Tests;

/// <summary>A draft comes back and is changed: the pages that say what changed and what stands are sound, on a desk and on a phone.</summary>
public class AfterAReturnTests(RunningPortal portal)
{
    private const string Sample = "7-2";

    [Fact]
    public async Task What_changed_and_what_stands_can_be_read()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var route = new SampleRoute(Sample);
        var stages = route.Stages;
        var agreement = await portal.DraftAsync(Sample);
        await portal.TakeOnAsync(
            agreement,
            async (people, reference, now) =>
            {
                await people.GetReadyAsync(reference, Sample, now, now, now, cancellationToken);
                await people.SubmitAsync(reference, now, cancellationToken);
                await people.DecideAsync(reference, now, stage => stage.Number == 1, cancellationToken);
            }
        );
        var page = await portal.Chromium.OpenAsync(portal.Address);
        await page.SignInAsAsync(stages[1].Person);
        await page.GotoAsync($"{agreement}/versions/1/stages/2");
        await page.GetByLabel("Return for changes").CheckAsync();
        await page.GetByLabel("What must change, and why?").FillAsync("Say who measures the benefits.");
        await page.GetByLabel("Benefits").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Decide" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Approval route");

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
        await portal.TakeOnAsync(
            agreement,
            (people, reference, now) => people.GetReadyAsync(reference, Sample, now, now, now, cancellationToken)
        );
        await page.GotoAsync($"{agreement}/submit");
        await page.IsSoundAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Submit" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Approval route");
        await Expect(page.Locator(".ds-route")).ToContainTextAsync("Carried over from version 1.0");
        await page.IsSoundAsync();
        await page.GotoAsync($"{agreement}/history");
        await page.IsSoundAsync();

        await page.SignInAsAsync(stages[1].Person);
        await page.GotoAsync($"{agreement}/versions/2/stages/2");
        await Expect(page.Locator("main")).ToContainTextAsync("What changed since version 1.0");
        await page.IsSoundAsync();
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
