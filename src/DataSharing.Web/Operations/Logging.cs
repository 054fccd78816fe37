using DataSharing.Web.Access;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Serilog;
using Serilog.AspNetCore;
using Serilog.Events;
using Serilog.Formatting.Json;

namespace DataSharing.Web.Operations;

internal static class Logging
{
    /// <summary>
    /// One JSON object a line on standard output. Addresses are logged by their pattern, so without what was asked; bodies never.
    /// </summary>
    public static void AddPortalLogging(this WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        builder.Services.AddSerilog(
            log =>
                log.MinimumLevel.Information()
                    .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
                    // It quotes addresses and the provider.
                    .MinimumLevel.Override(typeof(OpenIdConnectHandler).FullName!, LogEventLevel.Fatal)
                    .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Information)
                    .Enrich.FromLogContext()
                    .WriteTo.Console(new JsonFormatter(renderMessage: true)),
            preserveStaticLogger: true // hosts of one process, as in tests, do not share a log
        );
    }

    /// <summary>One line a request, when it has been answered.</summary>
    public static void UseRequestLog(this WebApplication app) =>
        app.UseSerilogRequestLogging(options =>
        {
            options.Logger = app.Services.GetRequiredService<Serilog.ILogger>();
            options.MessageTemplate = "{Method} {Route} answered {Status} in {Milliseconds} ms to {Person}";
            options.GetMessageTemplateProperties = Properties;
            options.GetLevel = (_, _, _) => LogEventLevel.Information; // what went wrong has a line of its own
        });

    private static IEnumerable<LogEventProperty> Properties(HttpContext context, string path, double elapsed, int status) =>
        [
            Property("Method", context.Request.Method),
            Property("Route", context.Features.Get<AskedRoute>()?.Pattern),
            Property("Status", status),
            Property("Milliseconds", (long)elapsed),
            Property("Person", context.RequestServices.GetService<SignedIn>()?.IfKnown?.Id.Value),
        ];

    /// <summary>Remembers where a request was going before an error page takes its place.</summary>
    public static void UseAskedRoute(this WebApplication app) =>
        app.Use(
            (context, next) =>
            {
                if (context.Features.Get<AskedRoute>() is null)
                {
                    context.Features.Set(new AskedRoute((context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText));
                }

                return next();
            }
        );

    private static LogEventProperty Property(string name, object? value) => new(name, new ScalarValue(value));

    private sealed record AskedRoute(string? Pattern);
}
