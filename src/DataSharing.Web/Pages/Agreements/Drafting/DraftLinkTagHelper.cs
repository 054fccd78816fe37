using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DataSharing.Web.Pages.Agreements.Drafting;

/// <summary>
/// A way to another page of the draft. Where the page has a form it is a button of that form, so that what was typed is saved first.
/// </summary>
[HtmlTargetElement("draft-link")]
public sealed class DraftLinkTagHelper : TagHelper
{
    public required string Href { get; set; }

    public bool SavesFirst { get; set; }

    /// <summary>The id of the form that is saved first, where the link stands outside it.</summary>
    public string? OfForm { get; set; }

    /// <summary>What it is about, for whoever does not see where it stands.</summary>
    public string? About { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Attributes.Clear();
        if (SavesFirst)
        {
            output.TagName = "button";
            output.Attributes.SetAttribute("type", "submit");
            output.Attributes.SetAttribute("class", "ds-text-button");
            output.Attributes.SetAttribute("name", "Then");
            output.Attributes.SetAttribute("value", Href);
            if (OfForm is not null)
            {
                output.Attributes.SetAttribute("form", OfForm);
            }
        }
        else
        {
            output.TagName = "a";
            output.Attributes.SetAttribute("class", "govuk-link");
            output.Attributes.SetAttribute("href", Href);
        }

        if (About is not null)
        {
            var about = new TagBuilder("span");
            about.AddCssClass("govuk-visually-hidden");
            about.InnerHtml.Append(" " + About);
            output.PostContent.AppendHtml(about);
        }
    }
}
