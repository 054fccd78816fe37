using System.Diagnostics;
using DataSharing.Domain.Agreements.Approval;
using DataSharing.Web.Access.OpenIdConnect;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace DataSharing.Web.Http;

internal static class ErrorPages
{
    private static readonly TimeSpan TryAgainAfter = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Every refusal and every failure ends on a page of ours that says what to do next, with the status kept. An
    /// exception is logged under a number that the page shows; its text never leaves the server.
    /// </summary>
    public static void UseErrorPages(this WebApplication app)
    {
        var logger = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("DataSharing.Errors");

        app.Use(
            async (context, next) =>
            {
                try
                {
                    await next();
                }
                catch (Exception exception) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
                {
                    context.Response.Clear();
                    context.Response.StatusCode = StatusFor(exception);
                    Log(logger, context, exception);
                }

                if (context.Response is { HasStarted: false, StatusCode: >= 400, ContentLength: null, ContentType: null })
                {
                    await ShowAsync(context, next);
                }
            }
        );
    }

    private static int StatusFor(Exception exception) =>
        exception switch
        {
            BadHttpRequestException bad => bad.StatusCode,
            AntiforgeryValidationException => StatusCodes.Status400BadRequest,
            InvalidDataException => StatusCodes.Status400BadRequest, // a form that cannot be read, or with absurdly many fields
            StaleDecisionException or DbUpdateConcurrencyException => StatusCodes.Status409Conflict,
            DbUpdateException { InnerException: PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } } =>
                StatusCodes.Status409Conflict, // pages look first, so it is a race
            _ when IsNoText(exception) => StatusCodes.Status400BadRequest,
            OpenIdProviderUnavailableException => StatusCodes.Status503ServiceUnavailable,
            _ when IsDatabaseAway(exception) => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status500InternalServerError,
        };

    // A text with U+0000 in it, which PostgreSQL has no room for and nobody types.
    private static bool IsNoText(Exception? exception) =>
        exception is PostgresException { SqlState: PostgresErrorCodes.CharacterNotInRepertoire }
        || (exception?.InnerException is { } inner && IsNoText(inner));

    // EF Core wraps what Npgsql says, sometimes twice.
    private static bool IsDatabaseAway(Exception? exception) =>
        exception switch
        {
            null => false,
            PostgresException refused => refused.SqlState.StartsWith("57P", StringComparison.Ordinal)
                || refused.SqlState is "53300" or "55P03",
            NpgsqlException => true,
            _ => IsDatabaseAway(exception.InnerException),
        };

    private static void Log(ILogger logger, HttpContext context, Exception exception)
    {
        if (context.Response.StatusCode >= 500)
        {
            logger.LogError(exception, "{Path} failed; reference {Reference}", context.Request.Path, ReferenceOf(context));
        }
        else
        {
            logger.LogWarning(
                "{Path} was refused with {Status}: {Reason}",
                context.Request.Path,
                context.Response.StatusCode,
                exception.GetType().Name
            );
        }
    }

    /// <summary>The number under which a failure stands in the log.</summary>
    public static string ReferenceOf(HttpContext context) => Activity.Current?.TraceId.ToHexString()[..12] ?? context.TraceIdentifier;

    private static async Task ShowAsync(HttpContext context, Func<Task> next)
    {
        var status = context.Response.StatusCode;
        var asked = new ErrorShown(status, context.Request.Path);

        if (status == StatusCodes.Status503ServiceUnavailable)
        {
            context.Response.Headers.RetryAfter = TryAgainAfter.TotalSeconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        context.Features.Set(asked);
        context.Request.Path = "/error";
        context.Request.QueryString = QueryString.Empty;
        context.Request.Method = HttpMethods.Get; // a refused post is answered with a page, not posted again
        context.SetEndpoint(null);
        context.Features.Get<IRouteValuesFeature>()?.RouteValues.Clear();

        // Sessions may be what cannot be read, so the page is shown to nobody in particular, by services that have not failed yet.
        context.Request.Headers.Cookie = default;
        var services = context.RequestServices;
        await using var scope = services.CreateAsyncScope();
        context.RequestServices = scope.ServiceProvider;
        try
        {
            await next();
        }
        finally
        {
            context.RequestServices = services;
        }
    }
}

/// <summary>The error that a request ended in, for the page that explains it.</summary>
public sealed record ErrorShown(int Status, string Path);
