using DataSharing.Web.Forms;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DataSharing.Web.TagHelpers;

/// <summary>Makes a form carry what it was shown with (<see cref="Opened"/>).</summary>
[HtmlTargetElement("opened-with")]
public sealed class OpenedTagHelper : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "input";
        output.TagMode = TagMode.SelfClosing;
        output.Attributes.SetAttribute("type", "hidden");
        output.Attributes.SetAttribute("name", Opened.Field);
        output.Attributes.SetAttribute("value", ((IOpenedForm)ViewContext.ViewData.Model!).OpenedWith);
        output.Attributes.SetAttribute("autocomplete", "off"); // a browser that reloads the page must not put the old one back
    }
}
