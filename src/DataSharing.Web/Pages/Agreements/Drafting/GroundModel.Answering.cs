using System.Text.Json.Nodes;
using DataSharing.Domain.Rules.Grounds;
using DataSharing.Web.Validation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DataSharing.Web.Pages.Agreements.Drafting;

/// <summary>A ground is chosen, or the question of the public task answered, unless somebody answered otherwise meanwhile.</summary>
public sealed partial class GroundModel
{
    private LineAnswers Answered => new(Agreement, Version, Advice.Situation.Line);

    private async Task<IActionResult> ChooseAsync(GroundVocabulary vocabulary, CancellationToken cancellationToken)
    {
        if (Code is null || Advice.Offer(vocabulary.Question, Code) is not { } offered)
        {
            return Refused();
        }

        var isChosen = vocabulary.Chosen(Advice.Situation.Line).Contains(Code);

        // What is added takes nothing away from anybody.
        if (!isChosen && !vocabulary.HasSeveral && IsAnsweredOtherwise(vocabulary.Question.ToString()))
        {
            return ShowConflict();
        }

        if (!isChosen && offered.Fit is GroundFit.RuledOut)
        {
            return Refused(
                $"{offered.Entry.Name} is ruled out: {offered.Reason()} If that is wrong, "
                    + "the legal line’s own form takes it all the same"
            );
        }

        var change = () => Answered.Choose(vocabulary, Code, Actor, Now);
        return await SaveAndGoAsync(isChosen ? null : change, $"{DraftAddress.OfItem(Reference, Path)}?chosen={Code}", cancellationToken);
    }

    private async Task<IActionResult> AnswerTaskAsync(CancellationToken cancellationToken)
    {
        if (InTask is not (null or "true" or "false"))
        {
            return Refused();
        }

        var isSaid = SaidOfTask == (InTask ?? "");
        if (!isSaid && IsAnsweredOtherwise(nameof(InTask)))
        {
            return ShowConflict();
        }

        var change = () => Answered.SayTask(InTask is null ? null : InTask == "true", Actor, Now);
        return await SaveAndGoAsync(isSaid ? null : change, DraftAddress.ToGrounds(Reference, Path) + "#facts", cancellationToken);
    }

    /// <param name="change">Null where the line says so already.</param>
    private async Task<IActionResult> SaveAndGoAsync(Action? change, string address, CancellationToken cancellationToken)
    {
        if (change is not null)
        {
            if (!TryChange(change))
            {
                ShowAsItIs();
                return this.Invalid();
            }

            await SaveAsync(cancellationToken);
        }

        return LocalRedirect(address);
    }

    /// <summary>Nothing that the page offers.</summary>
    private PageResult Refused(string why = "Choose one of the answers that are offered")
    {
        ModelState.Clear();
        ModelState.AddModelError("", why);
        ShowAsItIs(); // the page says what the line says now
        return this.Invalid();
    }

    private bool IsAnsweredOtherwise(string question) => !JsonNode.DeepEquals(AsShown?.Fields?[question], AsItIs.Fields![question]);

    private PageResult ShowConflict()
    {
        IsConflict = true;
        ShowAsItIs();
        return Conflicting();
    }
}
