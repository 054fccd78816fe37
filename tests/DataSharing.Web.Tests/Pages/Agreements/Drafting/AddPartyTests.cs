using System.Net;
using DataSharing.Domain.Content;
using DataSharing.Domain.Law;
using DataSharing.Domain.Organisations;
using DataSharing.Web.Tests.Infrastructure;

namespace DataSharing.Web.Tests.Pages.Agreements.Drafting;

public sealed class AddPartyTests(Portal portal)
{
    [Fact]
    public async Task Post_ARegisteredOrganisation_BecomesAPartyWithItsRecord()
    {
        var (name, identifier) = await AnOrganisationAsync();
        var browser = portal.SignedInAs(await portal.APersonAsync(Role.IgOfficer));
        var script = await DraftScript.StartAsync(browser);

        var added = await browser.SendAsync($"{script.Agreement}/add-party?q={name}", ("OrgId", identifier), ("Code", "ABC"));

        Assert.Equal($"{script.Draft}/parties/ABC?saved=/parties/ABC", added.Location?.OriginalString);
        var party = Assert.Single(await PartiesAsync(script));
        Assert.Equal(
            (identifier, name, Sector.Health, true, "dpo@body.example"),
            (party.OrgId, party.Name, party.Sector, party.IsPublicAuthority, party.Dpo)
        );
        Assert.Equal(identifier, $"{Assert.Single(party.Identifiers).Scheme}:{party.Identifiers[0].Value}");
    }

    [Fact]
    public async Task Post_Twice_AddsItOnce()
    {
        var (name, identifier) = await AnOrganisationAsync();
        var browser = portal.SignedInAs(await portal.APersonAsync(Role.IgOfficer));
        var script = await DraftScript.StartAsync(browser);
        var page = await browser.GetAsync($"{script.Agreement}/add-party?q={name}");

        await browser.SendAsync(page, $"{script.Agreement}/add-party", ("OrgId", identifier));
        await browser.SendAsync(page, $"{script.Agreement}/add-party", ("OrgId", identifier));

        Assert.Single(await PartiesAsync(script));
    }

    [Theory]
    [InlineData(null, "Choose an organisation")]
    [InlineData("GB-COH:nothing", "Choose an organisation")]
    public async Task Post_NoOrganisation_SaysSo(string? chosen, string says)
    {
        var (name, _) = await AnOrganisationAsync();
        var browser = portal.SignedInAs(await portal.APersonAsync(Role.IgOfficer));
        var script = await DraftScript.StartAsync(browser);

        var refused = await browser.SendAsync($"{script.Agreement}/add-party?q={name}", ("OrgId", chosen));

        Assert.Equal((HttpStatusCode.BadRequest, says), (refused.Status, Assert.Single(refused.Errors)));
        Assert.Contains(name, refused.Main, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1AB")]
    [InlineData("A B")]
    [InlineData("-")]
    public async Task Post_ACodeThatIsNone_SaysWhatOneIs(string code)
    {
        var (name, identifier) = await AnOrganisationAsync();
        var browser = portal.SignedInAs(await portal.APersonAsync(Role.IgOfficer));
        var script = await DraftScript.StartAsync(browser);

        var refused = await browser.SendAsync($"{script.Agreement}/add-party?q={name}", ("OrgId", identifier), ("Code", code));

        Assert.StartsWith("The short code begins with a letter", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Equal(code, refused.Document.QuerySelector("#Code")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Get_FindsNothing_OffersToEnterItByHand()
    {
        var browser = portal.SignedInAs(await portal.APersonAsync(Role.IgOfficer));
        var script = await DraftScript.StartAsync(browser);

        var page = await browser.GetAsync($"{script.Agreement}/add-party?q=%25_{Guid.NewGuid():N}");

        Assert.Contains("No registered organisation", page.Main, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector($"main a[href='{script.Draft}/parties/-']"));
    }

    private async Task<(string Name, string Identifier)> AnOrganisationAsync()
    {
        var name = $"Trust {Guid.NewGuid():N}";
        var identifier = Given.AnIdentifier();
        await portal.InDbAsync(
            (db, now) =>
            {
                db.Organisations.Add(
                    Organisation.Register(
                        new OrganisationDetails
                        {
                            Name = name,
                            Sector = Sector.Health,
                            Nation = Jurisdiction.England,
                            IsPublicAuthority = true,
                            DataProtectionOfficer = "dpo@body.example",
                        },
                        [identifier],
                        Act.OfThePortal,
                        now
                    )
                );
                return Task.FromResult(true);
            }
        );
        return (name, identifier.ToString());
    }

    private static async Task<ValueList<Party>> PartiesAsync(DraftScript script) =>
        AgreementImport.Read(await script.DownloadAsync(), LawBook.First).File!.Document.Content.Parties;
}
