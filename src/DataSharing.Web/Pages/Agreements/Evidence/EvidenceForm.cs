using DataSharing.Domain.Agreements.Evidence;
using DataSharing.Domain.Content;
using DataSharing.Web.TagHelpers;
using DataSharing.Web.Validation;
using FluentValidation;

namespace DataSharing.Web.Pages.Agreements.Evidence;

/// <summary>What may be said better of evidence later on.</summary>
public class EvidenceSaidForm
{
    public string? Title { get; set; }
    public DateInput ValidFrom { get; set; } = new();
    public DateInput ValidTo { get; set; } = new();
}

/// <summary>A new piece of evidence.</summary>
public sealed class EvidenceForm : EvidenceSaidForm
{
    public EvidenceKind? Kind { get; set; }
    public IFormFile? File { get; set; }
    public string? Link { get; set; }
    public string? Reference { get; set; }
    public string? Hash { get; set; }
    public EvidenceVisibility? Visibility { get; set; }
    public string? Place { get; set; }

    /// <summary>Of a form without errors.</summary>
    public EvidenceDetails ToDetails() =>
        new(
            Kind!.Value,
            PlainText.Normalise(Title!),
            Blank(Link)?.Trim(),
            Blank(Reference) is { } reference ? PlainText.Normalise(reference) : null,
            HashAsSaid(),
            ValidFrom.Value,
            ValidTo.Value,
            Visibility!.Value,
            EvidencePlace.TryParse(Place, out var place) ? place : null
        );

    /// <summary>Null if nothing is said, or no hash. People copy it in groups.</summary>
    public ContentHash? HashAsSaid() =>
        ContentHash.TryParse(string.Concat((Hash ?? "").Where(c => !char.IsWhiteSpace(c))), out var hash) ? hash : null;

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    internal sealed class Validator : EvidenceSaidValidator<EvidenceForm>
    {
        public Validator()
        {
            RuleFor(f => f.Kind).NotNull().WithMessage("Choose what kind of evidence it is");
            AddSaidRules();
            RuleFor(f => f.File)
                .Must((f, file) => file is not null || Blank(f.Link) is not null || Blank(f.Reference) is not null)
                .WithMessage("Choose a file, or give a link or a reference");
            RuleFor(f => f.Link)
                .Must(link => Blank(link) is null || EvidenceDetails.IsLink(link!.Trim()))
                .WithMessage("The link must be a whole address that starts with https://");
            RuleFor(f => f.Reference)
                .MaximumLength(EvidenceDetails.ReferenceMaxLength)
                .WithMessage($"The reference must be {EvidenceDetails.ReferenceMaxLength} characters or fewer");
            RuleFor(f => f.Hash)
                .Must((f, hash) => Blank(hash) is null || f.HashAsSaid() is not null)
                .WithMessage("A SHA-256 has 64 characters: the digits 0 to 9 and the letters a to f");
            RuleFor(f => f.Place)
                .Must(place => string.IsNullOrEmpty(place) || EvidencePlace.TryParse(place, out _))
                .WithMessage("Choose what it supports from the list");
            RuleFor(f => f.Visibility).NotNull().WithMessage("Choose who may see it");
        }
    }
}

internal abstract class EvidenceSaidValidator<TForm> : AbstractValidator<TForm>
    where TForm : EvidenceSaidForm
{
    protected void AddSaidRules()
    {
        RuleFor(f => f.Title)
            .NotEmpty()
            .WithMessage("Enter a title")
            .MaximumLength(EvidenceDetails.TitleMaxLength)
            .WithMessage($"The title must be {EvidenceDetails.TitleMaxLength} characters or fewer");
        RuleFor(f => f.ValidFrom).MustBeADate("Valid from");
        RuleFor(f => f.ValidTo)
            .Cascade(CascadeMode.Stop)
            .MustBeADate("Valid until")
            .Must((f, to) => !(to.Value < f.ValidFrom.Value))
            .WithMessage("The last day must not be before the first");
    }
}

internal sealed class EvidenceSaidFormValidator : EvidenceSaidValidator<EvidenceSaidForm>
{
    public EvidenceSaidFormValidator() => AddSaidRules();
}
