using DataSharing.Domain;
using DataSharing.Domain.Agreements;
using DataSharing.Persistence.Agreements;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Persistence.Audit;

/// <summary>What happened to agreements since somebody last said they had read it, by others than themselves.</summary>
public sealed class Notices(DataSharingDbContext db, PersonId person, IReadOnlyCollection<Actor> actors)
{
    /// <summary>Counted no further than this.</summary>
    public const int MostCounted = 1000;

    /// <summary>Who has never said it is told of so much.</summary>
    public static readonly TimeSpan AtFirst = TimeSpan.FromDays(30);

    /// <summary>Business time up to which the person said that they had read; null if they never did.</summary>
    public async Task<DateTimeOffset?> ReadUntilAsync(CancellationToken cancellationToken = default) =>
        (await db.ReadingMarks.AsNoTracking().SingleOrDefaultAsync(mark => mark.Person == person, cancellationToken))?.ReadUntil;

    /// <summary>What they may read in the history of the agreements that any of their organisations sees.</summary>
    public IQueryable<AuditEvent> Since(DateTimeOffset since)
    {
        var ids = actors.Select(actor => IdsFor(actor, since)).Aggregate((all, more) => all.Union(more));
        return db.AuditEvents.AsNoTracking().Where(e => ids.Contains(e.Id));
    }

    /// <summary>How many events of how many agreements, up to <see cref="MostCounted"/>.</summary>
    public async Task<(int Events, int Agreements)> CountAsync(DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        var since = await ReadUntilAsync(cancellationToken) ?? now - AtFirst;
        var subjects = await Since(since).OrderByDescending(e => e.Id).Select(e => e.SubjectId).Take(MostCounted).ToListAsync(cancellationToken);
        return (subjects.Count, subjects.Distinct().Count());
    }

    /// <summary>Up to here they have read. It never goes back: of two windows the further one counts.</summary>
    public Task MarkAsync(DateTimeOffset until, CancellationToken cancellationToken = default) => db.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO reading_marks (person_id, read_until) VALUES ({person.Value}, least({until}, portal_now()))
        ON CONFLICT (person_id) DO UPDATE SET read_until = greatest(reading_marks.read_until, excluded.read_until)
        """,
        cancellationToken);

    // From the agreements that changed, which are few, to their events: an agreement's changed_at is the time of its last event.
    private IQueryable<long> IdsFor(Actor actor, DateTimeOffset since)
    {
        var visible = db.AgreementVersions.VisibleTo(actor, db);
        return
            from agreement in db.Agreements
            where agreement.ChangedAt > since
            join e in db.AuditEvents.ReadableBy(actor) on (Guid)(object)agreement.Id equals e.SubjectId
            where e.At > since && (e.PersonId == null || e.PersonId != person)
                && visible.Any(version => version.AgreementId == agreement.Id && (e.AgreementVersion == null || version.Ordinal == e.AgreementVersion))
            select e.Id;
    }
}
