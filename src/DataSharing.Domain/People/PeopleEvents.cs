namespace DataSharing.Domain.People;

[EventContract("person.first-seen")]
public sealed record PersonFirstSeen(PersonId Person, string Issuer, string Subject, Act Act, DateTimeOffset At)
    : DomainEvent(Person.Value, Act, At);

[EventContract("person.renamed")]
public sealed record PersonRenamed(PersonId Person, string Before, string After, Act Act, DateTimeOffset At)
    : DomainEvent(Person.Value, Act, At);

[EventContract("organisation.role-granted")]
public sealed record RoleGranted(
    MembershipId Membership,
    PersonId Person,
    OrganisationId Organisation,
    Role Role,
    Act Act,
    DateTimeOffset At
) : DomainEvent(Organisation.Value, Act, At);

/// <summary>Somebody is to get a role once another person confirms it.</summary>
[EventContract("organisation.role-waits")]
public sealed record RoleWaits(Guid Waiting, PersonId Person, OrganisationId Organisation, Role Role, Act Act, DateTimeOffset At)
    : DomainEvent(Organisation.Value, Act, At);

[EventContract("organisation.role-refused")]
public sealed record RoleRefused(Guid Waiting, PersonId Person, OrganisationId Organisation, Role Role, Act Act, DateTimeOffset At)
    : DomainEvent(Organisation.Value, Act, At);

[EventContract("organisation.role-ended")]
public sealed record RoleEnded(MembershipId Membership, PersonId Person, OrganisationId Organisation, Role Role, Act Act, DateTimeOffset At)
    : DomainEvent(Organisation.Value, Act, At);

[EventContract("organisation.person-invited")]
public sealed record PersonInvited(
    InvitationId Invitation,
    OrganisationId Organisation,
    Role Role,
    string Recipient,
    Act Act,
    DateTimeOffset At,
    string? Name = null
) : DomainEvent(Organisation.Value, Act, At);

[EventContract("organisation.invitation-accepted")]
public sealed record InvitationAccepted(InvitationId Invitation, OrganisationId Organisation, Role Role, Act Act, DateTimeOffset At)
    : DomainEvent(Organisation.Value, Act, At);

[EventContract("organisation.invitation-cancelled")]
public sealed record InvitationCancelled(InvitationId Invitation, OrganisationId Organisation, Role Role, Act Act, DateTimeOffset At)
    : DomainEvent(Organisation.Value, Act, At);

[EventContract("organisation.audit-scope-opened")]
public sealed record AuditScopeOpened(
    Guid Scope,
    PersonId Auditor,
    OrganisationId Organisation,
    DateOnly From,
    DateOnly Until,
    Act Act,
    DateTimeOffset At
) : DomainEvent(Organisation.Value, Act, At);

[EventContract("organisation.audit-scope-ended")]
public sealed record AuditScopeEnded(Guid Scope, PersonId Auditor, OrganisationId Organisation, Act Act, DateTimeOffset At)
    : DomainEvent(Organisation.Value, Act, At);
