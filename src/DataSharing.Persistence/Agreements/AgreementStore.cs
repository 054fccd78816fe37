using DataSharing.Domain.Agreements;
using DataSharing.Domain.Content;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Persistence.Agreements;

/// <summary>Whole agreements: started, found for reading, locked for changing.</summary>
public sealed class AgreementStore(DataSharingDbContext db)
{
    /// <summary>The next reference of the year. The number is used up only if the transaction commits, so open one first.</summary>
    public async Task<AgreementReference> IssueReferenceAsync(DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        var year = now.UkDay().Year;
        var number = await db
            .Database.SqlQuery<int>($"""SELECT issue_agreement_number({year}) AS "Value" """)
            .SingleAsync(cancellationToken);
        return AgreementReference.Of(year, number);
    }

    /// <summary>T01: a draft under a reference of its own.</summary>
    /// <returns>The reference of the draft.</returns>
    public async Task<AgreementReference> StartAsync(
        AgreementDocument document,
        IReadOnlyList<string> externalReferences,
        Actor drafter,
        CancellationToken cancellationToken = default
    )
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var now = await db.NowAsync(cancellationToken);
        var reference = await IssueReferenceAsync(now, cancellationToken);
        await AddAsync(Agreement.Draft(reference, document, externalReferences, drafter, now), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return reference;
    }

    /// <summary>A file becomes a draft; its reference is kept as an external one.</summary>
    public async Task<Agreement> DraftAsync(AgreementFile file, Actor drafter, CancellationToken cancellationToken = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var agreement = await DraftAsync(file, drafter, await db.NowAsync(cancellationToken), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return agreement;
    }

    /// <summary>The same in a transaction that is open already, at a time of its caller's.</summary>
    public async Task<Agreement> DraftAsync(
        AgreementFile file,
        Actor drafter,
        DateTimeOffset now,
        CancellationToken cancellationToken = default
    )
    {
        var reference = await IssueReferenceAsync(now, cancellationToken);
        return await AddAsync(Agreement.Draft(reference, file.Document, file.ExternalReferences, drafter, now), cancellationToken);
    }

    private async Task<Agreement> AddAsync(Agreement agreement, CancellationToken cancellationToken)
    {
        db.Agreements.Add(agreement);
        await db.SaveChangesAsync(cancellationToken);
        return agreement;
    }

    /// <summary>
    /// The agreement with the facts of all its versions, to be looked at and asked what an actor may do, or null. The content comes with
    /// the versions in preparation and in force, the newest, and the one that is named.
    /// </summary>
    /// <param name="ordinal">Of the version that is named.</param>
    public Task<Agreement?> FindAsync(AgreementReference reference, int? ordinal, CancellationToken cancellationToken = default) =>
        db
            .Agreements.AsNoTrackingWithIdentityResolution()
            .Where(agreement => agreement.Reference == reference)
            .SingleWholeAsync(db, ordinal, withPredecessors: false, cancellationToken);

    /// <inheritdoc cref="FindAsync(AgreementReference, int?, CancellationToken)"/>
    public Task<Agreement?> FindAsync(AgreementReference reference, CancellationToken cancellationToken = default) =>
        FindAsync(reference, ordinal: null, cancellationToken);

    /// <summary>Reads the content of versions that were read without it.</summary>
    public async Task ReadContentsAsync(IEnumerable<AgreementVersion> versions, CancellationToken cancellationToken = default)
    {
        var unread = versions.Where(version => version.Stored is null).Distinct().ToDictionary(version => version.Id);
        if (unread.Count > 0)
        {
            var isTracked = unread.Values.Any(version => db.Entry(version).State is not EntityState.Detached);
            var contents = await (isTracked ? db.VersionContents : db.VersionContents.AsNoTracking())
                .Where(c => unread.Keys.Contains(c.VersionId))
                .ToListAsync(cancellationToken);
            contents.ForEach(content => unread[content.VersionId].Read(content));
        }
    }

    /// <summary>
    /// What somebody agreed while it was a draft, as <see cref="Assent"/> names it; null if nobody agreed such a content.
    /// </summary>
    public async Task<AgreementDocument?> AgreedContentAsync(
        AgreementId agreement,
        ContentHash hash,
        CancellationToken cancellationToken = default
    ) =>
        await db.Set<AgreedContent>()
            .AsNoTracking()
            .SingleOrDefaultAsync(c => c.AgreementId == agreement && c.ContentHash == hash, cancellationToken)
            is { } kept
            ? AgreementDocument.Stored(kept.CanonicalContent, kept.ContentHash)
            : null;

    /// <summary>Locks the agreement's row, then loads it; null if there is none. Whoever comes second waits here.</summary>
    /// <param name="person">Who acts; null for the portal itself.</param>
    public Task<AgreementChange?> OpenForChangeAsync(
        AgreementReference reference,
        PersonId? person,
        CancellationToken cancellationToken = default
    ) =>
        Locked.OpenAsync(
            db,
            $"""SELECT id AS "Value" FROM agreements WHERE reference = {reference.Value} FOR UPDATE""",
            async (transaction, id) =>
                await db
                    .Agreements.Where(agreement => agreement.Id == new AgreementId(id))
                    .SingleWholeAsync(db, ordinal: null, withPredecessors: true, cancellationToken)
                    is { } agreement
                    ? await AgreementChange.OfAsync(db, transaction, agreement, person, cancellationToken)
                    : null,
            cancellationToken
        );
}
