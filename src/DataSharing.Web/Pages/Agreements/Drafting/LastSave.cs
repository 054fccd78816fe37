using DataSharing.Domain.Agreements;
using DataSharing.Domain.Content;
using DataSharing.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Web.Pages.Agreements.Drafting;

/// <summary>Who saved a part of a draft last, and when.</summary>
internal static class LastSave
{
    /// <summary>So far back one looks. Who is asked about saved a moment ago.</summary>
    private const int Most = 50;

    private static readonly string[] Kinds =
    [
        EventContracts.NameOf<AnswersChanged>(),
        EventContracts.NameOf<ItemAddedToDraft>(),
        EventContracts.NameOf<ItemRestoredToDraft>(),
        EventContracts.NameOf<ContentReplaced>(),
    ];

    /// <summary>"Leon Fisher (Homefield Support) saved it on 3 September at 10:52."; null if nobody knows.</summary>
    public static async Task<string?> OfAsync(
        DataSharingDbContext db,
        AgreementId agreement,
        ContentPart part,
        PersonId reader,
        CancellationToken cancellationToken
    )
    {
        var last = (
            await db
                .AuditEvents.AsNoTracking()
                .Where(e => e.SubjectId == agreement.Value && Kinds.Contains(e.Name))
                .OrderByDescending(e => e.Id)
                .Take(Most)
                .ToListAsync(cancellationToken)
        ).FirstOrDefault(e =>
            e.Happened switch
            {
                AnswersChanged change => change.Path == part.Path && (part.Path.Length > 0 || change.Section == part.Section),
                ItemAddedToDraft added => added.Path == part.Path,
                ItemRestoredToDraft restored => restored.Path == part.Path,
                _ => true, // the whole content
            }
        );
        if (last is null)
        {
            return null;
        }

        var when = $"on {last.At.InUk():d MMMM} at {last.At.InUk():HH:mm}";
        if (last.PersonId == reader)
        {
            return $"You saved it in another window {when}.";
        }

        var names = await Names.ReadAsync(db, [last.PersonId], [last.OrganisationId], cancellationToken);
        return $"{names.Of(last.PersonId)} ({names.Of(last.OrganisationId)}) saved it {when}.";
    }
}
