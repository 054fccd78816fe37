using System.Globalization;
using System.Text.RegularExpressions;
using DataSharing.Documents.Narrative.Flows;
using DataSharing.Domain.Content;

namespace DataSharing.Web.Tests.Documents.Narrative;

public sealed partial class FlowPictureTests
{
    private const string Flows = "A>B B>A A>B>C C>A>B B>C>A C>C";

    public static TheoryData<string, int> Drawn
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var name in Samples.Names)
            {
                data.Add(name, 0);
            }

            foreach (var parties in Enumerable.Range(3, 9))
            {
                data.Add(Flows, parties);
            }

            data.Add("A>B B>A A>B", 2);
            return data;
        }
    }

    [Theory, MemberData(nameof(Drawn))]
    public void Picture_OfFlows_HasAnArrowForEachFromItsSenderToItsRecipient(string flows, int parties)
    {
        var content = Content(flows, parties);

        foreach (var drawing in Drawings(content))
        {
            Assert.Equal(
                content.Flows.Index().Select(flow => (flow.Index + 1, flow.Item.From, flow.Item.To)),
                drawing.Arrows.Select(arrow => (arrow.Number, (string?)arrow.From, (string?)arrow.To))
            );
            Assert.All(
                drawing.Arrows,
                arrow =>
                {
                    Assert.True(Touches(drawing, arrow.From, arrow.Line[0]), $"Flow {arrow.Number} does not start at its sender.");
                    Assert.True(Touches(drawing, arrow.To, arrow.Tip[0]), $"Flow {arrow.Number} does not end at its recipient.");
                }
            );
        }
    }

    [Theory, MemberData(nameof(Drawn))]
    public void Picture_OfFlows_KeepsBoxesAndTextsApart(string flows, int parties)
    {
        foreach (var drawing in Drawings(Content(flows, parties)))
        {
            Assert.All(
                Pairs(drawing.Boxes),
                pair =>
                    Assert.False(
                        pair.A.X < pair.B.Right && pair.B.X < pair.A.Right && pair.A.Y < pair.B.Bottom && pair.B.Y < pair.A.Bottom,
                        "Two boxes overlap."
                    )
            );
            Assert.All(
                Pairs(drawing.Captions),
                pair =>
                    Assert.False(
                        pair.A.Left < pair.B.Right && pair.B.Left < pair.A.Right && Math.Abs(pair.A.Y - pair.B.Y) < 12,
                        $"“{pair.A.Text}” and “{pair.B.Text}” overlap."
                    )
            );
            Assert.All(
                drawing.Captions,
                caption =>
                {
                    var box = drawing.Boxes.FirstOrDefault(b =>
                        b.Y < caption.Y && caption.Y < b.Bottom && b.X < caption.Right && caption.Left < b.Right
                    );
                    Assert.InRange(caption.Left, box?.X ?? 0, caption.Right);
                    Assert.InRange(caption.Right, caption.Left, box?.Right ?? drawing.Width);
                    Assert.InRange(caption.Y, 1, drawing.Height);
                }
            );
            Assert.All(
                drawing.Boxes,
                box =>
                    Assert.True(
                        box is { X: >= 0, Y: >= 0 } && box.Right < drawing.Width && box.Bottom < drawing.Height,
                        "A box is cut off."
                    )
            );
        }
    }

    [Theory, MemberData(nameof(Drawn))]
    public void Picture_OfFlows_LetsNoLanePassThroughABox(string flows, int parties)
    {
        foreach (var drawing in Drawings(Content(flows, parties)))
        {
            Assert.All(
                drawing.Lanes,
                lane =>
                    Assert.DoesNotContain(
                        drawing.Boxes,
                        box => box.X <= lane.X && lane.X <= box.Right && lane.Top < box.Bottom && box.Y < lane.Bottom
                    )
            );
        }
    }

    [Fact]
    public void Title_OfThePicture_TellsItInWords()
    {
        var title = FlowPicture.Of(Samples.Content("7-3")).Title;

        Assert.Equal(
            "Flow 1: Department for Education sends NPD source records to Office for National Statistics, in bulk, 3 fields, about 5,200,000 people, with sensitive data: racial or ethnic origin; health. "
                + "Flow 2: Department for Education lets University of Leeds use De-identified KS4 research extract by way of Office for National Statistics, in a secure research environment, 8 fields, about 5,200,000 people, with sensitive data: racial or ethnic origin; health.",
            title
        );
    }

    [Fact]
    public void Picture_OfAccessInAResearchEnvironment_IsDashedAndSaysWhatThatMeans()
    {
        var picture = FlowPicture.Of(Samples.Content("7-3"));

        Assert.Equal([false, true], picture.Wide.Arrows.Select(arrow => arrow.IsDashed));
        Assert.Equal([null, "ONS"], picture.Wide.Arrows.Select(arrow => arrow.Via));
        Assert.Contains("Dashed: the data is used where it is, and does not leave.", picture.Legend);
    }

    [Fact]
    public void Picture_OfAFlowWithoutARecipient_SaysThatItIsNotDrawn()
    {
        var content = Flowing.Between(2, "A>B B>A");
        content = content with { Flows = content.Flows.Replace(content.Flows[0], content.Flows[0] with { To = null }) };

        var picture = FlowPicture.Of(content);

        Assert.Equal([2], picture.Wide.Arrows.Select(arrow => arrow.Number));
        Assert.Contains("Not drawn, because the sender or the recipient is open: 1.", picture.Legend);
    }

    [Fact]
    public void Picture_OfARecipientThatIsNoParty_DrawsItsBoxDifferently()
    {
        var content = Flowing.Between(2, "A>B B>CR1") with
        {
            ConditionalRecipients = [new Recipient { Id = "CR1", Name = "Price comparison websites" }],
        };

        var box = Assert.Single(FlowPicture.Of(content).Wide.Boxes, box => !box.IsParty);

        Assert.Equal("CR1", box.Node);
    }

    [Fact]
    public void Lanes_OfAHub_HaveItInTheMiddle() =>
        Assert.Equal("LCC", FlowPicture.Of(Samples.Content("7-5")).Wide.Boxes.OrderBy(box => box.X).ElementAt(1).Node);

    [Theory]
    [InlineData("Pneumonoultramicroscopicsilicovolcanoconiosis")]
    [InlineData("国家数据共享协议管理办公室国家数据共享协议管理办公室")]
    [InlineData("👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦")]
    [InlineData("")]
    public void Wrap_AWordThatIsTooLong_BreaksItWithoutLosingOrSplittingACharacter(string word)
    {
        var lines = Lettering.Name.Wrap(word, 90, lines: 100);

        Assert.Equal(word, string.Concat(lines.Select((line, i) => i < lines.Count - 1 ? line.TrimEnd('\u2010') : line)));
        Assert.All(
            lines,
            line => Assert.True(Lettering.Name.WidthOf(line) <= 90 || new StringInfo(line.TrimEnd('\u2010')).LengthInTextElements == 1)
        );
    }

    [Fact]
    public void Wrap_MoreThanFits_EndsWithAnEllipsisThatFits()
    {
        var lines = Lettering.Sub.Wrap("A long description of what the data is, who sent it and why it was collected", 120, lines: 2);

        Assert.Equal(2, lines.Count);
        Assert.EndsWith("…", lines[1], StringComparison.Ordinal);
        Assert.All(lines, line => Assert.InRange(Lettering.Sub.WidthOf(line), 1, 120));
    }

    private static AgreementContent Content(string flows, int parties) =>
        parties == 0 ? Samples.Content(flows) : Flowing.Between(parties, flows);

    private static Drawing[] Drawings(AgreementContent content)
    {
        var picture = FlowPicture.Of(content);
        return [picture.Wide, picture.Tall];
    }

    private static IEnumerable<(T A, T B)> Pairs<T>(IReadOnlyList<T> all) => all.SelectMany((a, i) => all.Skip(i + 1).Select(b => (a, b)));

    /// <summary>At one of the party's boxes, or at the lane that comes down from it.</summary>
    private static bool Touches(Drawing drawing, string node, (int X, int Y) point) =>
        drawing
            .Boxes.Where(box => box.Node == node)
            .Any(box =>
                (point.X >= box.X && point.X <= box.Right + 1 && point.Y >= box.Y && point.Y <= box.Bottom + 1)
                || drawing.Lanes.Any(lane =>
                    lane.Top == box.Bottom
                    && lane.X > box.X
                    && lane.X < box.Right
                    && lane.X == point.X
                    && point.Y > lane.Top
                    && point.Y <= lane.Bottom
                )
            );
}
