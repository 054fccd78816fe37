using DataSharing.Web.Access;
using DataSharing.Web.Http;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace DataSharing.Web.Pages.Errors;

/// <summary>What a request that ended badly shows: what happened, whether anything was lost, and what to do.</summary>
[PublicPage("Errors happen to anyone")]
[DisableRateLimiting] // whoever has asked too often is told so
public sealed class ErrorModel : PageModel
{
    private static readonly Dictionary<int, (string Heading, string[] Explanation)> Pages = new()
    {
        [400] = (
            "That request could not be understood",
            [
                "The page may have been open too long, or in two windows as two people. Nothing was saved.",
                "Go back, reload the page and try again.",
            ]
        ),
        [403] = (
            "You may not do that",
            [
                "Your roles do not allow it here. If they should, ask your organisation’s administrator, "
                    + "or choose another organisation to act for.",
            ]
        ),
        [404] = (
            "Page not found",
            [
                "There is nothing here, or nothing that you may see.",
                "Check the address. If somebody sent it to you, ask them whether your organisation takes part.",
                "If you audit agreements, My work says which of your audits have ended.", // to all: it must tell nobody apart
            ]
        ),
        [405] = ("That is not how this page is used", ["Open it from a link or a button of the portal."]),
        [409] = (
            "That is not possible now",
            [
                "What you were looking at has changed since you opened it, or it is not the time for this step. "
                    + "Nothing of this press was saved.",
                "If you pressed twice, the first press may have counted. Open it again to see how it stands now.",
            ]
        ),
        [413] = (
            "That is too large",
            [
                "What you sent is larger than this page takes. Nothing was saved.",
                "Go back in your browser: what you typed is still there. Choose a smaller file, or split the text.",
            ]
        ),
        [429] = (
            "You have done that very often just now",
            [
                "There is a limit, so that nobody can hold up everybody else. It counts for a person, for an organisation or for the "
                    + "address that a computer has on the network. Nothing of this was done.",
            ]
        ),
        [503] = (
            "Sorry, the service is not available just now",
            ["Something that the portal depends on does not answer. Nothing was saved.", "Try again in a minute."]
        ),
    };

    private static readonly (string Heading, string[] Explanation) Failure = (
        "Sorry, something went wrong",
        ["The fault is ours and has been recorded. Nothing was saved.", "Try again. If it goes wrong again, tell us."]
    );

    private string _path = "";

    public int Status { get; private set; } = StatusCodes.Status404NotFound;

    public string Reference => ErrorPages.ReferenceOf(HttpContext);

    /// <summary>The agreement that the refused page was about, if it was about one that may be named.</summary>
    public string? Agreement =>
        Status == StatusCodes.Status409Conflict && _path.Split('/') is ["", "agreements", var reference, ..]
            ? $"/agreements/{reference}"
            : null;

    /// <summary>When it may be tried again, in words; null where that is not known.</summary>
    public string? After =>
        Status == StatusCodes.Status429TooManyRequests && PutOff is { } putOff
            ? putOff.After.TotalMinutes switch
            {
                <= 1 => "Try again in a minute.",
                <= 90 => $"Try again in {Math.Ceiling(putOff.After.TotalMinutes)} minutes.",
                _ => $"Try again in {Math.Ceiling(putOff.After.TotalHours)} hours.",
            }
            : null;

    /// <summary>Where the form is with what was typed; null where nothing is kept.</summary>
    public string? KeptAt => PutOff?.KeptAt;

    private PutOff? PutOff => HttpContext.Features.Get<PutOff>();

    public SignedInPerson? WhoAsked => ErrorPages.WhoAsked(HttpContext);

    public string Heading => Words.Heading;

    public string[] Explanation => Words.Explanation;

    private (string Heading, string[] Explanation) Words => Pages.GetValueOrDefault(Status, Failure);

    public IActionResult OnGet()
    {
        if (HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not { } shown)
        {
            return NotFound(); // nobody comes here by address
        }

        Status = shown.OriginalStatusCode;
        _path = shown.OriginalPath;
        return new PageResult { StatusCode = Status };
    }
}
