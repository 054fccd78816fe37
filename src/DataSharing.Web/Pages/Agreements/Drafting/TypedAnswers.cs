using System.Text.Json;
using System.Text.Json.Nodes;
using DataSharing.Domain.Content;
using DataSharing.Web.Pages.Agreements.Drafting.Answering;
using DataSharing.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace DataSharing.Web.Pages.Agreements.Drafting;

/// <summary>The answers that were typed into a form about one part of the draft.</summary>
/// <param name="record">The record that the form is bound to.</param>
/// <param name="asked">The questions that were asked; no others are changed.</param>
internal sealed class TypedAnswers(Type record, ContentPart part, IReadOnlyList<string> asked, ModelStateDictionary state)
{
    /// <summary>What was typed; where it still says what it said, the answer as it was stored, to the letter.</summary>
    public JsonObject Of<T>(T form, JsonObject start, JsonObject current)
        where T : class
    {
        var typed = JsonSerializer.SerializeToNode(form, AgreementJson.Options)!.AsObject();
        WrittenIdentifiers.InTheirForm(typed);
        var mine = ContentPart.Only(part.Questions.Except(asked), current);
        foreach (var question in Questions.Of(record).Where(q => part.Questions.Contains(q.Path) && asked.Contains(q.Path)))
        {
            var (shown, saved) = (ContentPointer.Resolve(start, question.Path), ContentPointer.Resolve(current, question.Path));
            var texts = state.TryGetValue(NameOf(question.Path), out var box) && box.RawValue is string[] raw ? raw : [];
            var isAsItWas =
                saved is not null
                && JsonNode.DeepEquals(shown, saved)
                && AnswerText.Of(saved, question.Shape).SequenceEqual(texts.Select(text => text.ReplaceLineEndings("\n")));
            ContentPointer.Set(mine, question.Path, isAsItWas ? saved : ContentPointer.Resolve(typed, question.Path));
        }

        return mine;
    }

    /// <summary>Somebody may have removed meanwhile what was chosen here.</summary>
    public void RefuseLostReferences(JsonObject mine, Func<string, ContentShape, IReadOnlyList<Choice>> choices)
    {
        foreach (var question in Questions.Of(record).Where(q => asked.Contains(q.Path)))
        {
            var (shape, answers) = (
                question.Shape is ListShape list ? list.Element : question.Shape,
                ContentPointer.Resolve(mine, question.Path)
            );
            if (shape is not TextShape { Kinds: not ItemKinds.None } || answers is null)
            {
                continue;
            }

            var known = choices(part.Path + question.Path, shape).Select(choice => choice.Value).ToHashSet();
            var given = answers is JsonArray several ? several.Select(one => one!.GetValue<string>()) : [answers.GetValue<string>()];
            if (given.Any(id => !known.Contains(id)))
            {
                state.AddModelError(
                    NameOf(question.Path),
                    $"{question.Label}: choose one of the list. What was chosen is no longer part of the agreement"
                );
            }
        }
    }

    /// <summary>The box of a question, by its path.</summary>
    public string NameOf(string question) => "Form." + Questions.Of(record).FirstOrDefault(q => q.Path == question)?.Name;
}
