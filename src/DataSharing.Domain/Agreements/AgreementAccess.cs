using DataSharing.Domain.Content;

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

    /// <summary>For an invited party: the party of the content as which it was invited.</summary>
    public string? PartyId { get; private set; }

    /// <summary>
    /// The identifier that the party had then. Where the content names another organisation since, the invitation is not for it.
    /// </summary>
    public string? PartyOrgId { get; private set; }

    internal bool IsAs(Party party) => Relation is Relation.InvitedParty && PartyId == party.Id && PartyOrgId == party.OrgId;

    internal AgreementAccess As(Party party)
    {
        (PartyId, PartyOrgId) = (party.Id, party.OrgId);
        return this;
    }
}
