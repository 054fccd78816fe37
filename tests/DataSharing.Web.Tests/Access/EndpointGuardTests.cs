using DataSharing.Web.Access;
using DataSharing.Web.Tests.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DataSharing.Web.Tests.Access;

public class EndpointGuardTests(Portal portal)
{
    private IEnumerable<RouteEndpoint> Endpoints =>
        portal
            .Services.GetRequiredService<IEnumerable<EndpointDataSource>>()
            .SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>();

    [Fact]
    public void Every_endpoint_declares_exactly_one_guard()
    {
        Assert.NotEmpty(Endpoints);
        Assert.All(
            Endpoints,
            endpoint =>
            {
                var guards = endpoint.Metadata.OfType<IGuard>().Select(g => g.GetType().Name).ToList();
                Assert.True(guards.Count == 1, $"{endpoint.RoutePattern.RawText} has {guards.Count} guards: {string.Join(", ", guards)}");
            }
        );
    }

    [Fact]
    public void Only_these_are_public()
    {
        var open = Endpoints
            .Where(e => e.Metadata.GetMetadata<PublicPageAttribute>() is not null)
            .Select(e => e.RoutePattern.RawText!.Trim('/'))
            .Order();

        Assert.Equal(
            [
                "accessibility",
                "error",
                "health/live",
                "health/ready",
                "privacy",
                "schemas/agreement/v1",
                "sign-in",
                "sign-in/failed",
                "sign-in/start",
                "signed-out",
                "signout-backchannel",
            ],
            open
        );
    }

    [Fact]
    public async Task Nothing_else_opens_for_somebody_who_is_not_signed_in()
    {
        var browser = portal.SignedOut();
        foreach (var endpoint in Endpoints.Where(e => e.Metadata.GetMetadata<PublicPageAttribute>() is null))
        {
            var answer = await browser.GetAsync("/" + SomeAddressOf(endpoint));

            Assert.Equal(
                (endpoint.RoutePattern.RawText, System.Net.HttpStatusCode.Redirect),
                (endpoint.RoutePattern.RawText, answer.Status)
            );
            Assert.Equal(
                "/sign-in",
                answer.Location?.OriginalString.Split('?')[0].Replace("http://localhost", "", StringComparison.Ordinal)
            );
        }
    }

    [Fact]
    public async Task Nothing_opens_for_somebody_without_a_membership_but_what_is_meant_for_them()
    {
        var stranger = portal.SignedInAs(await portal.APersonAsync());
        foreach (
            var endpoint in Endpoints.Where(e => e.Metadata.OfType<IGuard>().Single() is not (PublicPageAttribute or SignedInOnlyAttribute))
        )
        {
            var answer = await stranger.GetAsync("/" + SomeAddressOf(endpoint));

            Assert.Equal((endpoint.RoutePattern.RawText, "/no-membership"), (endpoint.RoutePattern.RawText, answer.Location?.ToString()));
        }
    }

    [Fact]
    public void No_page_takes_a_form_without_its_token() =>
        Assert.All(
            Endpoints.Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null),
            endpoint =>
                Assert.DoesNotContain(
                    endpoint.Metadata.GetMetadata<PageActionDescriptor>()!.FilterDescriptors,
                    filter => filter.Filter is Microsoft.AspNetCore.Mvc.IgnoreAntiforgeryTokenAttribute
                )
        );

    private static string SomeAddressOf(RouteEndpoint endpoint) =>
        string.Join(
            '/',
            endpoint.RoutePattern.PathSegments.Select(segment =>
                string.Concat(
                    segment.Parts.Select(part =>
                        part switch
                        {
                            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
                            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { ParameterPolicies: var policies }
                                when policies.Any(p => p.Content == "guid") => Guid.NewGuid().ToString(),
                            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { ParameterPolicies: var policies }
                                when policies.Any(p => p.Content == "int") => "1",
                            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { ParameterPolicies: var policies }
                                when policies.Any(p => p.Content?.StartsWith("length", StringComparison.Ordinal) is true) => new string(
                                '0',
                                40
                            ),
                            _ => "x",
                        }
                    )
                )
            )
        );
}
