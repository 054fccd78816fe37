using System.Text;
using System.Xml.Linq;
using DataSharing.Documents.Paper;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DataSharing.Documents.Word;

/// <summary>The document as a file of Word (ISO/IEC 29500). The same document makes the same bytes: no clock, no chance.</summary>
public static class WordFile
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private const string HeaderId = "header";
    private const string FooterId = "footer";

    public static byte[] Write(AgreementPaper paper)
    {
        using var stream = new MemoryStream();
        using (var file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = file.AddNewPart<MainDocumentPart>(MediaType + ".main+xml", "document");
            Add(main.AddNewPart<StyleDefinitionsPart>("styles"), WordStyles.Create());
            Add(main.AddNewPart<NumberingDefinitionsPart>("numbering"), WordNumbering.Create());
            Add(main.AddNewPart<DocumentSettingsPart>("settings"), WordFrame.Settings());
            Add(main.AddNewPart<HeaderPart>(HeaderId), WordFrame.Header(paper));
            Add(main.AddNewPart<FooterPart>(FooterId), WordFrame.Footer(paper));
            Add(main, DocumentOf(paper, main));
            AddProperties(file.AddNewPart<CoreFilePropertiesPart>("properties"), paper);
        }

        return StableZip.Rewrite(stream.ToArray());
    }

    private static Document DocumentOf(AgreementPaper paper, MainDocumentPart main)
    {
        var body = new Body(new WordBody(paper, new WordLinks(main)).Elements());
        body.Append(WordFrame.Page(HeaderId, FooterId));
        var document = new Document(body);
        document.AddNamespaceDeclaration("wpg", "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup");
        document.AddNamespaceDeclaration("wps", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape");
        return document;
    }

    private static void Add(OpenXmlPart part, OpenXmlPartRootElement root)
    {
        using var stream = part.GetStream(FileMode.Create, FileAccess.Write);
        root.Save(stream);
    }

    private static void AddProperties(CoreFilePropertiesPart part, AgreementPaper paper)
    {
        XNamespace core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
        XNamespace dc = "http://purl.org/dc/elements/1.1/";
        var properties = new XElement(
            core + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "cp", core),
            new XAttribute(XNamespace.Xmlns + "dc", dc),
            new XElement(dc + "title", WordText.Valid(paper.Title)),
            new XElement(dc + "subject", paper.Name),
            new XElement(dc + "creator", "DataSharing"),
            new XElement(dc + "language", "en-GB"),
            new XElement(core + "version", paper.Version)
        );
        using var stream = part.GetStream(FileMode.Create, FileAccess.Write);
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        new XDocument(properties).Save(writer, SaveOptions.DisableFormatting);
    }
}
