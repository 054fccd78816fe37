using DataSharing.Domain.Agreements.Rechecks;
using DataSharing.Domain.Rules;

namespace DataSharing.Web.Pages.Agreements.Findings;

/// <summary>Which new findings somebody asks for.</summary>
/// <param name="Mine">Only what is the matter of <paramref name="Organisation"/>, for which they act.</param>
internal sealed record FindingFilter(FindingState State, FindingCause? Cause, Severity? Severity, bool Mine, OrganisationId Organisation)
{
    /// <summary>
    /// Those among which the page looks: what an index finds in the order of the list, after the page before. Ids grow with time.
    /// </summary>
    public IQueryable<LiveFinding> Among(IQueryable<LiveFinding> all, Guid? after)
    {
        var findings = State is FindingState.Gone ? all : all.Where(f => f.ClearedAt == null);
        if (Mine && State is not FindingState.Gone)
        {
            findings = findings.Where(f => f.Owner == Organisation);
        }

        return after is { } last ? findings.Where(f => f.Id.CompareTo(last) < 0) : findings;
    }

    /// <summary>Those of them that are asked for.</summary>
    public IQueryable<LiveFinding> Of(IQueryable<LiveFinding> among)
    {
        var findings = State switch
        {
            FindingState.Unanswered => among.Where(f => f.Answer == null),
            FindingState.Answered => among.Where(f => f.Answer != null),
            FindingState.Gone => among.Where(f => f.ClearedAt != null && (!Mine || f.Owner == Organisation)),
            _ => among,
        };
        if (Cause is { } cause)
        {
            findings = findings.Where(f => f.Cause == cause);
        }

        return Severity is { } severity ? findings.Where(f => f.Severity == severity) : findings;
    }
}
