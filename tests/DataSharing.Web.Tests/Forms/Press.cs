using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DataSharing.Web.Tests.Infrastructure;

namespace DataSharing.Web.Tests.Forms;

/// <summary>Presses the button of a form, once or many times at once.</summary>
internal static class Press
{
    private const int Many = 12;

    /// <summary>The id of the page's first form.</summary>
    public static string IdOf(Answer page) =>
        page.Document.QuerySelector<IHtmlInputElement>("main form[method=post] input[name=form-id]")!.Value;

    /// <returns>The one answer that all the presses got.</returns>
    public static async Task<Uri> ManyTimesAsync(Func<Task<Answer>> press)
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, Many).Select(_ => press()));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.Status));
        return Assert.Single(answers.Select(answer => answer.Location!).Distinct());
    }
}
