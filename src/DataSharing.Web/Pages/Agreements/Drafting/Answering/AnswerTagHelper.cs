using System.Globalization;
using System.Text.Encodings.Web;
using DataSharing.Domain.Content;
using DataSharing.Domain.Rules;
using DataSharing.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DataSharing.Web.Pages.Agreements.Drafting.Answering;

/// <summary>
/// <c>&lt;answer for="Form.Description" rows="4" /&gt;</c>: one question about the agreement. Its words come from the
/// <see cref="ContentGuide"/>, its control from the shape of the answer, and beneath it stands what the checks say about it.
/// </summary>
[HtmlTargetElement("answer", TagStructure = TagStructure.WithoutEndTag)]
public sealed class AnswerTagHelper : FieldTagHelper
{
    /// <summary>Names the question where the guide's label does not say it in this place.</summary>
    public string? Label { get; set; }

    /// <summary>For long texts and for lists of texts.</summary>
    public int Rows { get; set; }

    /// <summary>For short texts, in characters.</summary>
    public int? Width { get; set; }

    /// <summary>A list to open where there is no room for radio buttons.</summary>
    public bool Compact { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var page = (IAsking)ViewContext.ViewData.Model!;
        var question = Questions.Of(page.Record).First(q => $"Form.{q.Name}" == For.Name);
        var guide = ContentGuide.For(page.Path + question.Path);
        var label = Label ?? guide.Label;
        Hint ??= question.Shape is TextShape { Duration: { } duration } ? Length(duration) : PolicyWords.Fill(guide.Hint, page.Policy);

        if (!page.MayAnswer(page.Path + question.Path))
        {
            Told(output, label, page.Answered(page.Path + question.Path));
            return;
        }

        var element = question.Shape is ListShape list ? list.Element : question.Shape;
        if (
            element is TextShape { Kinds: not ItemKinds.None and var kinds }
            && page.ChoicesFor(page.Path + question.Path, element).Count == 0
        )
        {
            Told(output, label, NothingOf(kinds));
        }
        else
        {
            Control(question.Shape, label, page, page.Path + question.Path).Process(context, output);
        }

        foreach (var finding in page.TakeFindings(page.Path + question.Path))
        {
            output.Content.AppendHtml(Remark(finding));
        }

        var asked = Tag("input");
        asked.TagRenderMode = TagRenderMode.SelfClosing;
        asked.Attributes["type"] = "hidden";
        asked.Attributes["name"] = "Asked";
        asked.Attributes["value"] = question.Path;
        output.PostElement.AppendHtml(asked);
    }

    /// <summary>The guide's hint is for files; here lengths of time are typed in words.</summary>
    private static string Length(DurationAttribute duration) =>
        $"For example 8 years, 18 months or 28 days{(duration.OrIndefinite ? ", or indefinitely" : "")}.";

    private static string NothingOf(ItemKinds kinds) =>
        kinds switch
        {
            ItemKinds.Field => "Choose the dataset first, then show its fields.",
            ItemKinds.Purpose => "There is no purpose yet. Add one under Purposes, then come back.",
            ItemKinds.Dataset => "There is no dataset yet. Add one under Datasets and fields, then come back.",
            _ => "There is no party yet. Add one under Parties, then come back.",
        };

    private void Told(TagHelperOutput output, string label, string? answer)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.Clear();
        output.Attributes.SetAttribute("class", "govuk-form-group");
        output.Attributes.SetAttribute("id", Id);
        output.Content.AppendHtml(Tag("p", "govuk-body ds-tight", label));
        output.Content.AppendHtml(Tag("p", "govuk-body ds-muted", answer ?? "Not answered yet"));
    }

    private FieldTagHelper Control(ContentShape shape, string label, IAsking page, string path) =>
        shape switch
        {
            FlagShape => new RadiosTagHelper
            {
                For = For,
                ViewContext = ViewContext,
                Hint = Hint,
                Legend = label,
                Items = YesOrNo,
                Inline = true,
            },
            DateShape => new DateTagHelper
            {
                For = For,
                ViewContext = ViewContext,
                Hint = Hint,
                Legend = label,
            },
            IntegerShape => new InputTagHelper
            {
                For = For,
                ViewContext = ViewContext,
                Hint = Hint,
                Label = label,
                Width = Width ?? 10,
                InputMode = "numeric",
            },
            ChoiceShape choice => One(CodesOf(choice), label, blank: true),
            ListShape { Element: ChoiceShape choice } => new CheckboxesTagHelper
            {
                For = For,
                ViewContext = ViewContext,
                Hint = Hint,
                Legend = label,
                Items = CodesOf(choice),
            },
            ListShape list when AnswerText.IsTyped(list) => new TextareaTagHelper
            {
                For = For,
                ViewContext = ViewContext,
                Hint = $"{Hint} One on each line.".TrimStart(),
                Label = label,
                Rows = Math.Max(Rows, 3),
            },
            ListShape list => Several(page.ChoicesFor(path, list.Element), label, page),
            TextShape { Vocabulary: not null } or TextShape { Kinds: not ItemKinds.None } => OneOf(
                page.ChoicesFor(path, shape),
                label,
                page
            ),
            _ when Rows > 0 => new TextareaTagHelper
            {
                For = For,
                ViewContext = ViewContext,
                Hint = Hint,
                Label = label,
                Rows = Rows,
            },
            _ => new InputTagHelper
            {
                For = For,
                ViewContext = ViewContext,
                Hint = Hint,
                Label = label,
                Width = Width,
                Suggestions = shape is TextShape { Suggested: not null } ? page.ChoicesFor(path, shape) : [],
            },
        };

    private FieldTagHelper OneOf(IReadOnlyList<Choice> choices, string label, IAsking page) =>
        choices.Count > SearchedTagHelper.Few
            ? new SearchedTagHelper("radios", "radio")
            {
                For = For,
                ViewContext = ViewContext,
                Hint = Hint,
                Legend = label,
                Items = choices,
                Sought = page.SoughtIn(For.Name),
            }
            : One(choices, label, blank: choices.All(choice => choice.Value != LawVocabulary.Unknown));

    private FieldTagHelper Several(IReadOnlyList<Choice> choices, string label, IAsking page) =>
        choices.Count > SearchedTagHelper.Few
            ? new SearchedTagHelper("checkboxes", "checkbox")
            {
                For = For,
                ViewContext = ViewContext,
                Hint = Hint,
                Legend = label,
                Items = choices,
                Sought = page.SoughtIn(For.Name),
            }
            : new CheckboxesTagHelper
            {
                For = For,
                ViewContext = ViewContext,
                Hint = Hint,
                Legend = label,
                Items = choices,
            };

    /// <summary>A choice once made can be taken back: the empty answer is among the choices.</summary>
    private FieldTagHelper One(IReadOnlyList<Choice> choices, string label, bool blank) =>
        Compact
            ? new SelectTagHelper
            {
                For = For,
                ViewContext = ViewContext,
                Hint = Hint,
                Label = label,
                Items = choices,
                Prompt = "Not answered yet",
            }
            : new RadiosTagHelper
            {
                For = For,
                ViewContext = ViewContext,
                Hint = Hint,
                Legend = label,
                Items = blank ? [.. choices, new Choice("", "I don’t know yet")] : choices,
            };

    private static IReadOnlyList<Choice> YesOrNo { get; } = [new("true", "Yes"), new("false", "No"), new("", "I don’t know yet")];

    private static List<Choice> CodesOf(ChoiceShape choice) =>
        [.. Codes.Of(choice.Enum).Select(code => new Choice(code.Value, CodeLabels.Of((Enum)code.Key), CodeMeanings.Of((Enum)code.Key)))];

    private static TagBuilder Remark(Finding finding)
    {
        var modifier = finding.Severity switch
        {
            Severity.Error => "",
            Severity.Warning => " ds-finding--warn",
            _ => " ds-finding--done",
        };
        var remark = Tag("div", "ds-finding ds-finding--field" + modifier);
        var kind = Tag("span", "ds-finding__kind", finding.Severity.InWords());
        remark.InnerHtml.AppendHtml(kind);
        remark.InnerHtml.Append(string.Create(CultureInfo.InvariantCulture, $" {finding.Message} "));
        var source = Tag("span", "ds-muted");
        source.InnerHtml.AppendHtml(ToRule(finding.RuleId));
        source.InnerHtml.Append(string.Concat(finding.Law.Select(provision => "; " + provision)));
        remark.InnerHtml.AppendHtml(source);
        return remark;
    }

    /// <summary>In a tab of its own, for what is typed here must not be left behind.</summary>
    private static TagBuilder ToRule(string id)
    {
        var link = Tag("a", "govuk-link", id);
        link.Attributes["href"] = $"/law/rules?id={id}";
        link.Attributes["target"] = "_blank";
        link.Attributes["rel"] = "noopener";
        link.InnerHtml.AppendHtml(Tag("span", "govuk-visually-hidden", " (opens in a new tab)"));
        return link;
    }
}
