using DataSharing.Domain.Agreements.Approval;
using DataSharing.Domain.Content;

namespace DataSharing.Domain.Agreements;

/// <summary>
/// The draft's time with its partners: they are invited (T02), complete their parts, ask for a change (T03) or agree the content. The verbs
/// are the agreement's own, and stand here because they belong together.
/// </summary>
public sealed class PartnerReview
{
    private readonly Agreement _agreement;

    internal PartnerReview(Agreement agreement) => _agreement = agreement;

    private AgreementVersion Version => _agreement.Prepared;

    /// <summary>How far each party of the content is.</summary>
    /// <param name="organisations">The registered organisations that the content names, by <c>scheme:value</c>.</param>
    public IReadOnlyList<PartyStanding> Standings(IReadOnlyDictionary<string, OrganisationId> organisations) =>
        [.. PartyStanding.Of(Version, _agreement.DraftingOrganisation, organisations)];

    /// <summary>What stands in the way of inviting the partners. Nothing does if the list is empty (T02).</summary>
    /// <inheritdoc cref="Standings" path="/param"/>
    public IReadOnlyList<SubmissionProblem> Problems(IReadOnlyDictionary<string, OrganisationId> organisations)
    {
        var standings = Standings(organisations);
        return
        [
            .. standings.All(standing => standing.Drafts)
                ? [new SubmissionProblem(null, "/parties", "Name at least one party beside your own organisation.")]
                : Enumerable.Empty<SubmissionProblem>(),
            .. standings
                .Where(standing => standing.Organisation is null)
                .Select(standing => new SubmissionProblem(
                    null,
                    $"/parties/{standing.Party.Id}/orgId",
                    $"{standing.Name} is not registered here, so nobody there could read the draft. "
                        + "Choose a registered organisation, or have it registered."
                )),
            .. Submission.Twins(Submission.PartyOrganisations(Version, organisations)),
            .. standings
                .Where(standing => !HasContact(standing.Party))
                .Select(standing => new SubmissionProblem(
                    null,
                    $"/parties/{standing.Party.Id}/operationalContact",
                    $"{standing.Name} has no contact. Name at least one, for example the operational contact."
                )),
        ];
    }

    /// <summary>T02. Inviting again asks only those who were not asked yet.</summary>
    /// <inheritdoc cref="Standings" path="/param"/>
    /// <exception cref="StaleDecisionException">The draft was changed since the person saw whom it names.</exception>
    public void Invite(IReadOnlyDictionary<string, OrganisationId> organisations, Seen seen, Actor actor, DateTimeOffset now)
    {
        var act = _agreement.Insist(AgreementAction.InvitePartners, actor);
        seen.InsistOn(Version);
        if (Problems(organisations) is [var problem, ..])
        {
            throw new DomainRuleException($"The partners of {_agreement.Reference} cannot be invited: {problem.Message}");
        }

        var isFirst = Version.Status is VersionStatus.Draft;
        var partners = Standings(organisations).Where(standing => !standing.Drafts).ToList();
        var added = Version.Invite(partners);
        if (isFirst || added.Count > 0)
        {
            Version.Advance(AgreementAction.InvitePartners);
            var told = (isFirst ? partners : added).Select(partner => new PartyTold(
                partner.Party.Id,
                partner.Name,
                partner.Organisation!.Value
            ));
            _agreement.Raise(new PartnersInvited(_agreement.Id, Version.Ordinal, Version.ContentHash, [.. told], act, now));
        }
    }

    /// <summary>T03: a partner wants the draft to be changed by its drafter. What the partner agreed no longer counts.</summary>
    public void AskForChange(string reason, Actor actor, DateTimeOffset now)
    {
        var act = _agreement.Insist(AgreementAction.AskForChange, actor, Agreement.Reason(reason));
        Version.WithdrawAssents(actor.Organisation, now);
        Version.Advance(AgreementAction.AskForChange);
        _agreement.Raise(new ChangeAsked(_agreement.Id, Version.Ordinal, Version.ContentHash, act, now));
    }

    /// <summary>The drafting organisation calls its draft back. What was agreed goes on counting.</summary>
    public void Stop(Actor actor, DateTimeOffset now)
    {
        var act = _agreement.Insist(AgreementAction.StopPartnerReview, actor);
        Version.Advance(AgreementAction.StopPartnerReview);
        _agreement.Raise(new PartnerReviewStopped(_agreement.Id, Version.Ordinal, Version.ContentHash, act, now));
    }

    /// <summary>
    /// The actor's organisation agrees the whole content. It makes nobody an editor, and saying it twice changes nothing. Whoever has said
    /// it for another organisation (<see cref="AgreementVersion.AssentForAnother"/>) does not say it.
    /// </summary>
    /// <exception cref="StaleDecisionException">The draft was changed since the person read it.</exception>
    public void Agree(Seen seen, Actor actor, DateTimeOffset now)
    {
        var act = _agreement.Insist(AgreementAction.AgreeContent, actor);
        seen.InsistOn(Version);
        if (!Version.IsAgreedBy(actor.Organisation))
        {
            if (Version.AssentForAnother(actor) is not null)
            {
                throw new DomainRuleException("Nobody agrees a draft for two organisations.");
            }

            Record(actor, now);
            _agreement.Raise(new ContentAgreed(_agreement.Id, Version.Ordinal, Version.ContentHash, act, now));
        }
    }

    /// <summary>Who submits a draft agrees it; the submission's own event tells so.</summary>
    internal void AgreeBySubmitting(Actor actor, DateTimeOffset now)
    {
        if (!Version.IsAgreedBy(actor.Organisation))
        {
            Record(actor, now);
        }
    }

    private void Record(Actor actor, DateTimeOffset now)
    {
        var isKept = _agreement.Versions.SelectMany(version => version.Assents).Any(assent => assent.ContentHash == Version.ContentHash);
        Version.Agree(isKept, actor, now);
    }

    private static bool HasContact(Party party) =>
        party.AuthorisedSignatory.Any(signatory => signatory.Contact is not null)
        || party.BreachContact is not null
        || new[] { party.OperationalContact, party.PublicContact, party.Dpo, party.Iao, party.Siro, party.CaldicottGuardian }.Any(contact =>
            contact is not null
        );
}
