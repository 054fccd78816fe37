using DataSharing.Domain.Organisations;
using DataSharing.Domain.People;
using DataSharing.Persistence;
using DataSharing.Web.Access;
using DataSharing.Web.TagHelpers;
using DataSharing.Web.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Web.Pages.Organisations.Audit;

[FreshSignIn]
public sealed class AddModel(DataSharingDbContext db, SignedIn signedIn, BusinessClock clock, IValidator<AddModel.Input> validator)
    : OrganisationPageModel(db, signedIn, OrganisationAction.ManageAuditScope)
{
    [BindProperty]
    public Input Form { get; set; } = new();

    public IReadOnlyList<Choice> Auditors { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        Form.From = DateInput.Of(await clock.TodayAsync());
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (!this.IsValid(Form, validator))
        {
            return this.Invalid();
        }

        if (Auditors.All(a => a.Value != Form.Auditor.ToString()))
        {
            ModelState.AddModelError("Form.Auditor", "Choose one of the auditors");
            return this.Invalid();
        }

        Db.AuditScopes.Add(
            AuditScope.Open(new PersonId(Form.Auditor!.Value), Organisation.Id, Form.From.Value!.Value, Form.Until.Value!.Value, Actor, Now)
        );
        await SaveAsync(cancellationToken);
        return ToDetails();
    }

    private async Task LoadAsync(CancellationToken cancellationToken) =>
        Auditors = await (
            from m in Db.Memberships
            join p in Db.People on m.Person equals p.Id
            join o in Db.Organisations on m.Organisation equals o.Id
            where m.Role == Role.Auditor && m.EndedAt == null && p.Id != Actor.Person
            orderby p.Name
            select new Choice(p.Id.Value.ToString(), p.Name + ", " + o.Details.Name, null)
        ).ToListAsync(cancellationToken);

    public sealed class Input
    {
        public Guid? Auditor { get; set; }
        public DateInput From { get; set; } = new();
        public DateInput Until { get; set; } = new();
    }

    internal sealed class Validator : AbstractValidator<Input>
    {
        public Validator()
        {
            RuleFor(f => f.Auditor).NotNull().WithMessage("Choose the auditor");
            RuleFor(f => f.From).Must(d => !d.IsBlank).WithMessage("Enter the first day, like 1 9 2026").MustBeADate("First day");
            RuleFor(f => f.Until).Must(d => !d.IsBlank).WithMessage("Enter the last day, like 31 12 2026").MustBeADate("Last day");
            RuleFor(f => f.Until)
                .Must((f, until) => until.Value >= f.From.Value)
                .When(f => f.From.Value is not null && f.Until.Value is not null)
                .WithMessage("The last day must not come before the first");
        }
    }
}
