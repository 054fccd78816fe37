using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Lists;
using DataSharing.Persistence.Agreements;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Persistence.Audit;

/// <summary>What happened to agreements since somebody last said they had read it, by others than themselves.</summary>
public sealed class Notices(DataSharingDbContext db, PersonId person, IReadOnlyCollection<Actor> actors)
{
    /// <summary>Counted no further than this.</summary>
    public const int MostCounted = 100;

    /// <summary>One is told of the agreements that changed last, and of no more than this.</summary>
    public const int MostAgreements = 120;

    /// <summary>Who has never said it is told of so much.</summary>
    public static readonly TimeSpan AtFirst = TimeSpan.FromDays(30);

    /// <summary>What they may read in the history of the agreements that any of their organisations sees.</summary>
    public IQueryable<AuditEvent> Since(DateTimeOffset since)
    {
        // A union that keeps doubles, so that the newest are found without collecting all: "in" takes each event once.
        var ids = actors.Select(actor => SeenBy(actor, since)).Aggregate((all, more) => all.Concat(more)).Select(e => e.Id);
        return db.AuditEvents.AsNoTracking().Where(e => ids.Contains(e.Id));
    }

    /// <summary>How many events of how many agreements, up to <see cref="MostCounted"/>.</summary>
    public async Task<(int Events, int Agreements)> CountAsync(DateTimeOffset since, CancellationToken cancellationToken = default)
    {
        // Of more than are counted it does not matter which: so none are put in order, and nothing is read of them but whose they are.
        var seen = await actors
            .Select(actor => SeenBy(actor, since))
            .Aggregate((all, more) => all.Concat(more))
            .Select(e => new { e.Id, e.SubjectId })
            .Distinct()
            .Take(MostCounted)
            .AsPrepared()
            .ToListAsync(cancellationToken);
        return (seen.Count, seen.Select(e => e.SubjectId).Distinct().Count());
    }

    /// <summary>Up to here they have read. It never goes back: of two windows the further one counts.</summary>
    public async Task MarkAsync(DateTimeOffset until, CancellationToken cancellationToken = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO reading_marks (person_id, read_until) VALUES ({person.Value}, least({until}, portal_now()))
            ON CONFLICT (person_id) DO UPDATE SET read_until = greatest(reading_marks.read_until, excluded.read_until)
            """,
            cancellationToken
        );
        await db.SaveChangesAsync(cancellationToken); // the form that said so
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Some of them twice: an event that names no version goes with every one that is seen.</summary>
    private IQueryable<AuditEvent> SeenBy(Actor actor, DateTimeOffset since)
    {
        var seen =
            from version in Changed([.. Viewpoint.Of(actor)], since).VisibleTo(actor, db)
            join e in db.AuditEvents.VisibleTo(actor) on (Guid)(object)version.AgreementId equals e.SubjectId
            where
                e.At > since
                && (e.PersonId == null || e.PersonId != person)
                && (e.AgreementVersion == null || e.AgreementVersion == version.Ordinal)
            select e;
        return AgreementPermissions.For(AgreementAction.Contribute, actor).Any() ? seen.Concat(TakenBack(actor, since)) : seen;
    }

    /// <summary>That a draft is no longer before its partners, for the partners who from then on do not see it.</summary>
    private IQueryable<AuditEvent> TakenBack(Actor actor, DateTimeOffset since)
    {
        string[] steps = [EventContracts.NameOf<ChangeAsked>(), EventContracts.NameOf<PartnerReviewStopped>()];
        return from version in Changed([new Viewpoint(actor.Organisation, Viewer.TakenBack)], since)
            where version.Status == VersionStatus.Draft
            join e in db.AuditEvents.VisibleTo(actor) on (Guid)(object)version.AgreementId equals e.SubjectId
            where
                e.At > since
                && (e.PersonId == null || e.PersonId != person)
                && e.AgreementVersion == version.Ordinal
                && steps.Contains(e.Name)
            select e;
    }

    /// <summary>The versions of the agreements that changed last, as far as anything of them is seen from there.</summary>
    private IQueryable<AgreementVersion> Changed(IReadOnlyCollection<Viewpoint> viewpoints, DateTimeOffset since)
    {
        var (organisations, viewers) = (
            viewpoints.Select(viewpoint => viewpoint.Organisation.Value).ToArray(),
            viewpoints.Select(viewpoint => viewpoint.Viewer).ToArray()
        );
        return db.AgreementVersions.Where(v =>
            DataSharingDbContext
                .ChangedAgreements(organisations, viewers, since, MostAgreements)
                .Select(changed => changed.Agreement)
                .Contains(v.AgreementId)
        );
    }
}

/// <summary>What the function of the database finds.</summary>
internal sealed record ChangedAgreement(AgreementId Agreement);
