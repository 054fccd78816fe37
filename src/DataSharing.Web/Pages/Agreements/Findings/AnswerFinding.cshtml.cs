using DataSharing.Documents.Narrative;
using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Rechecks;
using DataSharing.Persistence;
using DataSharing.Persistence.Law;
using DataSharing.Web.Access;
using DataSharing.Web.Forms;
using DataSharing.Web.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Web.Pages.Agreements.Findings;

/// <summary>The owner of a new finding on a version in force says what is done about it.</summary>
public sealed class AnswerFindingModel(
    DataSharingDbContext db,
    SignedIn signedIn,
    LawShelf shelf,
    IValidator<AnswerFindingModel.Input> validator
) : AgreementPageModel(db, signedIn, AgreementAction.AnswerFinding)
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public Input Form { get; set; } = new();

    public LiveFinding Finding { get; private set; } = null!;

    public WhatChanged Changed { get; private set; } = null!;

    /// <summary>Who answered it while this page was open; null if nobody did.</summary>
    public string? AnsweredMeanwhileBy { get; private set; }

    /// <summary>The ordinal that links to its version carry; null where the agreement's own address shows that version.</summary>
    public int? Ordinal => Agreement.ShownTo(Actor) == Version ? null : Version.Ordinal;

    public string Place => ItemNames.PlaceOf(new Answers(Version.Document.Content, LawBook), Finding.Path);

    // An answer may take the place of another, but not unseen.
    protected override Opened AsItIs => new(Finding.Answer ?? "");

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await FindFindingAsync(cancellationToken) is { } refusal)
        {
            return refusal;
        }

        Form.Answer = Finding.Answer;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await FindFindingAsync(cancellationToken) is { } refusal)
        {
            return refusal;
        }

        if (AsShown is null)
        {
            return BadRequest(); // nobody gets there by the form
        }

        if (!this.IsValid(Form, validator))
        {
            return this.Invalid();
        }

        var answer = Form.Answer!.Trim().ReplaceLineEndings("\n");
        if (answer == Finding.Answer)
        {
            return ToIt(); // pressed twice
        }

        if (IsOvertaken)
        {
            AnsweredMeanwhileBy = await Db
                .People.Where(p => p.Id == Finding.AnsweredBy)
                .Select(p => p.Name)
                .FirstOrDefaultAsync(cancellationToken);
            ShowAsItIs();
            return Conflicting();
        }

        Finding.Say(Agreement, answer, Actor, Now);
        await SaveAsync(cancellationToken);
        return ToIt();
    }

    private RedirectToPageResult ToIt() =>
        RedirectToPage("/Agreements/Reading/Details", null, new { Reference, n = Ordinal }, "new-findings");

    private async Task<IActionResult?> FindFindingAsync(CancellationToken cancellationToken)
    {
        var versions = Agreement.Versions.Select(v => v.Id).ToArray();
        if (
            await Db.LiveFindings.SingleOrDefaultAsync(f => f.Id == Id && versions.Contains(f.VersionId), cancellationToken)
            is not { } finding
        )
        {
            return NotFound();
        }

        Finding = finding;
        await ReadContentsAsync([Agreement.Versions.Single(v => v.Id == finding.VersionId)], cancellationToken);
        Changed = await WhatChanged.OfAsync(
            finding,
            Agreement.Versions.Single(v => v.Id == finding.VersionId),
            Db,
            shelf,
            cancellationToken
        );
        return RefusalOf(finding.Consider(Agreement, Actor));
    }

    public sealed class Input
    {
        public string? Answer { get; set; }
    }

    internal sealed class Validator : AbstractValidator<Input>
    {
        public Validator() =>
            RuleFor(f => f.Answer)
                .NotEmpty()
                .WithMessage("Say what you do about it")
                .MaximumLength(LiveFinding.AnswerMaxLength)
                .WithMessage($"The answer must be {LiveFinding.AnswerMaxLength} characters or fewer");
    }
}
