using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DataSharing.Web.TagHelpers;

/// <summary>What is wrong with the form, above it, each line a link to its question. Takes the focus, without script.</summary>
[HtmlTargetElement("govuk-errors")]
public sealed class ErrorsTagHelper : TagHelper
{
    /// <summary>Under this, a page keeps the names of its questions with errors in the order in which it asks them.</summary>
    public const string Sequence = "ErrorsInSequence";

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        // ModelState has an order of its own, which is not that of the form.
        var order = (ViewContext.ViewData[Sequence] as IEnumerable<string> ?? [])
            .Distinct()
            .Select((name, place) => (name, place))
            .ToDictionary(o => o.name, o => o.place);
        var errors = ViewContext
            .ModelState.OrderBy(entry => order.GetValueOrDefault(entry.Key, int.MaxValue))
            .SelectMany(entry =>
                entry.Value!.Errors.Take(entry.Key.Length == 0 ? int.MaxValue : 1).Select(error => (entry.Key, error.ErrorMessage))
            )
            .ToList();
        if (errors.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "govuk-error-summary");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute(new TagHelperAttribute("autofocus"));

        var alert = new TagBuilder("div") { Attributes = { ["role"] = "alert" } };
        var title = new TagBuilder("h2");
        title.AddCssClass("govuk-error-summary__title");
        title.InnerHtml.Append("There is a problem");
        var body = new TagBuilder("div");
        body.AddCssClass("govuk-error-summary__body");
        var list = new TagBuilder("ul");
        list.AddCssClass("govuk-list govuk-error-summary__list");

        foreach (var (key, message) in errors)
        {
            var item = new TagBuilder("li");
            if (key.Length == 0)
            {
                item.InnerHtml.Append(message);
            }
            else
            {
                var link = new TagBuilder("a") { Attributes = { ["href"] = "#" + TagBuilder.CreateSanitizedId(key, "-") } };
                link.InnerHtml.Append(message);
                item.InnerHtml.AppendHtml(link);
            }

            list.InnerHtml.AppendHtml(item);
        }

        body.InnerHtml.AppendHtml(list);
        alert.InnerHtml.AppendHtml(title);
        alert.InnerHtml.AppendHtml(body);
        output.Content.AppendHtml(alert);
    }
}
