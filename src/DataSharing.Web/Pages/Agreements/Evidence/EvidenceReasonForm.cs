using DataSharing.Domain.Agreements.Evidence;
using FluentValidation;

namespace DataSharing.Web.Pages.Agreements.Evidence;

/// <summary>Why a piece of evidence is removed, or its file erased.</summary>
public sealed class EvidenceReasonForm
{
    public string? Reason { get; set; }

    internal sealed class Validator : AbstractValidator<EvidenceReasonForm>
    {
        public Validator() =>
            RuleFor(f => f.Reason)
                .NotEmpty()
                .WithMessage("Say why")
                .MaximumLength(EvidenceItem.ReasonMaxLength)
                .WithMessage($"The reason must be {EvidenceItem.ReasonMaxLength} characters or fewer");
    }
}
