using System.Text.Json;
using System.Text.Json.Nodes;
using DataSharing.Domain.Content;
using DataSharing.Web.Access;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace DataSharing.Web.Pages.Agreements.Drafting.Answering;

/// <summary>
/// Binds a form to the record of the content that it asks about, by the record's shape: the boxes are named by the members, and what is
/// typed in them is read by <see cref="AnswerText"/>. Only questions are bound; the ids and the lists of items of the record are not.
/// </summary>
internal sealed class AnswersBinder : IModelBinder
{
    public async Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var lawBook = (await bindingContext.HttpContext.RequestServices.GetRequiredService<BusinessClock>().CriteriaAsync()).LawBook;
        var questions = Questions.Of(bindingContext.ModelType);
        var answers = new JsonObject();
        if (questions.IsItem)
        {
            answers["id"] = "new"; // the page knows it
        }

        foreach (var question in questions)
        {
            var name = $"{bindingContext.ModelName}.{question.Name}";
            var typed = Typed(bindingContext, name, question.Shape);
            bindingContext.ModelState.SetModelValue(name, typed, string.Join('\n', typed));
            var (answer, error) = AnswerText.Read(typed, question.Shape, question.Label, lawBook);
            if (error is not null)
            {
                bindingContext.ModelState.TryAddModelError(name, error);
            }
            else
            {
                bindingContext.ModelState[name]!.ValidationState = ModelValidationState.Valid;
                ContentPointer.Set(answers, question.Path, answer);
            }
        }

        var model = answers.Deserialize(bindingContext.ModelType, AgreementJson.Options)!;
        bindingContext.ValidationState[model] = new ValidationStateEntry { SuppressValidation = true };
        bindingContext.Result = ModelBindingResult.Success(model);
    }

    /// <summary>Shows answers in a form that was not sent.</summary>
    public static void Show(ModelStateDictionary form, string prefix, Type record, JsonObject answers)
    {
        foreach (var question in Questions.Of(record))
        {
            var texts = AnswerText.Of(ContentPointer.Resolve(answers, question.Path), question.Shape);
            var name = $"{prefix}.{question.Name}";
            form.SetModelValue(name, texts, string.Join('\n', texts)); // an unanswered question too: nothing else may be shown for it
            form[name]!.ValidationState = ModelValidationState.Valid;
        }
    }

    private static string[] Typed(ModelBindingContext context, string name, ContentShape shape)
    {
        if (shape is not DateShape)
        {
            return [.. context.ValueProvider.GetValue(name).Values.OfType<string>()];
        }

        string[] boxes = [.. TagHelpers.DateInput.Boxes.Select(box => context.ValueProvider.GetValue($"{name}.{box}").FirstValue ?? "")];
        return boxes.All(string.IsNullOrWhiteSpace) ? [] : boxes;
    }
}
