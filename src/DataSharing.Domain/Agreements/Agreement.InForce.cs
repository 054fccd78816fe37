using DataSharing.Domain.Rules;
using static DataSharing.Domain.Agreements.AgreementAction;

namespace DataSharing.Domain.Agreements;

/// <summary>What becomes of a signed version: it starts, is amended, and gives way to the next.</summary>
public sealed partial class Agreement
{
    /// <summary>So long after its start a signed version that cannot become active is reopened (T26).</summary>
    private static readonly TimeSpan LongestHold = TimeSpan.FromDays(90);

    /// <summary>A signed version whose day has come and that was not held today already.</summary>
    public bool IsDue(DateTimeOffset now) =>
        InPreparation is { Status: VersionStatus.Approved, StartsOn: { } start } version
        && start <= now.UkDay()
        && version.ActivationHeldOn != now.UkDay();

    /// <summary>
    /// T13 by the portal: becomes active at 00:00 London time of its start. Where the rules find an error it stays approved and
    /// says so once a day, until it is reopened after 90 days (T26). The version that was in force until then is superseded in the same
    /// instant (T17).
    /// </summary>
    public void ActivateDue(ContentCheck check, Act act, DateTimeOffset now)
    {
        act.InsistOnThePortal();
        if (!IsDue(now))
        {
            return;
        }

        var version = InPreparation!;
        check.InsistOn(version, Moment.InForce, now);
        if (!check.Errors.Any())
        {
            if (InForce is { } before)
            {
                before.Advance(Supersede);
                Raise(new VersionSuperseded(Id, before.Ordinal, before.ContentHash, version.Label, act, now));
            }

            version.Activate(now);
            Raise(new VersionActivated(Id, version.Ordinal, version.ContentHash, version.NextReviewDate, act, now));
        }
        else if (now - LongestHold >= version.StartsOn!.Value.StartsAt())
        {
            Reopen(version, act with { Reason = "It could not start within 90 days of its start date." }, now);
        }
        else
        {
            version.Hold(now);
            Raise(new ActivationHeld(Id, version.Ordinal, version.ContentHash, [.. check.Errors], act, now));
        }
    }

    /// <summary>T16: opens the next version of the one in force, which stays in force until the next becomes active.</summary>
    /// <returns>The new draft.</returns>
    public AgreementVersion StartAmendment(Actor actor, DateTimeOffset now)
    {
        var act = Insist(Amend, actor);
        var amended = InForce!;
        var next = Open(amended, VersionKind.Amendment);
        Raise(new AmendmentStarted(Id, amended.Ordinal, amended.ContentHash, next.Label, act, now));
        return next;
    }
}
