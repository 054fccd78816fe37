using DataSharing.Domain.Agreements;
using DataSharing.Persistence.Lists;
using DataSharing.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DataSharing.Web.Pages.Agreements;

/// <summary>
/// What one may see, acting for the organisation one has chosen: one row for each agreement, with its newest visible version and the one in
/// force, if that is another.
/// </summary>
[MembersOnly]
public sealed class IndexModel(AgreementList list, SignedIn signedIn, BusinessClock clock) : PageModel
{
    private const int LongestSearch = 200;

    [FromQuery]
    public string? Q { get; set; }

    [FromQuery]
    public VersionStatus? State { get; set; }

    /// <summary>Where the page before ended.</summary>
    [FromQuery]
    public string? After { get; set; }

    public DateOnly Today { get; private set; }

    public AgreementPage Agreements { get; private set; } = AgreementPage.Empty;

    public bool MayImport { get; private set; }

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Q) || State is not null;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var actor = await signedIn.ActorAsync();
        Today = await clock.TodayAsync();
        MayImport = Agreement.MayDraft(actor);
        var words = Q?.Trim() is { Length: > 0 } typed ? typed[..Math.Min(typed.Length, LongestSearch)] : null;
        Agreements = await list.PageAsync(actor, words, State, ListKey.TryParse(After), cancellationToken);
    }

    /// <summary>What happens on the next date of a version, in words.</summary>
    public string NextDateIs(VersionStatus status, DateOnly next) =>
        status switch
        {
            VersionStatus.InApproval => next < Today ? "a decision was due" : "a decision is due",
            VersionStatus.AwaitingSignatures => next < Today ? "a signature was due" : "a signature is due",
            _ when VersionStates.BeingWritten.Contains(status) => "planned start",
            VersionStatus.Approved => "starts",
            _ => "review or end",
        };
}
