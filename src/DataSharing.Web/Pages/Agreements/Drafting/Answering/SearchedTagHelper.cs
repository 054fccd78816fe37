using System.Globalization;
using DataSharing.Domain.Content;
using DataSharing.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DataSharing.Web.Pages.Agreements.Drafting.Answering;

/// <summary>
/// A choice among many, each with a sentence: what is chosen, and what was searched for. The search is a button of the same form, so that
/// nothing typed elsewhere in it is lost, and no script is needed.
/// </summary>
internal sealed class SearchedTagHelper(string component, string type) : ChoiceTagHelper
{
    /// <summary>So many are simply listed.</summary>
    public const int Few = 15;

    /// <summary>The name of the box in which to search, before the question's own.</summary>
    public const string Prefix = "Find.";

    private const int Shown = 12;

    public required string Legend { get; set; }

    public required string? Sought { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Group(output);
        var fieldset = Fieldset(Legend);
        var content = new DefaultTagHelperContent();
        HintAndError(content);
        fieldset.InnerHtml.AppendHtml(content);

        // Not knowing yet, and taking a choice back, are always at hand.
        var open =
            Items.FirstOrDefault(choice => choice.Value == LawVocabulary.Unknown)
            ?? (type == "radio" ? new Choice("", "I don’t know yet") : null);
        var all = Items.Where(choice => choice != open).ToList();
        var chosen = all.Where(choice => Chosen.Contains(choice.Value)).ToList();
        var found = all.Where(choice => !Chosen.Contains(choice.Value) && Matches(choice)).ToList();
        Items = [.. chosen, .. found.Take(Shown), .. open is null ? [] : new[] { open }];

        fieldset.InnerHtml.AppendHtml(Box());
        fieldset.InnerHtml.AppendHtml(Tag("p", "govuk-body ds-small ds-muted", Telling(found.Count, chosen.Count, all.Count(Matches))));
        fieldset.InnerHtml.AppendHtml(Options(component, type));
        output.Content.AppendHtml(fieldset);
    }

    private string Telling(int found, int chosen, int said) =>
        (string.IsNullOrWhiteSpace(Sought), found) switch
        {
            (true, > Shown) => string.Create(
                CultureInfo.CurrentCulture,
                $"{chosen + Shown} of {found + chosen} are shown. Search to see others."
            ),
            (true, _) => string.Create(CultureInfo.CurrentCulture, $"All {found + chosen} are shown."),
            (false, 0) when said == 0 => $"Nothing says “{Sought}”. Try fewer or other words, or clear the search.",
            (false, > Shown) => string.Create(
                CultureInfo.CurrentCulture,
                $"{said - found + Shown} of {said} that say “{Sought}”. Add a word to see fewer."
            ),
            _ => string.Create(CultureInfo.CurrentCulture, $"{said} {(said == 1 ? "says" : "say")} “{Sought}”."),
        };

    private bool Matches(Choice choice) =>
        (Sought ?? "")
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .All(word => $"{choice.Value} {choice.Text} {choice.Hint}".Contains(word, StringComparison.OrdinalIgnoreCase));

    private TagBuilder Box()
    {
        var group = Tag("div", "ds-searchbar ds-searchbar--choice");
        var id = Id + "-find";
        var label = Tag("label", "govuk-label govuk-visually-hidden", $"Search: {Legend}");
        label.Attributes["for"] = id;

        var input = Tag("input", "govuk-input govuk-input--width-20");
        input.TagRenderMode = TagRenderMode.SelfClosing;
        input.Attributes["id"] = id;
        input.Attributes["name"] = Prefix + Name;
        input.Attributes["type"] = "search";
        input.Attributes["value"] = Sought;
        input.Attributes["maxlength"] = "100";

        var button = Tag("button", "govuk-button govuk-button--secondary", "Search");
        button.Attributes["type"] = "submit";
        button.Attributes["name"] = "Then";
        button.Attributes["value"] = "search";
        button.Attributes["formaction"] = $"#{id}";
        button.InnerHtml.AppendHtml(Tag("span", "govuk-visually-hidden", $": {Legend}"));

        group.InnerHtml.AppendHtml(label);
        group.InnerHtml.AppendHtml(input);
        group.InnerHtml.AppendHtml(button);
        return group;
    }
}
