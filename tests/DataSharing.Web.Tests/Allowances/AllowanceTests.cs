using System.Globalization;
using System.Net;
using System.Reflection;
using DataSharing.Web.Allowances;
using DataSharing.Web.Tests.Infrastructure;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace DataSharing.Web.Tests.Allowances;

public sealed class AllowanceTests(Portal portal)
{
    /// <summary>Drawn as an operator reads it.</summary>
    [Fact]
    public void Allowances_as_delivered() =>
        Assert.Equal(
            """
            Request     Address       3000 in 00:01:00
            SignIn      Address        300 in 00:05:00
            Form        Person         240 in 00:01:00
            Comment     Person         120 in 01:00:00
            Comment     Organisation  1000 in 01:00:00
            Draft       Person          60 in 01:00:00
            Draft       Organisation   500 in 1.00:00:00
            Invitation  Person         100 in 1.00:00:00
            Invitation  Organisation   500 in 1.00:00:00
            Upload      Person         100 in 01:00:00
            Upload      Organisation  1000 in 1.00:00:00
            Import      Person          60 in 01:00:00
            Import      Organisation   500 in 1.00:00:00
            """.Split('\n'),
            Allowance.From(new ConfigurationBuilder().Build()).Select(a => $"{a.Deed, -11} {a.Holder, -12} {a.AtMost, 5} in {a.Within}")
        );

    [Fact]
    public void Every_page_that_takes_a_file_counts_it()
    {
        var pages = typeof(Program).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(PageModel)) && !type.IsAbstract).ToList();
        var withFiles = pages.Where(page =>
            page.GetProperties()
                .Any(p =>
                    p.PropertyType == typeof(IFormFile)
                    || p.PropertyType.GetProperties().Any(inner => inner.PropertyType == typeof(IFormFile))
                )
        );

        Assert.Equal(4, withFiles.Count());
        Assert.All(withFiles, page => Assert.True(page.GetCustomAttribute<CountsAttribute>() is not null, page.FullName));
    }

    [Fact]
    public async Task Invitations_OnePerson_OneTooMany_Is429AndNothingTypedIsLost()
    {
        await using var strict = With(("Allowances:Invitation:Person:AtMost", "1"));
        var admin = await portal.AnAdministratorAsync();
        var browser = SignedIn(strict, admin);
        var address = $"/organisations/{admin.Organisation.Value}/people/invite";
        (string, string?)[] fields = [("Form.Name", "Dan"), ("Form.Recipient", "dan@council.example"), ("Form.Role", "IgLead")];

        Assert.Equal(HttpStatusCode.Redirect, (await browser.SendAsync(address, fields)).Status);
        var answer = await browser.SendAsync(
            address,
            ("Form.Name", "Eva"),
            ("Form.Recipient", "eva@council.example"),
            ("Form.Role", "IgLead")
        );

        Assert.Equal((HttpStatusCode.TooManyRequests, "You have done that very often just now"), (answer.Status, answer.Heading));
        Assert.InRange(int.Parse(answer.Headers["Retry-After"], CultureInfo.InvariantCulture), 1, 24 * 60 * 60);
        Assert.Contains("Try again in 24 hours.", answer.Main, StringComparison.Ordinal);
        var kept = answer.Document.QuerySelector("main a[href*='parked=']")!.GetAttribute("href")!;
        Assert.Equal(
            "eva@council.example",
            (await browser.GetAsync(kept)).Document.QuerySelector("[name='Form.Recipient']")?.GetAttribute("value")
        );
        Assert.Equal(
            1,
            await portal.InDbAsync(db =>
                db.Invitations.CountAsync(i => i.Organisation == admin.Organisation, TestContext.Current.CancellationToken)
            )
        );

        // Another instance has the same count, another person has not.
        // Nor has the organisation lost what was refused to the first.
        await using var other = With(("Allowances:Invitation:Person:AtMost", "1"), ("Allowances:Invitation:Organisation:AtMost", "2"));
        Assert.Equal(HttpStatusCode.TooManyRequests, (await SignedIn(other, admin).SendAsync(address, fields)).Status);
        var colleague = await portal.APersonAsync(admin.Organisation, Role.OrganisationAdmin);
        Assert.Equal(
            HttpStatusCode.Redirect,
            (
                await SignedIn(other, colleague)
                    .SendAsync(address, ("Form.Name", "Fay"), ("Form.Recipient", "fay@council.example"), ("Form.Role", "IgLead"))
            ).Status
        );
    }

    [Fact]
    public async Task Drafts_OneOrganisation_OneTooMany_Is429ForAnyOfItsPeople()
    {
        await using var strict = With(("Allowances:Draft:Organisation:AtMost", "1"));
        var first = await portal.APersonAsync(Role.IgOfficer);
        var second = await portal.APersonAsync(first.Organisation, Role.IgOfficer);

        Assert.Equal(
            HttpStatusCode.Redirect,
            (await SignedIn(strict, first).SendAsync("/agreements/new", ("Form.Title", "The first"))).Status
        );
        Assert.Equal(
            HttpStatusCode.TooManyRequests,
            (await SignedIn(strict, second).SendAsync("/agreements/new", ("Form.Title", "The second"))).Status
        );
    }

    [Fact]
    public async Task Used_WhenItsTimeHasPassed_BeginsAnew()
    {
        await using var strict = With(("Allowances:Draft:Person:AtMost", "1"), ("Allowances:Draft:Person:Within", "00:00:00"));
        var browser = SignedIn(strict, await portal.APersonAsync(Role.IgOfficer));

        Assert.Equal(HttpStatusCode.Redirect, (await browser.SendAsync("/agreements/new", ("Form.Title", "The first"))).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SendAsync("/agreements/new", ("Form.Title", "The second"))).Status);
    }

    [Fact]
    public async Task Forms_OnePerson_OneTooMany_Is429WhateverTheyAre()
    {
        await using var strict = With(("Allowances:Form:Person:AtMost", "1"));
        var browser = SignedIn(strict, await portal.APersonAsync(Role.IgLead));

        Assert.NotEqual(HttpStatusCode.TooManyRequests, (await browser.PostAsync("/notices")).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await browser.PostAsync("/agreements/new")).Status);
    }

    /// <summary>A proxy that nobody has named is a client as any other, whatever it says.</summary>
    [Theory]
    [InlineData("127.0.0.1, ::1, ::ffff:127.0.0.1", HttpStatusCode.OK)]
    [InlineData("10.9.8.7", HttpStatusCode.TooManyRequests)]
    public async Task Requests_OneAddress_OneTooMany_Is429_ByTheWordOfKnownProxiesOnly(string known, HttpStatusCode ofTheOther)
    {
        await using var strict = With(("Allowances:Request:Address:AtMost", "1"), ("ForwardedHeaders:KnownProxies", known));
        strict.UseKestrel(0);
        strict.StartServer();

        Assert.Equal(HttpStatusCode.OK, (await FromAsync("192.0.2.1")).Status);
        var (status, body) = await FromAsync("192.0.2.1");
        Assert.Equal(HttpStatusCode.TooManyRequests, status);
        Assert.Contains("You have done that very often just now", body, StringComparison.Ordinal);
        Assert.Equal(ofTheOther, (await FromAsync("192.0.2.2")).Status);

        async Task<(HttpStatusCode Status, string Body)> FromAsync(string client)
        {
            using var browser = strict.CreateClient();
            browser.DefaultRequestHeaders.Add("X-Forwarded-For", client);
            using var response = await browser.GetAsync("/privacy", TestContext.Current.CancellationToken);
            return (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
    }

    private WebApplicationFactory<Program> With(params (string Name, string Value)[] settings) =>
        portal.WithWebHostBuilder(builder =>
        {
            foreach (var (name, value) in settings)
            {
                builder.UseSetting(name, value);
            }
        });

    private static Browser SignedIn(WebApplicationFactory<Program> host, SomePerson person)
    {
        var client = host.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = true });
        client.DefaultRequestHeaders.Add(TestSignIn.Header, TestSignIn.Write(person.Subject, TimeSpan.Zero));
        return new Browser(client, isOnePerson: true);
    }
}
