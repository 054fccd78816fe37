using DataSharing.Domain.Agreements;
using DataSharing.Persistence.Agreements;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Persistence.Lists;

/// <summary>
/// Builds the rows that lists are read from anew. The portal may go on meanwhile: each batch holds its agreements for a moment.
/// </summary>
public static class ListRebuild
{
    private const int BatchSize = 50;

    /// <param name="withWords">Read all contents, which are much, and write their words too; else they are read only where there are no
    /// words.</param>
    /// <param name="only">Of these alone; null for all.</param>
    /// <param name="done">Told after each batch how many agreements are done.</param>
    /// <returns>How many agreements there are.</returns>
    public static async Task<int> RunAsync(
        DataSharingDbContext db,
        Action<int>? done = null,
        bool withWords = false,
        IReadOnlyCollection<AgreementReference>? only = null,
        CancellationToken cancellationToken = default
    )
    {
        var (count, after) = (0, Guid.Empty);
        string[]? references = only is null ? null : [.. only.Select(reference => reference.Value)];
        while (true)
        {
            db.ChangeTracker.Clear();
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var batch = await db
                .Database.SqlQuery<Guid>(
                    $"""
                    SELECT id AS "Value" FROM agreements
                    WHERE id > {after} AND ({references}::text[] IS NULL OR reference = ANY ({references}))
                    ORDER BY id LIMIT {BatchSize} FOR UPDATE
                    """
                )
                .ToListAsync(cancellationToken);
            if (batch.Count == 0)
            {
                return count;
            }

            await ListProjections.WriteAsync(db, await ReadAsync(db, batch, withWords, cancellationToken), cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            (count, after) = (count + batch.Count, batch[^1]);
            done?.Invoke(count);
        }
    }

    /// <summary>
    /// Whether there are agreements that no list has heard of, as after the migration that made the lists, or a rebuild that was ended.
    /// </summary>
    public static Task<bool> IsNeededAsync(DataSharingDbContext db, CancellationToken cancellationToken = default) =>
        db
            .Database.SqlQuery<bool>(
                $"""
                SELECT EXISTS (
                    SELECT FROM agreements a WHERE NOT EXISTS (SELECT FROM agreement_sights s WHERE s.agreement_id = a.id)) AS "Value"
                """
            )
            .SingleAsync(cancellationToken);

    private static async Task<IReadOnlyCollection<Agreement>> ReadAsync(
        DataSharingDbContext db,
        List<Guid> ids,
        bool withWords,
        CancellationToken cancellationToken
    )
    {
        AgreementId[] wanted = [.. ids.Select(id => new AgreementId(id))];
        var agreements = await db
            .Agreements.AsNoTrackingWithIdentityResolution()
            .Where(agreement => wanted.Contains(agreement.Id))
            .WithFacts()
            .OrderBy(a => a.Id)
            .ToListAsync(cancellationToken);

        var versions = agreements.SelectMany(agreement => agreement.Versions).ToList();
        var worded = withWords ? [] : await WordedAsync(db, [.. versions.Select(version => version.Id)], cancellationToken);
        await new AgreementStore(db).ReadContentsAsync(versions.Where(version => !worded.Contains(version.Id)), cancellationToken);
        return agreements;
    }

    // Words change with contents only.
    private static Task<HashSet<AgreementVersionId>> WordedAsync(
        DataSharingDbContext db,
        AgreementVersionId[] versions,
        CancellationToken cancellationToken
    ) =>
        db.Set<VersionWords>()
            .Where(words => versions.Contains(words.VersionId))
            .Select(words => words.VersionId)
            .ToHashSetAsync(cancellationToken);
}
