using DataSharing.Domain.Content;

namespace DataSharing.Domain.Organisations;

[EventContract("organisation.registered")]
public sealed record OrganisationRegistered(OrganisationId Organisation, OrganisationDetails Details, Act Act, DateTimeOffset At)
    : DomainEvent(Organisation.Value, Act, At);

[EventContract("organisation.described")]
public sealed record OrganisationDescribed(
    OrganisationId Organisation,
    OrganisationDetails Before,
    OrganisationDetails After,
    Act Act,
    DateTimeOffset At
) : DomainEvent(Organisation.Value, Act, At);

[EventContract("organisation.identifier-added")]
public sealed record IdentifierAdded(OrganisationId Organisation, RegisteredIdentifier Identifier, Act Act, DateTimeOffset At)
    : DomainEvent(Organisation.Value, Act, At);

[EventContract("organisation.identifier-removed")]
public sealed record IdentifierRemoved(OrganisationId Organisation, RegisteredIdentifier Identifier, Act Act, DateTimeOffset At)
    : DomainEvent(Organisation.Value, Act, At);

[EventContract("organisation.evidence-recorded")]
public sealed record OrganisationEvidenceRecorded(
    OrganisationId Organisation,
    Guid Evidence,
    OrganisationEvidenceKind Kind,
    AssuranceType? Assurance,
    EvidenceTerm Term,
    Act Act,
    DateTimeOffset At
) : DomainEvent(Organisation.Value, Act, At);

[EventContract("organisation.evidence-renewed")]
public sealed record OrganisationEvidenceRenewed(
    OrganisationId Organisation,
    Guid Evidence,
    OrganisationEvidenceKind Kind,
    EvidenceTerm Before,
    EvidenceTerm After,
    Act Act,
    DateTimeOffset At
) : DomainEvent(Organisation.Value, Act, At);

[EventContract("organisation.evidence-removed")]
public sealed record OrganisationEvidenceRemoved(
    OrganisationId Organisation,
    Guid Evidence,
    OrganisationEvidenceKind Kind,
    EvidenceTerm Term,
    Act Act,
    DateTimeOffset At
) : DomainEvent(Organisation.Value, Act, At);
