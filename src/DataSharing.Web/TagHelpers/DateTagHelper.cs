using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DataSharing.Web.TagHelpers;

/// <summary><c>&lt;govuk-date for="Form.ValidTo" legend="Valid until" /&gt;</c></summary>
[HtmlTargetElement("govuk-date")]
public sealed class DateTagHelper : FieldTagHelper
{
    public required string Legend { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Group(output);
        var fieldset = Fieldset(Legend);
        fieldset.Attributes["role"] = "group";
        var content = new DefaultTagHelperContent();
        HintAndError(content);
        fieldset.InnerHtml.AppendHtml(content);

        var boxes = Tag("div", "govuk-date-input");
        var date = Typed() ?? For.Model as DateInput ?? new DateInput();
        var wrong =
            Error is null ? []
            : date.WrongBox is { } box ? [box]
            : DateInput.Boxes;
        if (wrong is [])
        {
            boxes.Attributes["id"] = Id;
        }

        boxes.InnerHtml.AppendHtml(Box("Day", date.Day, 2, wrong));
        boxes.InnerHtml.AppendHtml(Box("Month", date.Month, 2, wrong));
        boxes.InnerHtml.AppendHtml(Box("Year", date.Year, 4, wrong));
        fieldset.InnerHtml.AppendHtml(boxes);
        output.Content.AppendHtml(fieldset);
    }

    private DateInput? Typed() =>
        ViewContext.ModelState.TryGetValue(Name, out var state) && state.RawValue is string[] { Length: 3 } typed
            ? new DateInput
            {
                Day = typed[0],
                Month = typed[1],
                Year = typed[2],
            }
            : null;

    /// <summary>The first box that is wrong has the question's own id, so that the list of errors leads into it.</summary>
    private TagBuilder Box(string part, string? value, int width, string[] wrong)
    {
        var id = wrong.FirstOrDefault() == part ? Id : $"{Id}-{part}";
        var item = Tag("div", "govuk-date-input__item");
        var group = Tag("div", "govuk-form-group");
        var label = Tag("label", "govuk-label govuk-date-input__label", part);
        label.Attributes["for"] = id;

        var input = Tag(
            "input",
            string.Create(CultureInfo.InvariantCulture, $"govuk-input govuk-date-input__input govuk-input--width-{width}")
        );
        input.TagRenderMode = TagRenderMode.SelfClosing;
        input.Attributes["id"] = id;
        input.Attributes["name"] = $"{Name}.{part}";
        input.Attributes["type"] = "text";
        if (part == "year")
        {
            input.Attributes["inputmode"] = "numeric"; // the others take words as well: 1st, October, a whole date
        }

        input.Attributes["value"] = value;
        if (wrong.Contains(part))
        {
            input.AddCssClass("govuk-input--error");
        }

        group.InnerHtml.AppendHtml(label);
        group.InnerHtml.AppendHtml(input);
        item.InnerHtml.AppendHtml(group);
        return item;
    }
}
