using DataSharing.Domain;
using DataSharing.Domain.Agreements;
using DataSharing.Domain.Law;
using DataSharing.Domain.Rules;
using DataSharing.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Web.Pages.Agreements;

/// <summary>What the rules say about a version now, and what stands in the way of submitting it.</summary>
public sealed record Checked(ContentCheck Check, IReadOnlyDictionary<string, OrganisationId> Organisations)
{
    public static async Task<Checked> OfAsync(
        AgreementVersion version, Moment moment, DateTimeOffset now, DataSharingDbContext db, CancellationToken cancellationToken)
    {
        var check = ContentCheck.Of(version, LawBook.First, moment, now);
        var named = version.Document.Content.Parties.Select(p => p.OrgId).OfType<string>().Distinct().ToArray();
        var known = await db.Organisations.AsNoTracking()
            .SelectMany(o => o.Identifiers, (o, i) => new { o.Id, Identifier = i.Scheme + ":" + i.Value })
            .Where(o => named.Contains(o.Identifier))
            .ToDictionaryAsync(o => o.Identifier, o => o.Id, cancellationToken);
        return new Checked(check, known);
    }
}
