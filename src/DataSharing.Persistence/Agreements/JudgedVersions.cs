using DataSharing.Domain.Agreements;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Persistence.Agreements;

internal static class JudgedVersions
{
    /// <summary>Versions with all that the rules look at, for many at a time.</summary>
    public static IQueryable<AgreementVersion> WithWhatIsJudged(this IQueryable<AgreementVersion> versions) =>
        versions
            .AsSplitQuery()
            .Include(v => v.Stored)
            .Include(v => v.Editors)
            .Include(v => v.Findings)
            .Include(v => v.Stages)
                .ThenInclude(s => s.Decision)
            .Include(v => v.Stages)
                .ThenInclude(s => s.CarriedDecision)
            .Include(v => v.Stages)
                .ThenInclude(s => s.Signature);
}
