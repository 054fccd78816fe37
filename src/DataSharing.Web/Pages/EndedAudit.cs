using DataSharing.Persistence;
using DataSharing.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Web.Pages;

/// <summary>An organisation whose agreements the person audited and does not see any more, so that they are told why.</summary>
public sealed record EndedAudit(OrganisationId Organisation, string Name, DateOnly LastDay)
{
    private const int MostTold = 10;

    /// <summary>Those that ended last, of organisations that they do not audit today. Who is no auditor is told of none.</summary>
    public static async Task<IReadOnlyList<EndedAudit>> OfAsync(
        SignedInPerson person,
        DataSharingDbContext db,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        if (!person.Organisations.Any(organisation => organisation.Roles.Contains(Role.Auditor)))
        {
            return [];
        }

        var scopes = await (
            from s in db.AuditScopes.AsNoTracking()
            where s.Auditor == person.Id && s.From <= today
            join o in db.Organisations on s.Organisation equals o.Id
            select new
            {
                s.Organisation,
                o.Details.Name,
                s.Until,
                s.EndedAt,
            }
        ).ToListAsync(cancellationToken);
        return
        [
            .. scopes
                .Where(scope => !person.AuditScope.Contains(scope.Organisation))
                .GroupBy(scope => (scope.Organisation, scope.Name))
                .Select(ended => new EndedAudit(
                    ended.Key.Organisation,
                    ended.Key.Name,
                    ended.Max(scope => scope.EndedAt?.UkDay() is { } day && day < scope.Until ? day : scope.Until)
                ))
                .OrderByDescending(ended => ended.LastDay)
                .ThenBy(ended => ended.Name, StringComparer.CurrentCulture)
                .Take(MostTold),
        ];
    }
}
