using DataSharing.Domain.Agreements.Approval;
using DataSharing.Domain.Content;
using DataSharing.Domain.Rules;

namespace DataSharing.Domain.Agreements;

/// <summary>The version's time with its partners.</summary>
public sealed partial class AgreementVersion
{
    /// <summary>Which part of the draft is whose to change.</summary>
    public PartLocks Locks => new(this, Document.Content);

    /// <summary>
    /// The organisation's word on the content as it stands, else its last on an earlier one; null if it gave none that it keeps.
    /// </summary>
    public Assent? AssentOf(OrganisationId organisation) =>
        _assents
            .Where(assent => assent.Organisation == organisation && assent.WithdrawnAt is null)
            .OrderBy(assent => assent.ContentHash == ContentHash)
            .ThenBy(assent => assent.Number)
            .LastOrDefault();

    /// <summary>
    /// The word that the actor has given on this content for another of their organisations. Nobody agrees a draft for two.
    /// </summary>
    public Assent? AssentForAnother(Actor actor) =>
        _assents.Find(assent =>
            assent.Person == actor.Person
            && assent.Organisation != actor.Organisation
            && assent.ContentHash == ContentHash
            && assent.WithdrawnAt is null
        );

    public bool IsAgreedBy(OrganisationId organisation) => AssentOf(organisation)?.ContentHash == ContentHash;

    /// <returns>Those who were not invited as these parties before.</returns>
    internal IReadOnlyList<PartyStanding> Invite(IEnumerable<PartyStanding> partners)
    {
        var added = partners.Where(partner => !partner.IsInvited).ToList();
        foreach (var partner in added)
        {
            var known = _access.Find(access => access.Organisation == partner.Organisation && access.Relation is Relation.InvitedParty);
            (known ?? LetIn(partner.Organisation!.Value, Relation.InvitedParty)).As(partner.Party);
        }

        return added;
    }

    /// <param name="isKept">Whether these bytes are kept already, because somebody has agreed them before.</param>
    internal void Agree(bool isKept, Actor actor, DateTimeOffset now) =>
        _assents.Add(Assent.To(this, _assents.Count + 1, isKept, actor, now));

    internal void WithdrawAssents(OrganisationId organisation, DateTimeOffset now)
    {
        foreach (var assent in _assents.Where(assent => assent.Organisation == organisation && assent.WithdrawnAt is null))
        {
            assent.Withdraw(now);
        }
    }
}
