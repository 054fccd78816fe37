using DataSharing.Domain;
using DataSharing.Domain.Agreements.Content;
using DataSharing.Domain.Organisations;
using DataSharing.Persistence;
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

    /// <summary>The last name of the page before.</summary>
    [FromQuery]
    public string? After { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public string? Next { get; private set; }

    public bool MayRegister { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        MayRegister = (await signedIn.ActorAsync()).Holds(Role.SystemAdmin);

        var organisations = db.Organisations.AsNoTracking();
        if (Q?.Trim() is { Length: > 0 and <= 200 } words)
        {
            var pattern = "%" + words.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal) + "%";
            organisations = organisations.Where(o =>
                EF.Functions.ILike(o.Details.Name, pattern)
                || o.Identifiers.Any(i => EF.Functions.ILike(i.Scheme + ":" + i.Value, pattern)));
        }

        if (After is not null)
        {
            organisations = organisations.Where(o => EF.Functions.GreaterThan(ValueTuple.Create(o.Details.Name), ValueTuple.Create(After)));
        }

        var rows = await organisations
            .OrderBy(o => o.Details.Name)
            .Take(PageSize + 1)
            .Select(o => new Row(
                o.Id, o.Details.Name, o.Details.Note, o.Details.Sector, o.Details.Nation,
                o.Identifiers.Select(i => i.Scheme + ":" + i.Value).ToList()))
            .ToListAsync(cancellationToken);

        Rows = [.. rows.Take(PageSize)];
        Next = rows.Count > PageSize ? Rows[^1].Name : null;
    }

    public sealed record Row(
        OrganisationId Id, string Name, string? Note, Sector Sector, Jurisdiction Nation, IReadOnlyList<string> Identifiers);
}
