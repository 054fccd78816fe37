namespace DataSharing.Web.Pages.Agreements.Drafting;

/// <summary>What the frame around an item’s form needs of its page.</summary>
public interface IItemPage : IAnswersPage
{
    bool IsNew { get; }

    bool AsksForId { get; }

    string? Id { get; }

    string? CopyOf { get; }

    string Kind { get; }

    string Parent { get; }

    string ParentName { get; }

    bool HasLists { get; }

    IReadOnlyList<ItemList> Lists { get; }
}
