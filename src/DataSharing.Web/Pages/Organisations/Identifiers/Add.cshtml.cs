using DataSharing.Domain.Organisations;
using DataSharing.Persistence;
using DataSharing.Web.Access;
using DataSharing.Web.TagHelpers;
using DataSharing.Web.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Web.Pages.Organisations.Identifiers;

public sealed class AddModel(DataSharingDbContext db, SignedIn signedIn, IValidator<AddModel.Input> validator)
    : OrganisationPageModel(db, signedIn, OrganisationAction.Describe)
{
    [BindProperty]
    public Input Form { get; set; } = new();

    public IReadOnlyList<Choice> Schemes { get; } =
    [.. IdentifierScheme.All.Select(s => new Choice(s.Code, $"{s.Name} ({s.Code}), like {s.Example}"))];

    /// <summary>Who has the identifier that was given.</summary>
    public Twin? Holder { get; private set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!this.IsValid(Form, validator))
        {
            return this.Invalid();
        }

        var identifier = new RegisteredIdentifier(Form.Scheme!, IdentifierScheme.Find(Form.Scheme)!.Read(Form.Value!).Value!);
        var holder = await Db
            .Organisations.AsNoTracking()
            .Where(o => o.Identifiers.Any(i => i.Scheme == identifier.Scheme && i.Value == identifier.Value))
            .Select(o => new Twin(o.Id.Value, o.Details.Name, o.Details.OtherNames))
            .SingleOrDefaultAsync(cancellationToken);
        if (holder is not null)
        {
            Holder = holder;
            ModelState.AddModelError("Form.Value", $"{identifier} is already the identifier of {holder.Name}");
            return this.Invalid();
        }

        Organisation.AddIdentifier(identifier, Actor, Now);
        await SaveAsync(cancellationToken);
        return ToDetails();
    }

    public sealed class Input
    {
        public string? Scheme { get; set; }
        public string? Value { get; set; }
    }

    internal sealed class Validator : AbstractValidator<Input>
    {
        public Validator()
        {
            RuleFor(f => f.Scheme).Must(code => IdentifierScheme.Find(code) is not null).WithMessage("Choose the register");
            RuleFor(f => f.Value)
                .Cascade(CascadeMode.Stop)
                .NotEmpty()
                .WithMessage("Enter the identifier")
                .Must((form, value) => IdentifierScheme.Find(form.Scheme)?.Read(value!).Objection is null)
                .WithMessage(form => IdentifierScheme.Find(form.Scheme)!.Read(form.Value!).Objection);
        }
    }
}
