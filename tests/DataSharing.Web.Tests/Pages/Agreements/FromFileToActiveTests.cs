using System.Net;
using DataSharing.Demo;
using DataSharing.Domain.Agreements;
using DataSharing.Domain.Rules;
using DataSharing.Persistence;
using DataSharing.Persistence.Agreements;
using DataSharing.Web.Tests.Infrastructure;
using DataSharing.Web.Tests.Pages.Agreements.Drafting;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Web.Tests.Pages.Agreements;

/// <summary>
/// The main job through the pages, by the demo's people: the samples that the browser tests do not take. On a database of their
/// own, because business time moves there.
/// </summary>
public sealed class FromFileToActiveTests(Portal portal)
{
    [Theory]
    [InlineData("7-1")]
    [InlineData("7-3")]
    [InlineData("7-4")]
    [InlineData("7-5")]
    public async Task A_sample_goes_from_its_file_to_active(string sample)
    {
        var database = await portal.Database.BesideAsync();
        await SampleLoader.LoadAsync(database.AsOwner, TestSignIn.Issuer, withAgreements: false, TestContext.Current.CancellationToken);
        await using var host = portal.WithWebHostBuilder(builder => builder.UseSetting("ConnectionStrings:DataSharing", database.AsPortal));
        var route = new SampleRoute(sample);
        var stages = route.Stages;

        var agreement = await DraftAsync(As(host, route.Drafter), sample, route);
        foreach (var partner in route.Partners)
        {
            await AgreeAsync(As(host, partner), agreement, route);
        }

        Assert.Equal($"{agreement}/route", (await As(host, route.Drafter).SendAsync($"{agreement}/submit")).Location?.OriginalString);
        foreach (var (person, stage, mode) in stages)
        {
            await DecideAsync(As(host, person), agreement, route, stage, mode);
        }

        Assert.Equal("Approved, not started", await StatusAsync(host, agreement));
        await SampleLoader.MoveToAsync(database.AsOwner, route.Start, TestContext.Current.CancellationToken);
        await using (var db = DataSharingDbContext.Open(database.AsPortal))
        {
            await new TimedSteps(db).ActivateDueAsync(Criteria.First, TestContext.Current.CancellationToken);
        }

        Assert.Equal("Active", await StatusAsync(host, agreement));
        var history = (await As(host, "Frances Lindqvist").GetAsync($"{agreement}/history")).Main;
        Assert.All(
            stages.Select(s => s.Person).Append(route.Drafter).Concat(route.Partners),
            person => Assert.Contains(person, history, StringComparison.Ordinal)
        );
        Assert.Contains("made it active", history, StringComparison.Ordinal);
        await AssertToldAsync(database, agreement, stages);
    }

    private static async Task<string> DraftAsync(Browser drafter, string sample, SampleRoute route)
    {
        var brought = await drafter.SendFileAsync("/agreements/import", await SampleFile.ReadAsync(sample: sample));
        Assert.Equal(HttpStatusCode.Redirect, brought.Status);
        var agreement = brought.Location!.OriginalString.Replace("/draft", "", StringComparison.Ordinal);

        foreach (var (rule, text) in route.Justifications)
        {
            Assert.Equal(HttpStatusCode.Redirect, (await drafter.SendAsync($"{agreement}/justify/{rule}", ("Form.Text", text))).Status);
        }

        Assert.Equal(agreement, (await drafter.SendAsync($"{agreement}/invite-partners")).Location?.OriginalString);
        return agreement;
    }

    /// <summary>They find it in their work, read it, and agree the content.</summary>
    private static async Task AgreeAsync(Browser browser, string agreement, SampleRoute route)
    {
        var draft = (await browser.GetAsync("/"))
            .Document.QuerySelectorAll("section[aria-labelledby=drafts] a")
            .Single(a => a.TextContent == route.Title)
            .GetAttribute("href")!;
        var page = (await browser.GetAsync(draft))
            .Document.QuerySelectorAll("main a")
            .Single(a => a.TextContent == "Agree the content")
            .GetAttribute("href")!;

        Assert.Equal(agreement, (await browser.SendAsync(page)).Location?.OriginalString);
    }

    /// <summary>They find it in their work, open it there, and say yes.</summary>
    private static async Task DecideAsync(Browser browser, string agreement, SampleRoute route, string stage, string mode)
    {
        var work = await browser.GetAsync("/");
        var address = work
            .Document.QuerySelectorAll("section[aria-labelledby=waiting] a")
            .Single(a => a.TextContent == route.Title)
            .GetAttribute("href")!;
        Assert.StartsWith($"{agreement}/versions/1/stages/", address, StringComparison.Ordinal);

        var answer = await browser.SendAsync(
            address,
            mode switch
            {
                "Advice" => [("Form.Choice", "Agree"), ("Form.Comment", "The assessment is sound.")],
                "Gate" when stage == "IgReview" => [("Form.Choice", "PassGate")],
                "Gate" => [("Form.Choice", "PassGate"), ("Form.GateReference", "REF-1")],
                "Sign" => [("Form.Capacity", "Director")],
                _ => [("Form.Choice", "Approve")],
            }
        );

        Assert.Equal((stage, $"{agreement}/route"), (stage, answer.Location?.OriginalString));
        Assert.DoesNotContain(
            (await browser.GetAsync("/")).Document.QuerySelectorAll("section[aria-labelledby=waiting] a"),
            a => a.TextContent == route.Title
        );
    }

    private static async Task<string> StatusAsync(WebApplicationFactory<Program> host, string agreement) =>
        (await As(host, "Frances Lindqvist").GetAsync(agreement)).Document.QuerySelector(".ds-meta .ds-state")!.TextContent;

    /// <summary>One row for each act, by its person, all of them on the same version and content.</summary>
    private static async Task AssertToldAsync(
        TestDatabase database,
        string agreement,
        IReadOnlyList<(string Person, string Stage, string Mode)> stages
    )
    {
        var (told, people, hash) = await database.InDbAsync(
            async (db, _) =>
            {
                var found = (
                    await new AgreementStore(db).FindAsync(
                        AgreementReference.Parse(agreement["/agreements/".Length..]),
                        TestContext.Current.CancellationToken
                    )
                )!;
                var events = await db
                    .AuditEvents.AsNoTracking()
                    .Where(e => e.SubjectId == found.Id.Value)
                    .OrderBy(e => e.Id)
                    .ToListAsync(TestContext.Current.CancellationToken);
                var names = await db.People.ToDictionaryAsync(p => p.Id, p => p.Name, TestContext.Current.CancellationToken);
                return (events, names, found.Newest.ContentHash.Hex);
            }
        );

        Assert.All(told, e => Assert.Equal((1, hash), (e.AgreementVersion, Convert.ToHexStringLower(e.ContentHash!))));
        Assert.Equal(
            stages.Select(s => (s.Mode == "Sign" ? "agreement.version-signed" : "agreement.stage-decided", s.Person)),
            told.Where(e => e.Name is "agreement.version-signed" or "agreement.stage-decided")
                .Select(e => (e.Name, people[e.PersonId!.Value]))
        );
        Assert.Equal(
            [
                "agreement.drafted",
                "agreement.partners-invited",
                "agreement.version-submitted",
                "agreement.all-stages-finished",
                "agreement.version-approved",
                "agreement.version-activated",
            ],
            told.Select(e => e.Name)
                .Where(e =>
                    e
                        is "agreement.drafted"
                            or "agreement.partners-invited"
                            or "agreement.version-submitted"
                            or "agreement.all-stages-finished"
                            or "agreement.version-approved"
                            or "agreement.version-activated"
                )
        );
    }

    private static Browser As(WebApplicationFactory<Program> host, string name)
    {
        var subject = DemoPeople.Read().Organisations.SelectMany(o => o.People).Single(p => p.Name == name).Subject;
        var client = host.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = true });
        client.DefaultRequestHeaders.Add(TestSignIn.Header, $"{subject}|0");
        return new Browser(client);
    }
}
