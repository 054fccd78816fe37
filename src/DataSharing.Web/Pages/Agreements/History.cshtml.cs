using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Content;
using DataSharing.Persistence;
using DataSharing.Persistence.Audit;
using DataSharing.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Web.Pages.Agreements;

/// <summary>How the agreement came about, in words: of each version that the person may see, everything that happened to it.</summary>
public sealed class HistoryModel(DataSharingDbContext db, SignedIn signedIn) : AgreementPageModel(db, signedIn, AgreementAction.View)
{
    public IReadOnlyList<Entry> Entries { get; private set; } = [];

    public Names Names { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var seen = Agreement.Versions.Where(v => v.IsSeenBy(Actor)).Select(v => (int?)v.Ordinal).ToArray();
        var events = await Db.AuditEvents.AsNoTracking()
            .VisibleTo(Actor)
            .Where(e => e.SubjectId == Agreement.Id.Value && seen.Contains(e.AgreementVersion))
            .OrderByDescending(e => e.Id)
            .ToListAsync(cancellationToken);

        Names = await Names.ReadAsync(Db, events.Select(e => e.PersonId), events.Select(e => e.OrganisationId), cancellationToken);
        Entries = [.. events.Select(e => new Entry(e, HistoryWords.Of(e)))];
    }

    public string LabelOf(int ordinal) => Agreement.Version(ordinal)?.Label.ToString() ?? "";

    public sealed record Entry(AuditEvent Event, Told Told)
    {
        public string Hash => Event.ContentHash is { } bytes ? ContentHash.Parse(Convert.ToHexStringLower(bytes)).Abbreviated : "";
    }
}
