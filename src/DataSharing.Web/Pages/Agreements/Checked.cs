using DataSharing.Domain;
using DataSharing.Domain.Agreements;
using DataSharing.Domain.Law;
using DataSharing.Domain.Rules;
using DataSharing.Persistence;

namespace DataSharing.Web.Pages.Agreements;

/// <summary>What the rules say about a version now, and what stands in the way of submitting it.</summary>
public sealed record Checked(ContentCheck Check, IReadOnlyDictionary<string, OrganisationId> Organisations)
{
    public static async Task<Checked> OfAsync(
        AgreementVersion version, Moment moment, DateTimeOffset now, DataSharingDbContext db, CancellationToken cancellationToken)
    {
        var check = ContentCheck.Of(version, LawBook.First, moment, now);
        return new Checked(check, await KnownOrganisations.InAsync(version, db, cancellationToken));
    }
}
