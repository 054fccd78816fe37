using System.Globalization;
using DataSharing.Documents.Narrative.Flows;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using A = DocumentFormat.OpenXml.Drawing;
using Wps = DocumentFormat.OpenXml.Office2010.Word.DrawingShape;

namespace DataSharing.Documents.Word;

/// <summary>Shapes of a drawing.</summary>
/// <param name="scale">English Metric Units to a unit of the drawing.</param>
internal sealed class WordShapes(double scale)
{
    private const int EmuPerPoint = 12_700;

    private uint _last;

    public long Length(double units) => (long)Math.Round(units * scale);

    /// <summary>Along one of the axes.</summary>
    public OpenXmlElement Line((int X, int Y) from, (int X, int Y) to, string color, double width, bool isDashed) =>
        Shape(
            "Line",
            (Math.Min(from.X, to.X), Math.Min(from.Y, to.Y), Math.Abs(to.X - from.X), Math.Abs(to.Y - from.Y)),
            Preset(A.ShapeTypeValues.Line),
            new A.NoFill(),
            Outline(color, width, isDashed)
        );

    public OpenXmlElement Area(
        A.ShapeTypeValues kind,
        (int X, int Y, int Width, int Height) place,
        string fill,
        string outline,
        bool isDashed = false
    ) => Shape("Box", place, Preset(kind), Solid(fill), Outline(outline, 1.25, isDashed));

    public OpenXmlElement Triangle(IReadOnlyList<(int X, int Y)> corners, string fill)
    {
        var (left, top) = (corners.Min(corner => corner.X), corners.Min(corner => corner.Y));
        var (width, height) = (corners.Max(corner => corner.X) - left, corners.Max(corner => corner.Y) - top);
        A.Point[] points = [.. corners.Select(corner => new A.Point { X = Number(corner.X - left), Y = Number(corner.Y - top) })];
        var path = new A.Path(new A.MoveTo(points[0]), new A.LineTo(points[1]), new A.LineTo(points[2]), new A.CloseShapePath())
        {
            Width = width,
            Height = height,
        };
        var geometry = new A.CustomGeometry(
            new A.AdjustValueList(),
            new A.ShapeGuideList(),
            new A.AdjustHandleList(),
            new A.ConnectionSiteList(),
            new A.Rectangle
            {
                Left = "0",
                Top = "0",
                Right = "r",
                Bottom = "b",
            },
            new A.PathList(path)
        );
        return Shape("Arrow head", (left, top, width, height), geometry, Solid(fill), new A.Outline(new A.NoFill()));
    }

    /// <summary>The number of a flow.</summary>
    public OpenXmlElement Disc(int x, int y, int radius, int number) =>
        Shape(
            "Number",
            (x - radius, y - radius, 2 * radius, 2 * radius),
            Preset(A.ShapeTypeValues.Ellipse),
            Solid(WordStyles.Accent),
            new A.Outline(new A.NoFill()),
            Text(Number(number), 13, isBold: true, "FFFFFF", isCentred: true),
            A.TextAnchoringTypeValues.Center
        );

    public OpenXmlElement Caption(Narrative.Flows.Caption caption)
    {
        var lettering = caption.Lettering;
        var room = lettering.WidthOf(caption.Text) + 8;
        return Shape(
            "Text",
            (caption.IsCentred ? caption.X - (room / 2) : caption.X, caption.Y - (int)lettering.Size, room, lettering.LineHeight),
            Preset(A.ShapeTypeValues.Rectangle),
            new A.NoFill(),
            new A.Outline(new A.NoFill()),
            Text(caption.Text, lettering.Size, lettering.IsBold, ColorOf(lettering.Use), caption.IsCentred),
            A.TextAnchoringTypeValues.Top
        );
    }

    private Wps.WordprocessingShape Shape(
        string name,
        (int X, int Y, int Width, int Height) place,
        OpenXmlElement geometry,
        OpenXmlElement fill,
        A.Outline outline,
        Wps.TextBoxInfo2? text = null,
        A.TextAnchoringTypeValues? anchor = null
    )
    {
        var id = ++_last;
        var shape = new Wps.WordprocessingShape(
            new Wps.NonVisualDrawingProperties { Id = 1000 + id, Name = $"{name} {Number(id)}" },
            new Wps.NonVisualDrawingShapeProperties(),
            new Wps.ShapeProperties(
                new A.Transform2D(
                    new A.Offset { X = Length(place.X), Y = Length(place.Y) },
                    new A.Extents { Cx = Length(place.Width), Cy = Length(place.Height) }
                ),
                geometry,
                fill,
                outline
            )
        );
        if (text is not null)
        {
            shape.Append(text);
        }

        shape.Append(
            new Wps.TextBodyProperties
            {
                LeftInset = 0,
                TopInset = 0,
                RightInset = 0,
                BottomInset = 0,
                Wrap = A.TextWrappingValues.None,
                Anchor = anchor ?? A.TextAnchoringTypeValues.Top,
            }
        );
        return shape;
    }

    private Wps.TextBoxInfo2 Text(string text, double size, bool isBold, string color, bool isCentred)
    {
        var halfPoints = Number(Math.Max(2, (long)Math.Floor(size * scale / EmuPerPoint * 2)));
        var properties = new RunProperties();
        properties.Bold = isBold ? new Bold() : null;
        properties.Color = new Color { Val = color };
        properties.FontSize = new FontSize { Val = halfPoints };
        properties.FontSizeComplexScript = new FontSizeComplexScript { Val = halfPoints };
        return new Wps.TextBoxInfo2(
            new TextBoxContent(
                new Paragraph(
                    new ParagraphProperties(
                        new SpacingBetweenLines { Before = "0", After = "0" },
                        new Justification { Val = isCentred ? JustificationValues.Center : JustificationValues.Left }
                    ),
                    WordText.Run(text, properties)
                )
            )
        );
    }

    private static string ColorOf(LetteringUse use) =>
        use switch
        {
            LetteringUse.Sensitive => WordStyles.Sensitive,
            LetteringUse.Sub => WordStyles.Muted,
            _ => WordStyles.Ink,
        };

    private static A.PresetGeometry Preset(A.ShapeTypeValues kind) =>
        new(
            kind == A.ShapeTypeValues.RoundRectangle
                ? new A.AdjustValueList(new A.ShapeGuide { Name = "adj", Formula = "val 6000" })
                : new A.AdjustValueList()
        )
        {
            Preset = kind,
        };

    private static A.SolidFill Solid(string color) => new(new A.RgbColorModelHex { Val = color });

    private A.Outline Outline(string color, double width, bool isDashed)
    {
        var outline = new A.Outline(Solid(color)) { Width = (int)Length(width) };
        if (isDashed)
        {
            outline.Append(new A.PresetDash { Val = A.PresetLineDashValues.Dash });
        }

        return outline;
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
