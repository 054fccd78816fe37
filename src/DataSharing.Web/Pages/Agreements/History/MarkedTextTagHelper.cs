using DataSharing.Documents.Differences;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DataSharing.Web.Pages.Agreements.History;

/// <summary>
/// <c>&lt;marked-text for="pieces" added="true" /&gt;</c>: a text in which the pieces are marked that the other text does not have, for the
/// eye by a colour and a line, for the ear in words.
/// </summary>
[HtmlTargetElement("marked-text")]
public sealed class MarkedTextTagHelper : TagHelper
{
    public required IReadOnlyList<Piece> For { get; set; }

    /// <summary>The marked pieces came in; else they went out.</summary>
    public bool Added { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", For.Count == 0 ? "ds-muted" : "ds-text");
        if (For.Count == 0)
        {
            output.Content.SetContent("not answered");
        }

        foreach (var piece in For)
        {
            if (piece.IsMarked)
            {
                output.Content.AppendHtml(Marked(piece.Text));
            }
            else
            {
                output.Content.Append(piece.Text);
            }
        }
    }

    private TagBuilder Marked(string text)
    {
        var mark = new TagBuilder(Added ? "ins" : "del");
        mark.InnerHtml.AppendHtml(Hidden(Added ? "[added: " : "[taken out: ")).Append(text).AppendHtml(Hidden("]"));
        return mark;
    }

    private static TagBuilder Hidden(string text)
    {
        var words = new TagBuilder("span");
        words.AddCssClass("govuk-visually-hidden");
        words.InnerHtml.Append(text);
        return words;
    }
}
