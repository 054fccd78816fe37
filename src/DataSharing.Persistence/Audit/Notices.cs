using DataSharing.Domain;
using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Approval;
using DataSharing.Persistence.Agreements;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Persistence.Audit;

/// <summary>What happened to agreements since somebody last said they had read it, by others than themselves.</summary>
public sealed class Notices(DataSharingDbContext db, PersonId person, IReadOnlyCollection<Actor> actors)
{
    /// <summary>Counted no further than this.</summary>
    public const int MostCounted = 100;

    /// <summary>Who has never said it is told of so much.</summary>
    public static readonly TimeSpan AtFirst = TimeSpan.FromDays(30);

    /// <summary>What they may read in the history of the agreements that any of their organisations sees.</summary>
    public IQueryable<AuditEvent> Since(DateTimeOffset since)
    {
        // A union that keeps doubles, so that the newest are found without collecting all: "in" takes each event once.
        var ids = actors.Select(actor => IdsFor(actor, since)).Aggregate((all, more) => all.Concat(more));
        return db.AuditEvents.AsNoTracking().Where(e => ids.Contains(e.Id));
    }

    /// <summary>How many events of how many agreements, up to <see cref="MostCounted"/>.</summary>
    public async Task<(int Events, int Agreements)> CountAsync(DateTimeOffset since, CancellationToken cancellationToken = default)
    {
        var newest = await Since(since)
            .OrderByDescending(e => e.Id)
            .Take(MostCounted)
            .Select(e => e.SubjectId)
            .ToListAsync(cancellationToken);
        return (newest.Count, newest.Distinct().Count());
    }

    /// <summary>Up to here they have read. It never goes back: of two windows the further one counts.</summary>
    public Task MarkAsync(DateTimeOffset until, CancellationToken cancellationToken = default) =>
        db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO reading_marks (person_id, read_until) VALUES ({person.Value}, least({until}, portal_now()))
            ON CONFLICT (person_id) DO UPDATE SET read_until = greatest(reading_marks.read_until, excluded.read_until)
            """,
            cancellationToken
        );

    // From the versions that an organisation has to do with, by its index, to their agreements that changed since, which are few (an agreement's
    // changed_at is the time of its last event), to the events of these.
    private IQueryable<long> IdsFor(Actor actor, DateTimeOffset since)
    {
        OrganisationId[] own = [actor.Organisation, .. actor.AuditScope];
        var theirs = db.Set<AgreementAccess>()
            .Where(access => own.Contains(access.Organisation))
            .Select(access => access.VersionId)
            .Union(db.Set<Stage>().Where(stage => stage.Organisation == actor.Organisation).Select(stage => stage.VersionId));
        var seen =
            from version in db.AgreementVersions.Where(version => theirs.Contains(version.Id)).VisibleTo(actor, db)
            join agreement in db.Agreements on version.AgreementId equals agreement.Id
            where agreement.ChangedAt > since
            join e in db.AuditEvents.VisibleTo(actor) on (Guid)(object)agreement.Id equals e.SubjectId
            where
                e.At > since
                && (e.PersonId == null || e.PersonId != person)
                && (e.AgreementVersion == null || e.AgreementVersion == version.Ordinal)
            select e.Id;
        return AgreementPermissions.For(AgreementAction.Contribute, actor).Any() ? seen.Concat(TakenBack(actor, since)) : seen;
    }

    /// <summary>That a draft is no longer before its partners, for the partners who from then on do not see it.</summary>
    private IQueryable<long> TakenBack(Actor actor, DateTimeOffset since)
    {
        string[] steps = [EventContracts.NameOf<ChangeAsked>(), EventContracts.NameOf<PartnerReviewStopped>()];
        return from access in db.Set<AgreementAccess>()
            where access.Organisation == actor.Organisation && access.Relation == Relation.InvitedParty
            join version in db.AgreementVersions on access.VersionId equals version.Id
            join agreement in db.Agreements on version.AgreementId equals agreement.Id
            where agreement.ChangedAt > since && version.Status == VersionStatus.Draft
            join e in db.AuditEvents.VisibleTo(actor) on (Guid)(object)agreement.Id equals e.SubjectId
            where
                e.At > since
                && (e.PersonId == null || e.PersonId != person)
                && e.AgreementVersion == version.Ordinal
                && steps.Contains(e.Name)
            select e.Id;
    }
}
