using DataSharing.Web.Http;
using Microsoft.AspNetCore.Diagnostics;

namespace DataSharing.Web.Api;

/// <summary>
/// Addresses for programs: what goes wrong there is said in problem details (RFC 9457), never by a page or a redirect to one.
/// </summary>
internal static class ProblemAnswers
{
    private static readonly PathString Root = "/api";

    public static bool IsForPrograms(this HttpContext context) => context.Request.Path.StartsWithSegments(Root);

    public static void UseProblemAnswers(this WebApplication app) =>
        app.UseWhen(context => context.IsForPrograms(), api => api.UseStatusCodePages(AnswerAsync));

    /// <summary>Whatever the program says it accepts: a problem in a form it did not ask for is better than none.</summary>
    private static Task AnswerAsync(StatusCodeContext context)
    {
        var http = context.HttpContext;
        var status = http.Response.StatusCode;
        Dictionary<string, object?> more = status >= 500 ? new() { ["reference"] = ErrorPages.ReferenceOf(http) } : [];
        return Results.Problem(statusCode: status, extensions: more).ExecuteAsync(http);
    }
}
