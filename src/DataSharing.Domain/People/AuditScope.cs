using DataSharing.Domain.Organisations;

namespace DataSharing.Domain.People;

/// <summary>An organisation whose agreements an auditor may read, from one day to another, both included.</summary>
public sealed class AuditScope : AggregateRoot
{
    private AuditScope() { } // for EF Core

    public required Guid Id { get; init; }
    public required PersonId Auditor { get; init; }
    public required OrganisationId Organisation { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly Until { get; init; }
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Lets an auditor in by the operator's command, for which the portal acts.</summary>
    public static AuditScope Open(PersonId auditor, OrganisationId organisation, DateOnly from, DateOnly until, Act act, DateTimeOffset now)
    {
        act.InsistOnThePortal();
        return Start(auditor, organisation, from, until, act, now);
    }

    private static AuditScope Start(
        PersonId auditor,
        OrganisationId organisation,
        DateOnly from,
        DateOnly until,
        Act act,
        DateTimeOffset now
    )
    {
        if (until < from)
        {
            throw new DomainRuleException("An audit does not end before it begins.");
        }

        var scope = new AuditScope
        {
            Id = Guid.CreateVersion7(),
            Auditor = auditor,
            Organisation = organisation,
            From = from,
            Until = until,
        };
        scope.Raise(new AuditScopeOpened(scope.Id, auditor, organisation, from, until, act, now));
        return scope;
    }

    public static AuditScope Open(
        PersonId auditor,
        OrganisationId organisation,
        DateOnly from,
        DateOnly until,
        Actor actor,
        DateTimeOffset now
    )
    {
        if (!actor.May(OrganisationAction.ManageAuditScope, organisation))
        {
            throw new DomainRuleException("Auditors are let in by an administrator of the organisation.");
        }

        if (auditor == actor.Person)
        {
            throw new DomainRuleException("Nobody lets themselves in.");
        }

        return Start(auditor, organisation, from, until, actor.As(Role.OrganisationAdmin), now);
    }

    public void End(Actor actor, DateTimeOffset now)
    {
        if (!actor.May(OrganisationAction.ManageAuditScope, Organisation))
        {
            throw new DomainRuleException("An audit is ended by an administrator of the organisation.");
        }

        if (EndedAt is null)
        {
            EndedAt = now;
            Raise(new AuditScopeEnded(Id, Auditor, Organisation, actor.As(Role.OrganisationAdmin), now));
        }
    }
}
