using System.Globalization;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace DataSharing.Web.Access;

/// <summary>
/// What this page does wants a sign-in of at most five minutes ago: deciding, signing, granting roles. An older one leads
/// to the provider and back, with what was typed.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FreshSignInAttribute : Attribute, IFilterFactory
{
    public static readonly TimeSpan Freshness = TimeSpan.FromMinutes(5);

    public bool IsReusable => false;

    public IFilterMetadata CreateInstance(IServiceProvider serviceProvider) => ActivatorUtilities.CreateInstance<Filter>(serviceProvider);

    /// <summary>How long ago the person proved who they are; never, if the provider did not say.</summary>
    internal static TimeSpan? Age(HttpContext context, TimeProvider clock) =>
        long.TryParse(
            context.User.FindFirst(PersonClaims.AuthenticatedAt)?.Value,
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var seconds
        )
            ? clock.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    /// <summary>In words how old the sign-in is, where it is too old; null where it will do.</summary>
    internal static string? Needed(HttpContext context, TimeProvider clock) =>
        Age(context, clock) switch
        {
            null => "your provider did not say how old yours is",
            { } age when age <= Freshness => null,
            { TotalMinutes: < 60 } age => $"yours was {(int)age.TotalMinutes} minutes ago",
            { TotalHours: < 2 } => "yours was more than an hour ago",
            { } age => $"yours was {(int)age.TotalHours} hours ago",
        };

    // A resource filter comes after the antiforgery check: a forged post is refused, not parked.
    private sealed class Filter(ParkedPosts parked, TimeProvider clock) : IAsyncResourceFilter
    {
        public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
        {
            var (http, request) = (context.HttpContext, context.HttpContext.Request);
            var isPost = HttpMethods.IsPost(request.Method);
            var isFresh = Age(http, clock) is { } age && age <= Freshness;

            if (isFresh || http.User.Identity?.IsAuthenticated is not true || !isPost)
            {
                await next();
                return;
            }

            var back = isPost
                ? await parked.ParkAsync(
                    request,
                    http.User.FindFirst(PersonClaims.Issuer)!.Value,
                    http.User.FindFirst(PersonClaims.Subject)!.Value,
                    isPutOff: false,
                    http.RequestAborted
                )
                : request.Path + request.QueryString;

            context.Result = new ChallengeResult(
                OpenIdConnectDefaults.AuthenticationScheme,
                new OpenIdConnectChallengeProperties
                {
                    RedirectUri = back,
                    MaxAge = Freshness,
                    Prompt = "login",
                }
            );
        }
    }
}
