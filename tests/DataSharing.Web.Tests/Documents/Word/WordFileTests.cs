using System.IO.Compression;
using DataSharing.Documents.Paper;
using DataSharing.Documents.Word;
using DataSharing.Domain.Content;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DataSharing.Web.Tests.Documents.Word;

public sealed class WordFileTests
{
    public static TheoryData<string> Contents => [.. Samples.Names, "everything", "nothing"];

    [Theory, MemberData(nameof(Contents))]
    public void File_OfAnyContent_IsValid(string name) =>
        Assert.All(
            new[] { Papers.OfDraft(Content(name)), Papers.Signed(Content(name)) },
            paper =>
            {
                using var word = Open(paper);
                Assert.Empty(
                    new OpenXmlValidator(FileFormatVersions.Office2019)
                        .Validate(word, TestContext.Current.CancellationToken)
                        .Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}")
                );
            }
        );

    [Theory, MemberData(nameof(Contents))]
    public void File_OfTheSame_IsTheSameBytes(string name) =>
        Assert.Equal(WordFile.Write(Papers.Signed(Content(name))), WordFile.Write(Papers.Signed(Content(name))));

    [Fact]
    public void File_WithAnotherSignature_IsOtherBytes() =>
        Assert.NotEqual(
            WordFile.Write(Papers.Signed(Samples.Content("7-4"))),
            WordFile.Write(Papers.Signed(Samples.Content("7-4"), office: "Chief Executive"))
        );

    [Fact]
    public void Zip_Always_HasOneTimeForAllEntries()
    {
        using var zip = new ZipArchive(new MemoryStream(WordFile.Write(Papers.OfDraft(Samples.Content("7-4")))));

        Assert.All(zip.Entries, entry => Assert.Equal(new DateTime(1980, 1, 1), entry.LastWriteTime.DateTime));
        Assert.Equal("[Content_Types].xml", zip.Entries[0].FullName);
        Assert.Equal(
            zip.Entries.Skip(1).Select(entry => entry.FullName).Order(StringComparer.Ordinal),
            zip.Entries.Skip(1).Select(entry => entry.FullName)
        );
    }

    [Theory, MemberData(nameof(Contents))]
    public void Contents_BeforeAnyUpdate_NameAllHeadingsAndLeadToThem(string name)
    {
        var paper = Papers.Signed(Content(name));
        using var word = Open(paper);
        var body = BodyOf(word);

        var headings = body.Elements<Paragraph>().Where(p => StyleOf(p) is "Heading1").ToList();
        var entries = body.Elements<Paragraph>().Where(p => StyleOf(p) is "TOC1").ToList();

        Assert.Equal(
            [.. paper.Clauses.Select(clause => clause.Title), AgreementPaper.DecisionsHeading, AgreementPaper.SignaturesHeading],
            headings.Select(heading => heading.InnerText)
        );
        Assert.Equal(
            headings.Select((heading, i) => (i < 14 ? $"{i + 1}" : "") + heading.InnerText),
            entries.Select(entry => string.Concat(entry.Descendants<Text>().Select(text => text.Text)))
        );
        Assert.Equal(
            headings.Select(heading => heading.GetFirstChild<BookmarkStart>()!.Name!.Value),
            entries.Select(entry => entry.GetFirstChild<Hyperlink>()!.Anchor!.Value)
        );
        Assert.StartsWith(" TOC ", body.Descendants<FieldCode>().Single().Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Clauses_Always_AreNumberedByWord()
    {
        using var word = Open(Papers.Signed(Samples.Content("7-4")));
        var level = word.MainDocumentPart!.NumberingDefinitionsPart!.Numbering!.GetFirstChild<AbstractNum>()!.Elements<Level>().First();
        var style = word.MainDocumentPart.StyleDefinitionsPart!.Styles!.Elements<Style>().Single(s => s.StyleId == "Heading1");

        Assert.Equal(("Heading1", "%1"), (level.ParagraphStyleIdInLevel!.Val!.Value, level.LevelText!.Val!.Value));
        Assert.Equal(1, style.StyleParagraphProperties!.NumberingProperties!.NumberingId!.Val!.Value);
        Assert.Equal(
            [AgreementPaper.DecisionsHeading, AgreementPaper.SignaturesHeading],
            BodyOf(word)
                .Elements<Paragraph>()
                .Where(p => p.ParagraphProperties!.NumberingProperties?.NumberingId?.Val?.Value == 0)
                .Select(p => p.InnerText)
        );
    }

    [Theory, MemberData(nameof(Contents))]
    public void Tables_Always_HaveAHeadRowAndACaption(string name)
    {
        using var word = Open(Papers.Signed(Content(name)));

        Assert.All(
            BodyOf(word).Descendants<Table>(),
            table =>
            {
                Assert.NotNull(table.GetFirstChild<TableRow>()!.TableRowProperties!.GetFirstChild<TableHeader>());
                Assert.NotEmpty(table.GetFirstChild<TableProperties>()!.TableCaption!.Val!.Value!);
                Assert.NotEmpty(table.GetFirstChild<TableProperties>()!.TableDescription!.Val!.Value!);
                Assert.InRange(
                    table.GetFirstChild<TableGrid>()!.Elements<GridColumn>().Sum(column => int.Parse(column.Width!.Value!, null)),
                    9000,
                    9638
                );
            }
        );
    }

    /// <summary>A letter of 9 points is 90 twentieths of a point wide, more or less; 18 of them fit into 9638 six times.</summary>
    [Fact]
    public void Columns_WithEMailAddresses_AreAsWideAsTheAddresses()
    {
        var address = "signatory.of.the.whole@homefield-support.example"; // 47 letters
        var content = Samples.Content("7-2");
        using var word = Open(
            Papers.Signed(
                content with
                {
                    Parties =
                    [
                        .. content.Parties.Select(party =>
                            party with
                            {
                                AuthorisedSignatory =
                                [
                                    .. party.AuthorisedSignatory.Select(s => s with { Contact = $"Director, {address}" }),
                                ],
                            }
                        ),
                    ],
                }
            )
        );

        var table = Assert.Single(
            BodyOf(word).Descendants<Table>(),
            table => table.InnerText.Contains("Who answers for it", StringComparison.Ordinal)
        );
        var column = table
            .Elements<TableRow>()
            .Select(row => row.Elements<TableCell>().ToList().FindIndex(cell => cell.InnerText.Contains(address, StringComparison.Ordinal)))
            .Max();
        Assert.InRange(
            int.Parse(table.GetFirstChild<TableGrid>()!.Elements<GridColumn>().ElementAt(column).Width!.Value!, null),
            address.Length * 100,
            9638
        );
    }

    [Theory, MemberData(nameof(Contents))]
    public void Document_Always_SaysWhatTheNarrativeSays(string name)
    {
        var paper = Papers.Signed(Content(name));
        using var word = Open(paper);
        var said = Squeezed(BodyOf(word).InnerText);

        Assert.Equal(
            [],
            paper
                .Clauses.SelectMany(clause => clause.Blocks)
                .SelectMany(TextsOf)
                .Where(text => !said.Contains(Squeezed(text), StringComparison.Ordinal))
        );
    }

    [Fact]
    public void Picture_OfFlows_IsOneGroupOfShapesThatIsAlsoSaidInWords()
    {
        using var word = Open(Papers.OfDraft(Samples.Content("7-4")));
        var properties = Assert.Single(BodyOf(word).Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.DocProperties>());

        Assert.Contains("Flow 1: ", properties.Description!.Value, StringComparison.Ordinal);
        Assert.NotEmpty(BodyOf(word).Descendants<DocumentFormat.OpenXml.Office2010.Word.DrawingShape.WordprocessingShape>());
        Assert.Empty(word.MainDocumentPart!.ImageParts);
    }

    [Theory]
    [InlineData("Draft", "DRAFT", "Version 1.0 of DSA-2026-00042 (draft)\tPage 1 of 1")]
    [InlineData("Rejected", "REJECTED", "Version 1.0 of DSA-2026-00042 (rejected)\tPage 1 of 1")]
    [InlineData(null, null, "Version 1.0 of DSA-2026-00042\tPage 1 of 1")]
    public void Page_Always_SaysWhichVersionItIs(string? mark, string? watermark, string footer)
    {
        using var word = Open(Papers.OfDraft(Samples.Content("7-4")) with { Mark = mark });
        var foot = word.MainDocumentPart!.FooterParts.Single().Footer!;

        Assert.Equal(
            watermark,
            word.MainDocumentPart.HeaderParts.Single()
                .Header!.Descendants<DocumentFormat.OpenXml.Vml.TextPath>()
                .Select(text => text.String?.Value)
                .OfType<string>()
                .SingleOrDefault()
        );
        Assert.Equal(footer, string.Concat(foot.Descendants().Select(part => part is TabChar ? "\t" : (part as Text)?.Text)));
        Assert.Equal([" PAGE ", " NUMPAGES "], foot.Descendants<SimpleField>().Select(field => field.Instruction!.Value));
    }

    [Fact]
    public void Properties_Always_NameTheAgreementAndItsLanguage()
    {
        using var word = Open(Papers.OfDraft(Samples.Content("7-4")));

        Assert.Equal(
            (Samples.Content("7-4").Title, "en-GB", null, null),
            (
                word.PackageProperties.Title,
                word.PackageProperties.Language,
                word.PackageProperties.Created,
                word.PackageProperties.LastModifiedBy
            )
        );
        Assert.Equal(
            "en-GB",
            word.MainDocumentPart!
                .StyleDefinitionsPart!
                .Styles!
                .DocDefaults!
                .RunPropertiesDefault!
                .RunPropertiesBaseStyle!
                .Languages!
                .Val!
                .Value
        );
    }

    [Fact]
    public void Links_InTheDocument_LeadToTheWebAndNotToThePortal()
    {
        using var word = Open(Papers.OfDraft(Samples.Content("7-4")));
        var links = word.MainDocumentPart!.HyperlinkRelationships.Select(link => link.Uri).ToList();

        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.True(link.IsAbsoluteUri && link.Scheme is "http" or "https", link.ToString()));
    }

    [Fact]
    public void Text_WithLineBreaksAndWhatXmlForbids_IsWritten()
    {
        using var word = Open(Papers.OfDraft(new AgreementContent { LaySummary = "One\nTwo" }) with { Title = "A\u0001B & <C>" });

        Assert.Equal("AB & <C>", BodyOf(word).GetFirstChild<Paragraph>()!.InnerText);
        Assert.Single(BodyOf(word).Elements<Paragraph>().Single(p => p.InnerText == "OneTwo").Descendants<Break>());
    }

    private static AgreementContent Content(string name) =>
        name switch
        {
            "everything" => FullContent.Create(),
            "nothing" => new AgreementContent(),
            _ => Samples.Content(name),
        };

    private static WordprocessingDocument Open(AgreementPaper paper) =>
        WordprocessingDocument.Open(new MemoryStream(WordFile.Write(paper)), isEditable: false);

    private static Body BodyOf(WordprocessingDocument word) => word.MainDocumentPart!.Document!.Body!;

    private static string? StyleOf(Paragraph paragraph) => paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value;

    private static string Squeezed(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c != ';'));

    private static IEnumerable<string> TextsOf(DataSharing.Documents.Narrative.Block block) =>
        block switch
        {
            DataSharing.Documents.Narrative.Heading heading => [heading.Text],
            DataSharing.Documents.Narrative.Prose prose => TextsOf(prose.Answer),
            DataSharing.Documents.Narrative.Facts facts => facts.Rows.SelectMany(row => row.Answers.SelectMany(TextsOf).Prepend(row.Label)),
            DataSharing.Documents.Narrative.Table table => table
                .Rows.SelectMany(row => row.Cells)
                .SelectMany(cell => cell)
                .SelectMany(TextsOf)
                .Concat(table.Columns),
            DataSharing.Documents.Narrative.Flows.FlowPicture picture => picture.Wide.Captions.Select(caption => caption.Text),
            _ => [],
        };

    private static IEnumerable<string> TextsOf(DataSharing.Documents.Narrative.Answer answer) =>
        [
            .. answer.Label is { } label ? [label + ":"] : Array.Empty<string>(),
            .. answer.Lines.SelectMany(line => line.Phrases).Select(phrase => phrase.Text),
            .. answer.Parts.SelectMany(TextsOf),
        ];
}
