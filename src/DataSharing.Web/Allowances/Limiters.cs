using System.Threading.RateLimiting;
using DataSharing.Web.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace DataSharing.Web.Allowances;

internal static class Limiters
{
    private const string CallbackPath = "/signin-oidc";

    public static void AddAllowances(this IServiceCollection services, IConfiguration configuration)
    {
        var allowances = Allowance.From(configuration);
        services.AddSingleton(allowances);
        services.AddSingleton<FormLimiter>();
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                Of<HttpContext>(Find(Deed.Request), AddressOf),
                Of<HttpContext>(Find(Deed.SignIn), context => IsSignIn(context.Request.Path) ? AddressOf(context) : null)
            );
            options.OnRejected = (rejected, _) =>
            {
                rejected.HttpContext.Features.Set(new PutOff(After(rejected.Lease)));
                return ValueTask.CompletedTask;
            };
        });

        Allowance Find(Deed deed) => allowances.Single(allowance => allowance.Deed == deed && allowance.Holder == Holder.Address);
    }

    /// <summary>Windows that begin anew, as those in the database.</summary>
    /// <param name="holder">Null for what is not counted.</param>
    public static PartitionedRateLimiter<T> Of<T>(Allowance allowance, Func<T, string?> holder) =>
        PartitionedRateLimiter.Create<T, string>(resource =>
            holder(resource) is { } key
                ? RateLimitPartition.GetFixedWindowLimiter(
                    key,
                    _ => new FixedWindowRateLimiterOptions { PermitLimit = allowance.AtMost, Window = allowance.Within }
                )
                : RateLimitPartition.GetNoLimiter("")
        );

    public static TimeSpan After(RateLimitLease lease) =>
        lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromMinutes(1);

    private static bool IsSignIn(PathString path) =>
        path.Equals("/sign-in/start", StringComparison.OrdinalIgnoreCase) || path.Equals(CallbackPath, StringComparison.OrdinalIgnoreCase);

    // Whoever comes by a socket of this machine has none. A proxy's word is taken only from proxies that the operator names.
    private static string? AddressOf(HttpContext context) => context.Connection.RemoteIpAddress?.ToString();
}
