using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using DataSharing.Domain.Agreements.Evidence;
using DataSharing.Domain.Rules;
using DataSharing.Web.Pages.Agreements;
using DataSharing.Web.Pages.Agreements.Evidence;
using DataSharing.Web.Tests.Infrastructure;
using DataSharing.Web.Tests.Persistence;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DataSharing.Web.Tests.Pages.Agreements.Evidence;

public sealed class EvidenceListTests(Portal portal)
{
    [Fact]
    public async Task At_ShowsWhatSupportsThePlaceAndWhatIsWithinIt()
    {
        var shared = await SharedAgreement.InApprovalAsync(portal);
        await shared.AddEvidenceAsync(shared.Drafter, title: "Line", place: "/legalLines/L1");
        await shared.AddEvidenceAsync(shared.Drafter, title: "Within", place: "/legalLines/L1/lia");
        await shared.AddEvidenceAsync(shared.Drafter, title: "Section", place: "LegalGrounds");
        await shared.AddEvidenceAsync(shared.Drafter, title: "Gone", place: "/legalLines/L99");
        await shared.AddEvidenceAsync(shared.Drafter, EvidenceVisibility.OwnOrganisation, "Own", place: "/legalLines/L1");
        await shared.AddEvidenceAsync(shared.Drafter, title: "Whole");

        var partners = await ReadAsync(shared, await shared.SomebodyAsync(shared.Charity, Role.Requester));
        var drafters = await ReadAsync(shared, shared.Drafter);

        Assert.Equal(["Line", "Within"], TitlesAt(partners, "/legalLines/L1"));
        Assert.Equal(["Line", "Within", "Own"], TitlesAt(drafters, "/legalLines/L1"));
        Assert.Equal(["Line", "Within", "Section", "Gone"], TitlesAt(partners, "LegalGrounds"));
        Assert.Empty(TitlesAt(partners, "/legalLines/L2"));
        Assert.Equal((false, true), (partners.At("LegalGrounds").MayAdd, drafters.At("LegalGrounds").MayAdd));
        Assert.Equal(["Gone"], partners.Rows.Where(row => row.PlaceIsGone).Select(row => row.Item.Title));
        Assert.Throws<FormatException>(() => partners.At("/nothing"));
    }

    [Fact]
    public async Task Partial_LinksToTheEvidenceAndOffersToAddSomeToWhoeverMay()
    {
        var shared = await SharedAgreement.InApprovalAsync(portal);
        var item = await shared.AddEvidenceAsync(
            shared.Drafter,
            title: Hostile.Text,
            validTo: new DateOnly(2026, 8, 31),
            place: "/legalLines/L1"
        );

        var drafters = await DrawAsync((await ReadAsync(shared, shared.Drafter)).At("/legalLines/L1"));
        var elsewhere = await DrawAsync(
            (await ReadAsync(shared, await shared.SomebodyAsync(shared.Charity, Role.Requester))).At("Security")
        );

        var row = Assert.Single(drafters.QuerySelectorAll("li"));
        Assert.Equal(
            (Hostile.Text, $"/agreements/{shared.Reference}/evidence#e-{item.Id.Value:N}"),
            (row.QuerySelector("a")!.TextContent, row.QuerySelector("a")!.GetAttribute("href"))
        );
        Assert.Contains("Expired on 31 August 2026", row.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            $"/agreements/{shared.Reference}/evidence/add?place=%2FlegalLines%2FL1",
            drafters.QuerySelector("p a")!.GetAttribute("href")
        );
        Assert.Equal("No evidence yet.", elsewhere.Body!.TextContent.Trim());
    }

    private async Task<IHtmlDocument> DrawAsync(EvidenceAtPlace model)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var http = new DefaultHttpContext { RequestServices = services };
        http.SetEndpoint(new Endpoint(null, EndpointMetadataCollection.Empty, null)); // links are made by routing
        var action = new ActionContext(http, new RouteData(), new ActionDescriptor());
        var found = services
            .GetRequiredService<IRazorViewEngine>()
            .GetView(null, "/Pages/Agreements/Evidence/_Evidence.cshtml", isMainPage: false);
        await using var writer = new StringWriter();
        await found.View!.RenderAsync(
            new ViewContext(
                action,
                found.View,
                new ViewDataDictionary(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = model },
                new TempDataDictionary(http, services.GetRequiredService<ITempDataProvider>()),
                writer,
                new HtmlHelperOptions()
            )
        );
        return new HtmlParser().ParseDocument(writer.ToString());
    }

    private static IEnumerable<string> TitlesAt(EvidenceList list, string place) => list.At(place).Rows.Select(row => row.Item.Title);

    private static async Task<EvidenceList> ReadAsync(SharedAgreement shared, Actor actor)
    {
        await using var db = shared.Open();
        var agreement = await shared.FindAsync();
        return await EvidenceList.ReadAsync(
            db,
            agreement,
            agreement.Newest,
            actor,
            new DateOnly(2026, 9, 1),
            Policy.First,
            TestContext.Current.CancellationToken
        );
    }
}
