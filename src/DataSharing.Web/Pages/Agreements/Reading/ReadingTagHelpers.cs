using DataSharing.Documents.Narrative;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DataSharing.Web.Pages.Agreements.Reading;

/// <summary><c>&lt;reading-answer for="answer" /&gt;</c>: an answer and its parts, each place of the content with its anchor.</summary>
[HtmlTargetElement("reading-answer")]
public sealed class ReadingAnswerTagHelper : TagHelper
{
    public required Answer For { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Tell(For, inSentence: false));
    }

    private static TagBuilder Tell(Answer answer, bool inSentence)
    {
        var element = new TagBuilder(inSentence ? "span" : "div");
        element.AddCssClass(inSentence ? "ds-said__part" : "ds-said");
        if (answer.Label is { } label)
        {
            element.InnerHtml.AppendHtml(Text("span", "ds-said__label", label + ":")).Append(" ");
        }

        element.InnerHtml.AppendHtml(Lines(answer)).AppendHtml(Parts(answer)).AppendHtml(ReadingNotesTagHelper.List(answer.Notes));
        return ReadingTextTagHelper.Anchored(answer.Paths, element);
    }

    private static IHtmlContent Lines(Answer answer)
    {
        var lines = new HtmlContentBuilder();
        if (answer.IsBulleted)
        {
            var list = new TagBuilder("ul");
            list.AddCssClass("govuk-list govuk-list--bullet");
            foreach (var line in answer.Lines)
            {
                var item = new TagBuilder("li");
                item.InnerHtml.AppendHtml(Phrases(line));
                list.InnerHtml.AppendHtml(item);
            }

            return list;
        }

        foreach (var (i, line) in answer.Lines.Index())
        {
            if (i > 0)
            {
                lines.AppendHtml(new TagBuilder("br") { TagRenderMode = TagRenderMode.SelfClosing });
            }

            lines.AppendHtml(Phrases(line));
        }

        return lines;
    }

    private static IHtmlContent Parts(Answer answer)
    {
        if (answer.Parts.Count == 0)
        {
            return HtmlString.Empty;
        }

        var parts = new HtmlContentBuilder();
        foreach (var part in answer.Parts)
        {
            parts.AppendHtml(Tell(part, answer.Layout is PartLayout.Sentence)).Append(" ");
        }

        if (answer.Layout is not PartLayout.Beside)
        {
            return parts;
        }

        var beside = new TagBuilder("div");
        beside.AddCssClass("ds-said__beside");
        beside.InnerHtml.AppendHtml(parts);
        return beside;
    }

    private static HtmlContentBuilder Phrases(Line line)
    {
        var phrases = new HtmlContentBuilder();
        foreach (var (i, phrase) in line.Phrases.Index())
        {
            if (i > 0)
            {
                phrases.Append(" ");
            }

            phrases.AppendHtml(
                phrase.Link is { } link ? Link(phrase, LinkAddress.Of(link)) : Text("span", ClassOf(phrase.Tone), phrase.Text)
            );
        }

        return phrases;
    }

    private static TagBuilder Link(Phrase phrase, string address)
    {
        var link = Text("a", phrase.Tone is Tone.Muted ? "govuk-link ds-said__law" : "govuk-link", phrase.Text);
        link.Attributes["href"] = address;
        if (!address.StartsWith('/'))
        {
            link.Attributes["rel"] = "noreferrer";
        }

        if (phrase.Tone is not Tone.Bad)
        {
            return link;
        }

        var state = Text("span", ClassOf(phrase.Tone), "");
        state.InnerHtml.AppendHtml(link);
        return state;
    }

    private static TagBuilder Text(string name, string @class, string text)
    {
        var element = new TagBuilder(name);
        element.AddCssClass(@class);
        element.InnerHtml.Append(text);
        return element;
    }

    private static string ClassOf(Tone tone) =>
        tone switch
        {
            Tone.Strong => "ds-text ds-text--strong",
            Tone.Muted => "ds-text ds-muted",
            Tone.Sensitive => "govuk-tag govuk-tag--purple",
            Tone.Bad => "ds-state ds-state--bad",
            Tone.Number => "ds-no",
            _ => "ds-text",
        };
}

/// <summary>
/// <c>&lt;reading-text paths="…"&gt;…&lt;/reading-text&gt;</c>: a text that shows places of the content, with their anchors.
/// </summary>
[HtmlTargetElement("reading-text")]
public sealed class ReadingTextTagHelper : TagHelper
{
    public required IReadOnlyList<string> Paths { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var text = new TagBuilder("span");
        text.InnerHtml.AppendHtml(await output.GetChildContentAsync());
        output.TagName = null;
        output.Content.SetHtmlContent(Anchored(Paths, text));
    }

    /// <summary>The element with the first anchor, and one more around it for each further one, because an element has one id.</summary>
    internal static TagBuilder Anchored(IReadOnlyList<string> paths, TagBuilder element)
    {
        foreach (var (i, path) in paths.Index())
        {
            if (i > 0)
            {
                var around = new TagBuilder(element.TagName);
                around.InnerHtml.AppendHtml(element);
                element = around;
            }

            element.Attributes["id"] = Anchor.Of(path);
        }

        return element;
    }
}

/// <summary><c>&lt;reading-notes for="notes" /&gt;</c>: what the checks say about the place above.</summary>
[HtmlTargetElement("reading-notes")]
public sealed class ReadingNotesTagHelper : TagHelper
{
    public required IReadOnlyList<Note> For { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(List(For));
    }

    internal static IHtmlContent List(IReadOnlyList<Note> notes)
    {
        if (notes.Count == 0)
        {
            return HtmlString.Empty;
        }

        var list = new TagBuilder("ul");
        list.AddCssClass("ds-notes");
        foreach (var note in notes)
        {
            var item = new TagBuilder("li");
            item.AddCssClass(
                note.Kind switch
                {
                    NoteKind.Error => "ds-state ds-state--bad",
                    NoteKind.Warning => "ds-state ds-state--wait",
                    _ => "ds-state ds-state--done",
                }
            );
            item.InnerHtml.AppendHtml(Words(note));
            list.InnerHtml.AppendHtml(item);
        }

        return list;
    }

    private static TagBuilder Words(Note note)
    {
        var words = new TagBuilder(note.Link is null ? "span" : "a");
        words.InnerHtml.Append(note.Text);
        if (note.Link is { } link)
        {
            words.AddCssClass("govuk-link");
            words.Attributes["href"] = LinkAddress.Of(link);
        }

        return words;
    }
}
