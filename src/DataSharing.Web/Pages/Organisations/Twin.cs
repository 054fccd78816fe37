using DataSharing.Domain.Organisations;
using DataSharing.Persistence;
using DataSharing.Persistence.Organisations;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Web.Pages.Organisations;

/// <summary>Another organisation that has a name that is about to be given, perhaps written in another way.</summary>
public sealed record Twin(Guid Id, string Name, string? OtherNames)
{
    private const int Most = 5;

    /// <param name="besides">The organisation that is given the name, if it is registered.</param>
    public static async Task<IReadOnlyList<Twin>> OfAsync(
        OrganisationDetails details,
        OrganisationId? besides,
        DataSharingDbContext db,
        CancellationToken cancellationToken
    ) =>
        await db
            .Organisations.AsNoTracking()
            .Called(details)
            .Where(o => o.Id != besides)
            .OrderBy(o => o.Details.Name)
            .ThenBy(o => o.Id)
            .Take(Most)
            .Select(o => new Twin(o.Id.Value, o.Details.Name, o.Details.OtherNames))
            .ToListAsync(cancellationToken);
}
