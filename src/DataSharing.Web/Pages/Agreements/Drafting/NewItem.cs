using System.Text.Json;
using System.Text.Json.Nodes;
using DataSharing.Domain.Agreements;
using DataSharing.Domain.Content;

namespace DataSharing.Web.Pages.Agreements.Drafting;

/// <summary>An item that is being added to a list of the draft: which id it gets, and what it begins with.</summary>
/// <param name="copyOf">The item that it begins as a copy of, if it does.</param>
internal sealed class NewItem(AgreementVersion version, string list, string? copyOf)
{
    /// <summary>A chosen id is checked; a missing one is made of the name.</summary>
    /// <param name="form">The item as it was typed.</param>
    /// <param name="isAsked">People choose the ids of such items.</param>
    public (string Id, string? Objection) ChooseId(string? typed, object form, bool isAsked)
    {
        var used = version.UsedIds(list).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (string.IsNullOrWhiteSpace(typed))
        {
            var name = (form as DataField)?.Name ?? (form as Party)?.Name ?? ContentGuide.For(list + "/*").Label;
            return (ContentItems.HaveChosenIds(list) ? ContentItems.IdFor(name, used) : ContentItems.NextId(list, used), null);
        }

        var id = typed.Trim();
        return (
            id,
            !ContentItems.IsId(id) ? "The short code begins with a letter and has at most 40 letters, digits and hyphens"
            : !used.Contains(id) ? null
            : At(id) is null ? $"“{id}” was the code of an item that was removed. Choose another"
            : isAsked && !IsThere(id, JsonSerializer.SerializeToNode(form, AgreementJson.Options)!.AsObject())
                ? $"“{id}” is taken. Choose another short code"
            : null
        );
    }

    /// <summary>The list has it already, with the same answers: the same form sent twice adds one item.</summary>
    public bool IsThere(string id, JsonObject answers) =>
        At(id) is JsonObject
        && ContentPart.OfItem(PathOf(id)) is { } part
        && AgreementAnswers.AreEqual(part.Read(version.Document.ToNode()), ContentPart.Only(part.Questions, answers));

    /// <summary>Another person’s item under the same id gives this one the next, unless people choose the ids of such items.</summary>
    public string FreeId(string id) =>
        At(id) is null || ContentItems.HaveChosenIds(list) ? id : ContentItems.NextId(list, version.UsedIds(list));

    /// <summary>The item with its answers. A copy brings the items along that are in it.</summary>
    public JsonObject Of(ContentPart part, JsonObject answers, string id)
    {
        var item = copyOf is not null && At(copyOf) is JsonObject original ? original.DeepClone().AsObject() : [];
        foreach (var question in part.Questions)
        {
            ContentPointer.Set(item, question, ContentPointer.Resolve(answers, question));
        }

        item["id"] = id;
        return item;
    }

    private JsonNode? At(string id) => ContentPointer.Resolve(version.Document.ToNode(), PathOf(id));

    private string PathOf(string id) => ContentPointer.Append(list, id);
}
