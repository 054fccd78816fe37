using DataSharing.Domain.Agreements.Approval;
using DataSharing.Web.Access.OpenIdConnect;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Npgsql;

namespace DataSharing.Web.Http;

/// <summary>Turns an exception into the status that says what it means for the person, and logs it.</summary>
internal sealed class FailureHandler(ILoggerFactory loggers) : IExceptionHandler
{
    private readonly ILogger _logger = loggers.CreateLogger("DataSharing.Errors");

    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        httpContext.Response.StatusCode = StatusFor(exception);
        Log(httpContext, exception);
        return ValueTask.FromResult(true); // the body is written by whoever knows who asked: a page or problem details
    }

    internal static int StatusFor(Exception exception) =>
        exception switch
        {
            BadHttpRequestException bad => bad.StatusCode,
            AntiforgeryValidationException => StatusCodes.Status400BadRequest,
            InvalidDataException => StatusCodes.Status400BadRequest, // a form that cannot be read, or with absurdly many fields
            StaleDecisionException or DbUpdateConcurrencyException => StatusCodes.Status409Conflict,
            DbUpdateException { InnerException: PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } } =>
                StatusCodes.Status409Conflict, // pages look first, so it is a race
            _ when IsDeadlock(exception) => StatusCodes.Status409Conflict, // two who waited for each other; one of them was let go
            _ when IsNoText(exception) => StatusCodes.Status400BadRequest,
            OpenIdProviderUnavailableException => StatusCodes.Status503ServiceUnavailable,
            // The provider did not take what leads to its sign-in page.
            OpenIdConnectProtocolException => StatusCodes.Status503ServiceUnavailable,
            _ when IsDatabaseAway(exception) => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status500InternalServerError,
        };

    private static bool IsDeadlock(Exception? exception) =>
        exception is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected }
        || (exception?.InnerException is { } inner && IsDeadlock(inner));

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

    private void Log(HttpContext context, Exception exception)
    {
        if (context.Response.StatusCode >= 500)
        {
            _logger.LogError(exception, "{Path} failed; reference {Reference}", context.Request.Path, ErrorPages.ReferenceOf(context));
        }
        else
        {
            _logger.LogWarning(
                "{Path} was refused with {Status}: {Reason}",
                context.Request.Path,
                context.Response.StatusCode,
                exception.GetType().Name
            );
        }
    }
}
