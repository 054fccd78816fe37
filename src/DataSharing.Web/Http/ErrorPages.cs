using System.Diagnostics;
using System.Globalization;
using DataSharing.Web.Access;
using DataSharing.Web.Api;
using Microsoft.AspNetCore.Diagnostics;

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
        app.UseWhen(
            context => !context.IsForPrograms(),
            pages =>
            {
                // By services that have not failed yet.
                pages.UseStatusCodePagesWithReExecute("/error", createScopeForStatusCodePages: true);
                pages.Use(ShowToNobodyInParticular);
                pages.Use(RememberWhoAskedAsync);
            }
        );
        app.Use(SayWhenToTryAgainAsync);
        app.UseExceptionHandler();
    }

    /// <summary>The number under which a failure stands in the log.</summary>
    public static string ReferenceOf(HttpContext context) => Activity.Current?.TraceId.ToHexString()[..12] ?? context.TraceIdentifier;

    private static Task ShowToNobodyInParticular(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null)
        {
            context.Request.Method = HttpMethods.Get; // a refused post is answered with a page, not posted again
            context.Request.Headers.Cookie = default; // sessions may be what cannot be read
        }

        return next(context);
    }

    /// <summary>Who made the request that ended badly, for the head of the page; null if that is not known.</summary>
    public static SignedInPerson? WhoAsked(HttpContext context) => context.Items[typeof(SignedInPerson)] as SignedInPerson;

    /// <summary>While the request's own services are there: the page of the error reads neither session nor database.</summary>
    private static async Task RememberWhoAskedAsync(HttpContext context, RequestDelegate next)
    {
        await next(context);
        if (context.Response is { StatusCode: >= 400, HasStarted: false } && context.Features.Get<IStatusCodeReExecuteFeature>() is null)
        {
            var person = await WhoAskedAsync(context, context.RequestServices.GetRequiredService<SignedIn>());
            context.Items[typeof(SignedInPerson)] = person;
            if (context.Features.Get<PutOff>() is { } putOff)
            {
                await putOff.KeepAsync(context, person);
            }
        }
    }

    private static async Task<SignedInPerson?> WhoAskedAsync(HttpContext context, SignedIn signedIn)
    {
        if (context.Response.StatusCode >= 500)
        {
            return signedIn.IfKnown; // the database may be what failed
        }

        try
        {
            return await signedIn.PersonAsync();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return null; // the page is shown all the same
        }
    }

    private static async Task SayWhenToTryAgainAsync(HttpContext context, RequestDelegate next)
    {
        await next(context);
        if (
            context.Response is
            { StatusCode: StatusCodes.Status503ServiceUnavailable or StatusCodes.Status429TooManyRequests, HasStarted: false }
        )
        {
            var after = context.Features.Get<PutOff>()?.After ?? TryAgainAfter;
            context.Response.Headers.RetryAfter = Math.Ceiling(after.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }
    }
}
