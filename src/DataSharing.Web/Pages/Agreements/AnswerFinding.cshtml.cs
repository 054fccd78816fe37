using DataSharing.Domain;
using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Rechecks;
using DataSharing.Persistence;
using DataSharing.Web.Access;
using DataSharing.Web.Pages.Agreements.Reading;
using DataSharing.Web.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Web.Pages.Agreements;

/// <summary>The owner of a new finding on a version in force says what is done about it.</summary>
public sealed class AnswerFindingModel(DataSharingDbContext db, SignedIn signedIn, IValidator<AnswerFindingModel.Input> validator)
    : AgreementPageModel(db, signedIn, AgreementAction.AnswerFinding)
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public Input Form { get; set; } = new();

    public LiveFinding Finding { get; private set; } = null!;

    public string Place => ItemNames.PlaceOf(new Answers(Version.Document.Content, LawBook), Finding.Path);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is { } refusal)
        {
            return refusal;
        }

        Form.Answer = Finding.Answer;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is { } refusal)
        {
            return refusal;
        }

        if (!this.IsValid(Form, validator))
        {
            return this.Invalid();
        }

        Finding.Say(Agreement, Form.Answer!.Trim(), Actor, Now);
        await SaveAsync(cancellationToken);
        return To("Details");
    }

    private async Task<IActionResult?> FindAsync(CancellationToken cancellationToken)
    {
        var versions = Agreement.Versions.Select(v => v.Id).ToArray();
        if (await Db.LiveFindings.SingleOrDefaultAsync(f => f.Id == Id && versions.Contains(f.VersionId), cancellationToken) is not { } finding)
        {
            return NotFound();
        }

        Finding = finding;
        return finding.Consider(Agreement, Actor) switch
        {
            Verdict.Permitted => null,
            Verdict.Hidden => NotFound(),
            Verdict.Forbidden => StatusCode(StatusCodes.Status403Forbidden),
            _ => StatusCode(StatusCodes.Status409Conflict)
        };
    }

    public sealed class Input
    {
        public string? Answer { get; set; }
    }

    internal sealed class Validator : AbstractValidator<Input>
    {
        public Validator() => RuleFor(f => f.Answer)
            .NotEmpty().WithMessage("Say what you do about it")
            .MaximumLength(LiveFinding.AnswerMaxLength).WithMessage($"The answer must be {LiveFinding.AnswerMaxLength} characters or fewer");
    }
}
