using DataSharing.Domain.Organisations;
using DataSharing.Domain.People;
using DataSharing.Persistence;
using DataSharing.Web.Access;
using DataSharing.Web.TagHelpers;
using DataSharing.Web.Validation;
using FluentValidation;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Web.Pages.Organisations.People;

/// <summary>An administrator makes a link for somebody new; the portal's administrators make one for an organisation's first.</summary>
[FreshSignIn]
[Counts(Deed.Invitation)]
public sealed class InviteModel(
    DataSharingDbContext db,
    SignedIn signedIn,
    IValidator<InviteModel.Input> validator,
    IDataProtectionProvider protection
) : OrganisationPageModel(db, signedIn, OrganisationAction.View)
{
    private readonly MadeInvitation _made = new(protection);

    [BindProperty]
    public Input Form { get; set; } = new();

    public IReadOnlyList<Choice> Roles => [.. MayGrant.Select(role => new Choice(role.ToString(), Capital(role.Name()), role.Meaning()))];

    /// <summary>The secret of an invitation that was made, encrypted: only who made it is shown its link, while it is open.</summary>
    [FromQuery]
    public string? Made { get; set; }

    public string? Link { get; private set; }

    public string Recipient { get; private set; } = "";

    public string WhoIsInvited { get; private set; } = "";

    public string RoleName { get; private set; } = "";

    /// <summary>The role decides or signs, so that another person confirms it.</summary>
    public bool Waits { get; private set; }

    // Who is an administrator already is the organisation's own business.
    private IReadOnlyList<Role> MayGrant =>
        May(OrganisationAction.ManagePeople) ? GrantableRoles.InAnOrganisation
        : May(OrganisationAction.InviteFirstAdministrator) ? [Role.OrganisationAdmin]
        : [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await ShowMadeAsync(cancellationToken) || MayGrant.Count > 0 ? Page() : StatusCode(StatusCodes.Status403Forbidden);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (MayGrant.Count == 0)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        if (!this.IsValid(Form, validator))
        {
            return this.Invalid();
        }

        if (!MayGrant.Contains(Form.Role!.Value))
        {
            ModelState.AddModelError("Form.Role", "Choose one of the roles");
            return this.Invalid();
        }

        var (name, address, role) = (Form.Name!.Trim().Normalize(), Form.Recipient!.Trim().ToLowerInvariant(), Form.Role.Value);
        if (await IsInvitedAsync(address, role, cancellationToken))
        {
            ModelState.AddModelError(
                "Form.Recipient",
                $"There is an open invitation for {address} as {role.Name()}. Withdraw it before you make another"
            );
            return this.Invalid();
        }

        var (invitation, secret) = Invitation.Invite(Organisation.Id, role, address, Actor, Now, name);
        Db.Invitations.Add(invitation);
        await SaveAsync(cancellationToken);
        return RedirectToPage(new { made = _made.Seal(secret) });
    }

    private Task<bool> IsInvitedAsync(string address, Role role, CancellationToken cancellationToken) =>
        Db.Invitations.AnyAsync(
            i =>
                i.Organisation == Organisation.Id
                && i.Recipient == address
                && i.Role == role
                && i.AcceptedAt == null
                && i.CancelledAt == null
                && i.ExpiresAt > Now,
            cancellationToken
        );

    private async Task<bool> ShowMadeAsync(CancellationToken cancellationToken)
    {
        if (await _made.FindAsync(Made, Db, Organisation.Id, Actor.Person, Now, cancellationToken) is not var (invitation, secret))
        {
            return false;
        }

        (Recipient, RoleName, Waits) = (invitation.Recipient, invitation.Role.Name(), invitation.Role.Decides());
        WhoIsInvited = invitation.Name ?? Recipient;
        Link = Url.PageLink("/Invitations/Accept", values: new { key = secret });
        return true;
    }

    private static string Capital(string words) => char.ToUpper(words[0], System.Globalization.CultureInfo.CurrentCulture) + words[1..];

    public sealed class Input
    {
        public string? Name { get; set; }
        public string? Recipient { get; set; }
        public Role? Role { get; set; }
    }

    internal sealed class Validator : AbstractValidator<Input>
    {
        public Validator()
        {
            RuleFor(f => f.Name)
                .NotEmpty()
                .WithMessage("Enter their name")
                .MaximumLength(Domain.People.Person.NameMaxLength)
                .WithMessage($"The name must be {Domain.People.Person.NameMaxLength} characters or fewer");
            RuleFor(f => f.Recipient)
                .NotEmpty()
                .WithMessage("Enter their e-mail address")
                .EmailAddress()
                .WithMessage("Enter an e-mail address, like name@council.gov.uk")
                .MaximumLength(Invitation.RecipientMaxLength)
                .WithMessage($"The address must be {Invitation.RecipientMaxLength} characters or fewer");
            RuleFor(f => f.Role).NotNull().WithMessage("Choose a role");
        }
    }
}
