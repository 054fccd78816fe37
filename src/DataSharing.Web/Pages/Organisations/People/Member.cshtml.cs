using System.Text.Json.Nodes;
using DataSharing.Domain.Organisations;
using DataSharing.Domain.People;
using DataSharing.Persistence;
using DataSharing.Web.Access;
using DataSharing.Web.Forms;
using DataSharing.Web.TagHelpers;
using DataSharing.Web.Validation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Web.Pages.Organisations.People;

/// <summary>An administrator grants and ends the roles of somebody else.</summary>
[FreshSignIn]
public sealed class MemberModel(DataSharingDbContext db, SignedIn signedIn)
    : OrganisationPageModel(db, signedIn, OrganisationAction.ManagePeople)
{
    private const int ReasonMaxLength = 500;

    private List<Membership> _held = [];

    [FromRoute]
    public Guid Person { get; set; }

    [BindProperty]
    public Input Form { get; set; } = new();

    public string MemberName { get; private set; } = "";

    /// <summary>What they were granted and nobody has confirmed yet.</summary>
    public IReadOnlyList<Role> Waiting { get; private set; } = [];

    /// <summary>What may be granted, and what they hold: the portal's own roles are never granted here, but they can be ended.</summary>
    public IReadOnlyList<Choice> Roles =>
        [
            .. GrantableRoles
                .InAnOrganisation.Union(_held.Select(m => m.Role))
                .Order()
                .Select(role => new Choice(role.ToString(), role.Name(), role.Meaning())),
        ];

    protected override Opened AsItIs => new("", Fields(_held.Select(m => m.Role)));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        Form.Roles = [.. _held.Select(m => m.Role)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        if (new PersonId(Person) == Actor.Person)
        {
            ModelState.AddModelError("", "Nobody changes their own roles. Ask another administrator of your organisation.");
            return this.Invalid();
        }

        if (Form.Roles.Except(GrantableRoles.InAnOrganisation).Except(_held.Select(m => m.Role)).Any())
        {
            ModelState.AddModelError("Form.Roles", "Choose from the roles");
        }

        if (!ModelState.IsValid)
        {
            return this.Invalid();
        }

        // Only what this person changed: a role granted or ended in another window meanwhile stays as it is.
        var wanted = Meet(Fields(Form.Roles)).Fields;
        List<Membership> ending = [.. _held.Where(m => !wanted.ContainsKey(m.Role.ToString()))];
        if (ending.Count > 0 && string.IsNullOrWhiteSpace(Form.Reason))
        {
            ModelState.AddModelError("Form.Reason", "Say why you take a role away");
            return this.Invalid();
        }

        if (Form.Reason?.Length > ReasonMaxLength)
        {
            ModelState.AddModelError("Form.Reason", $"The reason must be {ReasonMaxLength} characters or fewer");
            return this.Invalid();
        }

        ending.ForEach(membership => membership.End(Actor, Form.Reason!.Trim(), Now));
        var granted = GrantableRoles
            .InAnOrganisation.Where(role => wanted.ContainsKey(role.ToString()))
            .Except(_held.Select(m => m.Role).Concat(Waiting))
            .Select(role => Membership.Grant(new PersonId(Person), Organisation.Id, role, Actor, Now))
            .ToList();
        Db.Memberships.AddRange(granted.Select(grant => grant.Membership).OfType<Membership>());
        Db.WaitingRoles.AddRange(granted.Select(grant => grant.Waiting).OfType<WaitingRole>());
        await SaveAsync(cancellationToken);
        return ToDetails();
    }

    private static JsonObject Fields(IEnumerable<Role> roles) =>
        new(roles.Distinct().Select(role => KeyValuePair.Create(role.ToString(), (JsonNode?)JsonValue.Create(true))));

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var id = new PersonId(Person);
        _held = await Db
            .Memberships.Where(m => m.Person == id && m.Organisation == Organisation.Id && m.EndedAt == null)
            .ToListAsync(cancellationToken);
        Waiting = await Db
            .WaitingRoles.Where(w => w.Person == id && w.Organisation == Organisation.Id && w.ConfirmedAt == null && w.RefusedAt == null)
            .Select(w => w.Role)
            .ToListAsync(cancellationToken);
        MemberName = await Db.People.Where(p => p.Id == id).Select(p => p.Name).SingleOrDefaultAsync(cancellationToken) ?? "";
        return _held.Count > 0;
    }

    public sealed class Input
    {
        public List<Role> Roles { get; set; } = [];
        public string? Reason { get; set; }
    }
}
