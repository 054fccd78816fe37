using DataSharing.Domain.People;
using DataSharing.Persistence;
using DataSharing.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Web.Pages.Invitations;

/// <summary>Whoever follows the link of an invitation and signs in may become a member, once.</summary>
[SignedInOnly]
public sealed class AcceptModel(DataSharingDbContext db, SignedIn signedIn) : PageModel
{
    private Invitation? _invitation;
    private DateTimeOffset _now;
    private SignedInPerson? _person;

    /// <summary>The link's secret. In the query, because paths are logged.</summary>
    [FromQuery]
    public string? Key { get; set; }

    public bool IsOwn => _invitation?.InvitedBy == _person?.Id;

    public bool IsOpen => _invitation?.IsOpen(_now) is true && !IsOwn;

    public string OrganisationName { get; private set; } = "";

    public Role Role => _invitation!.Role;

    public string PersonName => _person!.Name;

    public async Task OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (!IsOpen)
        {
            return new PageResult { StatusCode = StatusCodes.Status409Conflict };
        }

        var alreadyHeld = await db.Memberships.AnyAsync(
            m => m.Person == _person!.Id && m.Organisation == _invitation!.Organisation && m.Role == _invitation.Role && m.EndedAt == null,
            cancellationToken
        );
        if (!alreadyHeld)
        {
            db.Memberships.Add(_invitation!.Accept(new Act(_person!.Id, null, null), _now));
            await db.SaveChangesAsync(cancellationToken); // a second click at the same moment is refused by the row's version
        }

        return RedirectToPage("/Index");
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var hash = Invitation.HashOf(Key ?? "");
        _person = await signedIn.PersonAsync();
        _now = await signedIn.Clock.NowAsync();
        _invitation = await db.Invitations.SingleOrDefaultAsync(i => i.SecretHash == hash, cancellationToken);
        OrganisationName = _invitation is null
            ? ""
            : await db
                .Organisations.Where(o => o.Id == _invitation.Organisation)
                .Select(o => o.Details.Name)
                .SingleAsync(cancellationToken);
    }
}
