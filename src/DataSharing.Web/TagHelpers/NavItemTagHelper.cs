using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DataSharing.Web.TagHelpers;

/// <summary>
/// An entry of the menu: <c>&lt;nav-item href="/agreements"&gt;Agreements&lt;/nav-item&gt;</c> knows when it is the current one.
/// </summary>
[HtmlTargetElement("nav-item")]
public sealed class NavItemTagHelper : TagHelper
{
    public required string Href { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var path = ViewContext.HttpContext.Request.Path;
        var isCurrent = Href == "/" ? path == "/" : path.StartsWithSegments(Href);
        var text = (await output.GetChildContentAsync()).GetContent();

        var link = new TagBuilder("a");
        link.AddCssClass("govuk-service-navigation__link");
        link.Attributes["href"] = Href;
        if (isCurrent)
        {
            link.Attributes["aria-current"] = "true";
            var strong = new TagBuilder("strong");
            strong.AddCssClass("govuk-service-navigation__active-fallback");
            strong.InnerHtml.AppendHtml(text);
            link.InnerHtml.AppendHtml(strong);
        }
        else
        {
            link.InnerHtml.AppendHtml(text);
        }

        output.TagName = "li";
        output.Attributes.Clear();
        output.Attributes.SetAttribute(
            "class",
            "govuk-service-navigation__item" + (isCurrent ? " govuk-service-navigation__item--active" : "")
        );
        output.Content.SetHtmlContent(link);
    }
}
