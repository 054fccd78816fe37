namespace DataSharing.Domain.Organisations;

public sealed record OrganisationRegistered(OrganisationId Organisation, OrganisationDetails Details, Act Act, DateTimeOffset At)
    : DomainEvent(Organisation.Value, Act, At);

public sealed record OrganisationDescribed(
    OrganisationId Organisation, OrganisationDetails Before, OrganisationDetails After, Act Act, DateTimeOffset At)
    : DomainEvent(Organisation.Value, Act, At);

public sealed record IdentifierAdded(OrganisationId Organisation, RegisteredIdentifier Identifier, Act Act, DateTimeOffset At)
    : DomainEvent(Organisation.Value, Act, At);

public sealed record IdentifierRemoved(OrganisationId Organisation, RegisteredIdentifier Identifier, Act Act, DateTimeOffset At)
    : DomainEvent(Organisation.Value, Act, At);

public sealed record AssuranceRecorded(OrganisationId Organisation, OrganisationAssurance Assurance, Act Act, DateTimeOffset At)
    : DomainEvent(Organisation.Value, Act, At);

public sealed record AssuranceRemoved(OrganisationId Organisation, OrganisationAssurance Assurance, Act Act, DateTimeOffset At)
    : DomainEvent(Organisation.Value, Act, At);
