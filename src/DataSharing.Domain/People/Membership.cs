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
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Grants a role to somebody else. Nobody grants roles to themselves.</summary>
    public static Membership Grant(PersonId person, OrganisationId organisation, Role role, Actor actor, DateTimeOffset now)
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

        return Start(person, organisation, role, actor.As(Role.OrganisationAdmin), now);
    }

    /// <summary>Grants a role by the operator's command, for which the portal acts.</summary>
    public static Membership Begin(PersonId person, OrganisationId organisation, Role role, Act act, DateTimeOffset now)
    {
        act.InsistOnThePortal();
        return Start(person, organisation, role, act, now);
    }

    internal static Membership Start(PersonId person, OrganisationId organisation, Role role, Act act, DateTimeOffset now)
    {
        var membership = new Membership
        {
            Id = MembershipId.New(),
            Person = person,
            Organisation = organisation,
            Role = role,
            Since = now,
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
