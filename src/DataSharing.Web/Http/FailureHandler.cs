using DataSharing.Domain.Agreements.Approval;
using DataSharing.Persistence;
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
    private static readonly TimeSpan AfterALock = TimeSpan.FromSeconds(30);

    private readonly ILogger _logger = loggers.CreateLogger("DataSharing.Errors");

    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        httpContext.Response.StatusCode = StatusFor(exception);
        if (exception is StuckRowException || Has(exception, PostgresErrorCodes.LockNotAvailable))
        {
            httpContext.Features.Set(new PutOff(AfterALock));
        }

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
            // Two who waited for each other; one of them was let go.
            _ when Has(exception, PostgresErrorCodes.DeadlockDetected) => StatusCodes.Status409Conflict,
            // A text with U+0000 in it, which PostgreSQL has no room for and nobody types.
            _ when Has(exception, PostgresErrorCodes.CharacterNotInRepertoire) => StatusCodes.Status400BadRequest,
            StuckRowException => StatusCodes.Status503ServiceUnavailable,
            OpenIdProviderUnavailableException => StatusCodes.Status503ServiceUnavailable,
            // The provider did not take what leads to its sign-in page.
            OpenIdConnectProtocolException => StatusCodes.Status503ServiceUnavailable,
            _ when IsDatabaseAway(exception) => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status500InternalServerError,
        };

    private static bool Has(Exception? exception, string state) =>
        exception is PostgresException refused && refused.SqlState == state
        || (exception?.InnerException is { } inner && Has(inner, state));

    // EF Core wraps what Npgsql says, sometimes twice.
    private static bool IsDatabaseAway(Exception? exception) =>
        exception switch
        {
            null => false,
            PostgresException refused => refused.SqlState.StartsWith("57P", StringComparison.Ordinal)
                || refused.SqlState
                    is PostgresErrorCodes.TooManyConnections
                        or PostgresErrorCodes.LockNotAvailable
                        or PostgresErrorCodes.QueryCanceled // by the server, for its time was up
                        or "25P03", // idle in a transaction for too long
            NpgsqlException or TimeoutException => true,
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
