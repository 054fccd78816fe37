using DataSharing.Web.Access;
using DataSharing.Web.Forms;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DataSharing.Web.TagHelpers;

/// <summary>Gives every form an id of its own each time it is shown, so that a second press is known as one.</summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class FormIdTagHelper : TagHelper
{
    /// <summary>After the platform's own, which writes the address.</summary>
    public override int Order => int.MaxValue;

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var field = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        field.Attributes["type"] = "hidden";
        field.Attributes["name"] = FormIdFilter.Field;
        field.Attributes["value"] = (IdBeforeSignIn(output) ?? Guid.CreateVersion7()).ToString();
        field.Attributes["autocomplete"] = "off"; // a browser that reloads the page must not put the old id back
        output.PostContent.AppendHtml(field);
    }

    // A form that was kept while its person signed in again is still the same form; others on the page are not.
    private Guid? IdBeforeSignIn(TagHelperOutput output)
    {
        var request = ViewContext.HttpContext.Request;
        var address = output.Attributes["action"]?.Value?.ToString() is { Length: > 0 } action
            ? action
            : request.Path + request.QueryString;
        return ViewContext.ViewData[ParkedFormFilter.Filled] is ParkedForm { Id: { } id } form && form.IsOf(address) ? id : null;
    }
}
