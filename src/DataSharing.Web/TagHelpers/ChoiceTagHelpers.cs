using DataSharing.Domain.Content;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DataSharing.Web.TagHelpers;

/// <summary>One answer among several, with what it means.</summary>
public sealed record Choice(string Value, string Text, string? Hint = null);

/// <summary>A question that is answered by choosing.</summary>
public abstract class ChoiceTagHelper : FieldTagHelper
{
    public required IEnumerable<Choice> Items { get; set; }

    /// <summary>The values chosen now, one or more.</summary>
    protected IReadOnlySet<string> Chosen =>
        ViewContext.ModelState.TryGetValue(Name, out var state) && state.RawValue is not null
            ? ((state.RawValue as IEnumerable<string?>) ?? [state.RawValue.ToString()]).OfType<string>().ToHashSet()
            : For.Model switch
            {
                null => new HashSet<string>(),
                string text => new HashSet<string> { text },
                System.Collections.IEnumerable many => many.Cast<object>().Select(Codes.NameOf).ToHashSet(),
                var one => new HashSet<string> { one is bool yes ? (yes ? "true" : "false") : Codes.NameOf(one) },
            };

    protected TagBuilder Options(string component, string type, bool inline = false)
    {
        var group = Tag("div", $"govuk-{component} govuk-{component}--small" + (inline ? $" govuk-{component}--inline" : ""));
        foreach (var (item, index) in Items.Select((item, index) => (item, index)))
        {
            group.InnerHtml.AppendHtml(Option(component, type, item, index == 0 ? Id : $"{Id}-{index}"));
        }

        return group;
    }

    private TagBuilder Option(string component, string type, Choice item, string id)
    {
        var row = Tag("div", $"govuk-{component}__item");

        var input = Tag("input", $"govuk-{component}__input");
        input.TagRenderMode = TagRenderMode.SelfClosing;
        input.Attributes["id"] = id;
        input.Attributes["name"] = Name;
        input.Attributes["type"] = type;
        input.Attributes["value"] = item.Value;
        if (Chosen.Contains(item.Value) || (item.Value.Length == 0 && Chosen.Count == 0))
        {
            input.Attributes["checked"] = "checked";
        }

        var label = Tag("label", $"govuk-label govuk-{component}__label", item.Text);
        label.Attributes["for"] = id;

        row.InnerHtml.AppendHtml(input);
        row.InnerHtml.AppendHtml(label);
        if (item.Hint is not null)
        {
            input.Attributes["aria-describedby"] = id + "-item-hint";
            var hint = Tag("div", $"govuk-hint govuk-{component}__hint", item.Hint);
            hint.Attributes["id"] = id + "-item-hint";
            row.InnerHtml.AppendHtml(hint);
        }

        return row;
    }
}

/// <summary><c>&lt;govuk-select for="Form.Sector" label="Sector" items="…" /&gt;</c></summary>
[HtmlTargetElement("govuk-select")]
public sealed class SelectTagHelper : ChoiceTagHelper
{
    public required string Label { get; set; }

    /// <summary>What stands first and means no answer.</summary>
    public string? Prompt { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Group(output);
        LabelHintAndError(output.Content, Label);

        var select = Control("select", "govuk-select");
        foreach (var item in Prompt is null ? Items : Items.Prepend(new Choice("", Prompt)))
        {
            var option = Tag("option", text: item.Text);
            option.Attributes["value"] = item.Value;
            if (Chosen.Contains(item.Value))
            {
                option.Attributes["selected"] = "selected";
            }

            select.InnerHtml.AppendHtml(option);
        }

        output.Content.AppendHtml(select);
    }
}

/// <summary>A question whose answers stand one under the other.</summary>
public abstract class OptionsTagHelper(string component, string type) : ChoiceTagHelper
{
    public required string Legend { get; set; }

    /// <summary>Beside one another, for yes and no.</summary>
    public bool Inline { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Group(output);
        var fieldset = Fieldset(Legend);
        var content = new DefaultTagHelperContent();
        HintAndError(content);
        fieldset.InnerHtml.AppendHtml(content);
        fieldset.InnerHtml.AppendHtml(Options(component, type, Inline));
        output.Content.AppendHtml(fieldset);
    }
}

/// <summary><c>&lt;govuk-radios for="Form.Role" legend="Which role?" items="…" /&gt;</c></summary>
[HtmlTargetElement("govuk-radios")]
public sealed class RadiosTagHelper() : OptionsTagHelper("radios", "radio");

/// <summary><c>&lt;govuk-checkboxes for="Form.Sections" legend="Which sections?" items="…" /&gt;</c></summary>
[HtmlTargetElement("govuk-checkboxes")]
public sealed class CheckboxesTagHelper() : OptionsTagHelper("checkboxes", "checkbox");
