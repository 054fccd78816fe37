namespace DataSharing.Domain.Agreements.Evidence;

/// <summary>
/// Evidence serves all versions: whoever takes part in any of them may keep it, as long as one of them is not over, and erase it even then.
/// </summary>
internal static class EvidenceRights
{
    /// <summary>For an actor who sees the agreement.</summary>
    public static Verdict Consider(Agreement agreement, AgreementAction action, Actor actor)
    {
        var rows = Rows(agreement, action, actor).ToArray();
        return rows.Length == 0 || agreement.Versions.Any(version => version.IsAuditedBy(actor)) ? Verdict.Forbidden
            : agreement.Versions.Any(version => rows.Any(row => row.States.Contains(version.Status))) ? Verdict.Permitted
            : Verdict.NotNow;
    }

    public static Act Insist(Agreement agreement, AgreementAction action, Actor actor) =>
        agreement.Consider(action, actor, agreement.Newest) is not Verdict.Permitted and var verdict
            ? throw new DomainRuleException($"{action} of {agreement.Reference}: {verdict}.")
            : actor.As(Rows(agreement, action, actor).First().Role);

    private static IEnumerable<PermissionRow> Rows(Agreement agreement, AgreementAction action, Actor actor) =>
        agreement.Versions.SelectMany(version => version.Permitting(action, actor, stage: null));
}
