using DataSharing.Domain.Agreements;
using DataSharing.Web.Tests.Infrastructure;
using DataSharing.Web.Tests.Persistence;
using static DataSharing.Web.Tests.Persistence.SharedAgreement;

namespace DataSharing.Web.Tests.Pages.Agreements;

/// <summary>T07 and T08 through the pages: what changed after a return, who is asked again, and who need not be.</summary>
public sealed class AfterAReturnTests(Portal portal)
{
    [Fact]
    public async Task Nothing_material_changed_so_only_who_returned_it_is_asked_again()
    {
        var shared = await ReturnedAsync(portal);
        await shared.ReplaceAsync(content => content with { Variation = "In writing, signed by both." });
        await shared.JustifyAsync(shared.Drafter);
        await shared.AgreeByAllAsync();
        var drafter = shared.BrowserOf(shared.Drafter);

        var plan = await drafter.GetAsync($"/agreements/{shared.Reference}/submit");
        Assert.Contains(
            "4 decisions carry over from version 1.0, because nothing material changed.",
            Plain(plan.Main),
            StringComparison.Ordinal
        );
        Assert.Equal(4, plan.Document.QuerySelectorAll(".ds-stage--done").Length);
        Assert.Contains("To be decided. It was not approved on version 1.0.", Plain(plan.Main), StringComparison.Ordinal);
        await drafter.SendAsync(plan, $"/agreements/{shared.Reference}/submit");

        var version = (await shared.FindAsync()).Newest;
        var lead = await shared.HolderAsync(CouncilReview);
        var route = await drafter.GetAsync($"/agreements/{shared.Reference}/route");
        Assert.Contains("4 of 7 stages done.", route.Main, StringComparison.Ordinal);
        var carried = route.Document.QuerySelector(".ds-stage--done")!;
        Assert.Contains(
            $"Carried over from version 1.0: Passed by {shared.NameOf(lead)} on {version.FrozenAt:d MMMM yyyy}, fingerprint {version.Stages[0].CarriedContentHash!.Value.Abbreviated}",
            Plain(carried.TextContent),
            StringComparison.Ordinal
        );
        Assert.Equal($"/agreements/{shared.Reference}/versions/1", carried.QuerySelector(".ds-state a")!.GetAttribute("href"));

        Assert.Empty(await WaitingAsync(shared, await shared.HolderAsync(CouncilOwner)));
        var address = $"/agreements/{shared.Reference}/versions/2/stages/{Guardian}";
        Assert.Equal([address], await WaitingAsync(shared, await shared.HolderAsync(Guardian)));
        var done = await shared.BrowserOf(lead).GetAsync($"/agreements/{shared.Reference}/versions/2/stages/{CouncilReview}");
        Assert.Contains("and it was carried over: Passed", done.Main, StringComparison.Ordinal);

        var guardian = shared.BrowserOf(await shared.HolderAsync(Guardian));
        var page = await guardian.GetAsync(address);
        Assert.Contains("Say who holds the door codes.", page.Document.QuerySelector(".ds-note")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("What changed since version 1.0", page.Main, StringComparison.Ordinal);
        Assert.Contains("signed by both.", page.Document.QuerySelector(".ds-compare ins")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            4,
            page.Document.QuerySelectorAll("td")
                .Count(cell => cell.TextContent.Contains("on version 1.0, carried over", StringComparison.Ordinal))
        );
        await guardian.SendAsync(page, address, ("Form.Choice", "Approve"));
        await SignAsync(shared, CouncilSigns);
        await SignAsync(shared, CharitySigns);

        Assert.Equal(VersionStatus.Approved, (await shared.FindAsync()).Newest.Status);
        var history = Plain((await drafter.GetAsync($"/agreements/{shared.Reference}/history")).Main);
        Assert.Contains(
            "submitted version 1.1 for approval; 4 decisions were carried over from version 1.0, because nothing material changed",
            history,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Carried over from version 1.0: Data-protection review of KMC, passed, fingerprint",
            history,
            StringComparison.Ordinal
        );
        Assert.Single(history.Split("Asks Data-protection review of KMC").Skip(1)); // of version 1.0 only
    }

    [Fact]
    public async Task Something_material_changed_so_everything_is_asked_again_and_each_sees_what()
    {
        var shared = await ReturnedAsync(portal);
        await shared.ReplaceAsync(content =>
            content with
            {
                Retention = [.. content.Retention.Select(r => r with { Criteria = "The new schedule" })],
            }
        );
        await shared.JustifyAsync(shared.Drafter);
        await shared.AgreeByAllAsync();
        var drafter = shared.BrowserOf(shared.Drafter);

        var plan = await drafter.GetAsync($"/agreements/{shared.Reference}/submit");
        Assert.Contains(
            "every stage starts afresh, because Retention changed since version 1.0.",
            Plain(plan.Main),
            StringComparison.Ordinal
        );
        Assert.Empty(plan.Document.QuerySelectorAll(".ds-stage--done"));
        await drafter.SendAsync(plan, $"/agreements/{shared.Reference}/submit");

        Assert.Equal(
            [$"/agreements/{shared.Reference}/versions/2/stages/{CouncilReview}"],
            await WaitingAsync(shared, await shared.HolderAsync(CouncilReview))
        );
        Assert.Contains(
            "0 of 7 stages done.",
            (await drafter.GetAsync($"/agreements/{shared.Reference}/route")).Main,
            StringComparison.Ordinal
        );
        var lead = shared.BrowserOf(await shared.HolderAsync(CouncilReview));
        var page = await lead.GetAsync($"/agreements/{shared.Reference}/versions/2/stages/{CouncilReview}");
        Assert.Contains("The new schedule", page.Document.QuerySelector(".ds-compare")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            "submitted version 1.1 for approval; everything is decided afresh, because Retention changed since version 1.0",
            Plain((await drafter.GetAsync($"/agreements/{shared.Reference}/history")).Main),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Who_decided_before_sees_all_that_changed_since_then()
    {
        var shared = await ResubmittedAsync(portal, content => content with { Charges = "Ten pounds a year." });
        await shared.DoAsync(
            await shared.HolderAsync(Guardian),
            change =>
                change.Agreement.Decide(
                    Guardian,
                    new Domain.Agreements.Approval.Ruling.Return("And who pays?", [Domain.Content.Section.RetentionAndOnwardSharing]),
                    Domain.Agreements.Approval.Seen.Of(change.Agreement.Newest),
                    change.Actor,
                    change.Now
                )
        );
        await shared.ReplaceAsync(content =>
            content with
            {
                Retention = [.. content.Retention.Select(r => r with { Criteria = "The new schedule" })],
            }
        );
        await shared.SubmitAsync(shared.Drafter);

        var page = await shared
            .BrowserOf(await shared.HolderAsync(CouncilReview))
            .GetAsync($"/agreements/{shared.Reference}/versions/3/stages/{CouncilReview}");

        Assert.Contains("What changed since version 1.0", page.Main, StringComparison.Ordinal);
        Assert.Contains("Ten pounds a year.", page.Main, StringComparison.Ordinal);
        Assert.Equal(
            ["Say who holds the door codes.", "And who pays?"],
            page.Document.QuerySelectorAll(".ds-note .ds-quote:first-of-type, .ds-note p + .ds-quote")
                .Select(q => q.TextContent)
                .Where(q => !q.StartsWith("Sections", StringComparison.Ordinal))
                .Distinct()
        );
    }

    [Fact]
    public async Task Somebody_who_saw_no_earlier_version_is_shown_no_comparison()
    {
        var shared = await BeforeAsync(portal, Guardian);

        var page = await shared
            .BrowserOf(await shared.HolderAsync(Guardian))
            .GetAsync($"/agreements/{shared.Reference}/versions/1/stages/{Guardian}");

        Assert.DoesNotContain("What changed since", page.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_declined_to_sign_sees_what_became_of_it()
    {
        var shared = await BeforeAsync(portal, CouncilSigns);
        var signatory = await shared.HolderAsync(CouncilSigns);
        await shared.DoAsync(
            signatory,
            change =>
                change.Agreement.Decline(
                    CouncilSigns,
                    "Who pays?",
                    Domain.Agreements.Approval.Seen.Of(change.Agreement.Newest),
                    change.Actor,
                    change.Now
                )
        );
        await shared.ReplaceAsync(content => content with { Charges = "Ten pounds a year." });
        await shared.SubmitAsync(shared.Drafter);

        Assert.Equal(VersionStatus.AwaitingSignatures, (await shared.FindAsync()).Newest.Status);
        var page = await shared.BrowserOf(signatory).GetAsync($"/agreements/{shared.Reference}/versions/2/stages/{CouncilSigns}/sign");
        Assert.Contains("Who pays?", page.Document.QuerySelector(".ds-note")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Ten pounds a year.", page.Document.QuerySelector(".ds-compare")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task My_work_offers_nothing_to_whoever_has_a_decision_that_was_carried_over()
    {
        var shared = await ReturnedAsync(portal);
        var lead = await shared.HolderAsync(CouncilReview);
        await shared.SubmitAsync(shared.Drafter);
        await portal.InDbAsync(
            (db, now) =>
                Task.FromResult(
                    db.Memberships.Add(
                        Domain.People.Membership.Begin(lead.Person, shared.Council, Role.CaldicottGuardian, Act.OfThePortal, now)
                    )
                )
        );

        Assert.Empty(await WaitingAsync(shared, lead));
    }

    private static async Task SignAsync(SharedAgreement shared, int stage) =>
        Assert.NotNull(
            (
                await shared
                    .BrowserOf(await shared.HolderAsync(stage))
                    .SendAsync($"/agreements/{shared.Reference}/versions/2/stages/{stage}/sign", ("Form.Capacity", "Director"))
            ).Location
        );

    /// <summary>The addresses of what waits for somebody in this agreement.</summary>
    private static async Task<IEnumerable<string>> WaitingAsync(SharedAgreement shared, Actor actor) =>
        (await shared.BrowserOf(actor).GetAsync("/"))
            .Document.QuerySelectorAll("section[aria-labelledby=waiting] a")
            .Select(a => a.GetAttribute("href")!)
            .Where(href => href.Contains(shared.Reference.Value, StringComparison.Ordinal));

    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
