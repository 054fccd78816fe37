using DataSharing.Documents.Paper;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Vml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DataSharing.Documents.Word;

/// <summary>
/// What every page has: the title and, across it, that it is a draft at its head; which version it is and the page's number at its foot.
/// </summary>
internal static class WordFrame
{
    private const int RightMargin = WordTables.Width;

    public static Header Header(AgreementPaper paper)
    {
        var paragraph = WordText.Paragraph(WordStyles.Header, []);
        if (paper.Mark is { } mark)
        {
            paragraph.Append(Watermark(mark));
        }

        paragraph.Append(WordText.Run(paper.Title));
        return new Header(paragraph);
    }

    public static Footer Footer(AgreementPaper paper)
    {
        var paragraph = WordText.Paragraph(WordStyles.Footer, []);
        paragraph.ParagraphProperties!.Append(new Tabs(new TabStop { Val = TabStopValues.Right, Position = RightMargin }));
        paragraph.Append(
            WordText.Run(paper.Mark is null ? paper.Name : $"{paper.Name} ({paper.Mark.ToLowerInvariant()})"),
            WordText.Tab(),
            WordText.Run("Page "),
            WordText.Field("PAGE", "1"),
            WordText.Run(" of "),
            WordText.Field("NUMPAGES", "1")
        );
        return new Footer(paragraph);
    }

    /// <summary>A4 upright.</summary>
    public static SectionProperties Page(string header, string footer) =>
        new(
            new HeaderReference { Type = HeaderFooterValues.Default, Id = header },
            new FooterReference { Type = HeaderFooterValues.Default, Id = footer },
            new PageSize { Width = 11906, Height = 16838 },
            new PageMargin
            {
                Top = 1247,
                Bottom = 1134,
                Left = 1134,
                Right = 1134,
                Header = 567,
                Footer = 567,
                Gutter = 0,
            }
        );

    public static Settings Settings() =>
        new(
            new Zoom { Percent = "100" },
            new DefaultTabStop { Val = 567 },
            new Compatibility(
                new CompatibilitySetting
                {
                    Name = CompatSettingNameValues.CompatibilityMode,
                    Uri = "http://schemas.microsoft.com/office/word",
                    Val = "15",
                }
            ),
            new ThemeFontLanguages { Val = "en-GB" }
        );

    /// <summary>As Word makes its own watermarks.</summary>
    private static Run Watermark(string text) =>
        new(
            new Picture(
                new Shapetype(new TextPath { On = true, FitShape = true })
                {
                    Id = "_x0000_t136",
                    CoordinateSize = "21600,21600",
                    OptionalNumber = 136,
                    Adjustment = "10800",
                    EdgePath = "m@7,l@8,m@5,21600l@6,21600e",
                },
                new Shape(
                    new Fill { Opacity = ".5" },
                    new TextPath { Style = "font-family:\"Arial\";font-size:1pt", String = text.ToUpperInvariant() }
                )
                {
                    Id = "WaterMark",
                    Type = "#_x0000_t136",
                    Alternate = $"Across the page: {text}",
                    Style =
                        "position:absolute;margin-left:0;margin-top:0;width:440pt;height:125pt;rotation:315;z-index:-251658752;"
                        + "mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
                        + "mso-position-vertical:center;mso-position-vertical-relative:margin",
                    AllowInCell = false,
                    FillColor = "#d9d9d9",
                    Stroked = false,
                }
            )
        );
}
