using System.Text.Json;
using System.Text.Json.Nodes;

namespace DataSharing.Domain.Content;

/// <summary>
/// An agreement as a file: <c>{ "schema": "agreement v1", "reference": "…", "version": "…", "content": { … } }</c>.
/// </summary>
/// <param name="Reference">The sender's reference. An import issues a new one and keeps this as an external reference.</param>
/// <param name="Version">The sender's version label.</param>
public sealed record AgreementFile(string? Reference, string? Version, AgreementDocument Document)
{
    /// <summary>What an import keeps beside the reference that it issues.</summary>
    public IReadOnlyList<string> ExternalReferences => Reference is null ? [] : [Reference];

    /// <summary>UTF-8, indented, members in the order of §4. Reading it and writing it again gives the same bytes.</summary>
    public byte[] Write()
    {
        var file = new JsonObject { ["schema"] = AgreementJson.Schema };
        if (Reference is not null)
        {
            file["reference"] = Reference;
        }

        if (Version is not null)
        {
            file["version"] = Version;
        }

        file["content"] = Document.ToNode();
        return [.. JsonSerializer.SerializeToUtf8Bytes(file, AgreementJson.Options), (byte)'\n'];
    }
}
