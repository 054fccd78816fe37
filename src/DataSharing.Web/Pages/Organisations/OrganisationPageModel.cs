using DataSharing.Domain.Organisations;
using DataSharing.Persistence;
using DataSharing.Persistence.Organisations;
using DataSharing.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace DataSharing.Web.Pages.Organisations;

/// <summary>A page about one organisation: what it is, who belongs to it, who is invited and who audits it.</summary>
[MembersOnly]
public abstract class OrganisationPageModel(DataSharingDbContext db, SignedIn signedIn, OrganisationAction action)
    : AggregatePageModel<Organisation>(signedIn)
{
    private readonly SignedIn _signedIn = signedIn;

    private readonly OrganisationStore _store = new(db);

    private bool _isOrphaned;

    [FromRoute]
    public Guid Id { get; set; }

    public Organisation Organisation { get; private set; } = null!;

    public string Name => Organisation.Details.Name;

    protected DataSharingDbContext Db => db;

    public bool May(OrganisationAction other) => Organisation.Consider(other, Actor) is Verdict.Permitted;

    protected override Task<Locked<Organisation>?> OpenAsync(CancellationToken cancellationToken) =>
        _store.OpenForChangeAsync(new OrganisationId(Id), cancellationToken);

    protected override async Task<Organisation?> FindAsync(CancellationToken cancellationToken)
    {
        (var organisation, _isOrphaned) = await _store.FindAsync(new OrganisationId(Id), cancellationToken);
        return organisation;
    }

    protected override async Task<Verdict> ConsiderAsync(
        Organisation aggregate,
        Locked<Organisation>? locked,
        CancellationToken cancellationToken
    )
    {
        var actor = await _signedIn.ActorAsync();
        if (locked is not null)
        {
            actor = await locked.AsTheyAreNowAsync(actor, cancellationToken);
            _isOrphaned = actor.Holds(Role.SystemAdmin) && await _store.IsOrphanedAsync(aggregate.Id, cancellationToken);
        }

        (Organisation, Actor) = (aggregate, actor with { StandsInFor = _isOrphaned ? aggregate.Id : null });
        return aggregate.Consider(action, Actor);
    }

    protected RedirectToPageResult ToDetails() => RedirectToPage("/Organisations/Details", new { Id });
}
