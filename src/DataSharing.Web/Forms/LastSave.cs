using DataSharing.Persistence;
using DataSharing.Web.Pages.Agreements;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Web.Forms;

/// <summary>Who saved last what a form is about, as the audit log has it: told to whoever comes after them.</summary>
/// <param name="Who">"Leon Fisher (Homefield Support)", or "You, in another window,".</param>
/// <param name="When">"on 3 September at 10:52", in UK time.</param>
internal sealed record LastSave(string Who, string When)
{
    /// <summary>How many events back it looks: the save in question was a moment ago.</summary>
    private const int Most = 50;

    /// <param name="subject">The agreement, organisation or edition.</param>
    /// <param name="names">The stable names of the events by which it is saved.</param>
    /// <param name="isOfPart">Whether an event saved the part that the form is about; null where the form is about the whole.</param>
    /// <param name="reader">Who is told.</param>
    /// <returns>Null if the log does not tell.</returns>
    public static async Task<LastSave?> FindAsync(
        DataSharingDbContext db,
        Guid subject,
        string[] names,
        Func<object, bool>? isOfPart,
        PersonId reader,
        CancellationToken cancellationToken
    )
    {
        var last = (
            await db
                .AuditEvents.AsNoTracking()
                .Where(e => e.SubjectId == subject && names.Contains(e.Name))
                .OrderByDescending(e => e.Id)
                .Take(isOfPart is null ? 1 : Most)
                .ToListAsync(cancellationToken)
        ).FirstOrDefault(e => isOfPart is null || isOfPart(e.Happened));
        if (last is null)
        {
            return null;
        }

        var known = await Names.ReadAsync(db, [last.PersonId], [last.OrganisationId], cancellationToken);
        return Of(last.PersonId, $"{known.Of(last.PersonId)} ({known.Of(last.OrganisationId)})", last.At, reader);
    }

    /// <param name="person">Who saved it; the name is theirs.</param>
    public static LastSave Of(PersonId? person, string name, DateTimeOffset at, PersonId reader) =>
        new(person == reader ? "You, in another window," : name, $"on {Words.Time(at)}");
}
