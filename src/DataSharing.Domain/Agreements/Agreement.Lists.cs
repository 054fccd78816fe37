using DataSharing.Domain.Agreements.Lists;

namespace DataSharing.Domain.Agreements;

/// <summary>
/// What lists show of it, as rows that are written with every change. Each is a function of the agreement and of nothing else.
/// </summary>
public sealed partial class Agreement
{
    /// <summary>What is seen of it from every viewpoint, whoever looks from there.</summary>
    public IEnumerable<AgreementSight> Sights() => Organisations().SelectMany(SightsOf).Concat(TakenBack());

    /// <summary>
    /// What waits at the desks of its organisations. Findings of checks are no part of the agreement, and not among them.
    /// </summary>
    public IEnumerable<WorkTask> Tasks() => _versions.SelectMany(version => version.Tasks(this));

    private IEnumerable<OrganisationId> Organisations() => _versions.SelectMany(version => version.Organisations()).Distinct();

    private IEnumerable<AgreementSight> SightsOf(OrganisationId organisation)
    {
        var sights = Viewer.All.ToDictionary(viewer => viewer, viewer => SightOf(viewer, organisation));
        var colleagues = sights.Where(sight => !sight.Key.IsHolder && !sight.Key.IsAuditor).ToArray();
        return from pair in sights
            let sight = pair.Value
            where
                sight is not null
                && !(
                    pair.Key.IsHolder
                    && colleagues.Any(c => c.Value is { } seen && ShowsAsMuch(seen, sight) && pair.Key.Roles.All(c.Key.Roles.Contains))
                )
            select sight;
    }

    private static bool ShowsAsMuch(AgreementSight one, AgreementSight other) =>
        one.Rank >= other.Rank && (other.InForceId is null || other.InForceId == one.InForceId || other.InForceId == one.VersionId);

    private IEnumerable<AgreementSight> TakenBack() =>
        from version in _versions
        where version.Status is VersionStatus.Draft
        from access in version.Access
        where access.Relation is Relation.InvitedParty
        select SightOf(Viewer.TakenBack, access.Organisation, version, inForce: null);

    private AgreementSight? SightOf(Viewer viewer, OrganisationId organisation)
    {
        var seen = _versions.FindAll(version => viewer.Sees(version, organisation));
        return seen.MaxBy(version => version.Rank) is { } shown
            ? SightOf(viewer.Name, organisation, shown, seen.Find(version => version.IsInForce && version != shown))
            : null;
    }

    private AgreementSight SightOf(string viewer, OrganisationId organisation, AgreementVersion shown, AgreementVersion? inForce) =>
        new()
        {
            AgreementId = Id,
            Viewer = viewer,
            Organisation = organisation,
            VersionId = shown.Id,
            Rank = shown.Rank,
            Status = VersionStates.Listed(shown.Status, shown.Kind),
            InForceId = inForce?.Id,
            InForceStatus = inForce?.Status,
            Due = new[] { shown.NextDate, inForce?.NextDate }.Min() ?? DateOnly.MaxValue,
            Reference = Reference,
            ChangedAt = ChangedAt,
        };
}
