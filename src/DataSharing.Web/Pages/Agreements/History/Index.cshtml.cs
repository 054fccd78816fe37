using DataSharing.Domain.Agreements;
using DataSharing.Persistence;
using DataSharing.Persistence.Audit;
using DataSharing.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Web.Pages.Agreements.History;

/// <summary>How the agreement came about, in words: of each version that the person may see, everything that happened to it.</summary>
public sealed class IndexModel(DataSharingDbContext db, SignedIn signedIn) : AgreementPageModel(db, signedIn, AgreementAction.View)
{
    public IReadOnlyList<ShownEvent> Entries { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var seen = Agreement.Versions.Where(v => v.IsSeenBy(Actor)).Select(v => (int?)v.Ordinal).ToArray();
        var events = await Db
            .AuditEvents.AsNoTracking()
            .VisibleTo(Actor)
            .Where(e => e.SubjectId == Agreement.Id.Value && (e.AgreementVersion == null || seen.Contains(e.AgreementVersion)))
            .OrderByDescending(e => e.At)
            .ThenByDescending(e => e.Id)
            .ToListAsync(cancellationToken);

        var names = await Names.ReadAsync(Db, events.Select(e => e.PersonId), events.Select(e => e.OrganisationId), cancellationToken);
        Entries =
        [
            .. events.Select(e => new ShownEvent(e, names, e.AgreementVersion is { } ordinal ? Agreement.Version(ordinal)?.Label : null)),
        ];
    }
}
