using DataSharing.Documents.Narrative;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DataSharing.Documents.Word;

/// <summary>
/// Answers as paragraphs: what stands beside each other on a screen shares a line if it is short, or has a line of its own.
/// </summary>
internal sealed class WordAnswers(WordLinks links)
{
    /// <summary>Short answers share a line of at most so many characters.</summary>
    private const int LineLength = 70;

    private static readonly Phrase Separator = new(";", Tone.Muted);

    public IEnumerable<Paragraph> Paragraphs(IEnumerable<Answer> answers, string style, string bulletStyle = WordStyles.TableBullet) =>
        answers
            .SelectMany(LinesOf)
            .Select(line =>
                WordText.Paragraph(
                    line.Place switch
                    {
                        LinePlace.Bullet => bulletStyle,
                        LinePlace.UnderBullet => WordStyles.TableUnderBullet,
                        _ => style,
                    },
                    Runs(line.Phrases)
                )
            );

    private IEnumerable<OpenXmlElement> Runs(IReadOnlyList<Phrase> phrases)
    {
        foreach (var (i, phrase) in phrases.Index())
        {
            if (i > 0 && phrase != Separator)
            {
                yield return WordText.Run(" ");
            }

            var run = WordText.Run(phrase.Text, WordText.PropertiesOf(phrase.Tone));
            yield return phrase.Link is WebLink link ? links.To(link.Address, run) : run;
        }
    }

    private static IEnumerable<TextLine> LinesOf(Answer answer)
    {
        TextLine[] said =
        [
            .. answer.Lines.Select(line => new TextLine(line.Phrases, answer.IsBulleted ? LinePlace.Bullet : LinePlace.Plain)),
            .. PartsOf(answer),
        ];
        if (answer.Label is not { } label)
        {
            return said;
        }

        var labelled = new Phrase(label + ":", Tone.Muted);
        return said is [{ Place: LinePlace.Plain }, ..]
            ? [said[0] with { Phrases = [labelled, .. said[0].Phrases] }, .. said[1..]]
            : [new TextLine([labelled], LinePlace.Plain), .. said];
    }

    private static IEnumerable<TextLine> PartsOf(Answer answer) =>
        answer.Layout switch
        {
            PartLayout.Sentence => answer.Parts.Count == 0
                ? []
                : [new TextLine([.. answer.Parts.SelectMany(LinesOf).SelectMany(line => line.Phrases)], LinePlace.Plain)],
            PartLayout.Beside => Joined(answer.Parts.Select(part => LinesOf(part).ToArray())),
            _ => Items([.. answer.Parts.Select(part => LinesOf(part).ToArray())]),
        };

    /// <summary>Where items have several lines each, a bullet shows where the next one begins.</summary>
    private static IEnumerable<TextLine> Items(TextLine[][] items) =>
        items.Length > 1 && items.Any(item => item.Length > 1) && items.All(item => item.All(line => line.Place is LinePlace.Plain))
            ? items.SelectMany(item => item.Select((line, i) => line with { Place = i == 0 ? LinePlace.Bullet : LinePlace.UnderBullet }))
            : items.SelectMany(item => item);

    private static List<TextLine> Joined(IEnumerable<TextLine[]> parts)
    {
        List<TextLine> lines = [];
        var mayJoin = false;
        foreach (var part in parts)
        {
            if (mayJoin && part is [{ Place: LinePlace.Plain } line] && lines[^1].Length + line.Length < LineLength)
            {
                lines[^1] = lines[^1] with { Phrases = [.. lines[^1].Phrases, Separator, .. line.Phrases] };
            }
            else
            {
                lines.AddRange(part);
                mayJoin = part is [{ Place: LinePlace.Plain }];
            }
        }

        return lines;
    }

    private enum LinePlace
    {
        Plain,
        Bullet,
        UnderBullet,
    }

    private sealed record TextLine(IReadOnlyList<Phrase> Phrases, LinePlace Place)
    {
        public int Length => Phrases.Sum(phrase => phrase.Text.Length + 1);
    }
}
