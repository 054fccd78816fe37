using System.Text.Json.Nodes;
using DataSharing.Domain.Agreements.Rechecks;
using DataSharing.Domain.Editions;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace DataSharing.Persistence.Law;

/// <summary>Editions of law book and policy: found for reading, locked for changing.</summary>
public sealed class EditionStore(DataSharingDbContext db)
{
    private static readonly EditionStatus[] Open = [EditionStatus.Draft, EditionStatus.PutForward];

    /// <summary>The edition that is being prepared, or null.</summary>
    public Task<Edition?> FindOpenAsync(EditionKind kind, CancellationToken cancellationToken = default) =>
        db
            .Editions.AsNoTracking()
            .Include(e => e.Editors)
            .SingleOrDefaultAsync(e => e.Kind == kind && Open.Contains(e.Status), cancellationToken);

    /// <summary>The last one that is open no more, whether it was released or withdrawn; null if there was none.</summary>
    public Task<Edition?> FindLastClosedAsync(EditionKind kind, CancellationToken cancellationToken = default) =>
        db
            .Editions.AsNoTracking()
            .Include(e => e.Editors)
            .Where(e => e.Kind == kind && !Open.Contains(e.Status))
            .OrderByDescending(e => e.Id)
            .FirstOrDefaultAsync(cancellationToken);

    /// <summary>All that were released, newest first. Edition 1 is not among them.</summary>
    public Task<List<Edition>> ReleasedAsync(EditionKind kind, CancellationToken cancellationToken = default) =>
        db
            .Editions.AsNoTracking()
            .Include(e => e.Editors)
            .Where(e => e.Kind == kind && e.Status == EditionStatus.Released)
            .OrderByDescending(e => e.Number)
            .ToListAsync(cancellationToken);

    /// <summary>What was done to the edition, newest first, as the audit log has it.</summary>
    public async Task<IReadOnlyList<EditionDeed>> DeedsAsync(EditionId edition, CancellationToken cancellationToken = default)
    {
        var events = await db
            .AuditEvents.AsNoTracking()
            .Where(e => e.SubjectId == edition.Value)
            .OrderByDescending(e => e.Id)
            .Select(e => new
            {
                Line = e,
                Person = db.People.Where(p => p.Id == e.PersonId).Select(p => p.Name).SingleOrDefault(),
                Organisation = db.Organisations.Where(o => o.Id == e.OrganisationId).Select(o => o.Details.Name).SingleOrDefault(),
            })
            .ToListAsync(cancellationToken);
        return [.. events.Select(e => new EditionDeed((EditionEvent)e.Line.Happened, e.Person ?? "", $"{e.Person} ({e.Organisation})"))];
    }

    /// <summary>Starts the next edition, unless one is open already: of two who press at once one begins it.</summary>
    /// <param name="next">Writes the edition of a number.</param>
    public async Task StartAsync(EditionKind kind, Func<int, byte[]> next, Actor actor, CancellationToken cancellationToken = default)
    {
        if (await FindOpenAsync(kind, cancellationToken) is not null)
        {
            return;
        }

        var now = await db.NowAsync(cancellationToken);
        var number =
            1
                + await db
                    .Editions.Where(e => e.Kind == kind && e.Status == EditionStatus.Released)
                    .Select(e => (int?)e.Number)
                    .MaxAsync(cancellationToken)
            ?? 2;
        db.Editions.Add(Edition.Start(kind, number, next(number), actor, now));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception)
            when (exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            db.ChangeTracker.Clear(); // somebody else has begun it
        }
    }

    /// <summary>Locks the open edition; null if there is none. A released one has every agreement in force checked again.</summary>
    public Task<Locked<Edition>?> OpenForChangeAsync(EditionKind kind, CancellationToken cancellationToken = default) =>
        Locked.OpenAsync(
            db,
            $"""SELECT id AS "Value" FROM editions WHERE kind = {kind.ToString()} AND status IN ('Draft', 'PutForward') FOR UPDATE""",
            id => db.Editions.Include(e => e.Editors).SingleAsync(e => e.Id == new EditionId(id), cancellationToken),
            cancellationToken
        );
}

/// <param name="Who">"Leon Fisher (Homefield Support)".</param>
public sealed record EditionDeed(EditionEvent Event, string Name, string Who)
{
    /// <summary>What was changed, as a person would say it; null where nothing was.</summary>
    public string? What => (Event as EditionChanged)?.What;

    public PersonId? Person => Event.Act.Person;

    public DateTimeOffset At => Event.At;

    /// <summary>Why it was given back or withdrawn.</summary>
    public string? Reason => Event.Act.Reason;
}
