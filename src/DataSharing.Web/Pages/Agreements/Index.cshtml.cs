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

    /// <summary>Why an auditor does not find what they found before.</summary>
    public IReadOnlyList<EndedAudit> EndedAudits { get; private set; } = [];

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Q) || State is not null;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var actor = await signedIn.ActorAsync();
        Today = await clock.TodayAsync();
        MayImport = Agreement.MayDraft(actor);
        EndedAudits = (await signedIn.PersonAsync())!.EndedAudits;
        var words = Q?.Trim() is { Length: > 0 } typed ? typed[..Math.Min(typed.Length, LongestSearch)] : null;
        Agreements = await list.PageAsync(actor, words, State, ListKey.TryParse(After), cancellationToken);
    }

    /// <summary>What happens on the next date of a version, in words.</summary>
    public static string NextDateIs(VersionStatus status) =>
        status switch
        {
            VersionStatus.InApproval => "decision due",
            VersionStatus.AwaitingSignatures => "signature due",
            VersionStatus.ChangesRequested => "planned start", // of the draft that follows
            _ when VersionStates.BeingWritten.Contains(status) => "planned start",
            VersionStatus.Approved => "starts",
            _ => "review or end",
        };
}
