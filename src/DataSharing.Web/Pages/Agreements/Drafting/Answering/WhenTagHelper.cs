using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DataSharing.Web.Pages.Agreements.Drafting.Answering;

/// <summary>
/// <c>&lt;when is="A6-A" about="Consent" title="For consent"&gt;</c>: questions that matter only after another choice. The style sheet
/// shows them once that choice is made; they are shown besides where something in them is answered, wrong or found by a check, and by
/// browsers that cannot tell. Where no one choice tells, <c>is</c> is left out and the person opens them.
/// </summary>
[HtmlTargetElement("when")]
public sealed class WhenTagHelper : TagHelper
{
    /// <summary>The values, any of which opens it. The style sheet has a rule for each.</summary>
    public string? Is { get; set; }

    /// <summary>The members of the form that are asked inside.</summary>
    public required string About { get; set; }

    public string? Title { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inside = (await output.GetChildContentAsync()).GetContent();
        var members = About.Split(',', StringSplitOptions.TrimEntries);
        var isOpen =
            inside.Contains("ds-finding--field", StringComparison.Ordinal)
            || ViewContext.ModelState.Any(entry =>
                !string.IsNullOrWhiteSpace(entry.Value?.AttemptedValue)
                && members.Any(member => entry.Key == $"Form.{member}" || entry.Key.StartsWith($"Form.{member}.", StringComparison.Ordinal))
            );

        output.Attributes.Clear();
        if (Is is null)
        {
            output.TagName = "details";
            output.Attributes.SetAttribute("class", "govuk-details ds-only");
            if (isOpen)
            {
                output.Attributes.SetAttribute("open", "");
            }

            var summary = Element("summary", "govuk-details__summary");
            summary.InnerHtml.AppendHtml(Element("span", "govuk-details__summary-text", Title));
            var body = Element("div", "govuk-details__text");
            body.InnerHtml.AppendHtml(inside);
            output.Content.AppendHtml(summary).AppendHtml(body);
            return;
        }

        output.TagName = "div";
        output.Attributes.SetAttribute("class", isOpen ? "ds-when ds-when--open" : "ds-when");
        output.Attributes.SetAttribute("data-when", Is);
        if (Title is not null)
        {
            output.Content.AppendHtml(Element("h3", "govuk-heading-s", Title));
        }

        output.Content.AppendHtml(inside);
    }

    private static TagBuilder Element(string name, string @class, string? text = null)
    {
        var element = new TagBuilder(name);
        element.AddCssClass(@class);
        element.InnerHtml.Append(text ?? "");
        return element;
    }
}
