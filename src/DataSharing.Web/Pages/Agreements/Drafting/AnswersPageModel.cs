using System.Text.Json.Nodes;
using DataSharing.Documents.Narrative;
using DataSharing.Domain.Content;
using DataSharing.Domain.Rules;
using DataSharing.Persistence;
using DataSharing.Web.Access;
using DataSharing.Web.Forms;
using DataSharing.Web.Pages.Agreements.Drafting.Answering;
using DataSharing.Web.TagHelpers;
using DataSharing.Web.Validation;
using Microsoft.AspNetCore.Mvc;

namespace DataSharing.Web.Pages.Agreements.Drafting;

/// <summary>A form about one part of the draft. What somebody else saved meanwhile is shown beside it, and nothing is lost.</summary>
public abstract class AnswersPageModel<T>(DataSharingDbContext db, SignedIn signedIn) : PartPageModel(db, signedIn), IAsking
    where T : class
{
    /// <summary>What was typed, once it is understood.</summary>
    [BindProperty(BinderType = typeof(AnswersBinder))]
    public T Form { get; set; } = null!;

    /// <summary>The questions that were asked; no others are changed.</summary>
    [BindProperty]
    public string[] Asked { get; set; } = [];

    /// <summary>
    /// Where to go after saving, or what else to do: a local address, "save", "check", "search", "again" or "move:path:by". It is empty for
    /// the Enter key, which searches where something is in a box for searching.
    /// </summary>
    [BindProperty]
    public string? Then { get; set; }

    /// <summary>For each answer that two people gave differently: "theirs" or "mine".</summary>
    [BindProperty]
    public Dictionary<string, string> Take { get; set; } = [];

    public Type Record => typeof(T);

    /// <summary>Whose record it is can only be said for a party whose records the person writes.</summary>
    public IReadOnlyList<Choice> ChoicesFor(string path, ContentShape shape)
    {
        var choices = new ContentChoices(DraftContent, LawBook).For(shape, Chosen("Form.DatasetId"));
        return
            shape is TextShape { Kinds: ItemKinds.Party }
            && ContentGuide.For(path).Editors is Editors.OwnParty
            && path.EndsWith("/party", StringComparison.Ordinal)
            ? [.. choices.Where(party => MayEdit($"/parties/{party.Value}/name"))]
            : choices;
    }

    public string? SoughtIn(string name) =>
        Request.HasFormContentType ? Request.Form[SearchedTagHelper.Prefix + name].FirstOrDefault() : null;

    // An item that was not there has no answers.
    protected override Opened AsItIs => new(Path, Current);

    /// <summary>The answers as they are now, in the tree of the part.</summary>
    protected virtual JsonObject Current => Part.Read(Version.Document.ToNode());

    protected void Show(JsonObject answers)
    {
        Form = AgreementAnswers.As<T>(answers);
        AnswersBinder.Show(ModelState, nameof(Form), typeof(T), answers);
    }

    /// <summary>Understands what was sent.</summary>
    /// <returns>The answers to be saved; null if the page is to be shown instead, with everything that was typed.</returns>
    protected JsonObject? Understand(out IActionResult shown)
    {
        shown = Page();
        if (Pressed.Searches(Request.Form))
        {
            ModelState.ForgetErrors();
            return null;
        }

        var start = AgreementAnswers.Readable<T>(AsShown?.Fields);
        var typed = new TypedAnswers(typeof(T), Part, Asked, ModelState);
        var mine = typed.Of(Form, start, Current);
        typed.RefuseLostReferences(mine, ChoicesFor);
        if (!ModelState.IsValid)
        {
            ViewData[ErrorsTagHelper.Sequence] = Asked.Select(typed.NameOf).ToList();
            shown = this.Invalid();
            return null;
        }

        var theirs = Current;
        foreach (var (question, _) in Take.Where(choice => choice.Value == "theirs"))
        {
            ContentPointer.Set(mine, question, ContentPointer.Resolve(theirs, question));
        }

        ShowAsItIs();
        if (!AgreementAnswers.AreEqual(theirs, start) && !AgreementAnswers.AreEqual(theirs, mine))
        {
            Conflict = Drafting.Conflict.Between(DraftContent, LawBook, Part, start, theirs, mine);
            shown = Conflicting();
            return null;
        }

        if (Pressed.ChangesFurther)
        {
            Show(mine);
            return null;
        }

        return mine;
    }

    /// <summary>
    /// Where only that was asked for: says what saving would do to the findings. A copy is judged; nothing is saved, and what was typed
    /// stays.
    /// </summary>
    /// <returns>Whether that was asked for.</returns>
    protected bool TellEffect(JsonObject answers)
    {
        if (!Pressed.Checks)
        {
            return false;
        }

        var content = Version.Document.ToNode();
        Write(content, answers);
        var changed = AgreementDocument.Of(AgreementJson.Read(content));
        var after = CheckAt(Check.Moment, changed);
        Effect = ShownEffect.Of(
            this,
            FindingChanges.Between(Check.Findings, after.Findings),
            new Answers(changed.Content, LawBook),
            PathOnceSaved
        );
        JudgeBy(after);
        return true;
    }

    /// <summary>Where the part is once it is saved.</summary>
    protected virtual string PathOnceSaved => Part.Path;

    /// <summary>Puts the answers into a copy of the content, where saving would put them.</summary>
    protected virtual void Write(JsonObject content, JsonObject answers) => Part.Write(content, answers, Asked);

    private protected PressedButton Pressed => new(Then);

    private string? Chosen(string name) =>
        ModelState.TryGetValue(name, out var state) ? (state.RawValue as string[])?.FirstOrDefault() : null;
}
