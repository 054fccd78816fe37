using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DataSharing.Web.Pages.Agreements.Drafting.Answering;

/// <summary>
/// <c>&lt;when is="A6-A" about="Consent" title="For consent"&gt;</c>: questions that matter only after another choice. The style sheet shows them once that
/// choice is made; they are shown besides where something in them is answered, wrong or found by a check, and by browsers that cannot tell.
/// </summary>
[HtmlTargetElement("when")]
public sealed class WhenTagHelper : TagHelper
{
    /// <summary>The values, any of which opens it. The style sheet has a rule for each.</summary>
    public required string Is { get; set; }

    /// <summary>The members of the form that are asked inside.</summary>
    public required string About { get; set; }

    public string? Title { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inside = (await output.GetChildContentAsync()).GetContent();
        var members = About.Split(',', StringSplitOptions.TrimEntries);
        var isOpen = inside.Contains("ds-finding--field", StringComparison.Ordinal)
            || ViewContext.ModelState.Any(entry => !string.IsNullOrWhiteSpace(entry.Value?.AttemptedValue)
                && members.Any(member => entry.Key == $"Form.{member}" || entry.Key.StartsWith($"Form.{member}.", StringComparison.Ordinal)));

        output.TagName = "div";
        output.Attributes.Clear();
        output.Attributes.SetAttribute("class", isOpen ? "ds-when ds-when--open" : "ds-when");
        output.Attributes.SetAttribute("data-when", Is);
        if (Title is not null)
        {
            var heading = new TagBuilder("h3");
            heading.AddCssClass("govuk-heading-s");
            heading.InnerHtml.Append(Title);
            output.Content.AppendHtml(heading);
        }

        output.Content.AppendHtml(inside);
    }
}
