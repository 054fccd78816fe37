using DataSharing.Domain.Content;

namespace DataSharing.Domain.Editions;

public abstract record EditionEvent(EditionId Edition, EditionKind Kind, int Number, Act Act, DateTimeOffset At)
    : DomainEvent(Edition.Value, Act, At);

[EventContract("edition.started")]
public sealed record EditionStarted(EditionId Edition, EditionKind Kind, int Number, Act Act, DateTimeOffset At)
    : EditionEvent(Edition, Kind, Number, Act, At);

/// <param name="What">What was changed, as a person would say it: "GW-DEA48 changed".</param>
[EventContract("edition.changed")]
public sealed record EditionChanged(
    EditionId Edition,
    EditionKind Kind,
    int Number,
    string What,
    ContentHash Before,
    ContentHash After,
    Act Act,
    DateTimeOffset At
) : EditionEvent(Edition, Kind, Number, Act, At);

[EventContract("edition.put-forward")]
public sealed record EditionPutForward(
    EditionId Edition,
    EditionKind Kind,
    int Number,
    ContentHash Hash,
    string ChangeNote,
    Act Act,
    DateTimeOffset At
) : EditionEvent(Edition, Kind, Number, Act, At);

[EventContract("edition.returned")]
public sealed record EditionReturned(EditionId Edition, EditionKind Kind, int Number, Act Act, DateTimeOffset At)
    : EditionEvent(Edition, Kind, Number, Act, At);

[EventContract("edition.released")]
public sealed record EditionReleased(EditionId Edition, EditionKind Kind, int Number, ContentHash Hash, Act Act, DateTimeOffset At)
    : EditionEvent(Edition, Kind, Number, Act, At);

[EventContract("edition.withdrawn")]
public sealed record EditionWithdrawn(EditionId Edition, EditionKind Kind, int Number, Act Act, DateTimeOffset At)
    : EditionEvent(Edition, Kind, Number, Act, At);
