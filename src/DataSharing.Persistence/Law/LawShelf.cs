using System.Collections.Concurrent;
using DataSharing.Domain.Editions;
using DataSharing.Domain.Law;
using DataSharing.Domain.Rules;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Persistence.Law;

/// <summary>
/// The released law books and policies, read once and kept: they never change. Which of them count is asked of the database each time.
/// </summary>
public sealed class LawShelf
{
    private readonly ConcurrentDictionary<int, LawBook> _books = new([new(LawBook.First.Number, LawBook.First)]);
    private readonly ConcurrentDictionary<int, Policy> _policies = new([new(Policy.First.Number, Policy.First)]);

    /// <summary>By what agreements are judged at this moment.</summary>
    public async Task<Criteria> CurrentAsync(DataSharingDbContext db, CancellationToken cancellationToken = default)
    {
        var clock = await db.Clock.SingleAsync(cancellationToken);
        return await CriteriaAsync(db, clock.LawBookNumber, clock.PolicyNumber, cancellationToken);
    }

    /// <exception cref="KeyNotFoundException">One of them was never released.</exception>
    public async Task<Criteria> CriteriaAsync(
        DataSharingDbContext db,
        int lawBook,
        int policy,
        CancellationToken cancellationToken = default
    ) =>
        new(
            await LawBookAsync(db, lawBook, cancellationToken) ?? throw new KeyNotFoundException($"Law book {lawBook} was never released."),
            await PolicyAsync(db, policy, cancellationToken) ?? throw new KeyNotFoundException($"Policy {policy} was never released.")
        );

    /// <summary>Null if it was never released.</summary>
    public Task<LawBook?> LawBookAsync(DataSharingDbContext db, int number, CancellationToken cancellationToken = default) =>
        FindAsync(_books, db, EditionKind.LawBook, number, bytes => LawBook.ReadKept(bytes.Span), cancellationToken);

    /// <summary>Null if it was never released.</summary>
    public Task<Policy?> PolicyAsync(DataSharingDbContext db, int number, CancellationToken cancellationToken = default) =>
        FindAsync(_policies, db, EditionKind.Policy, number, bytes => Policy.ReadKept(bytes.Span), cancellationToken);

    /// <summary>Every law book that was released, oldest first. Book 1 came with the portal, and so on no day.</summary>
    public static async Task<IReadOnlyList<ReleasedLawBook>> ReleasedLawBooksAsync(
        DataSharingDbContext db,
        CancellationToken cancellationToken = default
    ) =>
        [
            new ReleasedLawBook(LawBook.First.Number, null),
            .. await db
                .Editions.Where(e => e.Kind == EditionKind.LawBook && e.Status == EditionStatus.Released)
                .OrderBy(e => e.Number)
                .Select(e => new ReleasedLawBook(e.Number, e.ReleasedAt))
                .ToListAsync(cancellationToken),
        ];

    private static async Task<T?> FindAsync<T>(
        ConcurrentDictionary<int, T> kept,
        DataSharingDbContext db,
        EditionKind kind,
        int number,
        Func<ReadOnlyMemory<byte>, T> read,
        CancellationToken cancellationToken
    )
        where T : class
    {
        if (kept.TryGetValue(number, out var found))
        {
            return found;
        }

        var edition = await db
            .Editions.AsNoTracking()
            .SingleOrDefaultAsync(e => e.Kind == kind && e.Number == number && e.Status == EditionStatus.Released, cancellationToken);
        return edition is null ? null : kept.GetOrAdd(number, _ => read(edition.Bytes));
    }
}

/// <param name="At">When it was released; null for the one that came with the portal.</param>
public sealed record ReleasedLawBook(int Number, DateTimeOffset? At);
