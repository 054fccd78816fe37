using DataSharing.Domain.Content;
using DataSharing.Domain.Organisations;
using DataSharing.Persistence;
using DataSharing.Persistence.Organisations;
using DataSharing.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Web.Pages.Organisations;

/// <summary>The directory: every member may look up whom to share with.</summary>
[MembersOnly]
public sealed class IndexModel(DataSharingDbContext db, SignedIn signedIn) : PageModel
{
    private const int PageSize = 50;

    [FromQuery]
    public string? Q { get; set; }

    /// <summary>The last organisation of the page before.</summary>
    [FromQuery]
    public Guid? After { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public Guid? Next { get; private set; }

    public bool MayRegister { get; private set; }

#pragma warning disable CA1304, CA1311, CA1862 // lower() is the database's
    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        MayRegister = (await signedIn.ActorAsync()).Holds(Role.SystemAdmin);

        var organisations = db.Organisations.AsNoTracking();
        if (Q?.Trim() is { Length: > 0 and <= 200 } words)
        {
            organisations = organisations.Mentioning(words);
        }

        if (After is { } after)
        {
            var last = new OrganisationId(after);
            organisations = organisations.Where(o =>
                db.Organisations.Where(l => l.Id == last)
                    .Any(l =>
                        EF.Functions.GreaterThan(
                            ValueTuple.Create(o.Details.Name.ToLower(), o.Id),
                            ValueTuple.Create(l.Details.Name.ToLower(), l.Id)
                        )
                    )
            );
        }

        // Names are not unique, so the id decides between equal ones, as in ix_organisations_name.
        var rows = await organisations
            .OrderBy(o => o.Details.Name.ToLower())
            .ThenBy(o => o.Id)
            .Take(PageSize + 1)
            .Select(o => new Row(
                o.Id,
                o.Details.Name,
                o.Details.Note,
                o.Details.Sector,
                o.Details.Nation,
                o.Identifiers.Select(i => i.Scheme + ":" + i.Value).ToList()
            ))
            .ToListAsync(cancellationToken);

        Rows = [.. rows.Take(PageSize)];
        Next = rows.Count > PageSize ? Rows[^1].Id.Value : null;
    }

#pragma warning restore CA1304, CA1311, CA1862

    public sealed record Row(
        OrganisationId Id,
        string Name,
        string? Note,
        Sector Sector,
        Jurisdiction Nation,
        IReadOnlyList<string> Identifiers
    );
}
