using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DataSharing.Web.TagHelpers;

/// <summary>A date as three boxes. What was typed is kept even when it is no date.</summary>
public sealed class DateInput
{
    internal static readonly string[] Boxes = [nameof(Day), nameof(Month), nameof(Year)];

    public string? Day { get; set; }
    public string? Month { get; set; }
    public string? Year { get; set; }

    public bool IsBlank => string.IsNullOrWhiteSpace(Day) && string.IsNullOrWhiteSpace(Month) && string.IsNullOrWhiteSpace(Year);

    /// <summary>The date, or null while it is none.</summary>
    public DateOnly? Value =>
        Number(Day) is { } day
        && Number(Month) is { } month
        && Number(Year) is { } year
        && year is >= 1900 and <= 9999
        && month is >= 1 and <= 12
        && day >= 1
        && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    public static DateInput Of(DateOnly? date) =>
        new()
        {
            Day = date?.Day.ToString(CultureInfo.InvariantCulture),
            Month = date?.Month.ToString(CultureInfo.InvariantCulture),
            Year = date?.Year.ToString(CultureInfo.InvariantCulture),
        };

    private static int? Number(string? text) =>
        int.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

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
        boxes.Attributes["id"] = Id;
        var date = Typed() ?? For.Model as DateInput ?? new DateInput();
        boxes.InnerHtml.AppendHtml(Box("Day", date.Day, 2));
        boxes.InnerHtml.AppendHtml(Box("Month", date.Month, 2));
        boxes.InnerHtml.AppendHtml(Box("Year", date.Year, 4));
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

    private TagBuilder Box(string part, string? value, int width)
    {
        var id = $"{Id}-{part}";
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
        input.Attributes["inputmode"] = "numeric";
        input.Attributes["value"] = value;
        if (Error is not null)
        {
            input.AddCssClass("govuk-input--error");
        }

        group.InnerHtml.AppendHtml(label);
        group.InnerHtml.AppendHtml(input);
        item.InnerHtml.AppendHtml(group);
        return item;
    }
}
