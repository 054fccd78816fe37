using DataSharing.Web.TagHelpers;
using FluentValidation;

namespace DataSharing.Web.Validation;

public static class DateValidation
{
    /// <summary>What was typed is a date. Empty boxes are for another rule.</summary>
    /// <param name="label">What the form calls the date.</param>
    public static IRuleBuilderOptions<TForm, DateInput> MustBeADate<TForm>(this IRuleBuilder<TForm, DateInput> rule, string label) =>
        rule.Must(date => date.Objection is null).WithMessage((_, date) => $"{label}: {date.Objection}");
}
