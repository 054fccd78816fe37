using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DataSharing.Web.TagHelpers;

/// <summary><c>&lt;govuk-input for="Form.Name" label="Name" /&gt;</c></summary>
[HtmlTargetElement("govuk-input")]
public sealed class InputTagHelper : FieldTagHelper
{
    public required string Label { get; set; }

    public string Type { get; set; } = "text";

    /// <summary>One of GOV.UK's widths in characters: 2, 3, 4, 5, 10, 20 or 30.</summary>
    public int? Width { get; set; }

    public string? Autocomplete { get; set; }

    /// <summary>The keyboard of a phone: numeric for digits.</summary>
    public string? InputMode { get; set; }

    /// <summary>What the browser offers while one types; anything else can be typed too.</summary>
    public IReadOnlyList<Choice> Suggestions { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Group(output);
        LabelHintAndError(output.Content, Label);

        var input = Control("input", "govuk-input");
        input.TagRenderMode = TagRenderMode.SelfClosing;
        input.Attributes["type"] = Type;
        input.Attributes["value"] = Value;
        if (Width is { } width)
        {
            input.AddCssClass(string.Create(CultureInfo.InvariantCulture, $"govuk-input--width-{width}"));
        }

        if (Autocomplete is not null)
        {
            input.Attributes["autocomplete"] = Autocomplete;
        }

        if (InputMode is not null)
        {
            input.Attributes["inputmode"] = InputMode;
        }

        output.Content.AppendHtml(input);
        if (Suggestions.Count > 0)
        {
            input.Attributes["list"] = Id + "-list";
            output.Content.AppendHtml(List());
        }
    }

    private TagBuilder List()
    {
        var list = Tag("datalist");
        list.Attributes["id"] = Id + "-list";
        foreach (var suggestion in Suggestions)
        {
            var option = Tag("option", text: suggestion.Text);
            option.Attributes["value"] = suggestion.Value;
            list.InnerHtml.AppendHtml(option);
        }

        return list;
    }
}

/// <summary><c>&lt;govuk-textarea for="Form.Reason" label="Why?" rows="4" /&gt;</c></summary>
[HtmlTargetElement("govuk-textarea")]
public sealed class TextareaTagHelper : FieldTagHelper
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public required string Label { get; set; }

    public int Rows { get; set; } = 3;

    /// <summary>The most characters that are taken, a line break being one; said beneath the box.</summary>
    public int? Max { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Group(output);
        LabelHintAndError(output.Content, Label);

        var area = Control("textarea", "govuk-textarea");
        area.Attributes["rows"] = Rows.ToString(CultureInfo.InvariantCulture);
        area.InnerHtml.Append("\n" + Value); // HTML drops the first line end of a text area
        output.Content.AppendHtml(area);
        if (Max is { } most)
        {
            var limit = Tag("div", "govuk-hint", string.Create(English, $"You can enter up to {most:N0} characters"));
            limit.Attributes["id"] = Id + "-limit";
            area.Attributes["aria-describedby"] = $"{DescribedBy} {Id}-limit".TrimStart();
            output.Content.AppendHtml(limit);
        }
    }
}

/// <summary><c>&lt;govuk-file for="Form.File" label="Choose a file" accept=".json" /&gt;</c></summary>
[HtmlTargetElement("govuk-file")]
public sealed class FileTagHelper : FieldTagHelper
{
    public required string Label { get; set; }

    public string? Accept { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Group(output);
        LabelHintAndError(output.Content, Label);

        var input = Control("input", "govuk-file-upload");
        input.TagRenderMode = TagRenderMode.SelfClosing;
        input.Attributes["type"] = "file";
        if (Accept is not null)
        {
            input.Attributes["accept"] = Accept;
        }

        output.Content.AppendHtml(input);
    }
}
