using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DataSharing.Documents.Word;

/// <summary>
/// Links to addresses on the web, each declared once. Links within the portal are left out: the document does not know its address.
/// </summary>
internal sealed class WordLinks(MainDocumentPart part)
{
    private readonly Dictionary<string, string> _ids = [];

    public OpenXmlElement To(string address, Run text)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri))
        {
            return text;
        }

        if (!_ids.TryGetValue(address, out var id))
        {
            _ids[address] = id = $"link{_ids.Count + 1}";
            part.AddHyperlinkRelationship(uri, isExternal: true, id);
        }

        var properties = text.RunProperties ?? text.PrependChild(new RunProperties());
        properties.PrependChild(new RunStyle { Val = WordStyles.Hyperlink });
        properties.Color = new Color { Val = WordStyles.Link };
        return new Hyperlink(text) { Id = id, History = true };
    }
}
