using DataSharing.Domain.Agreements;
using DataSharing.Persistence;
using DataSharing.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace DataSharing.Web.Pages.Agreements;

/// <summary>What differs between two versions that the person sees; if they choose none, between the newest and the one before it.</summary>
public sealed class DifferencesModel(DataSharingDbContext db, SignedIn signedIn) : AgreementPageModel(db, signedIn, AgreementAction.View)
{
    /// <summary>An ordinal.</summary>
    [FromQuery(Name = "from")]
    public int? FromVersion { get; set; }

    /// <inheritdoc cref="FromVersion"/>
    [FromQuery(Name = "to")]
    public int? ToVersion { get; set; }

    public AgreementVersion? Older { get; private set; }

    public AgreementVersion? Newer { get; private set; }

    public ShownDifferences Shown { get; private set; } = null!;

    public IActionResult OnGet()
    {
        var versions = SeenVersions;
        Newer = ToVersion is null ? versions[0] : versions.FirstOrDefault(v => v.Ordinal == ToVersion);
        Older = FromVersion is null ? versions.FirstOrDefault(v => v.Ordinal < Newer?.Ordinal) : versions.FirstOrDefault(v => v.Ordinal == FromVersion);
        if (!ModelState.IsValid || Newer is null || (Older is null && FromVersion is not null))
        {
            return NotFound(); // no such version, or none that they may know of
        }

        if (Older is not null)
        {
            Shown = ShownDifferences.Of(Older.Document.Content, Newer.Document.Content, $"Version {Older.Label}", $"Version {Newer.Label}");
        }

        return Page();
    }
}
