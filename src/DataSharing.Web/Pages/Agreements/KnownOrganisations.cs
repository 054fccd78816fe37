using DataSharing.Domain.Agreements;
using DataSharing.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Web.Pages.Agreements;

/// <summary>The registered organisations that a content names as its parties, by <c>scheme:value</c>.</summary>
internal static class KnownOrganisations
{
    public static async Task<IReadOnlyDictionary<string, OrganisationId>> InAsync(
        AgreementVersion version,
        DataSharingDbContext db,
        CancellationToken cancellationToken
    )
    {
        var named = version.Document.Content.Parties.Select(p => p.OrgId).OfType<string>().Distinct().ToArray();
        return await db
            .Organisations.AsNoTracking()
            .SelectMany(o => o.Identifiers, (o, i) => new { o.Id, Identifier = i.Scheme + ":" + i.Value })
            .Where(o => named.Contains(o.Identifier))
            .ToDictionaryAsync(o => o.Identifier, o => o.Id, cancellationToken);
    }
}
