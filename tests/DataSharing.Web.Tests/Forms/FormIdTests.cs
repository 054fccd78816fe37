using System.Net;
using DataSharing.Persistence.Forms;
using DataSharing.Web.Tests.Infrastructure;
using DataSharing.Web.Tests.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Web.Tests.Forms;

/// <summary>What the id of a form decides, besides that it counts once.</summary>
public sealed class FormIdTests(Portal portal)
{
    private const string Address = "/organisations/new";

    [Fact]
    public async Task Other_fields_under_the_same_id_come_back_as_a_new_form_that_says_what_was_saved()
    {
        var browser = portal.SignedInAs(await portal.APersonAsync(Role.SystemAdmin));
        var (name, other) = (Name(), Name());
        var page = await browser.GetAsync(Address);
        var first = await browser.SendAsync(page, Address, Named(name));

        var second = await browser.SendAsync(page, Address, Named(other));

        Assert.Equal((HttpStatusCode.Redirect, 0), (second.Status, await CountAsync(other)));
        var back = await browser.GetAsync(second.Location!.OriginalString);
        var says = back.Document.QuerySelector("[role=status]")!;
        Assert.StartsWith("You have already sent this form: what it said at ", says.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Equal(first.Location!.OriginalString, says.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal(other, back.Document.QuerySelector("[name='Form.Name']")!.GetAttribute("value"));
        Assert.Equal(
            "Health",
            back.Document.QuerySelector("[name='Form.Sector'] [selected], [name='Form.Sector'][checked]")!.GetAttribute("value")
        );
        Assert.NotEqual(Press.IdOf(page), Press.IdOf(back));

        var third = await browser.SendAsync(back, second.Location.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, third.Status);
        Assert.NotEqual(first.Location, third.Location);
        Assert.Equal((1, 1), (await CountAsync(name), await CountAsync(other)));
    }

    [Fact]
    public async Task Another_file_of_the_same_name_and_size_is_another_form()
    {
        var shared = await SharedAgreement.InApprovalAsync(portal);
        var browser = shared.BrowserOf(shared.Drafter);
        var address = $"/agreements/{shared.Reference}/evidence/add";
        var page = await browser.GetAsync(address);
        await AddAsync("%PDF-1.7 one");

        var second = await AddAsync("%PDF-1.7 two");

        Assert.StartsWith($"{address}?parked=", second.Location?.OriginalString, StringComparison.Ordinal);
        Assert.Single(await shared.EvidenceAsync());

        Task<Answer> AddAsync(string content) =>
            browser.SendFileAsync(
                page,
                address,
                new ChosenFile("Certificate.pdf", System.Text.Encoding.UTF8.GetBytes(content), "application/pdf"),
                ("Form.Kind", "Certificate"),
                ("Form.Title", "Cyber Essentials Plus")
            );
    }

    [Fact]
    public async Task A_form_that_was_refused_is_put_right_under_the_same_id()
    {
        var browser = portal.SignedInAs(await portal.APersonAsync(Role.SystemAdmin));
        var name = Name();
        var page = await browser.GetAsync(Address);

        var refused = await browser.SendAsync(page, Address, Named(""));
        var taken = await browser.SendAsync(page, Address, Named(name));

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.Redirect), (refused.Status, taken.Status));
        Assert.Equal(name, (await browser.GetAsync(taken.Location!.OriginalString)).Heading);
    }

    [Fact]
    public async Task A_form_that_came_too_late_has_not_used_its_id()
    {
        var shared = await SharedAgreement.BeforeAsync(portal, SharedAgreement.CouncilOwner);
        var browser = shared.BrowserOf(await shared.HolderAsync(SharedAgreement.CouncilOwner));
        var address = $"/agreements/{shared.Reference}/versions/1/stages/{SharedAgreement.CouncilOwner}";
        var page = await browser.GetAsync(address);

        var late = await browser.SendAsync(page, address, ("Form.Choice", "Approve"), Shown.With(new string('0', 64)));
        var taken = await browser.SendAsync(page, address, ("Form.Choice", "Approve"));

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Redirect), (late.Status, taken.Status));
    }

    [Fact]
    public async Task A_parked_form_keeps_its_id_and_has_not_used_it()
    {
        var admin = await portal.AnAdministratorAsync();
        var address = $"/organisations/{admin.Organisation.Value}/people/invite";
        var stale = portal.SignedInAs(admin, TimeSpan.FromMinutes(10));
        var page = await stale.GetAsync(address);
        (string, string?)[] fields = [("Form.Name", "Dan Price"), ("Form.Recipient", "dan@council.example"), ("Form.Role", "IgLead")];
        var back = new[] { await stale.SendAsync(page, address, fields), await stale.SendAsync(page, address, fields) };
        var browser = portal.SignedInAs(admin);

        var answers = new List<Answer>();
        foreach (var way in back.Select(portal.WayBack))
        {
            var filled = await browser.GetAsync(way);
            Assert.Equal(Press.IdOf(page), Press.IdOf(filled));
            Assert.StartsWith(
                "You are signed in again.",
                filled.Document.QuerySelector("[role=status]")!.TextContent.Trim(),
                StringComparison.Ordinal
            );
            Assert.NotEqual(Press.IdOf(page), filled.Document.QuerySelector("header input[name=form-id]")!.GetAttribute("value"));
            answers.Add(await browser.SendAsync(filled, way));
        }

        Assert.Contains("made=", answers[0].Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(answers[0].Location, answers[1].Location);
        Assert.Equal(
            1,
            await portal.InDbAsync(db =>
                db.Invitations.CountAsync(i => i.Organisation == admin.Organisation, TestContext.Current.CancellationToken)
            )
        );
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1")]
    public async Task A_form_without_an_id_is_refused(string? id)
    {
        var browser = portal.SignedInAs(await portal.APersonAsync(Role.SystemAdmin));
        var name = Name();

        var answer = await browser.PostAsync(Address, [.. Named(name), ("form-id", id)]);

        Assert.Equal((HttpStatusCode.BadRequest, "That request could not be understood"), (answer.Status, answer.Heading));
        Assert.Equal(0, await CountAsync(name));
    }

    [Fact]
    public async Task The_id_of_somebody_elses_form_says_nothing_of_it()
    {
        var one = portal.SignedInAs(await portal.APersonAsync(Role.SystemAdmin));
        var other = portal.SignedInAs(await portal.APersonAsync(Role.SystemAdmin));
        var name = Name();
        var id = ("form-id", (string?)Guid.NewGuid().ToString());

        var first = await one.PostAsync(Address, [.. Named(name), id]);
        var second = await other.PostAsync(Address, [.. Named(name), ("GoOn", "true"), id]);

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (first.Status, second.Status));
        Assert.NotEqual(first.Location, second.Location);
        Assert.Equal(2, await CountAsync(name));
    }

    [Fact]
    public async Task The_same_fields_sent_elsewhere_under_the_same_id_do_nothing_there()
    {
        var admin = await portal.APersonAsync(Role.SystemAdmin, Role.IgOfficer);
        var browser = portal.SignedInAs(admin);
        var id = ("form-id", (string?)Guid.NewGuid().ToString());
        (string, string?)[] fields = [.. Named(Name()), ("Form.Title", "Housing support"), id];
        await browser.PostAsync(Address, fields);

        var answer = await browser.PostAsync("/agreements/new", fields);

        Assert.StartsWith("/agreements/new?parked=", answer.Location?.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_answer_was_never_known_the_page_is_shown_as_it_is_now_and_nothing_happens_again()
    {
        var browser = portal.SignedInAs(await portal.APersonAsync(Role.SystemAdmin));
        var name = Name();
        var page = await browser.GetAsync(Address);
        await browser.SendAsync(page, Address, Named(name));
        var id = Guid.Parse(Press.IdOf(page));
        await portal.InDbAsync(db =>
            db.SentForms.Where(f => f.Id == id)
                .ExecuteUpdateAsync(set => set.SetProperty(f => f.Answer, (string?)null), TestContext.Current.CancellationToken)
        );

        var again = await browser.SendAsync(page, Address, Named(name));

        Assert.Equal(Address, again.Location?.OriginalString);
        Assert.Null((await browser.GetAsync(Address)).Document.QuerySelector(".ds-parked")); // nothing asks for another press
        Assert.Equal(1, await CountAsync(name));
    }

    [Fact]
    public async Task Ids_are_kept_for_a_day()
    {
        var admin = await portal.APersonAsync(Role.SystemAdmin);
        var (old, recent) = (Sent(25), Sent(23));
        await portal.InDbAsync(db =>
        {
            db.AddRange(old, recent);
            return Task.FromResult(true);
        });

        await portal.SignedInAs(admin).SendAsync(Address, Named(Name()));

        var kept = await portal.InDbAsync(db =>
            db.SentForms.Where(f => f.Person == admin.Id).Select(f => f.Id).ToListAsync(TestContext.Current.CancellationToken)
        );
        Assert.Contains(recent.Id, kept);
        Assert.DoesNotContain(old.Id, kept);

        SentForm Sent(int hoursAgo) =>
            new()
            {
                Person = admin.Id,
                Id = Guid.NewGuid(),
                Address = Address,
                FieldsHash = [],
                At = TimeProvider.System.GetUtcNow().AddHours(-hoursAgo),
            };
    }

    private static string Name() => $"Trust {Guid.NewGuid():N}";

    private static (string Name, string? Value)[] Named(string name) =>
        [("Form.Name", name), ("Form.Sector", "Health"), ("Form.Nation", "England"), ("Form.Standing", "IsPublicBody")];

    private Task<int> CountAsync(string name) =>
        portal.InDbAsync(db => db.Organisations.CountAsync(o => o.Details.Name == name, TestContext.Current.CancellationToken));
}
