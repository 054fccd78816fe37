using DataSharing.Domain.Agreements.Evidence;
using DataSharing.Domain.Content;
using DataSharing.Domain.Law;
using DataSharing.Domain.Organisations;
using DataSharing.Web.TagHelpers;
using DataSharing.Web.Validation;
using FluentValidation;

namespace DataSharing.Web.Pages.Organisations.Evidence;

/// <summary>What is said of evidence when it is recorded or renewed.</summary>
public sealed class EvidenceForm
{
    public AssuranceType? Scheme { get; set; }
    public AssuranceLevel? Level { get; set; }
    public string? Reference { get; set; }
    public DateInput Date { get; set; } = new();
    public IReadOnlyList<string> Covers { get; set; } = [];

    /// <summary>What a form of the kind asks; the rest is not bound to mean anything.</summary>
    internal OrganisationEvidenceKind Kind { get; set; }

    /// <summary>So that notices are not said to have been read in days to come.</summary>
    internal DateOnly Today { get; set; }

    // Longer than anything is granted for, shorter than what somebody types by mistake.
    private const int LongestYears = 100;

    internal EvidenceTerm Term =>
        new(Reference!.Trim(), Date.Value!.Value, Kind is OrganisationEvidenceKind.SecurityAssurance ? Level : null)
        {
            Covers = Kind is OrganisationEvidenceKind.PolicyDocument ? [.. Covers] : [],
        };

    public static EvidenceForm From(OrganisationEvidence evidence) =>
        new()
        {
            Scheme = evidence.Assurance,
            Level = evidence.Level,
            Reference = evidence.Reference,
            Covers = evidence.Covers,
        };

    public static IReadOnlyList<Choice> Schemes { get; } =
    [.. Enum.GetValues<AssuranceType>().Select(t => new Choice(t.ToString(), CodeLabels.Of(t)))];

    public static IReadOnlyList<Choice> Levels { get; } =
    [.. Enum.GetValues<AssuranceLevel>().Select(l => new Choice(l.ToString(), CodeLabels.Of(l)))];

    public static IReadOnlyList<Choice> Conditions(LawBook book) =>
        [
            .. book.Of<Schedule1Paragraph>()
                .Where(p => p.PolicyDocument is not PolicyDocumentNeed.NotNeeded)
                .Select(p => new Choice(p.Code, $"{p.Name} ({p.Code})")),
            new Choice(LawBook.Part3PolicyDocument, "Sensitive processing for law enforcement (DPA 2018 s42)"),
        ];

    internal sealed class Validator : AbstractValidator<EvidenceForm>
    {
        public Validator()
        {
            When(
                f => f.Kind is OrganisationEvidenceKind.SecurityAssurance,
                () =>
                {
                    RuleFor(f => f.Scheme).NotNull().WithMessage("Choose the scheme");
                    RuleFor(f => f.Level).NotNull().When(f => f.Scheme is AssuranceType.DSPT).WithMessage("Choose the toolkit’s result");
                    RuleFor(f => f.Level)
                        .Null()
                        .When(f => f.Scheme is not null and not AssuranceType.DSPT)
                        .WithMessage("Only the NHS toolkit has results: choose “Does not apply”");
                }
            );
            When(
                f => f.Kind is OrganisationEvidenceKind.PolicyDocument,
                () =>
                {
                    RuleFor(f => f.Covers).NotEmpty().WithMessage("Choose the conditions that it covers");
                }
            );
            RuleFor(f => f.Reference)
                .NotEmpty()
                .WithMessage(f =>
                    f.Kind is OrganisationEvidenceKind.PrivacyNotice ? "Enter the address of the notice" : "Enter the reference"
                )
                .MaximumLength(OrganisationEvidence.ReferenceMaxLength)
                .WithMessage($"The reference must be {OrganisationEvidence.ReferenceMaxLength} characters or fewer");
            RuleFor(f => f.Reference)
                .Must(text => text is not null && EvidenceDetails.IsLink(text.Trim()))
                .When(f => f.Kind is OrganisationEvidenceKind.PrivacyNotice && !string.IsNullOrWhiteSpace(f.Reference))
                .WithMessage("The address of the notice must start with https://");
            RuleFor(f => f.Date).Must(date => !date.IsBlank).WithMessage("Enter the date").MustBeADate("Date");
            RuleFor(f => f.Date)
                .Must((f, date) => date.Value <= f.Today)
                .When(f => f.Kind is OrganisationEvidenceKind.PrivacyNotice && f.Date.Value is not null)
                .WithMessage("Nobody has looked through the notice on a day to come");
            RuleFor(f => f.Date)
                .Must((f, date) => date.Value >= f.Today)
                .When(f => f.Kind is not OrganisationEvidenceKind.PrivacyNotice && f.Date.Value is not null)
                .WithMessage("That day has passed: enter the last day of evidence that still counts");
            RuleFor(f => f.Date)
                .Must((f, date) => date.Value <= f.Today.AddYears(LongestYears))
                .When(f => f.Date.Value is not null)
                .WithMessage($"No evidence holds for {LongestYears} years: check the year");
        }
    }
}
