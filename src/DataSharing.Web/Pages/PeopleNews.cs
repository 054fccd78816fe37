using DataSharing.Persistence;
using DataSharing.Persistence.Organisations;

namespace DataSharing.Web.Pages;

/// <summary>What an administrator is told of people on My work: roles to confirm, and who accepted their invitations.</summary>
public sealed record PeopleNews(IReadOnlyList<PeopleNewsRow> Waiting, IReadOnlyList<PeopleNewsRow> Accepted)
{
    public static PeopleNews None { get; } = new([], []);

    public static async Task<PeopleNews> ReadAsync(
        IReadOnlyCollection<Actor> actors,
        DateTimeOffset since,
        DataSharingDbContext db,
        CancellationToken cancellationToken
    )
    {
        if (!actors.Any(actor => actor.Holds(Role.OrganisationAdmin) || actor.Holds(Role.SystemAdmin)))
        {
            return None;
        }

        var rows = await db.PeopleNewsAsync(actors, since, cancellationToken);
        return new PeopleNews([.. rows.Where(row => row.Invited is null)], [.. rows.Where(row => row.Invited is not null)]);
    }
}
