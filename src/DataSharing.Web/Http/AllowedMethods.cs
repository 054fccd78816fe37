using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace DataSharing.Web.Http;

internal static class AllowedMethods
{
    /// <summary>The largest request that any page takes, in bytes.</summary>
    private const long LargestRequest = 8 * 1024 * 1024;

    /// <summary>
    /// Said before anything reads the form: the antiforgery check would take its size for a forgery.
    /// </summary>
    public static void UseLargestRequest(this WebApplication app) =>
        app.Use(
            (context, next) =>
                context.Request.ContentLength > LargestRequest && context.Features.Get<IStatusCodeReExecuteFeature>() is null
                    ? throw new BadHttpRequestException("The request is too large.", StatusCodes.Status413PayloadTooLarge)
                    : next()
        );

    /// <summary>Razor Pages answer any method, even TRACE, with the page; we answer only those we mean to.</summary>
    public static void UseAllowedMethods(this WebApplication app) =>
        app.Use(
            (context, next) =>
            {
                var method = context.Request.Method;
                if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsPost(method))
                {
                    return next();
                }

                context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
                context.Response.Headers.Allow = "GET, HEAD, POST";
                return Task.CompletedTask;
            }
        );
}

/// <summary>
/// A page is never shown without its handler having run: a post to one that takes none is refused, an unknown handler is not found.
/// </summary>
internal sealed class PostsNeedAHandler : IPageFilter
{
    public void OnPageHandlerSelected(PageHandlerSelectedContext context) { }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (context.HandlerMethod is null && HttpMethods.IsPost(context.HttpContext.Request.Method))
        {
            context.HttpContext.Response.Headers.Allow = "GET, HEAD";
            context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
        }
        else if (context.HandlerMethod is null && context.ActionDescriptor.HandlerMethods.Count > 0)
        {
            context.Result = new NotFoundResult(); // ?handler=Nothing would show the page without what it loads
        }
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context) { }
}
