using DataSharing.Domain.Organisations;

namespace DataSharing.Domain.People;

/// <summary>A role that a person holds in an organisation from one moment to another. Ended ones are kept: auditors ask.</summary>
public sealed class Membership : AggregateRoot
{
    private Membership() { } // for EF Core

    public required MembershipId Id { get; init; }
    public required PersonId Person { get; init; }
    public required OrganisationId Organisation { get; init; }
    public required Role Role { get; init; }
    public required DateTimeOffset Since { get; init; }

    /// <summary>
    /// When a second person confirmed it; null for roles that need nobody's confirmation, and for those of the operator, the demo and
    /// before there were confirmations.
    /// </summary>
    public DateTimeOffset? ConfirmedAt { get; private init; }
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Grants a role to somebody else. Nobody grants roles to themselves.</summary>
    /// <returns>The membership; of a role that decides or signs what waits for a confirmation instead.</returns>
    public static (Membership? Membership, WaitingRole? Waiting) Grant(
        PersonId person,
        OrganisationId organisation,
        Role role,
        Actor actor,
        DateTimeOffset now
    )
    {
        if (!actor.May(OrganisationAction.ManagePeople, organisation))
        {
            throw new DomainRuleException("Roles are granted by an administrator of the organisation.");
        }

        if (person == actor.Person)
        {
            throw new DomainRuleException("Nobody grants roles to themselves.");
        }

        if (!GrantableRoles.InAnOrganisation.Contains(role))
        {
            throw new DomainRuleException($"{role} is not granted by organisations.");
        }

        var act = actor.As(Role.OrganisationAdmin);
        return role.Decides()
            ? (null, WaitingRole.Ask(person, organisation, role, actor.Person, meantFor: null, act, now))
            : (Start(person, organisation, role, act, now), null);
    }

    /// <summary>
    /// Grants a role by the operator's command, for which the portal acts. Nobody confirms it, and the history says so.
    /// </summary>
    public static Membership Begin(PersonId person, OrganisationId organisation, Role role, Act act, DateTimeOffset now)
    {
        act.InsistOnThePortal();
        var told = role.Decides() ? act with { Reason = "Set up by the operator: needs no confirmation" } : act;
        return Start(person, organisation, role, told, now);
    }

    internal static Membership Start(
        PersonId person,
        OrganisationId organisation,
        Role role,
        Act act,
        DateTimeOffset now,
        DateTimeOffset? confirmedAt = null
    )
    {
        var membership = new Membership
        {
            Id = MembershipId.New(),
            Person = person,
            Organisation = organisation,
            Role = role,
            Since = now,
            ConfirmedAt = confirmedAt,
        };
        membership.Raise(new RoleGranted(membership.Id, person, organisation, role, act, now));
        return membership;
    }

    public void End(Actor actor, string reason, DateTimeOffset now)
    {
        if (!actor.May(OrganisationAction.ManagePeople, Organisation))
        {
            throw new DomainRuleException("Roles are ended by an administrator of the organisation.");
        }

        if (EndedAt is null)
        {
            EndedAt = now;
            Raise(new RoleEnded(Id, Person, Organisation, Role, actor.As(Role.OrganisationAdmin, reason), now));
        }
    }
}
