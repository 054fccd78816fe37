namespace DataSharing.Domain.Agreements.Rechecks;

/// <summary>Something that happened to a round of checks.</summary>
public abstract record RecheckEvent(Guid Round, Act Act, DateTimeOffset At) : DomainEvent(Round, Act, At);

/// <param name="Organisation">The one whose agreements are checked; null for all.</param>
[EventContract("recheck.started")]
public sealed record RecheckStarted(Guid Round, RecheckReason Reason, OrganisationId? Organisation, Act Act, DateTimeOffset At)
    : RecheckEvent(Round, Act, At);

[EventContract("recheck.stopped")]
public sealed record RecheckStopped(Guid Round, int Done, Act Act, DateTimeOffset At) : RecheckEvent(Round, Act, At);

[EventContract("recheck.resumed")]
public sealed record RecheckResumed(Guid Round, int Done, Act Act, DateTimeOffset At) : RecheckEvent(Round, Act, At);

/// <summary>Every version was looked at.</summary>
[EventContract("recheck.finished")]
public sealed record RecheckFinished(Guid Round, int Done, int Found, int Cleared, int Failed, Act Act, DateTimeOffset At)
    : RecheckEvent(Round, Act, At);

/// <summary>It ended before it was through, because a later law book or policy was released.</summary>
[EventContract("recheck.overtaken")]
public sealed record RecheckOvertaken(Guid Round, int Done, Act Act, DateTimeOffset At) : RecheckEvent(Round, Act, At);
