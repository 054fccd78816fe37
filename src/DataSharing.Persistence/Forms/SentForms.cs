using Microsoft.EntityFrameworkCore;

namespace DataSharing.Persistence.Forms;

/// <summary>The forms that had their effect, with where they led.</summary>
public sealed class SentForms(DataSharingDbContext db, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    /// <summary>Between the commit of the effect and the answer lies one statement; whoever waits longer waits for nothing.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    /// <summary>Keeps where the form led, and removes some of those that are older than a day.</summary>
    /// <remarks>
    /// A statement of its own, after the effect: where it leads is known only when the page's handler has returned, and nearly every
    /// handler commits before that.
    /// </remarks>
    public Task AnswerAsync(SentForm form, string answer, CancellationToken cancellationToken = default)
    {
        var old = clock.GetUtcNow() - Kept;
        return db.Database.ExecuteSqlAsync(
            $"""
            WITH swept AS (
                DELETE FROM form_ids WHERE (person_id, id) IN
                    (SELECT person_id, id FROM form_ids WHERE at < {old} ORDER BY at LIMIT 100 FOR UPDATE SKIP LOCKED)
            )
            UPDATE form_ids SET answer = {answer} WHERE person_id = {form.Person.Value} AND id = {form.Id}
            """,
            cancellationToken
        );
    }

    /// <summary>The form of this id that had its effect before; null if there is none. Its answer is waited for a moment.</summary>
    public async Task<SentForm?> FindAsync(SentForm form, CancellationToken cancellationToken = default)
    {
        for (var waited = TimeSpan.Zero; ; waited += Pause)
        {
            var first = await db
                .SentForms.AsNoTracking()
                .SingleOrDefaultAsync(f => f.Person == form.Person && f.Id == form.Id, cancellationToken);
            if (first is not { Answer: null } || waited >= LongestWait)
            {
                return first;
            }

            await Task.Delay(Pause, cancellationToken);
        }
    }
}
