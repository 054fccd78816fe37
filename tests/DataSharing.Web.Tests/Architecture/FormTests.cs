using System.Reflection;
using System.Text.RegularExpressions;
using DataSharing.Web.Forms;
using DataSharing.Web.Tests.Deployment;
using DataSharing.Web.Tests.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DataSharing.Web.Tests.Architecture;

/// <summary>Whatever changes something takes a form with an id, and every form has one.</summary>
public sealed partial class FormTests(Portal portal)
{
    private IEnumerable<RouteEndpoint> Endpoints =>
        portal
            .Services.GetRequiredService<IEnumerable<EndpointDataSource>>()
            .SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>();

    [Fact]
    public void Every_page_asks_a_form_for_its_id_before_anything_else() =>
        Assert.All(
            Endpoints.Select(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>()).OfType<PageActionDescriptor>(),
            page =>
                Assert.Equal(
                    int.MinValue,
                    Assert
                        .Single(
                            page.FilterDescriptors,
                            filter => (filter.Filter as TypeFilterAttribute)?.ImplementationType == typeof(FormIdFilter)
                        )
                        .Order
                )
        );

    [Fact]
    public void Only_these_pages_take_a_form_without_an_id() =>
        Assert.Equal(
            ["SignOutModel"],
            typeof(Program).Assembly.GetTypes().Where(t => t.GetCustomAttribute<WithoutFormIdAttribute>() is not null).Select(t => t.Name)
        );

    // What is no page is posted to by machines, which have no form. The token of a logout counts once by its own id.
    [Fact]
    public void Only_this_is_posted_to_and_is_no_page() =>
        Assert.Equal(
            ["signout-backchannel"],
            Endpoints
                .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is null)
                .Where(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is not ["GET"] and not ["GET", "HEAD"])
                .Where(endpoint => !endpoint.RoutePattern.RawText!.Contains("health", StringComparison.Ordinal)) // answers any method alike
                .Select(endpoint => endpoint.RoutePattern.RawText!.Trim('/'))
        );

    // The tag helper that adds the id looks for exactly this. That it is there on every page that is shown is in QueryBudgetTests.
    [Fact]
    public void Every_form_says_literally_whether_it_is_sent_by_get_or_post()
    {
        var forms = Directory
            .EnumerateFiles(Repository.PathTo("src/DataSharing.Web/Pages"), "*.cshtml", SearchOption.AllDirectories)
            .SelectMany(file => FormTag().Matches(File.ReadAllText(file)).Select(match => (File: Path.GetFileName(file), Tag: match.Value)))
            .ToList();

        Assert.True(forms.Count > 50);
        Assert.All(
            forms,
            form =>
                Assert.True(
                    form.Tag.Contains(" method=\"post\"", StringComparison.Ordinal)
                        || form.Tag.Contains(" method=\"get\"", StringComparison.Ordinal),
                    $"{form.File}: {form.Tag}"
                )
        );
    }

    [GeneratedRegex("<!?form[ >][^\n]*")]
    private static partial Regex FormTag();
}
