using DataSharing.Domain.Agreements;
using DataSharing.Domain.Content;
using DataSharing.Web.Tests.Infrastructure;
using DataSharing.Web.Tests.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Web.Tests.Forms;

/// <summary>Twelve equal posts at once have one effect, and all lead where the first led.</summary>
public sealed class EqualPostsTests(Portal portal)
{
    [Fact]
    public async Task Registering_registers_one_organisation()
    {
        var browser = portal.SignedInAs(await portal.APersonAsync(Role.SystemAdmin));
        var name = $"Trust {Guid.NewGuid():N}";
        var page = await browser.GetAsync("/organisations/new");

        var led = await Press.ManyTimesAsync(() =>
            browser.SendAsync(
                page,
                "/organisations/new",
                ("Form.Name", name),
                ("Form.Sector", "Health"),
                ("Form.Nation", "England"),
                ("Form.Standing", "IsPublicBody")
            )
        );

        Assert.Equal(name, (await browser.GetAsync(led.OriginalString)).Heading);
        Assert.Equal(
            1,
            await portal.InDbAsync(db => db.Organisations.CountAsync(o => o.Details.Name == name, TestContext.Current.CancellationToken))
        );
    }

    [Fact]
    public async Task Commenting_says_it_once()
    {
        var shared = await SharedAgreement.InPartnerReviewAsync(portal);
        var browser = shared.BrowserOf(shared.Drafter);
        var address = $"/agreements/{shared.Reference}/comments";
        var page = await browser.GetAsync(address);

        var led = await Press.ManyTimesAsync(() =>
            browser.SendAsync(page, address, ("Comment.Section", "Security"), ("Comment.Text", "Who has the keys?"))
        );

        var comments = await portal.InDbAsync(async db =>
        {
            var agreement = (await shared.FindAsync()).Id;
            return await db.Comments.Where(c => c.AgreementId == agreement).ToListAsync(TestContext.Current.CancellationToken);
        });
        Assert.Equal($"{address}#comment-{Assert.Single(comments).Id.Value:N}", led.OriginalString);
    }

    [Fact]
    public async Task Inviting_makes_one_link()
    {
        var admin = await portal.AnAdministratorAsync();
        var browser = portal.SignedInAs(admin);
        var address = $"/organisations/{admin.Organisation.Value}/people/invite";
        var page = await browser.GetAsync(address);

        var led = await Press.ManyTimesAsync(() =>
            browser.SendAsync(page, address, ("Form.Name", "Dan Price"), ("Form.Recipient", "dan@council.example"), ("Form.Role", "IgLead"))
        );

        Assert.Equal(
            1,
            await portal.InDbAsync(db =>
                db.Invitations.CountAsync(i => i.Organisation == admin.Organisation, TestContext.Current.CancellationToken)
            )
        );
        Assert.NotNull((await browser.GetAsync(led.OriginalString)).Document.QuerySelector("main code"));
    }

    [Fact]
    public async Task Starting_starts_one_agreement()
    {
        var officer = await portal.APersonAsync(Role.IgOfficer);
        var browser = portal.SignedInAs(officer);
        var page = await browser.GetAsync("/agreements/new");

        await Press.ManyTimesAsync(() => browser.SendAsync(page, "/agreements/new", ("Form.Title", "Housing support")));

        Assert.Equal(
            1,
            await portal.InDbAsync(db =>
                db.Agreements.CountAsync(a => a.DraftingOrganisation == officer.Organisation, TestContext.Current.CancellationToken)
            )
        );
    }

    [Fact]
    public async Task Recording_evidence_records_one_piece()
    {
        var shared = await SharedAgreement.InApprovalAsync(portal);
        var browser = shared.BrowserOf(shared.Drafter);
        var address = $"/agreements/{shared.Reference}/evidence/add";
        var page = await browser.GetAsync(address);

        await Press.ManyTimesAsync(() =>
            browser.SendFileAsync(
                page,
                address,
                new ChosenFile("Certificate.pdf", "%PDF-1.7 a certificate"u8.ToArray(), "application/pdf"),
                ("Form.Kind", "Certificate"),
                ("Form.Title", "Cyber Essentials Plus")
            )
        );

        Assert.Single(await shared.EvidenceAsync());
    }

    [Fact]
    public async Task Deciding_decides_once()
    {
        var shared = await SharedAgreement.BeforeAsync(portal, SharedAgreement.CouncilOwner);
        var browser = shared.BrowserOf(await shared.HolderAsync(SharedAgreement.CouncilOwner));
        var address = $"/agreements/{shared.Reference}/versions/1/stages/{SharedAgreement.CouncilOwner}";
        var page = await browser.GetAsync(address);
        var before = (await shared.TrailAsync()).Count(e => e.Name == "agreement.stage-decided");

        var led = await Press.ManyTimesAsync(() => browser.SendAsync(page, address, ("Form.Choice", "Approve")));

        Assert.Equal($"/agreements/{shared.Reference}/route", led.OriginalString);
        Assert.Equal(before + 1, (await shared.TrailAsync()).Count(e => e.Name == "agreement.stage-decided"));
    }

    [Fact]
    public async Task Having_read_the_news_is_said_once()
    {
        var shared = await SharedAgreement.InPartnerReviewAsync(portal);
        var browser = shared.BrowserOf(await shared.PartnerAsync());
        var page = await browser.GetAsync("/notices");

        await Press.ManyTimesAsync(() => browser.SendAsync(page, "/notices"));

        var id = Guid.Parse(Press.IdOf(page));
        Assert.Equal(1, await portal.InDbAsync(db => db.SentForms.CountAsync(f => f.Id == id, TestContext.Current.CancellationToken)));
    }
}
