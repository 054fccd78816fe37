using DataSharing.Domain.Agreements.Approval;
using FluentValidation;

namespace DataSharing.Web.Pages.Agreements;

/// <summary>The one question of a page on which something is ended or sent back.</summary>
public sealed class ReasonForm
{
    public string? Reason { get; set; }

    internal sealed class Validator : AbstractValidator<ReasonForm>
    {
        public Validator() =>
            RuleFor(f => f.Reason)
                .NotEmpty()
                .WithMessage("Say why")
                .MaximumLength(Ruling.TextMaxLength)
                .WithMessage($"The reason must be {Ruling.TextMaxLength} characters or fewer");
    }
}
