using System.Net;
using DataSharing.Domain.Content;
using DataSharing.Web.Tests.Infrastructure;
using DataSharing.Web.Tests.Persistence;

namespace DataSharing.Web.Tests.Pages.Agreements.Drafting;

/// <summary>Who writes which part while the partners look at the draft: CHY is the partner, KMC drafts.</summary>
public sealed class TogetherTests(Portal portal)
{
    // Address, may the partner, may the drafter.
    private const string Policy = """
        /parties/-                          no   yes
        /parties/KMC                        no   yes
        /parties/KMC/authorisedSignatory/-  no   yes
        /parties/CHY                        yes  no
        /parties/CHY/identifiers/-          yes  no
        /parties/CHY/authorisedSignatory/-  yes  no
        /parties/CHY/apd/-                  yes  no
        /parties/CHY/assurances/-           yes  no
        /purposes/-                         no   yes
        /purposes/P1                        no   yes
        /datasets/-                         no   yes
        /datasets/D1                        no   yes
        /datasets/D1/subjectClasses/-       no   yes
        /datasets/D1/fields/-               no   yes
        /datasets/D1/fields/-paste          no   yes
        /legalLines/-                       yes  yes
        /legalLines/L1                      no   yes
        /legalLines/L2                      yes  no
        /legalLines/L2/s1/-                 yes  no
        /legalLines/L1/gateways/-           no   yes
        /flows/-                            no   yes
        /flows/F1                           no   yes
        /flows/F1/transfers/-               no   yes
        /techniques/-                       no   yes
        /privacyNotices/-                   yes  yes
        /privacyNotices/N1                  no   yes
        /privacyNotices/N2                  yes  no
        /engagement/-                       no   yes
        /optOuts/-                          no   yes
        /retention/-                        yes  yes
        /retention/R1                       no   yes
        /retention/R2                       yes  no
        /permittedRecipients/-              no   yes
        /conditionalRecipients/-            no   yes
        /prohibitedRecipients/-             no   yes
        /benefits/-                         no   yes
        /dpia/-                             no   yes
        """;

    [Fact]
    public async Task Each_writes_its_own_part_and_nobody_the_other_one()
    {
        var shared = await InReviewAsync();
        var (partner, drafter) = (shared.BrowserOf(await shared.PartnerAsync()), shared.BrowserOf(shared.Drafter));

        foreach (
            var row in Policy
                .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        )
        {
            var address = $"/agreements/{shared.Reference}/draft{row[0]}";
            Assert.Equal((row[0], row[1], row[2]), (row[0], Says(await partner.GetAsync(address)), Says(await drafter.GetAsync(address))));
            if (row[1] == "no")
            {
                Assert.Equal((row[0], HttpStatusCode.Forbidden), (row[0], (await partner.PostAsync(address)).Status));
            }

            if (row[2] == "no")
            {
                Assert.Equal((row[0], HttpStatusCode.Forbidden), (row[0], (await drafter.PostAsync(address)).Status));
            }
        }

        static string Says(Answer answer) =>
            answer.Status switch
            {
                HttpStatusCode.OK => "yes",
                HttpStatusCode.Forbidden => "no",
                var other => other.ToString(),
            };
    }

    [Fact]
    public async Task A_partner_completes_its_record_but_not_who_it_is()
    {
        var shared = await InReviewAsync();
        var partner = shared.BrowserOf(await shared.PartnerAsync());
        var address = $"/agreements/{shared.Reference}/draft/parties/CHY";

        var page = await partner.GetAsync(address);
        Assert.Empty(page.Document.QuerySelectorAll("[name='Form.OrgId']"));
        Assert.Equal(
            HttpStatusCode.Redirect,
            (await partner.SendAsync(page, address, ("Form.Dpo", "Ms Pool"), ("Form.OrgId", "GB-COH:1"), ("Asked", "/dpo"))).Status
        );

        var party = (await shared.FindAsync()).Newest.Document.Content.Parties.Single(p => p.Id == "CHY");
        Assert.Equal("Ms Pool", party.Dpo);
        Assert.NotEqual("GB-COH:1", party.OrgId);
    }

    [Fact]
    public async Task A_partner_adds_a_line_for_itself_only()
    {
        var shared = await InReviewAsync();
        var partner = shared.BrowserOf(await shared.PartnerAsync());
        var address = $"/agreements/{shared.Reference}/draft/legalLines/-";

        var page = await partner.GetAsync(address);
        Assert.Equal(
            ["CHY"],
            page.Document.QuerySelectorAll("[name='Form.Party']")
                .Select(box => box.GetAttribute("value"))
                .Where(value => value is { Length: > 0 })
        );

        var refused = await partner.SendAsync(page, address, ("Form.Party", "KMC"));
        Assert.Equal((HttpStatusCode.BadRequest, 1), (refused.Status, refused.Errors.Count));

        Assert.Equal(
            HttpStatusCode.Redirect,
            (await partner.SendAsync(page, address, ("Form.Party", "CHY"), ("Form.Purpose", "P2"), ("Form.Activity", "Disclose"))).Status
        );
    }

    [Fact]
    public async Task A_section_tells_who_completes_what()
    {
        var shared = await InReviewAsync();

        var parties = await shared.BrowserOf(shared.Drafter).GetAsync($"/agreements/{shared.Reference}/draft/parties");

        Assert.Contains("completes this part", parties.Main, StringComparison.Ordinal);
        Assert.Empty(parties.Document.QuerySelectorAll($"a[href$='/draft/parties/CHY']"));
        Assert.Single(parties.Document.QuerySelectorAll($"a[href$='/draft/parties/KMC']"));
    }

    [Fact]
    public async Task The_list_of_sections_tells_whose_turn_it_is()
    {
        var shared = await InReviewAsync();
        var charity = (await shared.FindAsync()).Newest.Document.Content.Parties.Single(party => party.Id == "CHY").Name;

        Assert.Equal(
            ["parties", "legal-grounds", "public-trust", "retention-and-onward-sharing"],
            await SectionsWithAsync(shared.Drafter, $"{charity} completes its own part")
        );
        Assert.Equal(
            ["parties", "legal-grounds", "public-trust", "retention-and-onward-sharing"],
            await SectionsWithAsync(await shared.PartnerAsync(), "You complete your own part here")
        );
        Assert.Empty(await SectionsWithAsync(shared.Drafter, "You complete your own part here"));
        Assert.Empty(await SectionsWithAsync(await shared.PartnerAsync(), "completes its own part"));

        async Task<IEnumerable<string>> SectionsWithAsync(Actor actor, string words) =>
            (await shared.BrowserOf(actor).GetAsync($"/agreements/{shared.Reference}/draft"))
                .Document.QuerySelectorAll(".govuk-task-list__item")
                .Where(item => item.TextContent.Contains(words, StringComparison.Ordinal))
                .Select(item => item.QuerySelector("a")!.GetAttribute("href")!.Split('/')[^1]);
    }

    [Fact]
    public async Task A_partner_with_nothing_left_to_answer_is_led_to_agree()
    {
        var shared = await InReviewAsync();
        var partner = shared.BrowserOf(await shared.PartnerAsync());
        var address = $"/agreements/{shared.Reference}/draft";
        Assert.Equal("Agree the content", await NextAsync());

        await partner.SendAsync($"{address}/legalLines/L2", ("Form.Art6", ""));
        Assert.Equal("Go on with legal grounds", await NextAsync());

        async Task<string> NextAsync() =>
            Assert
                .Single((await partner.GetAsync(address)).Document.QuerySelectorAll("main .govuk-button:not(.govuk-button--secondary)"))
                .TextContent;
    }

    [Fact]
    public async Task A_partner_puts_back_what_it_removed()
    {
        var shared = await InReviewAsync();
        var partner = shared.BrowserOf(await shared.PartnerAsync());

        await partner.SendAsync($"/agreements/{shared.Reference}/remove/retention/R2");
        Assert.DoesNotContain((await shared.FindAsync()).Newest.Document.Content.Retention, r => r.Id == "R2");
        Assert.Equal(
            HttpStatusCode.Redirect,
            (await partner.SendAsync($"/agreements/{shared.Reference}/draft", ("Restore", "/retention/R2"))).Status
        );

        Assert.Contains((await shared.FindAsync()).Newest.Document.Content.Retention, r => r.Id == "R2");
    }

    [Fact]
    public async Task A_change_leaves_behind_what_was_agreed_and_says_whose_it_was()
    {
        var shared = await InReviewAsync();
        await shared.AgreeAsync(await shared.PartnerAsync());
        var drafter = shared.BrowserOf(shared.Drafter);

        await drafter.SendAsync($"/agreements/{shared.Reference}/draft/security", ("Form.Security.AccessControl", "Only named staff"));

        var draft = await drafter.GetAsync($"/agreements/{shared.Reference}/draft");
        Assert.Contains($"changed since by {shared.NameOf(shared.Drafter)}", draft.Main, StringComparison.Ordinal);
        Assert.Contains("0 of 2 parties agree the content", draft.Main, StringComparison.Ordinal);

        var changed = draft
            .Document.QuerySelectorAll("main a")
            .Single(a => a.TextContent.StartsWith("see what changed", StringComparison.Ordinal))
            .GetAttribute("href")!;
        var differences = await shared.BrowserOf(await shared.PartnerAsync()).GetAsync(changed);
        Assert.Contains("Since the content was agreed on", differences.Main, StringComparison.Ordinal);
        Assert.Contains("Only named staff", differences.Main, StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await drafter.GetAsync($"/agreements/{shared.Reference}/differences?agreed={new string('0', 64)}")).Status
        );
    }

    [Fact]
    public async Task A_conflict_says_who_saved_meanwhile()
    {
        var shared = await SharedAgreement.DraftAsync(portal);
        var colleague = await shared.SomebodyAsync(shared.Council, Role.IgOfficer);
        var address = $"/agreements/{shared.Reference}/draft/flows/F1";
        var drafter = shared.BrowserOf(shared.Drafter);
        var opened = await drafter.GetAsync(address);

        await shared.BrowserOf(colleague).SendAsync(address, ("Form.Trigger", "Every referral"));
        var conflict = await drafter.SendAsync(opened, address, ("Form.Trigger", "On Mondays"));

        Assert.Contains($"{shared.NameOf(colleague)} (", conflict.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_comment_on_an_item_is_shown_beside_it()
    {
        var shared = await InReviewAsync();
        var partner = await shared.PartnerAsync();
        await shared.CommentAsync(partner, "Who holds the door codes?");

        var flow = await shared.BrowserOf(shared.Drafter).GetAsync($"/agreements/{shared.Reference}/draft/flows/F1");
        var section = await shared.BrowserOf(partner).GetAsync($"/agreements/{shared.Reference}/draft/data-flows");
        var other = await shared.BrowserOf(shared.Drafter).GetAsync($"/agreements/{shared.Reference}/draft/flows/F2");

        Assert.Contains("Who holds the door codes?", flow.Main, StringComparison.Ordinal);
        Assert.Contains("Who holds the door codes?", section.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Who holds the door codes?", other.Main, StringComparison.Ordinal);
    }

    private async Task<SharedAgreement> InReviewAsync()
    {
        var shared = await SharedAgreement.DraftAsync(portal);
        await shared.InviteAsync();
        return shared;
    }
}
