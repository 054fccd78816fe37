using DataSharing.Domain.Agreements;
using DataSharing.Domain.Rules;
using DataSharing.Persistence;
using DataSharing.Web.Access;
using DataSharing.Web.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;

namespace DataSharing.Web.Pages.Agreements.Findings;

/// <summary>The drafter says why a warning is accepted.</summary>
public sealed class JustifyModel(DataSharingDbContext db, SignedIn signedIn, IValidator<JustifyModel.Input> validator)
    : AgreementPageModel(db, signedIn, AgreementAction.Justify)
{
    [FromRoute]
    public string Rule { get; set; } = "";

    [BindProperty]
    public Input Form { get; set; } = new();

    /// <summary>What the rule says here, once for each thing that it says it about.</summary>
    public IReadOnlyList<string> Messages =>
        [.. CheckAt(Moment.Submit).Warnings.Where(w => w.RuleId == Rule).Select(w => w.Message).Distinct()];

    protected override bool IsJudged => true;

    public IActionResult OnGet()
    {
        Form.Text = Version.Justifications.FirstOrDefault(j => j.RuleId == Rule)?.Text;
        return Messages.Count == 0 ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Messages.Count == 0)
        {
            return NotFound();
        }

        if (!this.IsValid(Form, validator))
        {
            return this.Invalid();
        }

        if (IsOvertaken)
        {
            throw new StaleDecisionException("The content has changed since this page was opened.");
        }

        Agreement.JustifyWarning(Rule, Form.Text!.Trim(), Actor, Now);
        await SaveAsync(cancellationToken);
        return To("Findings/Check");
    }

    public sealed class Input
    {
        public string? Text { get; set; }
    }

    internal sealed class Validator : AbstractValidator<Input>
    {
        public Validator() =>
            RuleFor(f => f.Text)
                .NotEmpty()
                .WithMessage("Say why the warning is accepted")
                .MaximumLength(Justification.TextMaxLength)
                .WithMessage($"The justification must be {Justification.TextMaxLength} characters or fewer");
    }
}
