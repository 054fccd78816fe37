using System.Diagnostics;
using DataSharing.Web.Access.OpenIdConnect;
using Serilog;
using Serilog.Events;
using Serilog.Formatting.Json;

namespace DataSharing.Web.Operations;

internal static partial class Logging
{
    /// <summary>One JSON object a line on standard output. Addresses are logged without their query, bodies never.</summary>
    public static void AddPortalLogging(this WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        builder.Logging.AddSerilog(
            new LoggerConfiguration()
                .MinimumLevel.Information()
                .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
                .MinimumLevel.Override(typeof(SignInHandler).FullName!, LogEventLevel.Warning) // it traces whole addresses
                .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Information)
                .Enrich.FromLogContext()
                .WriteTo.Console(new JsonFormatter(renderMessage: true))
                .CreateLogger(),
            dispose: true
        );
    }

    public static void UseRequestLog(this WebApplication app)
    {
        var logger = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("DataSharing.Requests");

        app.Use(
            async (context, next) =>
            {
                var start = Stopwatch.GetTimestamp();
                var (method, path) = (context.Request.Method, context.Request.Path);
                await next();
                var elapsed = (long)Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                Answered(logger, method, path, context.Response.StatusCode, elapsed);
            }
        );
    }

    [LoggerMessage(LogLevel.Information, "{Method} {Path} answered {Status} in {Milliseconds} ms")]
    private static partial void Answered(
        Microsoft.Extensions.Logging.ILogger logger,
        string method,
        PathString path,
        int status,
        long milliseconds
    );
}
