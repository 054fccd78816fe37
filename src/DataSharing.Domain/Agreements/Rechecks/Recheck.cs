using DataSharing.Domain.Rules;

namespace DataSharing.Domain.Agreements.Rechecks;

/// <summary>One round of checking every agreement in force again, in batches, so that it can be stopped and go on where it was.</summary>
public sealed class Recheck : AggregateRoot
{
    public const int TroubleMaxLength = 1000;

    private Recheck() { } // for EF Core

    public required Guid Id { get; init; }
    public required RecheckReason Reason { get; init; }

    /// <summary>The business day of a nightly round, of which there is one.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Only this organisation's agreements; null for all.</summary>
    public OrganisationId? Organisation { get; init; }
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>The last version that was checked; the next batch begins after it.</summary>
    public AgreementVersionId? After { get; private set; }

    /// <summary>How many there were to check when it began.</summary>
    public int? Total { get; private set; }
    public int Done { get; private set; }
    public int Found { get; private set; }
    public int Cleared { get; private set; }

    /// <summary>How many of those done could not be judged.</summary>
    public int Failed { get; private set; }

    /// <summary>By which law book and policy it judges, from its first batch to its last.</summary>
    public int? LawBookNumber { get; private set; }
    public int? PolicyNumber { get; private set; }
    public DateTimeOffset? LastBatchAt { get; private set; }

    /// <summary>Why the last batch was not done; it is tried again. Null once one was.</summary>
    public string? Trouble { get; private set; }
    public DateTimeOffset? TroubleAt { get; private set; }
    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>It ended before it was through, for a later law book or policy was released, which has a round of its own.</summary>
    public bool IsOvertaken { get; private set; }
    public DateTimeOffset? StoppedAt { get; private set; }
    public PersonId? StoppedBy { get; private set; }

    public bool IsRunning => FinishedAt is null && StoppedAt is null;

    /// <summary>A round that the portal begins by itself.</summary>
    public static Recheck Because(RecheckReason reason, DateTimeOffset now, OrganisationId? organisation = null) =>
        Start(reason, organisation, Act.OfThePortal, now);

    /// <summary>A round that an administrator asks for.</summary>
    public static Recheck Ask(Actor actor, DateTimeOffset now)
    {
        var act = Insist(actor, isTimeFor: true);
        return Start(RecheckReason.Asked, organisation: null, act, now);
    }

    private static Recheck Start(RecheckReason reason, OrganisationId? organisation, Act act, DateTimeOffset now)
    {
        var round = new Recheck
        {
            Id = Guid.CreateVersion7(),
            Reason = reason,
            Day = now.UkDay(),
            Organisation = organisation,
            StartedAt = now,
        };
        round.Raise(new RecheckStarted(round.Id, reason, organisation, act, now));
        return round;
    }

    /// <summary>The first batch is to come.</summary>
    public void Begin(int total, Criteria criteria, Act act)
    {
        act.InsistOnThePortal();
        Total = total;
        (LawBookNumber, PolicyNumber) = (criteria.LawBook.Number, criteria.Policy.Number);
    }

    /// <summary>Half a round by one law book and half by another would tell nobody what changed.</summary>
    public bool JudgesBy(Criteria criteria) => (LawBookNumber, PolicyNumber) == (criteria.LawBook.Number, criteria.Policy.Number);

    public void Overtake(Act act, DateTimeOffset now)
    {
        act.InsistOnThePortal();
        (IsOvertaken, FinishedAt) = (true, now);
        Raise(new RecheckOvertaken(Id, Done, act, now));
    }

    /// <summary>Reports a version of which a batch found something new, or no longer found what was open.</summary>
    public void Report(AgreementVersion version, RecheckedVersion result, Act act, DateTimeOffset now)
    {
        act.InsistOnThePortal();
        Raise(
            new VersionRechecked(
                version.AgreementId,
                version.Ordinal,
                version.ContentHash,
                [.. result.Found.Select(f => new FoundLive(f.RuleId, f.Severity, f.Path, f.Message, f.Cause))],
                [.. result.Cleared.Select(f => f.RuleId).Distinct()],
                LawBookNumber!.Value,
                PolicyNumber!.Value,
                act,
                now
            )
        );
    }

    /// <param name="last">The last version of the batch.</param>
    public void Note(AgreementVersionId last, int done, int found, int cleared, int failed, Act act, DateTimeOffset now)
    {
        act.InsistOnThePortal();
        (After, LastBatchAt, Trouble, TroubleAt) = (last, now, null, null);
        (Done, Found, Cleared, Failed) = (Done + done, Found + found, Cleared + cleared, Failed + failed);
    }

    /// <summary>There was none left.</summary>
    public void Finish(Act act, DateTimeOffset now)
    {
        act.InsistOnThePortal();
        (FinishedAt, Trouble, TroubleAt) = (now, null, null);
        Raise(new RecheckFinished(Id, Done, Found, Cleared, Failed, act, now));
    }

    /// <summary>The batch that is under way is finished first.</summary>
    public void Stop(Actor actor, DateTimeOffset now)
    {
        var act = Insist(actor, IsRunning);
        (StoppedAt, StoppedBy) = (now, actor.Person);
        Raise(new RecheckStopped(Id, Done, act, now));
    }

    public void GoOn(Actor actor, DateTimeOffset now)
    {
        var act = Insist(actor, StoppedAt is not null && FinishedAt is null);
        (StoppedAt, StoppedBy) = (null, null);
        Raise(new RecheckResumed(Id, Done, act, now));
    }

    private static Act Insist(Actor actor, bool isTimeFor) =>
        actor.Holds(Role.SystemAdmin) && isTimeFor
            ? actor.As(Role.SystemAdmin)
            : throw new DomainRuleException(
                "Only a system administrator asks for or stops a round of checks, and only one that is under way."
            );
}

public enum RecheckReason
{
    Night,
    LawBook,
    Policy,

    /// <summary>An organisation's evidence was recorded, renewed or removed.</summary>
    Evidence,

    /// <summary>An administrator asked for it.</summary>
    Asked,
}
