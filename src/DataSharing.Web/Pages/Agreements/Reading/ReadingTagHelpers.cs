using DataSharing.Documents;
using DataSharing.Documents.Narrative;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace DataSharing.Web.Pages.Agreements.Reading;

// An agreement has a thousand answers, so they are written as they are met, without building an element with its attributes for each:
// AppendHtml for what stands here, Append, which escapes, for what the agreement says.

/// <summary><c>&lt;reading-answer for="answer" /&gt;</c>: an answer and its parts, each place of the content with its anchor.</summary>
[HtmlTargetElement("reading-answer")]
public sealed class ReadingAnswerTagHelper : TagHelper
{
    public required Answer For { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        Tell(output.Content, For, inSentence: false);
    }

    private static void Tell(TagHelperContent html, Answer answer, bool inSentence)
    {
        var element = inSentence ? "span" : "div";
        ReadingTextTagHelper.Begin(html, element, inSentence ? "ds-said__part" : "ds-said", answer.Paths);
        if (answer.Label is { } label)
        {
            html.AppendHtml("<span class=\"ds-said__label\">").Append(label).AppendHtml(":</span> ");
        }

        Lines(html, answer);
        Parts(html, answer);
        ReadingNotesTagHelper.List(html, answer.Notes);
        ReadingTextTagHelper.End(html, element, answer.Paths);
    }

    private static void Lines(TagHelperContent html, Answer answer)
    {
        if (answer.IsBulleted)
        {
            html.AppendHtml("<ul class=\"govuk-list govuk-list--bullet\">");
            foreach (var line in answer.Lines)
            {
                html.AppendHtml("<li>");
                Phrases(html, line);
                html.AppendHtml("</li>");
            }

            html.AppendHtml("</ul>");
            return;
        }

        for (var i = 0; i < answer.Lines.Count; i++)
        {
            if (i > 0)
            {
                html.AppendHtml("<br>");
            }

            Phrases(html, answer.Lines[i]);
        }
    }

    private static void Parts(TagHelperContent html, Answer answer)
    {
        if (answer.Parts.Count == 0)
        {
            return;
        }

        var areBeside = answer.Layout is PartLayout.Beside;
        if (areBeside)
        {
            html.AppendHtml("<div class=\"ds-said__beside\">");
        }

        foreach (var part in answer.Parts)
        {
            Tell(html, part, answer.Layout is PartLayout.Sentence);
            html.AppendHtml(" ");
        }

        if (areBeside)
        {
            html.AppendHtml("</div>");
        }
    }

    private static void Phrases(TagHelperContent html, Line line)
    {
        for (var i = 0; i < line.Phrases.Count; i++)
        {
            var phrase = line.Phrases[i];
            if (i > 0)
            {
                html.AppendHtml(" ");
            }

            if (phrase.Link is not { } link)
            {
                html.AppendHtml($"<span class=\"{ClassOf(phrase.Tone)}\">");
                Text(html, phrase.Text);
                html.AppendHtml("</span>");
            }
            else if (phrase.Tone is Tone.Bad)
            {
                html.AppendHtml($"<span class=\"{ClassOf(phrase.Tone)}\">");
                ReadingTextTagHelper.Link(html, ClassOfLink(phrase.Tone), link, phrase.Text);
                html.AppendHtml("</span>");
            }
            else
            {
                ReadingTextTagHelper.Link(html, ClassOfLink(phrase.Tone), link, phrase.Text);
            }
        }
    }

    /// <summary>Where a line ends within an e-mail address, it ends after the @, if there is room for that much.</summary>
    private static void Text(TagHelperContent html, string text)
    {
        foreach (var (piece, domain) in EmailAddresses.Pieces(text))
        {
            if (domain is null)
            {
                html.Append(piece);
            }
            else
            {
                html.AppendHtml("<span class=\"ds-email\"><span>").Append(piece).AppendHtml("</span><wbr><span>");
                html.Append(domain).AppendHtml("</span></span>");
            }
        }
    }

    private static string ClassOfLink(Tone tone) => tone is Tone.Muted ? "govuk-link ds-said__law" : "govuk-link";

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
        var text = await output.GetChildContentAsync();
        output.TagName = null;
        Begin(output.Content, "span", null, Paths);
        output.Content.AppendHtml(text);
        End(output.Content, "span", Paths);
    }

    /// <summary>The element with the first anchor, and one more around it for each further one, because an element has one id.</summary>
    internal static void Begin(TagHelperContent html, string element, string? @class, IReadOnlyList<string> paths)
    {
        for (var i = paths.Count - 1; i > 0; i--)
        {
            html.AppendHtml($"<{element} id=\"").Append(Anchor.Of(paths[i])).AppendHtml("\">");
        }

        html.AppendHtml(@class is null ? $"<{element}" : $"<{element} class=\"{@class}\"");
        if (paths.Count > 0)
        {
            html.AppendHtml(" id=\"").Append(Anchor.Of(paths[0])).AppendHtml("\"");
        }

        html.AppendHtml(">");
    }

    internal static void Link(TagHelperContent html, string @class, Link link, string text)
    {
        var address = LinkAddress.Of(link);
        html.AppendHtml($"<a class=\"{@class}\" href=\"")
            .Append(address)
            .AppendHtml(address.StartsWith('/') ? "\">" : "\" rel=\"noreferrer\">")
            .Append(text)
            .AppendHtml("</a>");
    }

    internal static void End(TagHelperContent html, string element, IReadOnlyList<string> paths)
    {
        for (var i = 0; i < Math.Max(paths.Count, 1); i++)
        {
            html.AppendHtml($"</{element}>");
        }
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
        List(output.Content, For);
    }

    internal static void List(TagHelperContent html, IReadOnlyList<Note> notes)
    {
        if (notes.Count == 0)
        {
            return;
        }

        html.AppendHtml("<ul class=\"ds-notes\">");
        foreach (var note in notes)
        {
            html.AppendHtml($"<li class=\"{ClassOf(note.Kind)}\">");
            if (note.Link is { } link)
            {
                ReadingTextTagHelper.Link(html, "govuk-link", link, note.Text);
            }
            else
            {
                html.AppendHtml("<span>").Append(note.Text).AppendHtml("</span>");
            }

            html.AppendHtml("</li>");
        }

        html.AppendHtml("</ul>");
    }

    private static string ClassOf(NoteKind kind) =>
        kind switch
        {
            NoteKind.Error => "ds-state ds-state--bad",
            NoteKind.Warning => "ds-state ds-state--wait",
            _ => "ds-state ds-state--done",
        };
}
