using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DataSharing.Web.TagHelpers;

/// <summary>
/// One question of a form in GOV.UK's pattern: label or legend, hint, what is wrong, and the control, tied together for a
/// screen reader. What was typed is shown again when it was wrong.
/// </summary>
public abstract class FieldTagHelper : TagHelper
{
    public required ModelExpression For { get; set; }

    public string? Hint { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>The name by which the form is bound; in a partial view it begins with the partial's own.</summary>
    protected string Name => ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    protected string Id => TagBuilder.CreateSanitizedId(Name, "-");

    protected string HintId => Id + "-hint";

    protected string ErrorId => Id + "-error";

    protected string? Error => State?.Errors.FirstOrDefault()?.ErrorMessage;

    /// <summary>What was typed, else what the model holds. A list has no text of its own: typed lists are in the form's state.</summary>
    protected string? Value =>
        State?.AttemptedValue ?? (For.Model is System.Collections.IEnumerable and not string ? null : For.Model?.ToString());

    protected string? DescribedBy
    {
        get
        {
            string[] ids = [.. new[] { Hint is null ? null : HintId, Error is null ? null : ErrorId }.OfType<string>()];
            return ids.Length == 0 ? null : string.Join(' ', ids);
        }
    }

    private ModelStateEntry? State => ViewContext.ModelState.TryGetValue(Name, out var entry) ? entry : null;

    protected void Group(TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.Clear();
        output.Attributes.SetAttribute("class", "govuk-form-group" + (Error is null ? "" : " govuk-form-group--error"));
    }

    protected void LabelHintAndError(TagHelperContent content, string label)
    {
        var tag = Tag("label", "govuk-label", label);
        tag.Attributes["for"] = Id;
        content.AppendHtml(tag);
        HintAndError(content);
    }

    protected void HintAndError(TagHelperContent content)
    {
        if (Hint is not null)
        {
            var hint = Tag("div", "govuk-hint", Hint);
            hint.Attributes["id"] = HintId;
            content.AppendHtml(hint);
        }

        if (Error is { } error)
        {
            var message = Tag("p", "govuk-error-message");
            message.Attributes["id"] = ErrorId;
            message.InnerHtml.AppendHtml(Tag("span", "govuk-visually-hidden", "Error: "));
            message.InnerHtml.Append(error);
            content.AppendHtml(message);
        }
    }

    /// <summary>A fieldset with its legend, for a question with several controls.</summary>
    protected TagBuilder Fieldset(string legend)
    {
        var fieldset = Tag("fieldset", "govuk-fieldset");
        if (DescribedBy is { } describedBy)
        {
            fieldset.Attributes["aria-describedby"] = describedBy;
        }

        fieldset.InnerHtml.AppendHtml(Tag("legend", "govuk-fieldset__legend govuk-fieldset__legend--s", legend));
        return fieldset;
    }

    protected TagBuilder Control(string element, string @class)
    {
        var control = Tag(element, @class + (Error is null ? "" : $" {@class.Split(' ')[0]}--error"));
        control.Attributes["id"] = Id;
        control.Attributes["name"] = Name;
        if (DescribedBy is { } describedBy)
        {
            control.Attributes["aria-describedby"] = describedBy;
        }

        return control;
    }

    protected static TagBuilder Tag(string element, string? @class = null, string? text = null)
    {
        var tag = new TagBuilder(element);
        if (@class is not null)
        {
            tag.AddCssClass(@class);
        }

        if (text is not null)
        {
            tag.InnerHtml.Append(text);
        }

        return tag;
    }
}
