using DataSharing.Domain.People;
using DataSharing.Persistence;
using DataSharing.Persistence.Organisations;
using DataSharing.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Web.Pages.Invitations;

/// <summary>Whoever follows the link of an invitation and signs in may become a member, once.</summary>
[SignedInOnly]
public sealed class AcceptModel(DataSharingDbContext db, OrganisationStore organisations, SignedIn signedIn) : PageModel
{
    private Invitation? _invitation;
    private DateTimeOffset _now;
    private SignedInPerson? _person;

    /// <summary>The link's secret. In the query, because paths are logged.</summary>
    [FromQuery]
    public string? Key { get; set; }

    /// <summary>They have just accepted, and somebody else confirms it.</summary>
    [FromQuery]
    public bool Waits { get; set; }

    /// <summary>Accepting counts at once; else somebody confirms it first.</summary>
    public bool CountsAtOnce =>
        !Role.Decides() && string.Equals(User.VerifiedAddress(), _invitation!.Recipient, StringComparison.OrdinalIgnoreCase);

    public bool IsOwn => _invitation?.InvitedBy == _person?.Id;

    public bool IsOpen => _invitation?.IsOpen(_now) is true && !IsOwn;

    public string OrganisationName { get; private set; } = "";

    public Role Role => _invitation!.Role;

    public string PersonName => _person!.Name;

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        await ShowAsync(
            await db.Invitations.AsNoTracking().SingleOrDefaultAsync(i => i.SecretHash == Hash, cancellationToken),
            await signedIn.Clock.NowAsync(),
            cancellationToken
        );

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        // Of two presses at the same moment the second waits, and finds it accepted.
        await using var locked = await organisations.OpenInvitationAsync(Hash, cancellationToken);
        await ShowAsync(locked?.Value, locked?.Now ?? await signedIn.Clock.NowAsync(), cancellationToken);
        if (!IsOpen)
        {
            return new PageResult { StatusCode = StatusCodes.Status409Conflict };
        }

        var (membership, waiting) = _invitation!.Accept(
            new Act(_person!.Id, null, null),
            User.VerifiedAddress(),
            await IsThereAsync(cancellationToken),
            _now
        );
        if (membership is not null)
        {
            db.Memberships.Add(membership);
        }

        if (waiting is not null)
        {
            db.WaitingRoles.Add(waiting);
        }

        await locked!.SaveAsync(cancellationToken);
        return waiting is null ? RedirectToPage("/Index") : RedirectToPage(new { waits = true });
    }

    /// <summary>They hold the role already, or it waits for them.</summary>
    private async Task<bool> IsThereAsync(CancellationToken cancellationToken) =>
        await db.Memberships.AnyAsync(
            m => m.Person == _person!.Id && m.Organisation == _invitation!.Organisation && m.Role == _invitation.Role && m.EndedAt == null,
            cancellationToken
        )
        || await db.WaitingRoles.AnyAsync(
            w =>
                w.Person == _person!.Id
                && w.Organisation == _invitation!.Organisation
                && w.Role == _invitation.Role
                && w.ConfirmedAt == null
                && w.RefusedAt == null,
            cancellationToken
        );

    private byte[] Hash => Invitation.HashOf(Key ?? "");

    private async Task ShowAsync(Invitation? invitation, DateTimeOffset now, CancellationToken cancellationToken)
    {
        (_invitation, _now, _person) = (invitation, now, await signedIn.PersonAsync());
        OrganisationName = invitation is null
            ? ""
            : await db.Organisations.Where(o => o.Id == invitation.Organisation).Select(o => o.Details.Name).SingleAsync(cancellationToken);
    }
}
