using DataSharing.Domain.Agreements.Approval;
using DataSharing.Domain.Content;

namespace DataSharing.Domain.Agreements;

/// <summary>
/// The guards of T04: no errors, every warning justified, every organisation known to the portal, and the content agreed by all.
/// </summary>
internal static class Submission
{
    public static IEnumerable<SubmissionProblem> Problems(
        AgreementVersion version,
        OrganisationId draftingOrganisation,
        ContentCheck check,
        IReadOnlyDictionary<string, OrganisationId> organisations
    )
    {
        foreach (var error in check.Errors)
        {
            yield return new SubmissionProblem(error.RuleId, error.Path, error.Message);
        }

        foreach (var warning in check.Warnings.DistinctBy(warning => warning.RuleId))
        {
            if (version.JustificationOf(warning.RuleId) is null)
            {
                yield return new SubmissionProblem(warning.RuleId, warning.Path, $"Say why this is accepted: {warning.Message}");
            }
        }

        var known = PartyOrganisations(version, organisations);
        var onTheRoute = check.Route.Stages.Select(stage => stage.PartyId).ToHashSet();
        foreach (var party in version.Document.Content.Parties.Where(party => !known.ContainsKey(party.Id)))
        {
            var tasks = onTheRoute.Contains(party.Id) ? "agree the content, decide or sign" : "agree the content";
            yield return new SubmissionProblem(
                null,
                $"/parties/{party.Id}/orgId",
                $"{party.Name ?? party.Id} is not registered here, so nobody there could {tasks}."
            );
        }

        foreach (var problem in Twins(known))
        {
            yield return problem;
        }

        if (!known.ContainsValue(draftingOrganisation))
        {
            yield return new SubmissionProblem(null, "/parties", "The organisation that drafts the agreement is not one of its parties.");
        }

        if (!check.Route.Stages.Any(stage => stage.Mode is StageMode.Sign))
        {
            yield return new SubmissionProblem(null, "/parties", "Nobody would sign: no party is a controller.");
        }

        foreach (var standing in PartyStanding.Of(version, draftingOrganisation, organisations))
        {
            if (standing.Missing is { } missing)
            {
                yield return new SubmissionProblem(null, $"/parties/{standing.Party.Id}", missing);
            }
        }
    }

    public static IEnumerable<SubmissionProblem> AgreedForAnother(AgreementVersion version, Actor submitter) =>
        version.AssentForAnother(submitter) is null
            ? []
            :
            [
                new SubmissionProblem(
                    null,
                    "/parties",
                    "You agreed this content for another organisation. Nobody agrees a draft for two, so somebody else submits it."
                ),
            ];

    public static IEnumerable<SubmissionProblem> Twins(Dictionary<string, OrganisationId> known) =>
        from parties in known.GroupBy(pair => pair.Value, pair => pair.Key)
        where parties.Count() > 1
        select new SubmissionProblem(
            null,
            $"/parties/{parties.Last()}/orgId",
            $"{string.Join(" and ", parties)} are the same organisation under two identifiers."
        );

    /// <summary>The parties whose organisation the portal knows, by the party's id.</summary>
    public static Dictionary<string, OrganisationId> PartyOrganisations(
        AgreementVersion version,
        IReadOnlyDictionary<string, OrganisationId> organisations
    ) =>
        version
            .Document.Content.Parties.Where(party => party.OrgId is not null && organisations.ContainsKey(party.OrgId))
            .ToDictionary(party => party.Id, party => organisations[party.OrgId!]);
}
