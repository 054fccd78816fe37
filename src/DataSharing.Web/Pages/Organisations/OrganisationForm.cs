using DataSharing.Domain.Content;
using DataSharing.Domain.Organisations;
using DataSharing.Web.TagHelpers;
using FluentValidation;

namespace DataSharing.Web.Pages.Organisations;

/// <summary>The questions about an organisation, the same for a new one and a known one.</summary>
public sealed class OrganisationForm
{
    public static IReadOnlyList<Choice> Sectors { get; } =
    [.. Enum.GetValues<Sector>().Select(s => new Choice(s.ToString(), CodeLabels.Of(s)))];

    public static IReadOnlyList<Choice> Nations { get; } =
    [.. Enum.GetValues<Jurisdiction>().Select(n => new Choice(n.ToString(), CodeLabels.Of(n)))];

    public static IReadOnlyList<Choice> LegalStandings { get; } =
    [
        new(nameof(OrganisationDetails.IsPublicAuthority), "A public authority", "On the list of freedom-of-information law (DPA 2018 s7)"),
        new(nameof(OrganisationDetails.IsPublicBody), "A public body", "Any body of public law"),
        new(nameof(OrganisationDetails.IsCompetentAuthority), "A competent authority", "For law enforcement (DPA 2018 s30)"),
        new(nameof(OrganisationDetails.ExercisesOfficialAuthority), "Exercises official authority", "UK GDPR Article 10"),
    ];

    public string? Name { get; set; }
    public string? OtherNames { get; set; }
    public string? Note { get; set; }
    public string? Address { get; set; }
    public Sector? Sector { get; set; }
    public Jurisdiction? Nation { get; set; }

    /// <summary>Names of the members of <see cref="OrganisationDetails"/> that are true.</summary>
    public List<string> Standing { get; set; } = [];
    public string? IcoRegistration { get; set; }
    public string? ContactEmail { get; set; }
    public string? DataProtectionOfficer { get; set; }
    public string? BreachContact { get; set; }
    public string? ComplaintsRoute { get; set; }

    public static OrganisationForm From(OrganisationDetails details) =>
        new()
        {
            Name = details.Name,
            OtherNames = details.OtherNames,
            Address = details.Address,
            Note = details.Note,
            Sector = details.Sector,
            Nation = details.Nation,
            Standing =
            [
                .. new[]
                {
                    (nameof(details.IsPublicAuthority), details.IsPublicAuthority),
                    (nameof(details.IsPublicBody), details.IsPublicBody),
                    (nameof(details.IsCompetentAuthority), details.IsCompetentAuthority),
                    (nameof(details.ExercisesOfficialAuthority), details.ExercisesOfficialAuthority),
                }
                    .Where(standing => standing.Item2)
                    .Select(standing => standing.Item1),
            ],
            IcoRegistration = details.IcoRegistration,
            ContactEmail = details.ContactEmail,
            DataProtectionOfficer = details.DataProtectionOfficer,
            BreachContact = details.BreachContact,
            ComplaintsRoute = details.ComplaintsRoute,
        };

    public OrganisationDetails ToDetails() =>
        new()
        {
            Name = Name!.Trim(),
            OtherNames = Lines(OtherNames),
            Address = Lines(Address),
            Note = Blank(Note),
            Sector = Sector!.Value,
            Nation = Nation!.Value,
            IsPublicAuthority = Standing.Contains(nameof(OrganisationDetails.IsPublicAuthority)),
            IsPublicBody = Standing.Contains(nameof(OrganisationDetails.IsPublicBody)),
            IsCompetentAuthority = Standing.Contains(nameof(OrganisationDetails.IsCompetentAuthority)),
            ExercisesOfficialAuthority = Standing.Contains(nameof(OrganisationDetails.ExercisesOfficialAuthority)),
            IcoRegistration = Blank(IcoRegistration) is { } number ? FeeRegister.Read(number).Value : null,
            ContactEmail = Blank(ContactEmail),
            DataProtectionOfficer = Blank(DataProtectionOfficer),
            BreachContact = Blank(BreachContact),
            ComplaintsRoute = Blank(ComplaintsRoute),
        };

    /// <summary>What each question is called.</summary>
    public static string LabelOf(string question) =>
        question switch
        {
            nameof(Name) => "Name",
            nameof(OtherNames) => "Other names",
            nameof(Address) => "Address",
            nameof(Note) => "Note, if the name could be misread",
            nameof(Sector) => "Sector",
            nameof(Nation) => "Nation",
            nameof(Standing) => "What is it in law?",
            nameof(IcoRegistration) => "Data-protection fee registration",
            nameof(ContactEmail) => "E-mail of the information governance team",
            nameof(DataProtectionOfficer) => "Data protection officer",
            nameof(BreachContact) => "Contact for a data breach, day and night",
            nameof(ComplaintsRoute) => "Where people complain about the use of their data",
            _ => throw new ArgumentOutOfRangeException(nameof(question), question, "No question of this form."),
        };

    /// <summary>The question that a member of <see cref="OrganisationDetails"/> answers.</summary>
    public static string QuestionOf(string member) => LegalStandings.Any(standing => standing.Value == member) ? nameof(Standing) : member;

    /// <summary>"Note, if the name could be misread: saved now as “trading name”".</summary>
    /// <param name="member">Of <see cref="OrganisationDetails"/>.</param>
    public static string SavedNow(string member, OrganisationDetails saved)
    {
        var text = member switch
        {
            nameof(Sector) => CodeLabels.Of(saved.Sector),
            nameof(Nation) => CodeLabels.Of(saved.Nation),
            _ => typeof(OrganisationDetails).GetProperty(member)!.GetValue(saved) as string,
        };
        return (LegalStandings.FirstOrDefault(standing => standing.Value == member), text) switch
        {
            ({ } standing, _) => $"{standing.Text}: saved now as {(From(saved).Standing.Contains(member) ? "ticked" : "not ticked")}",
            (_, null) => $"{LabelOf(member)}: saved now as empty",
            _ => $"{LabelOf(member)}: saved now as “{text}”",
        };
    }

    private static IdentifierScheme FeeRegister => IdentifierScheme.Find("ICO-REG")!;

    /// <summary>Without blank lines, and in the one form of a text.</summary>
    private static string? Lines(string? text) =>
        Blank(
            string.Join('\n', (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Normalize()
        );

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    internal sealed class Validator : AbstractValidator<OrganisationForm>
    {
        public Validator()
        {
            RuleFor(f => f.Name)
                .NotEmpty()
                .WithMessage("Enter the organisation’s name")
                .MaximumLength(OrganisationDetails.NameMaxLength)
                .WithMessage($"The name must be {OrganisationDetails.NameMaxLength} characters or fewer");
            RuleFor(f => f.Note)
                .MaximumLength(OrganisationDetails.NameMaxLength)
                .WithMessage($"The note must be {OrganisationDetails.NameMaxLength} characters or fewer");
            RuleFor(f => f.OtherNames)
                .MaximumLength(OrganisationDetails.OtherNamesMaxLength)
                .WithMessage($"The other names must be {OrganisationDetails.OtherNamesMaxLength} characters or fewer");
            RuleFor(f => f.Address)
                .MaximumLength(OrganisationDetails.AddressMaxLength)
                .WithMessage($"The address must be {OrganisationDetails.AddressMaxLength} characters or fewer");
            RuleFor(f => f.Sector).NotNull().WithMessage("Choose a sector");
            RuleFor(f => f.Nation).NotNull().WithMessage("Choose a nation");
            RuleFor(f => f.IcoRegistration)
                .Must(number => FeeRegister.Read(number!).Objection is null)
                .When(f => !string.IsNullOrWhiteSpace(f.IcoRegistration))
                .WithMessage(f => FeeRegister.Read(f.IcoRegistration!).Objection);
            RuleFor(f => f.ContactEmail)
                .EmailAddress()
                .When(f => !string.IsNullOrWhiteSpace(f.ContactEmail))
                .WithMessage("Enter an e-mail address, like team@council.gov.uk");
            Contact(f => f.ContactEmail);
            Contact(f => f.DataProtectionOfficer);
            Contact(f => f.BreachContact);
            Contact(f => f.ComplaintsRoute);
        }

        private void Contact(System.Linq.Expressions.Expression<Func<OrganisationForm, string?>> contact) =>
            RuleFor(contact)
                .MaximumLength(OrganisationDetails.ContactMaxLength)
                .WithMessage($"Use {OrganisationDetails.ContactMaxLength} characters or fewer");
    }
}
