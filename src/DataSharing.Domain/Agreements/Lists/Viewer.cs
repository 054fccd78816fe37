namespace DataSharing.Domain.Agreements.Lists;

/// <summary>
/// Those who see the same versions of an agreement for an organisation: the members who work for it, its requesters, the holders of a stage
/// in one role, its auditors. Taken from the rows of <see cref="AgreementPermissions"/> for <see cref="AgreementAction.View"/>, and from
/// nothing else.
/// </summary>
/// <param name="Name">As it is stored.</param>
/// <param name="Roles">Whoever holds one of them is such a viewer.</param>
/// <param name="Rows">What one such role may view.</param>
public sealed record Viewer(string Name, IReadOnlyList<Role> Roles, IReadOnlyList<PermissionRow> Rows)
{
    /// <summary>
    /// Partners from whom a draft was taken back. They see nothing of it, and are told that; no actor looks at lists from here.
    /// </summary>
    public const string TakenBack = nameof(TakenBack);

    private static readonly PermissionRow[] View = [.. AgreementPermissions.Rows.Where(row => row.Action is AgreementAction.View)];

    public static IReadOnlyList<Viewer> All { get; } =
    [
        .. View.Where(row => row.Relation is not (Relation.StageHolder or Relation.AuditorInScope))
            .GroupBy(row => row.Role)
            .GroupBy(role => string.Join("; ", role.Select(InWords).Order(StringComparer.Ordinal)))
            .Select(alike => new Viewer(
                alike.Count() == 1 ? alike.First().Key.ToString() : "Member",
                [.. alike.Select(role => role.Key)],
                [.. alike.First()]
            )),
        .. View.Where(row => row.Relation is Relation.StageHolder).Select(row => new Viewer($"Holder:{row.Role}", [row.Role], [row])),
        .. View.Where(row => row.Relation is Relation.AuditorInScope).Select(row => new Viewer(row.Role.ToString(), [row.Role], [row])),
    ];

    /// <summary>They look at other organisations than the one they act for.</summary>
    public bool IsAuditor => Rows.Any(row => row.Relation is Relation.AuditorInScope);

    /// <summary>
    /// They see by a stage of their role. Such a sight is kept only where it shows more than their colleagues see anyway.
    /// </summary>
    internal bool IsHolder => Rows.Any(row => row.Relation is Relation.StageHolder);

    internal bool Sees(AgreementVersion version, OrganisationId organisation) => Rows.Any(row => version.Shows(organisation, row));

    private static string InWords(PermissionRow row) => $"{row.Relation} {string.Join(",", row.States.Order())}";
}

/// <summary>From where somebody looks at lists: as such a viewer, for such an organisation.</summary>
public readonly record struct Viewpoint(OrganisationId Organisation, string Viewer)
{
    /// <summary>All from which the actor looks. What they see is what any of them shows.</summary>
    public static IEnumerable<Viewpoint> Of(Actor actor) =>
        from viewer in Lists.Viewer.All
        where viewer.Roles.Any(actor.Holds)
        from organisation in viewer.IsAuditor ? actor.AuditScope : (IEnumerable<OrganisationId>)[actor.Organisation]
        select new Viewpoint(organisation, viewer.Name);
}
