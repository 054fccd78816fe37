namespace DataSharing.Domain.Agreements;

/// <summary>Whoever holds the role, in an organisation with the relation, may do it while the version has one of the states.</summary>
public sealed record PermissionRow(AgreementAction Action, Role Role, Relation Relation, IReadOnlySet<VersionStatus> States);
