namespace DataSharing.Web.Access;

/// <summary>An organisation whose agreements an auditor does not see any more, so that they are told why.</summary>
/// <param name="LastDay">On which they saw them.</param>
public sealed record EndedAudit(OrganisationId Organisation, string Name, DateOnly LastDay)
{
    private const int MostTold = 10;

    /// <summary>Those that ended last, of organisations that are not audited today.</summary>
    /// <param name="begun">All that ever began.</param>
    internal static IReadOnlyList<EndedAudit> Among(IEnumerable<EndedAudit> begun, IReadOnlySet<OrganisationId> today) =>
        [
            .. begun
                .Where(audit => !today.Contains(audit.Organisation))
                .GroupBy(audit => audit.Organisation)
                .Select(ended => ended.MaxBy(audit => audit.LastDay)!)
                .OrderByDescending(ended => ended.LastDay)
                .ThenBy(ended => ended.Name, StringComparer.CurrentCulture)
                .Take(MostTold),
        ];
}
