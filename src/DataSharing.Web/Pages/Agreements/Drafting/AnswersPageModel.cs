using System.Text.Json;
using System.Text.Json.Nodes;
using DataSharing.Documents.Narrative;
using DataSharing.Domain.Agreements;
using DataSharing.Domain.Content;
using DataSharing.Domain.Law;
using DataSharing.Domain.Rules;
using DataSharing.Persistence;
using DataSharing.Web.Access;
using DataSharing.Web.Forms;
using DataSharing.Web.Pages.Agreements.Comments;
using DataSharing.Web.Pages.Agreements.Drafting.Answering;
using DataSharing.Web.Pages.Agreements.Evidence;
using DataSharing.Web.TagHelpers;
using DataSharing.Web.Validation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Web.Pages.Agreements.Drafting;

/// <summary>
/// A form about one part of the draft. It carries the answers with which it was opened; where somebody saved others meanwhile,
/// both are shown, and nothing is lost. Saving never waits for a check.
/// </summary>
public abstract class AnswersPageModel<T>(DataSharingDbContext db, SignedIn signedIn) : DraftPageModel(db, signedIn), IAnswersPage, IAsking
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

    public ContentPart Part { get; protected set; } = null!;

    public Type Record => typeof(T);

    public string Path => Part.Path;

    public Policy Policy => Criteria.Policy;

    public abstract string Name { get; }

    public Conflict? Conflict { get; private set; }

    /// <summary>What saving would do to the findings, where the person asked for that instead of saving.</summary>
    public ShownEffect? Effect { get; private set; }

    /// <summary>What was just done, for a note at the top.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Saved { get; set; }

    /// <summary>What was just removed, so that it can be put back at once.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Removed { get; set; }

    public virtual bool MayEditHere => MayEdit(Part.Path.Length > 0 ? Part.Path : Part.Questions.Concat(Part.Lists).First());

    private readonly Dictionary<string, ItemList> _placed = [];

    /// <summary>A list of this part, for a place within the form. The others stand at its end.</summary>
    /// <param name="list">Below the part: <c>/gateways</c>.</param>
    public ItemList Place(string list) => _placed[Path + list] = ItemList.Of(this, Path + list);

    /// <summary>The lists that have no place within the form.</summary>
    public virtual IReadOnlyList<ItemList> Lists =>
        [.. Part.Lists.Where(list => !_placed.ContainsKey(list)).Select(list => ItemList.Of(this, list))];

    /// <summary>All lists, for whoever does not see the form.</summary>
    public IReadOnlyList<ItemList> AllLists => [.. Part.Lists.Select(list => _placed.GetValueOrDefault(list) ?? ItemList.Of(this, list))];

    /// <summary>The findings about this part that stand beside no question.</summary>
    public IReadOnlyList<Finding> OtherFindings => [.. Findings.Where(finding => IsAboutThis(finding.Path))];

    public IReadOnlyList<Finding> TakeFindings(string path)
    {
        var taken = Findings
            .Where(finding => finding.Path == path || finding.Path.StartsWith(path + "/", StringComparison.Ordinal))
            .ToList();
        Findings.RemoveAll(taken.Contains);
        return taken;
    }

    public virtual bool MayAnswer(string path) => MayEdit(path);

    public string? Answered(string path) => Answers.At(path)?.InWords;

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

    /// <summary>What was said about this part.</summary>
    public ShownComments? Comments { get; private set; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        await base.OnPageHandlerExecutionAsync(
            context,
            async () =>
            {
                var done = await next();
                if (Conflict is not null)
                {
                    Conflict = Conflict with { SavedBy = await WhoSavedAsync(HttpContext.RequestAborted) };
                }
                else if (done.Result is PageResult or null && Part is not null)
                {
                    Comments = await ShownComments.AboutAsync(this, Db, Part.Section, CommentsAre, HttpContext.RequestAborted);
                    if (EvidenceIsAbout is { } place)
                    {
                        Evidence = (
                            await EvidenceList.ReadAsync(Db, Agreement, Version, Actor, Today, Criteria.Policy, HttpContext.RequestAborted)
                        ).At(place);
                    }
                }

                return done;
            }
        );
    }

    /// <summary>"Leon Fisher (Homefield Support) saved it on 3 September at 10:52."</summary>
    private async Task<string?> WhoSavedAsync(CancellationToken cancellationToken)
    {
        string[] kinds =
        [
            EventContracts.NameOf<AnswersChanged>(),
            EventContracts.NameOf<ItemAddedToDraft>(),
            EventContracts.NameOf<ItemRestoredToDraft>(),
            EventContracts.NameOf<ContentReplaced>(),
        ];
        var last = (
            await Db
                .AuditEvents.AsNoTracking()
                .Where(e => e.SubjectId == Agreement.Id.Value && kinds.Contains(e.Name))
                .OrderByDescending(e => e.Id)
                .Take(50)
                .ToListAsync(cancellationToken)
        ).FirstOrDefault(e =>
            e.Happened switch
            {
                AnswersChanged change => change.Path == Path && (Path.Length > 0 || change.Section == Part.Section),
                ItemAddedToDraft added => added.Path == Path,
                ItemRestoredToDraft restored => restored.Path == Path,
                _ => true, // the whole content
            }
        );
        if (last is null)
        {
            return null;
        }

        var names = await Names.ReadAsync(Db, [last.PersonId], [last.OrganisationId], cancellationToken);
        return $"{names.Of(last.PersonId)} ({names.Of(last.OrganisationId)}) saved it on {last.At.InUk():d MMMM} "
            + $"at {last.At.InUk():HH:mm}.";
    }

    /// <summary>What supports this part, where evidence is asked for.</summary>
    public EvidenceAtPlace? Evidence { get; private set; }

    /// <summary>The place or section that evidence here supports; null where none is asked for.</summary>
    protected virtual string? EvidenceIsAbout => null;

    /// <summary>The place that comments here are about; null for the whole section.</summary>
    protected virtual string? CommentsAre => null;

    protected abstract bool IsAboutThis(string path);

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
        if (
            Then == "search"
            || (
                string.IsNullOrEmpty(Then)
                && Request.Form.Any(box =>
                    box.Key.StartsWith(SearchedTagHelper.Prefix, StringComparison.Ordinal) && !string.IsNullOrWhiteSpace(box.Value)
                )
            )
        )
        {
            ForgetErrors();
            return null;
        }

        var start = AsShown?.Fields ?? [];
        var mine = Mine(start);
        RefuseLostReferences(mine);
        if (!ModelState.IsValid)
        {
            ViewData[ErrorsTagHelper.Sequence] = Asked.Select(NameOf).ToList();
            shown = this.Invalid();
            return null;
        }

        var theirs = Current;
        foreach (var (question, _) in Take.Where(choice => choice.Value == "theirs"))
        {
            ContentPointer.Set(mine, question, ContentPointer.Resolve(theirs, question));
        }

        if (AgreementAnswers.AreEqual(theirs, start) || AgreementAnswers.AreEqual(theirs, mine))
        {
            return mine;
        }

        Conflict = Then == "again" ? null : Drafting.Conflict.Between(DraftContent, LawBook, Part, start, theirs, mine);
        ShowAsItIs();
        shown = Conflicting();
        return null;
    }

    /// <summary>
    /// Where only that was asked for: says what saving would do to the findings. A copy is judged; nothing is saved, and what was typed
    /// stays.
    /// </summary>
    /// <returns>Whether that was asked for.</returns>
    protected bool TellEffect(JsonObject answers)
    {
        if (Then != "check")
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

    /// <summary>What the button said beside saving: to move an item of a list here, or to put a removed one back.</summary>
    protected void Follow()
    {
        switch (Then?.Split(':'))
        {
            case ["move", var path, var direction] when MayEdit(path):
                Agreement.MoveItem(path, direction == "up" ? -1 : 1, Actor, Now);
                break;

            case ["restore", var path] when Agreement.ConsiderRestoring(path, Actor) is Verdict.Permitted:
                Agreement.RestoreItem(path, Actor, Now);
                break;
        }
    }

    /// <summary>Where the button leads after saving; null for the usual place.</summary>
    protected string? ThenAddress() =>
        Then?.Split(':') switch
        {
            ["move" or "restore", var path, ..] => $"{Request.Path}?saved={path}#{Anchor.Of(path)}",
            [['/', ..]] when Url.IsLocalUrl(Then) => Then,
            _ => null,
        };

    /// <summary>What was typed; where it still says what it said, the answer as it was stored, to the letter.</summary>
    private JsonObject Mine(JsonObject start)
    {
        var typed = JsonSerializer.SerializeToNode(Form, AgreementJson.Options)!.AsObject();
        var mine = ContentPart.Only(Part.Questions.Except(Asked), Current);
        foreach (var question in Questions.Of(typeof(T)).Where(q => Part.Questions.Contains(q.Path) && Asked.Contains(q.Path)))
        {
            var stored = ContentPointer.Resolve(start, question.Path);
            var texts = ModelState.TryGetValue(NameOf(question.Path), out var state) && state.RawValue is string[] raw ? raw : [];
            var isAsItWas =
                stored is not null
                && AnswerText.Of(stored, question.Shape).SequenceEqual(texts.Select(text => text.ReplaceLineEndings("\n")));
            ContentPointer.Set(mine, question.Path, isAsItWas ? stored : ContentPointer.Resolve(typed, question.Path));
        }

        return mine;
    }

    /// <summary>Somebody may have removed meanwhile what was chosen here.</summary>
    private void RefuseLostReferences(JsonObject mine)
    {
        foreach (var question in Questions.Of(typeof(T)).Where(q => Asked.Contains(q.Path)))
        {
            var (shape, answers) = (
                question.Shape is ListShape list ? list.Element : question.Shape,
                ContentPointer.Resolve(mine, question.Path)
            );
            if (shape is not TextShape { Kinds: not ItemKinds.None } || answers is null)
            {
                continue;
            }

            var known = ChoicesFor(Path + question.Path, shape).Select(choice => choice.Value).ToHashSet();
            var given = answers is JsonArray several ? several.Select(one => one!.GetValue<string>()) : [answers.GetValue<string>()];
            if (given.Any(id => !known.Contains(id)))
            {
                ModelState.AddModelError(
                    NameOf(question.Path),
                    $"{question.Label}: choose one of the list. What was chosen is no longer part of the agreement"
                );
            }
        }
    }

    private string? Chosen(string name) =>
        ModelState.TryGetValue(name, out var state) ? (state.RawValue as string[])?.FirstOrDefault() : null;

    private void ForgetErrors()
    {
        foreach (var (_, entry) in ModelState)
        {
            entry!.Errors.Clear();
            entry.ValidationState = ModelValidationState.Valid;
        }
    }

    private static string NameOf(string question) => "Form." + Questions.Of(typeof(T)).FirstOrDefault(q => q.Path == question)?.Name;
}

/// <summary>What the frame around a form needs of its page.</summary>
public interface IAnswersPage
{
    ShownComments? Comments { get; }

    EvidenceAtPlace? Evidence { get; }

    /// <summary>What the form is about.</summary>
    string Name { get; }

    string Path { get; }

    Conflict? Conflict { get; }

    ShownEffect? Effect { get; }

    string? Saved { get; }

    string? Removed { get; }

    IReadOnlyList<Finding> OtherFindings { get; }
}
