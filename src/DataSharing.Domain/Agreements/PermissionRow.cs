namespace DataSharing.Domain.Agreements;

/// <summary>
/// Whoever holds the role, in an organisation with the relation, may do it to the version that it speaks of while that has one of the
/// states.
/// </summary>
public sealed record PermissionRow(
    AgreementAction Action,
    Role Role,
    Relation Relation,
    Subject Subject,
    IReadOnlySet<VersionStatus> States
);
