namespace DataSharing.Domain.People;

public sealed record PersonFirstSeen(PersonId Person, string Issuer, string Subject, Act Act, DateTimeOffset At)
    : DomainEvent(Person.Value, Act, At);

public sealed record PersonRenamed(PersonId Person, string Before, string After, Act Act, DateTimeOffset At)
    : DomainEvent(Person.Value, Act, At);

public sealed record RoleGranted(
    MembershipId Membership,
    PersonId Person,
    OrganisationId Organisation,
    Role Role,
    Act Act,
    DateTimeOffset At
) : DomainEvent(Organisation.Value, Act, At);

public sealed record RoleEnded(MembershipId Membership, PersonId Person, OrganisationId Organisation, Role Role, Act Act, DateTimeOffset At)
    : DomainEvent(Organisation.Value, Act, At);

public sealed record PersonInvited(
    InvitationId Invitation,
    OrganisationId Organisation,
    Role Role,
    string Recipient,
    Act Act,
    DateTimeOffset At
) : DomainEvent(Organisation.Value, Act, At);

public sealed record InvitationAccepted(InvitationId Invitation, OrganisationId Organisation, Role Role, Act Act, DateTimeOffset At)
    : DomainEvent(Organisation.Value, Act, At);

public sealed record InvitationCancelled(InvitationId Invitation, OrganisationId Organisation, Role Role, Act Act, DateTimeOffset At)
    : DomainEvent(Organisation.Value, Act, At);

public sealed record AuditScopeOpened(
    Guid Scope,
    PersonId Auditor,
    OrganisationId Organisation,
    DateOnly From,
    DateOnly Until,
    Act Act,
    DateTimeOffset At
) : DomainEvent(Organisation.Value, Act, At);

public sealed record AuditScopeEnded(Guid Scope, PersonId Auditor, OrganisationId Organisation, Act Act, DateTimeOffset At)
    : DomainEvent(Organisation.Value, Act, At);
