using DataSharing.Domain.Editions;
using DataSharing.Domain.Law;
using DataSharing.Persistence;
using DataSharing.Persistence.Law;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Demo;

/// <summary>On the first day the two administrators bring the law book that comes with the portal into force, as anybody would.</summary>
internal static class LawStory
{
    private const string ChangeNote =
        "The second reading of the law: powers that councils, health bodies, schools and the police use every day, who may use each of "
        + "them, which of them set confidence aside, and the exemptions from people’s rights. What a lawyer must still confirm is marked. "
        + "An agreement that cites the powers about fuel or water poverty, debt or fraud of the Digital Economy Act, or section 45 of the "
        + "Care Act, must now name the objective at its purpose.";

    public static async Task TellAsync(DataSharingDbContext db, CancellationToken cancellationToken)
    {
        var administrators = await (
            from membership in db.Memberships.AsNoTracking()
            where membership.Role == Role.SystemAdmin && membership.EndedAt == null
            join person in db.People on membership.Person equals person.Id
            orderby person.Name
            select new Actor(membership.Person, membership.Organisation, new HashSet<Role> { Role.SystemAdmin })
        ).ToListAsync(cancellationToken);
        var editions = new EditionStore(db);

        await editions.StartAsync(
            EditionKind.LawBook,
            _ => LawBook.Shipped.Following(LawBook.First).Write(),
            administrators[0],
            cancellationToken
        );
        await ChangeAsync((edition, now) => edition.PutForward(ChangeNote, edition.Hash, administrators[0], now));
        await ChangeAsync((edition, now) => edition.Release(edition.Hash, administrators[1], now));

        async Task ChangeAsync(Action<Edition, DateTimeOffset> change)
        {
            await using var open = (await editions.OpenForChangeAsync(EditionKind.LawBook, cancellationToken))!;
            change(open.Value, open.Now);
            await open.SaveAsync(cancellationToken);
        }
    }
}
