using System.Security.Cryptography;
using System.Text;
using DataSharing.Domain.Organisations;

namespace DataSharing.Domain.People;

/// <summary>
/// A link that makes a person a member, once, within seven days. It is for one person: it counts at once for whoever signs in with the
/// verified e-mail address that it names; anybody else waits until the inviter approves. The link's secret is kept only as its SHA-256.
/// </summary>
public sealed class Invitation : AggregateRoot
{
    public const int RecipientMaxLength = 254;

    public static readonly TimeSpan Validity = TimeSpan.FromDays(7);

    private Invitation() { } // for EF Core

    public required InvitationId Id { get; init; }
    public required OrganisationId Organisation { get; init; }
    public required Role Role { get; init; }

    /// <summary>Whom it is meant for; null in those made before names were asked for.</summary>
    public string? Name { get; init; }

    /// <summary>Their e-mail address.</summary>
    public required string Recipient { get; init; }
    public required PersonId InvitedBy { get; init; }
    public required byte[] SecretHash { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
    public DateTimeOffset? AcceptedAt { get; private set; }
    public PersonId? AcceptedBy { get; private set; }
    public DateTimeOffset? CancelledAt { get; private set; }

    /// <returns>The invitation, and the secret for its link, which is nowhere else.</returns>
    public static (Invitation Invitation, string Secret) Invite(
        OrganisationId organisation,
        Role role,
        string recipient,
        Actor actor,
        DateTimeOffset now,
        string? name = null
    )
    {
        var permitted =
            actor.May(OrganisationAction.ManagePeople, organisation) ? Role.OrganisationAdmin
            : role is Role.OrganisationAdmin && actor.May(OrganisationAction.InviteFirstAdministrator, organisation) ? Role.SystemAdmin
            : throw new DomainRuleException("Invitations come from an administrator of the organisation.");

        if (!GrantableRoles.InAnOrganisation.Contains(role))
        {
            throw new DomainRuleException($"{role} is not granted by invitation.");
        }

        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));
        var invitation = new Invitation
        {
            Id = InvitationId.New(),
            Organisation = organisation,
            Role = role,
            Name = name,
            Recipient = recipient,
            InvitedBy = actor.Person,
            SecretHash = HashOf(secret),
            ExpiresAt = now + Validity,
        };
        invitation.Raise(new PersonInvited(invitation.Id, organisation, role, recipient, actor.As(permitted), now, name));
        return (invitation, secret);
    }

    public static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    public bool IsOpen(DateTimeOffset now) => AcceptedAt is null && CancelledAt is null && now < ExpiresAt;

    /// <summary>
    /// Uses the link up. The second use of it is refused, as is a late one, and the inviter's own: nobody grants roles to themselves.
    /// </summary>
    /// <param name="act">Of the person, who need not be a member of anything yet.</param>
    /// <param name="verifiedAddress">Their e-mail address, if their provider says that it is verified.</param>
    /// <param name="isHeld">They hold the role already, so that nothing begins.</param>
    /// <returns>
    /// The membership that begins; instead, what waits for a confirmation where the role decides or signs, or the address is another.
    /// </returns>
    public (Membership? Membership, WaitingRole? Waiting) Accept(Act act, string? verifiedAddress, bool isHeld, DateTimeOffset now)
    {
        if (act.Person is not { } person)
        {
            throw new DomainRuleException("An invitation is accepted by a person.");
        }

        if (!IsOpen(now))
        {
            throw new DomainRuleException("The invitation was used, withdrawn or has run out.");
        }

        if (person == InvitedBy)
        {
            throw new DomainRuleException("Nobody accepts an invitation of their own.");
        }

        AcceptedAt = now;
        AcceptedBy = person;
        var here = act with { Organisation = Organisation };
        Raise(new InvitationAccepted(Id, Organisation, Role, here, now));
        var isTheirs = string.Equals(verifiedAddress?.Trim(), Recipient, StringComparison.OrdinalIgnoreCase);
        return isHeld ? (null, null)
            : isTheirs && !Role.Decides() ? (Membership.Start(person, Organisation, Role, here, now), null)
            : (null, WaitingRole.Ask(person, Organisation, Role, InvitedBy, isTheirs ? null : Recipient, here, now));
    }

    /// <summary>In which role the actor may withdraw it; null if they may not. Who invites a first administrator can do so.</summary>
    public Role? MayCancel(Actor actor) =>
        actor.May(OrganisationAction.ManagePeople, Organisation) ? Role.OrganisationAdmin
        : Role is Role.OrganisationAdmin && actor.May(OrganisationAction.InviteFirstAdministrator, Organisation) ? Role.SystemAdmin
        : null;

    public void Cancel(Actor actor, DateTimeOffset now)
    {
        if (MayCancel(actor) is not { } role)
        {
            throw new DomainRuleException("Invitations are withdrawn by an administrator of the organisation.");
        }

        if (IsOpen(now))
        {
            CancelledAt = now;
            Raise(new InvitationCancelled(Id, Organisation, Role, actor.As(role), now));
        }
    }
}
