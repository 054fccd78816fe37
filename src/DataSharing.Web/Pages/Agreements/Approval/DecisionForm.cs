using System.Linq.Expressions;
using DataSharing.Domain.Agreements.Approval;
using DataSharing.Domain.Content;
using FluentValidation;

namespace DataSharing.Web.Pages.Agreements.Approval;

/// <summary>What the holder of a stage says, and what they were asked: a gate asks for a reference, advice for words.</summary>
public sealed class DecisionForm
{
    public DecisionChoice? Choice { get; set; }
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
            DecisionChoice.Approve => new Ruling.Approve(Blank(Comment)),
            DecisionChoice.ApproveOnConditions => new Ruling.ApproveOnConditions(ConditionLines, Blank(Comment)),
            DecisionChoice.PassGate => new Ruling.PassGate(Blank(GateReference), Blank(Comment)),
            DecisionChoice.Agree => new Ruling.Advise(Opinion.Agree, Comment!.Trim()),
            DecisionChoice.AgreeWithConditions => new Ruling.Advise(Opinion.AgreeWithConditions, Comment!.Trim()),
            DecisionChoice.Disagree => new Ruling.Advise(Opinion.Disagree, Comment!.Trim()),
            DecisionChoice.Return => new Ruling.Return(ReturnReason!.Trim(), Sections),
            DecisionChoice.Reject => new Ruling.Reject(RejectionCode!.Value, RejectionText!.Trim()),
            _ => throw new InvalidOperationException("The form was not validated."),
        };

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    internal sealed class Validator : AbstractValidator<DecisionForm>
    {
        public Validator()
        {
            RuleFor(f => f.Choice).NotNull().WithMessage("Choose what you decide");
            RuleFor(f => f.Comment)
                .Empty()
                .When(f => f.Choice is DecisionChoice.Return or DecisionChoice.Reject)
                .WithMessage("Put this into the reason above: a comment goes with an approval only");
            RuleFor(f => f.Comment).NotEmpty().When(f => f.Mode is StageMode.Advice).WithMessage("Give your advice in words");
            RuleFor(f => f.Conditions)
                .Must((f, _) => f.ConditionLines.Count > 0)
                .WithMessage("Enter the conditions")
                .Must((f, _) => f.ConditionLines.Count <= Ruling.MaxConditions)
                .WithMessage($"Enter at most {Ruling.MaxConditions} conditions")
                .Must((f, _) => f.ConditionLines.All(c => c.Length <= Ruling.ConditionMaxLength))
                .WithMessage($"A condition must be {Ruling.ConditionMaxLength} characters or fewer")
                .When(f => f.Choice is DecisionChoice.ApproveOnConditions);
            RuleFor(f => f.GateReference)
                .NotEmpty()
                .WithMessage("Enter the reference of what was decided")
                .When(f => f.Choice is DecisionChoice.PassGate && f.NeedsReference);
            RuleFor(f => f.GateReference)
                .MaximumLength(Ruling.ReferenceMaxLength)
                .WithMessage($"The reference must be {Ruling.ReferenceMaxLength} characters or fewer");
            RuleFor(f => f.ReturnReason)
                .NotEmpty()
                .When(f => f.Choice is DecisionChoice.Return)
                .WithMessage("Say what must change, and why");
            RuleFor(f => f.Sections)
                .NotEmpty()
                .When(f => f.Choice is DecisionChoice.Return)
                .WithMessage("Choose the sections that must change");
            RuleFor(f => f.RejectionCode).NotNull().When(f => f.Choice is DecisionChoice.Reject).WithMessage("Choose the reason");
            RuleFor(f => f.RejectionText)
                .NotEmpty()
                .When(f => f.Choice is DecisionChoice.Reject)
                .WithMessage("Explain why, and what could be done instead");
            foreach (
                var text in new Expression<Func<DecisionForm, string?>>[] { f => f.Comment, f => f.ReturnReason, f => f.RejectionText }
            )
            {
                RuleFor(text).MaximumLength(Ruling.TextMaxLength).WithMessage($"Use {Ruling.TextMaxLength} characters or fewer");
            }
        }
    }
}
