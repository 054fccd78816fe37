namespace DataSharing.Domain.Agreements;

/// <summary>
/// What an organisation has to do with a version: who may read is asked of this, by the domain and by SQL alike. Stage holders and
/// signatories follow from the stages, auditors from their scope.
/// </summary>
public sealed class AgreementAccess
{
    internal AgreementAccess() { } // made by the version, and by EF Core

    public required AgreementVersionId VersionId { get; init; }
    public required OrganisationId Organisation { get; init; }

    /// <summary>DraftingOrganisation, InvitedParty or Party.</summary>
    public required Relation Relation { get; init; }
}
