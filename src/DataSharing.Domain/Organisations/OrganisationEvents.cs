using DataSharing.Domain.Agreements.Content;

namespace DataSharing.Domain.Organisations;

public sealed record OrganisationRegistered(OrganisationId Organisation, OrganisationDetails Details, Act Act, DateTimeOffset At)
    : DomainEvent(Organisation.Value, Act, At);

public sealed record OrganisationDescribed(
    OrganisationId Organisation,
    OrganisationDetails Before,
    OrganisationDetails After,
    Act Act,
    DateTimeOffset At
) : DomainEvent(Organisation.Value, Act, At);

public sealed record IdentifierAdded(OrganisationId Organisation, RegisteredIdentifier Identifier, Act Act, DateTimeOffset At)
    : DomainEvent(Organisation.Value, Act, At);

public sealed record IdentifierRemoved(OrganisationId Organisation, RegisteredIdentifier Identifier, Act Act, DateTimeOffset At)
    : DomainEvent(Organisation.Value, Act, At);

public sealed record OrganisationEvidenceRecorded(
    OrganisationId Organisation,
    Guid Evidence,
    OrganisationEvidenceKind Kind,
    AssuranceType? Assurance,
    EvidenceTerm Term,
    Act Act,
    DateTimeOffset At
) : DomainEvent(Organisation.Value, Act, At);

public sealed record OrganisationEvidenceRenewed(
    OrganisationId Organisation,
    Guid Evidence,
    OrganisationEvidenceKind Kind,
    EvidenceTerm Before,
    EvidenceTerm After,
    Act Act,
    DateTimeOffset At
) : DomainEvent(Organisation.Value, Act, At);

public sealed record OrganisationEvidenceRemoved(
    OrganisationId Organisation,
    Guid Evidence,
    OrganisationEvidenceKind Kind,
    EvidenceTerm Term,
    Act Act,
    DateTimeOffset At
) : DomainEvent(Organisation.Value, Act, At);
