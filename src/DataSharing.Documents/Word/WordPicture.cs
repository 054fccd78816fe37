using DataSharing.Documents.Narrative.Flows;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using A = DocumentFormat.OpenXml.Drawing;
using Wp = DocumentFormat.OpenXml.Drawing.Wordprocessing;
using Wpg = DocumentFormat.OpenXml.Office2010.Word.DrawingGroup;

namespace DataSharing.Documents.Word;

/// <summary>
/// The picture of the flows as one group of Word's own shapes, so that it stays sharp and its texts can be searched. Its alternative text
/// says the same in words; a program that knows no such shapes shows these words.
/// </summary>
internal static class WordPicture
{
    private const string GroupKind = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup";

    /// <summary>Of the text between the margins, in English Metric Units (360,000 to the centimetre).</summary>
    private const double PageWidth = 6_120_000;
    private const double MostHeight = 8_300_000;

    public static Paragraph Of(FlowPicture picture)
    {
        var drawing = picture.Wide;
        var shapes = new WordShapes(Math.Min(PageWidth / drawing.Width, MostHeight / drawing.Height));
        var (width, height) = (shapes.Length(drawing.Width), shapes.Length(drawing.Height));
        var group = new Wpg.WordprocessingGroup(
            new Wpg.NonVisualGroupDrawingShapeProperties(),
            new Wpg.GroupShapeProperties(
                new A.TransformGroup(
                    new A.Offset { X = 0, Y = 0 },
                    new A.Extents { Cx = width, Cy = height },
                    new A.ChildOffset { X = 0, Y = 0 },
                    new A.ChildExtents { Cx = width, Cy = height }
                )
            )
        );
        group.Append(Shapes(drawing, shapes));
        var words = WordText.Valid(picture.Title);
        return WordText.Paragraph(
            WordStyles.Picture,
            [
                new Run(
                    new AlternateContent(
                        new AlternateContentChoice(
                            new DocumentFormat.OpenXml.Wordprocessing.Drawing(
                                new Wp.Inline(
                                    new Wp.Extent { Cx = width, Cy = height },
                                    new Wp.EffectExtent
                                    {
                                        LeftEdge = 0,
                                        TopEdge = 0,
                                        RightEdge = 0,
                                        BottomEdge = 0,
                                    },
                                    new Wp.DocProperties
                                    {
                                        Id = 1,
                                        Name = "Data flows",
                                        Title = "Data flows",
                                        Description = words,
                                    },
                                    new Wp.NonVisualGraphicFrameDrawingProperties(),
                                    new A.Graphic(new A.GraphicData(group) { Uri = GroupKind })
                                )
                                {
                                    DistanceFromTop = 0,
                                    DistanceFromBottom = 0,
                                    DistanceFromLeft = 0,
                                    DistanceFromRight = 0,
                                }
                            )
                        )
                        {
                            Requires = "wpg",
                        },
                        new AlternateContentFallback(new Text(words) { Space = SpaceProcessingModeValues.Preserve })
                    )
                ),
            ]
        );
    }

    private static IEnumerable<OpenXmlElement> Shapes(Narrative.Flows.Drawing drawing, WordShapes shapes) =>
        [
            .. drawing.Lanes.Select(lane => shapes.Line((lane.X, lane.Top), (lane.X, lane.Bottom), WordStyles.Line, 1.5, isDashed: false)),
            .. drawing.Boxes.Select(box =>
                shapes.Area(
                    A.ShapeTypeValues.RoundRectangle,
                    (box.X, box.Y, box.Width, box.Height),
                    box.IsParty ? WordStyles.Tint : "FFFFFF",
                    "73878D",
                    isDashed: !box.IsParty
                )
            ),
            .. drawing.Arrows.SelectMany(arrow =>
                arrow
                    .Line.Zip(arrow.Line.Skip(1))
                    .Select(segment => shapes.Line(segment.First, segment.Second, WordStyles.Accent, 2, arrow.IsDashed))
                    .Append(shapes.Triangle(arrow.Tip, WordStyles.Accent))
            ),
            .. drawing.Stops.Select(stop =>
                shapes.Area(A.ShapeTypeValues.Ellipse, (stop.X - 6, stop.Y - 6, 12, 12), "FFFFFF", WordStyles.Accent)
            ),
            .. drawing.Arrows.Select(arrow => shapes.Disc(arrow.X, arrow.Y, Narrative.Flows.Drawing.DiscRadius, arrow.Number)),
            .. drawing.Captions.Select(shapes.Caption),
        ];
}
