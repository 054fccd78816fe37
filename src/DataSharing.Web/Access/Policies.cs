using DataSharing.Web.Api;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace DataSharing.Web.Access;

/// <summary>What the guards mean. Where nothing is declared, only members get through.</summary>
internal static class Policies
{
    public const string SignedIn = "SignedIn";
    public const string Member = "Member";
    public const string RolePrefix = "Role:";

    public static void AddPortalAuthorization(this IServiceCollection services)
    {
        var builder = services
            .AddAuthorizationBuilder()
            .AddPolicy(SignedIn, policy => policy.RequireAuthenticatedUser())
            .AddPolicy(Member, policy => policy.RequireAuthenticatedUser().AddRequirements(new Membership(null)))
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().AddRequirements(new Membership(null)).Build());

        foreach (var role in Enum.GetValues<Role>())
        {
            builder.AddPolicy(RolePrefix + role, policy => policy.RequireAuthenticatedUser().AddRequirements(new Membership(role)));
        }

        services.AddScoped<IAuthorizationHandler, MembershipHandler>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, WhomToAsk>();
    }

    private sealed record Membership(Role? Role) : IAuthorizationRequirement;

    private sealed class MembershipHandler(SignedIn signedIn) : AuthorizationHandler<Membership>
    {
        protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, Membership requirement)
        {
            if ((await signedIn.PersonAsync())?.Actor is { } actor && (requirement.Role is not { } role || actor.Holds(role)))
            {
                context.Succeed(requirement);
            }
        }
    }

    /// <summary>Somebody without any membership is not refused but told whom to ask. A program is not sent to pages.</summary>
    private sealed class WhomToAsk : IAuthorizationMiddlewareResultHandler
    {
        private readonly AuthorizationMiddlewareResultHandler _usual = new();

        public async Task HandleAsync(
            RequestDelegate next,
            HttpContext context,
            AuthorizationPolicy policy,
            PolicyAuthorizationResult authorizeResult
        )
        {
            if (context.IsForPrograms() && !authorizeResult.Succeeded)
            {
                context.Response.StatusCode = authorizeResult.Challenged
                    ? StatusCodes.Status401Unauthorized
                    : StatusCodes.Status403Forbidden;
                return;
            }

            if (
                authorizeResult.Forbidden
                && (await context.RequestServices.GetRequiredService<SignedIn>().PersonAsync())?.Organisations is null or []
            )
            {
                context.Response.Redirect(SignInPaths.NoMembership);
                return;
            }

            await _usual.HandleAsync(next, context, policy, authorizeResult);
        }
    }
}
