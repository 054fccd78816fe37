using DataSharing.Domain.Agreements;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Persistence.Agreements;

public static class ManyWholeAgreements
{
    /// <summary>Agreements with all that lists are built from, for many at a time; without contents.</summary>
    public static IQueryable<Agreement> WithFacts(this IQueryable<Agreement> agreements) =>
        agreements
            .AsSplitQuery()
            .Include(a => a.Versions)
                .ThenInclude(v => v.Access)
            .Include(a => a.Versions)
                .ThenInclude(v => v.Editors)
            .Include(a => a.Versions)
                .ThenInclude(v => v.Stages)
                    .ThenInclude(s => s.Decision!.Acceptance)
            .Include(a => a.Versions)
                .ThenInclude(v => v.Stages)
                    .ThenInclude(s => s.CarriedDecision)
            .Include(a => a.Versions)
                .ThenInclude(v => v.Stages)
                    .ThenInclude(s => s.Signature);
}
