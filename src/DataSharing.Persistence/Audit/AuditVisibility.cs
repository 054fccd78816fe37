namespace DataSharing.Persistence.Audit;

/// <summary>The one filter of every page that tells what happened. That the reader may see the subject at all is asked before.</summary>
public static class AuditVisibility
{
    public static IQueryable<AuditEvent> VisibleTo(this IQueryable<AuditEvent> events, Actor actor)
    {
        var organisation = actor.Organisation;
        var audited = actor.AuditScope.ToArray();
        return events.Where(entry => entry.OnlyFor == null || entry.OnlyFor == organisation || audited.Contains(entry.OnlyFor.Value));
    }
}
