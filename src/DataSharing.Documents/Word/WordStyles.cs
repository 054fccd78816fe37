using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DataSharing.Documents.Word;

/// <summary>The styles of the document. Nothing else sets a font or a space, so that an office can give it its own look.</summary>
internal static class WordStyles
{
    public const string Title = "Title";
    public const string Subtitle = "Subtitle";
    public const string Heading1 = "Heading1";
    public const string Heading2 = "Heading2";
    public const string Contents1 = "TOC1";
    public const string ContentsHeading = "TOCHeading";
    public const string Body = "BodyText";
    public const string BodyBullet = "ListBullet";
    public const string TableText = "TableText";
    public const string TableBullet = "TableBullet";
    public const string TableUnderBullet = "TableUnderBullet";
    public const string TableHeading = "TableHeading";
    public const string TableName = "TableName";
    public const string TableGap = "TableGap";
    public const string Picture = "Picture";
    public const string Small = "Small";
    public const string Header = "Header";
    public const string Footer = "Footer";
    public const string Hyperlink = "Hyperlink";
    public const string Table = "AgreementTable";

    public const string Ink = "16232A";
    public const string Accent = "123A44";
    public const string Muted = "505A5F";
    public const string Sensitive = "491644";
    public const string Bad = "B10E1E";
    public const string Link = "1D5A9E";
    public const string Line = "B9C6C9";
    public const string Tint = "EEF3F4";

    public static Styles Create() =>
        new(
            new DocDefaults(
                new RunPropertiesDefault(
                    new RunPropertiesBaseStyle(
                        new RunFonts
                        {
                            Ascii = "Arial",
                            HighAnsi = "Arial",
                            EastAsia = "Arial",
                            ComplexScript = "Arial",
                        },
                        new Color { Val = Ink },
                        new FontSize { Val = "21" },
                        new FontSizeComplexScript { Val = "21" },
                        new Languages
                        {
                            Val = "en-GB",
                            EastAsia = "en-GB",
                            Bidi = "ar-SA",
                        }
                    )
                ),
                new ParagraphPropertiesDefault()
            ),
            new Style(new StyleName { Val = "Normal" }, new PrimaryStyle())
            {
                Type = StyleValues.Paragraph,
                StyleId = "Normal",
                Default = true,
            },
            new Style(new StyleName { Val = "Default Paragraph Font" }, new UIPriority { Val = 1 }, new SemiHidden())
            {
                Type = StyleValues.Character,
                StyleId = "DefaultParagraphFont",
                Default = true,
            },
            Paragraph(Title, "Title", size: 22, after: 6, before: 30, bold: true, color: Accent),
            Paragraph(Subtitle, "Subtitle", size: 13, after: 10, color: Muted),
            Paragraph(ContentsHeading, "TOC Heading", size: 15, before: 18, after: 6, bold: true, color: Accent, keepNext: true),
            Paragraph(Contents1, "toc 1", size: 10.5, after: 4),
            Paragraph(Heading1, "heading 1", size: 15, before: 22, after: 6, bold: true, color: Accent, keepNext: true, level: 0),
            Paragraph(Heading2, "heading 2", size: 11.5, before: 12, after: 4, bold: true, color: Accent, keepNext: true, level: 1),
            Paragraph(Body, "Body Text", size: 10.5, after: 6),
            Paragraph(BodyBullet, "List Bullet", size: 10.5, after: 2, bullet: true),
            Paragraph(TableText, "Table Text", size: 9, before: 1, after: 1),
            Paragraph(TableBullet, "Table Bullet", size: 9, after: 1, bullet: true),
            Paragraph(TableUnderBullet, "Table Under Bullet", size: 9, after: 1, indent: WordNumbering.BulletIndent),
            Paragraph(TableHeading, "Table Heading", size: 9, before: 1, after: 1, bold: true, color: Accent, keepNext: true),
            Paragraph(TableName, "Table Name", size: 9, before: 1, after: 1, bold: true),
            Paragraph(TableGap, "Table Gap", size: 5),
            Paragraph(Picture, "Picture", size: 9, before: 4, after: 4),
            Paragraph(Small, "Small", size: 9, after: 4, color: Muted),
            Paragraph(Header, "header", size: 8.5, color: Muted),
            Paragraph(Footer, "footer", size: 8.5, color: Muted),
            new Style(
                new StyleName { Val = "Hyperlink" },
                new StyleRunProperties(new Color { Val = Link }, new Underline { Val = UnderlineValues.Single })
            )
            {
                Type = StyleValues.Character,
                StyleId = Hyperlink,
            },
            TableStyle()
        );

    /// <param name="size">In points, as are the spaces.</param>
    /// <param name="indent">In twentieths of a point.</param>
    /// <param name="level">In the outline, for a numbered heading.</param>
    private static Style Paragraph(
        string id,
        string name,
        double size,
        int before = 0,
        int after = 0,
        bool bold = false,
        string? color = null,
        bool keepNext = false,
        bool bullet = false,
        int? level = null,
        int indent = 0
    )
    {
        var paragraph = new StyleParagraphProperties();
        var run = new StyleRunProperties();
        paragraph.KeepNext = keepNext ? new KeepNext() : null;
        paragraph.KeepLines = keepNext ? new KeepLines() : null;
        paragraph.NumberingProperties = (level, bullet) switch
        {
            ({ } at, _) => new NumberingProperties(
                new NumberingLevelReference { Val = at },
                new NumberingId { Val = WordNumbering.Clauses }
            ),
            (null, true) => new NumberingProperties(new NumberingId { Val = WordNumbering.Bullets }),
            _ => null,
        };
        paragraph.SpacingBetweenLines = new SpacingBetweenLines { Before = Twips(before), After = Twips(after) };
        paragraph.Indentation = indent == 0 ? null : new Indentation { Left = $"{indent}" };
        paragraph.OutlineLevel = level is { } outline ? new OutlineLevel { Val = outline } : null;
        run.Bold = bold ? new Bold() : null;
        run.Color = color is null ? null : new Color { Val = color };
        run.FontSize = new FontSize { Val = HalfPoints(size) };
        run.FontSizeComplexScript = new FontSizeComplexScript { Val = HalfPoints(size) };
        return new Style(new StyleName { Val = name }, new BasedOn { Val = "Normal" }, new PrimaryStyle(), paragraph, run)
        {
            Type = StyleValues.Paragraph,
            StyleId = id,
            CustomStyle = name.StartsWith("Table ", StringComparison.Ordinal) || name is "Picture" or "Small" ? true : null,
        };
    }

    private static Style TableStyle() =>
        new(
            new StyleName { Val = "Agreement Table" },
            new StyleTableProperties(
                new TableBorders(Border<TopBorder>(), Border<BottomBorder>(), Border<InsideHorizontalBorder>()),
                new TableCellMarginDefault(
                    new TopMargin { Width = "40", Type = TableWidthUnitValues.Dxa },
                    new TableCellLeftMargin { Width = 85, Type = TableWidthValues.Dxa },
                    new BottomMargin { Width = "40", Type = TableWidthUnitValues.Dxa },
                    new TableCellRightMargin { Width = 85, Type = TableWidthValues.Dxa }
                )
            ),
            new TableStyleProperties(
                new TableStyleConditionalFormattingTableCellProperties(
                    new Shading
                    {
                        Val = ShadingPatternValues.Clear,
                        Color = "auto",
                        Fill = Tint,
                    }
                )
            )
            {
                Type = TableStyleOverrideValues.FirstRow,
            }
        )
        {
            Type = StyleValues.Table,
            StyleId = Table,
            CustomStyle = true,
        };

    private static T Border<T>()
        where T : BorderType, new() =>
        new()
        {
            Val = BorderValues.Single,
            Size = 4,
            Space = 0,
            Color = Line,
        };

    private static string Twips(int points) => (points * 20).ToString(CultureInfo.InvariantCulture);

    private static string HalfPoints(double points) => ((int)(points * 2)).ToString(CultureInfo.InvariantCulture);
}
