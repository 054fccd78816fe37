using DataSharing.Domain.Content;

namespace DataSharing.Domain.Agreements;

/// <summary>How far one party is with a draft.</summary>
/// <param name="Organisation">Whom it names; null if that is no organisation registered here.</param>
/// <param name="Drafts">It is the drafting organisation itself.</param>
/// <param name="IsInvited">It has been asked to look at this draft.</param>
/// <param name="Reads">It may look at it now.</param>
/// <param name="Assent">Its word on the content as it stands, else on an earlier one.</param>
/// <param name="Agrees">The word is about the content as it stands.</param>
public sealed record PartyStanding(
    Party Party,
    OrganisationId? Organisation,
    bool Drafts,
    bool IsInvited,
    bool Reads,
    Assent? Assent,
    bool Agrees
)
{
    public string Name => Party.Name ?? Party.Id;

    /// <summary>What keeps the draft from being submitted, and what to do; null if nothing does.</summary>
    internal string? Missing =>
        this switch
        {
            { Drafts: true } or { Agrees: true } or { Organisation: null } => null, // who is not registered is told apart
            { Assent: not null } => $"{Name} agreed an earlier content. {Ask} as it is now.",
            { IsInvited: true } => $"{Name} has not agreed the content yet. {Ask}.",
            _ => $"{Name} has not been asked yet. {Ask}.",
        };

    private string Ask =>
        Reads ? "Ask it to read the draft and to agree it" : "Invite the partners, so that it can read the draft and agree it";

    internal static IEnumerable<PartyStanding> Of(
        AgreementVersion version,
        OrganisationId draftingOrganisation,
        IReadOnlyDictionary<string, OrganisationId> organisations
    )
    {
        var known = Submission.PartyOrganisations(version, organisations);
        var invited = version.Locks.Invited.Select(pair => (pair.Party.Id, (OrganisationId?)pair.Access.Organisation)).ToHashSet();
        return from party in version.Document.Content.Parties
            let organisation = known.TryGetValue(party.Id, out var id) ? id : (OrganisationId?)null
            select new PartyStanding(
                party,
                organisation,
                organisation == draftingOrganisation,
                invited.Contains((party.Id, organisation)),
                invited.Contains((party.Id, organisation)) && version.Status is VersionStatus.InPartnerReview,
                organisation is null ? null : version.AssentOf(organisation.Value),
                organisation is not null && version.IsAgreedBy(organisation.Value)
            );
    }
}
