using System.Xml;
using DataSharing.Documents.Narrative;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DataSharing.Documents.Word;

/// <summary>Paragraphs and runs.</summary>
internal static class WordText
{
    public static Paragraph Paragraph(string style, IEnumerable<OpenXmlElement> runs)
    {
        var paragraph = new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        paragraph.Append(runs);
        return paragraph;
    }

    public static Paragraph Paragraph(string style, string text) => Paragraph(style, [Run(text)]);

    /// <summary>Line breaks of the text become line breaks in Word.</summary>
    public static Run Run(string text, RunProperties? properties = null)
    {
        var run = new Run();
        if (properties is not null)
        {
            run.Append(properties);
        }

        foreach (var (i, line) in Valid(text).Split('\n').Index())
        {
            if (i > 0)
            {
                run.Append(new Break());
            }

            run.Append(new Text(line) { Space = SpaceProcessingModeValues.Preserve });
        }

        return run;
    }

    public static Run Tab() => new(new TabChar());

    /// <summary>A field with the result that it shows until Word works it out again.</summary>
    public static SimpleField Field(string instruction, string result) => new(Run(result)) { Instruction = $" {instruction} " };

    public static RunProperties? PropertiesOf(Tone tone) =>
        tone switch
        {
            Tone.Strong => new RunProperties(new Bold()),
            Tone.Muted => new RunProperties(new Bold { Val = false }, new Color { Val = WordStyles.Muted }),
            Tone.Sensitive => new RunProperties(new Bold(), new Color { Val = WordStyles.Sensitive }),
            Tone.Bad => new RunProperties(new Bold(), new Color { Val = WordStyles.Bad }),
            Tone.Number => new RunProperties(new Bold(), new Color { Val = WordStyles.Accent }),
            _ => null,
        };

    /// <summary>XML has no place for most control characters.</summary>
    public static string Valid(string text) =>
        text.All(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c))
            ? text
            : string.Concat(text.Where(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c)));
}
