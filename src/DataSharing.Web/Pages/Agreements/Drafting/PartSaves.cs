using DataSharing.Domain.Agreements;
using DataSharing.Domain.Content;

namespace DataSharing.Web.Pages.Agreements.Drafting;

/// <summary>The events by which a part of a draft is saved.</summary>
internal static class PartSaves
{
    public static readonly string[] Names =
    [
        EventContracts.NameOf<AnswersChanged>(),
        EventContracts.NameOf<ItemAddedToDraft>(),
        EventContracts.NameOf<ItemsAddedToDraft>(),
        EventContracts.NameOf<ItemRestoredToDraft>(),
        EventContracts.NameOf<ContentReplaced>(),
    ];

    public static bool IsSavedBy(this ContentPart part, object happened) =>
        happened switch
        {
            AnswersChanged change => change.Path == part.Path && (part.Path.Length > 0 || change.Section == part.Section),
            ItemAddedToDraft added => added.Path == part.Path,
            ItemsAddedToDraft added => added.Items.Any(item => ContentPointer.Append(added.List, ContentItems.IdOf(item)) == part.Path),
            ItemRestoredToDraft restored => restored.Path == part.Path,
            _ => true, // the whole content
        };
}
