using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Approval;
using DataSharing.Domain.Content;
using DataSharing.Persistence;
using DataSharing.Web.Access;
using DataSharing.Web.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;

namespace DataSharing.Web.Pages.Agreements.Approval;

/// <summary>
/// T06, T07, T09: the holder of a stage decides, advises, lets pass, returns or rejects, on the version and hash before them.
/// </summary>
[FreshSignIn]
public sealed class DecideModel(DataSharingDbContext db, SignedIn signedIn, IValidator<DecideModel.Input> validator, TimeProvider clock)
    : StagePageModel(db, signedIn)
{
    public static IReadOnlyList<TagHelpers.Choice> SectionChoices { get; } =
    [.. Enum.GetValues<Section>().Select(s => new TagHelpers.Choice(s.ToString(), CodeLabels.Of(s)))];

    public static IReadOnlyList<TagHelpers.Choice> RejectionChoices { get; } =
    [.. Enum.GetValues<RejectionReason>().Select(r => new TagHelpers.Choice(r.ToString(), r.InWords()))];

    [BindProperty]
    public Input Form { get; set; } = new();

    public IReadOnlyList<Option> Options => [.. Option.All.Where(o => May(o.Action, Stage))];

    public string? SignInNeeded => FreshSignInAttribute.Needed(HttpContext, clock);

    protected override AgreementAction Primary =>
        Stage.Mode switch
        {
            StageMode.Advice => AgreementAction.Advise,
            StageMode.Gate => AgreementAction.PassGate,
            _ => AgreementAction.Approve,
        };

    public string? ErrorOf(string key) => ModelState.TryGetValue(key, out var entry) ? entry.Errors.FirstOrDefault()?.ErrorMessage : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (Stage.Mode is StageMode.Sign)
        {
            return NotFound();
        }

        await LoadNamesAsync(cancellationToken);
        return IsPermitted ? Page() : Explained();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadNamesAsync(cancellationToken);
        if (!IsPermitted)
        {
            return Explained();
        }

        Form.Mode = Stage.Mode;
        Form.NeedsReference = Stage.Mode is StageMode.Gate && Stage.Kind is not StageKind.IgReview;
        if (!this.IsValid(Form, validator))
        {
            return this.Invalid();
        }

        if (SeenByForm is not { } seen || Options.All(o => o.Choice != Form.Choice))
        {
            return BadRequest(); // nobody gets there by the form
        }

        Agreement.Decide(Number, Form.ToRuling(), seen, Actor, Now);
        await SaveAsync(cancellationToken);
        return To("Approval/Route");
    }

    public enum Choice
    {
        Approve,
        ApproveOnConditions,
        PassGate,
        Agree,
        AgreeWithConditions,
        Disagree,
        Return,
        Reject,
    }

    /// <summary>One thing that a holder can say, and the action that it takes.</summary>
    public sealed record Option(Choice Choice, AgreementAction Action, string Label, string Hint)
    {
        public static IReadOnlyList<Option> All { get; } =
        [
            new(Choice.Approve, AgreementAction.Approve, "Approve", "It may go on as it is."),
            new(Choice.ApproveOnConditions, AgreementAction.Approve, "Approve with conditions", "It may go on if something is done."),
            new(Choice.PassGate, AgreementAction.PassGate, "Let it pass", "What this gate asks for is there."),
            new(Choice.Agree, AgreementAction.Advise, "Agree", "You advise to go on."),
            new(
                Choice.AgreeWithConditions,
                AgreementAction.Advise,
                "Agree with conditions",
                "You advise to go on if something is done. Say what, below."
            ),
            new(Choice.Disagree, AgreementAction.Advise, "Disagree", "You advise against it. The approvers decide, and see your reasons."),
            new(Choice.Return, AgreementAction.Return, "Return for changes", "The drafter changes it and submits it again."),
            new(Choice.Reject, AgreementAction.Reject, "Reject", "Ends this version. A new agreement can be raised."),
        ];
    }

    public sealed class Input
    {
        public Choice? Choice { get; set; }
        public string? Comment { get; set; }
        public string? Conditions { get; set; }
        public string? GateReference { get; set; }
        public string? ReturnReason { get; set; }
        public List<Section> Sections { get; set; } = [];
        public RejectionReason? RejectionCode { get; set; }
        public string? RejectionText { get; set; }

        internal StageMode Mode { get; set; }
        internal bool NeedsReference { get; set; }

        internal IReadOnlyList<string> ConditionLines =>
            [.. (Conditions ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

        internal Ruling ToRuling() =>
            Choice switch
            {
                DecideModel.Choice.Approve => new Ruling.Approve(Blank(Comment)),
                DecideModel.Choice.ApproveOnConditions => new Ruling.ApproveOnConditions(ConditionLines, Blank(Comment)),
                DecideModel.Choice.PassGate => new Ruling.PassGate(Blank(GateReference), Blank(Comment)),
                DecideModel.Choice.Agree => new Ruling.Advise(Opinion.Agree, Comment!.Trim()),
                DecideModel.Choice.AgreeWithConditions => new Ruling.Advise(Opinion.AgreeWithConditions, Comment!.Trim()),
                DecideModel.Choice.Disagree => new Ruling.Advise(Opinion.Disagree, Comment!.Trim()),
                DecideModel.Choice.Return => new Ruling.Return(ReturnReason!.Trim(), Sections),
                DecideModel.Choice.Reject => new Ruling.Reject(RejectionCode!.Value, RejectionText!.Trim()),
                _ => throw new InvalidOperationException("The form was not validated."),
            };

        private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }

    internal sealed class Validator : AbstractValidator<Input>
    {
        public Validator()
        {
            RuleFor(f => f.Choice).NotNull().WithMessage("Choose what you decide");
            RuleFor(f => f.Comment)
                .Empty()
                .When(f => f.Choice is Choice.Return or Choice.Reject)
                .WithMessage("Put this into the reason above: a comment goes with an approval only");
            RuleFor(f => f.Comment).NotEmpty().When(f => f.Mode is StageMode.Advice).WithMessage("Give your advice in words");
            RuleFor(f => f.Conditions)
                .Must((f, _) => f.ConditionLines.Count > 0)
                .WithMessage("Enter the conditions")
                .Must((f, _) => f.ConditionLines.Count <= Ruling.MaxConditions)
                .WithMessage($"Enter at most {Ruling.MaxConditions} conditions")
                .Must((f, _) => f.ConditionLines.All(c => c.Length <= Ruling.ConditionMaxLength))
                .WithMessage($"A condition must be {Ruling.ConditionMaxLength} characters or fewer")
                .When(f => f.Choice is Choice.ApproveOnConditions);
            RuleFor(f => f.GateReference)
                .NotEmpty()
                .WithMessage("Enter the reference of what was decided")
                .When(f => f.Choice is Choice.PassGate && f.NeedsReference);
            RuleFor(f => f.GateReference)
                .MaximumLength(Ruling.ReferenceMaxLength)
                .WithMessage($"The reference must be {Ruling.ReferenceMaxLength} characters or fewer");
            RuleFor(f => f.ReturnReason).NotEmpty().When(f => f.Choice is Choice.Return).WithMessage("Say what must change, and why");
            RuleFor(f => f.Sections).NotEmpty().When(f => f.Choice is Choice.Return).WithMessage("Choose the sections that must change");
            RuleFor(f => f.RejectionCode).NotNull().When(f => f.Choice is Choice.Reject).WithMessage("Choose the reason");
            RuleFor(f => f.RejectionText)
                .NotEmpty()
                .When(f => f.Choice is Choice.Reject)
                .WithMessage("Explain why, and what could be done instead");
            foreach (
                var text in new System.Linq.Expressions.Expression<Func<Input, string?>>[]
                {
                    f => f.Comment,
                    f => f.ReturnReason,
                    f => f.RejectionText,
                }
            )
            {
                RuleFor(text).MaximumLength(Ruling.TextMaxLength).WithMessage($"Use {Ruling.TextMaxLength} characters or fewer");
            }
        }
    }
}
