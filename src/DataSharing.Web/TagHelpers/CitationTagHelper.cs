using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DataSharing.Web.TagHelpers;

/// <summary>
/// <c>&lt;citation text="DPA 2018 s10" href="https://…" /&gt;</c>: a link where there is a place to read it, else the words alone.
/// </summary>
[HtmlTargetElement("citation")]
public sealed class CitationTagHelper : TagHelper
{
    public required string Text { get; set; }

    public string? Href { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.Clear();
        output.Content.SetContent(Text);
        if (string.IsNullOrEmpty(Href))
        {
            output.TagName = "span";
            return;
        }

        output.TagName = "a";
        output.Attributes.SetAttribute("class", "govuk-link");
        output.Attributes.SetAttribute("href", Href);
        output.Attributes.SetAttribute("rel", "external");
    }
}
