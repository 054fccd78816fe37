using DataSharing.Domain.Agreements.Content;
using DataSharing.Domain.Organisations;
using DataSharing.Persistence;
using DataSharing.Web.Access;
using DataSharing.Web.TagHelpers;
using DataSharing.Web.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;

namespace DataSharing.Web.Pages.Organisations.Assurances;

public sealed class AddModel(DataSharingDbContext db, SignedIn signedIn, IValidator<AddModel.Input> validator)
    : OrganisationPageModel(db, signedIn, OrganisationAction.Describe)
{
    [BindProperty]
    public Input Form { get; set; } = new();

    public IReadOnlyList<Choice> Types { get; } = [.. Enum.GetValues<AssuranceType>().Select(t => new Choice(t.ToString(), CodeLabels.Of(t)))];

    public IReadOnlyList<Choice> Levels { get; } = [.. Enum.GetValues<AssuranceLevel>().Select(l => new Choice(l.ToString(), CodeLabels.Of(l)))];

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!this.IsValid(Form, validator))
        {
            return this.Invalid();
        }

        var assurance = new OrganisationAssurance
        {
            Id = Guid.CreateVersion7(),
            Type = Form.Type!.Value,
            Level = Form.Level,
            Reference = Form.Reference!.Trim(),
            ValidTo = Form.ValidTo.Value!.Value
        };
        Organisation.RecordAssurance(assurance, Actor, await Db.NowAsync(cancellationToken));
        await Db.SaveChangesAsync(cancellationToken);
        return ToDetails();
    }

    public sealed class Input
    {
        public AssuranceType? Type { get; set; }
        public AssuranceLevel? Level { get; set; }
        public string? Reference { get; set; }
        public DateInput ValidTo { get; set; } = new();
    }

    internal sealed class Validator : AbstractValidator<Input>
    {
        public Validator()
        {
            RuleFor(f => f.Type).NotNull().WithMessage("Choose the scheme");
            RuleFor(f => f.Level).NotNull().When(f => f.Type is AssuranceType.DSPT).WithMessage("Choose the toolkit’s result");
            RuleFor(f => f.Level).Null().When(f => f.Type is not null and not AssuranceType.DSPT).WithMessage("Only the NHS toolkit has results: choose “Does not apply”");
            RuleFor(f => f.Reference)
                .NotEmpty().WithMessage("Enter the reference")
                .MaximumLength(OrganisationAssurance.ReferenceMaxLength).WithMessage($"The reference must be {OrganisationAssurance.ReferenceMaxLength} characters or fewer");
            RuleFor(f => f.ValidTo).Must(date => date.Value is not null)
                .WithMessage(f => f.ValidTo.IsBlank ? "Enter the date until which it is valid" : "Enter a real date, like 30 6 2027");
        }
    }
}
