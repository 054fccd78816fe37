using DataSharing.Domain.Organisations;

namespace DataSharing.Domain.People;

/// <summary>
/// A role that somebody is to get once another person confirms it. Until then it is no membership, so it counts nowhere.
/// </summary>
public sealed class WaitingRole : AggregateRoot
{
    private WaitingRole() { } // for EF Core

    public required Guid Id { get; init; }
    public required PersonId Person { get; init; }
    public required OrganisationId Organisation { get; init; }
    public required Role Role { get; init; }

    /// <summary>Who granted it, or sent the invitation that was accepted.</summary>
    public required PersonId AskedBy { get; init; }
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>The e-mail address the invitation was for, where somebody without that address has accepted it.</summary>
    public string? MeantFor { get; init; }
    public DateTimeOffset? ConfirmedAt { get; private set; }
    public DateTimeOffset? RefusedAt { get; private set; }

    public bool IsOpen => ConfirmedAt is null && RefusedAt is null;

    internal static WaitingRole Ask(
        PersonId person,
        OrganisationId organisation,
        Role role,
        PersonId askedBy,
        string? meantFor,
        Act act,
        DateTimeOffset now
    )
    {
        var waiting = new WaitingRole
        {
            Id = Guid.CreateVersion7(),
            Person = person,
            Organisation = organisation,
            Role = role,
            AskedBy = askedBy,
            AskedAt = now,
            MeantFor = meantFor,
        };
        waiting.Raise(new RoleWaits(waiting.Id, person, organisation, role, act, now));
        return waiting;
    }

    /// <summary>
    /// Never the person who gets it. A role that decides or signs is confirmed by a second administrator, or by one of the portal where the
    /// organisation has none (<see cref="Actor.SecondsFor"/>); any other by whoever may grant it, the inviter among them.
    /// </summary>
    public bool MayBeConfirmedBy(Actor actor) =>
        actor.Person != Person
        && (
            Role.Decides()
                ? actor.Person != AskedBy && actor.May(OrganisationAction.ConfirmRole, Organisation)
                : MayGrant(actor) is not null
        );

    /// <summary>The membership that begins with this.</summary>
    public Membership Confirm(Actor actor, DateTimeOffset now)
    {
        var act = Insisted(actor, MayBeConfirmedBy(actor));
        ConfirmedAt = now;
        return Membership.Start(Person, Organisation, Role, act, now, confirmedAt: Role.Decides() ? now : null);
    }

    /// <summary>Whoever may confirm it, and whoever may grant it: they take back what they have granted by mistake.</summary>
    public bool MayBeRefusedBy(Actor actor) => MayBeConfirmedBy(actor) || (actor.Person != Person && MayGrant(actor) is not null);

    public void Refuse(Actor actor, DateTimeOffset now)
    {
        var act = Insisted(actor, MayBeRefusedBy(actor));
        RefusedAt = now;
        Raise(new RoleRefused(Id, Person, Organisation, Role, act, now));
    }

    private Act Insisted(Actor actor, bool may)
    {
        if (!may || !IsOpen)
        {
            throw new DomainRuleException("The role is not this person's to confirm, or was confirmed or refused.");
        }

        return actor.As(MayGrant(actor) ?? Role.SystemAdmin);
    }

    private Role? MayGrant(Actor actor) =>
        actor.May(OrganisationAction.ManagePeople, Organisation) ? Role.OrganisationAdmin
        : Role is Role.OrganisationAdmin && actor.May(OrganisationAction.InviteFirstAdministrator, Organisation) ? Role.SystemAdmin
        : null;
}
