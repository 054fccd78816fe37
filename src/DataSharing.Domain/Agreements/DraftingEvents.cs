using System.Text.Json.Nodes;
using DataSharing.Domain.Content;

namespace DataSharing.Domain.Agreements;

[EventContract("agreement.drafted")]
public sealed record AgreementDrafted(
    AgreementId Agreement,
    int? Version,
    ContentHash? Hash,
    AgreementReference Reference,
    string? Title,
    IReadOnlyList<string> ExternalReferences,
    Act Act,
    DateTimeOffset At
) : AgreementEvent(Agreement, Version, Hash, Act, At);

[EventContract("agreement.content-replaced")]
public sealed record ContentReplaced(
    AgreementId Agreement,
    int? Version,
    ContentHash? Hash,
    ContentHash Before,
    int Revision,
    Act Act,
    DateTimeOffset At
) : AgreementEvent(Agreement, Version, Hash, Act, At);

/// <summary>Answers of one part of the draft, before and after.</summary>
/// <param name="Path">The item, or empty for the single answers of the section.</param>
[EventContract("agreement.answers-changed")]
public sealed record AnswersChanged(
    AgreementId Agreement,
    int? Version,
    ContentHash? Hash,
    Section Section,
    string Path,
    JsonObject Was,
    JsonObject Is,
    Act Act,
    DateTimeOffset At
) : AgreementEvent(Agreement, Version, Hash, Act, At);

[EventContract("agreement.item-added-to-draft")]
public sealed record ItemAddedToDraft(
    AgreementId Agreement,
    int? Version,
    ContentHash? Hash,
    string Path,
    JsonObject Item,
    Act Act,
    DateTimeOffset At
) : AgreementEvent(Agreement, Version, Hash, Act, At);

/// <summary>Several items that were put into a list at once.</summary>
[EventContract("agreement.items-added-to-draft")]
public sealed record ItemsAddedToDraft(
    AgreementId Agreement,
    int? Version,
    ContentHash? Hash,
    string List,
    IReadOnlyList<JsonObject> Items,
    Act Act,
    DateTimeOffset At
) : AgreementEvent(Agreement, Version, Hash, Act, At);

[EventContract("agreement.item-removed-from-draft")]
public sealed record ItemRemovedFromDraft(
    AgreementId Agreement,
    int? Version,
    ContentHash? Hash,
    string Path,
    JsonObject Item,
    Act Act,
    DateTimeOffset At
) : AgreementEvent(Agreement, Version, Hash, Act, At);

[EventContract("agreement.item-restored-to-draft")]
public sealed record ItemRestoredToDraft(AgreementId Agreement, int? Version, ContentHash? Hash, string Path, Act Act, DateTimeOffset At)
    : AgreementEvent(Agreement, Version, Hash, Act, At);

/// <param name="From">Its place before, counted from 1.</param>
/// <param name="To">Its place after.</param>
[EventContract("agreement.item-moved-in-draft")]
public sealed record ItemMovedInDraft(
    AgreementId Agreement,
    int? Version,
    ContentHash? Hash,
    string Path,
    int From,
    int To,
    Act Act,
    DateTimeOffset At
) : AgreementEvent(Agreement, Version, Hash, Act, At);

/// <param name="NothingToSay">Whether it was said or taken back that there is nothing to say in the section.</param>
[EventContract("agreement.section-marked")]
public sealed record SectionMarked(
    AgreementId Agreement,
    int? Version,
    ContentHash? Hash,
    Section Section,
    bool NothingToSay,
    Act Act,
    DateTimeOffset At
) : AgreementEvent(Agreement, Version, Hash, Act, At);

[EventContract("agreement.warning-justified")]
public sealed record WarningJustified(
    AgreementId Agreement,
    int? Version,
    ContentHash? Hash,
    string RuleId,
    string Text,
    Act Act,
    DateTimeOffset At
) : AgreementEvent(Agreement, Version, Hash, Act, At);
