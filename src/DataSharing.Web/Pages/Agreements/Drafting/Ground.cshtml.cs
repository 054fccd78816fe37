using System.Text.Json.Nodes;
using DataSharing.Domain.Agreements;
using DataSharing.Domain.Content;
using DataSharing.Domain.Rules.Grounds;
using DataSharing.Persistence;
using DataSharing.Web.Access;
using DataSharing.Web.Forms;
using DataSharing.Web.Validation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DataSharing.Web.Pages.Agreements.Drafting;

/// <summary>
/// Helps to choose what a legal line rests on: asks the plain questions on which it depends, and offers what could apply, the best first,
/// with why. Nothing is chosen until a person presses a button; then it is saved as the line's own form would save it.
/// </summary>
public sealed class GroundModel(DataSharingDbContext db, SignedIn signedIn) : DraftPageModel(db, signedIn)
{
    /// <summary>So many possibilities can stand open.</summary>
    public const int Few = 4;

    [FromRoute]
    public string Line { get; set; } = "";

    /// <summary>What is answered by choosing <see cref="Code"/>.</summary>
    [BindProperty]
    public GroundQuestion? Question { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    /// <summary>Whether the party acts in its public task: "true", "false", or empty for not knowing yet.</summary>
    [BindProperty]
    public string? InTask { get; set; }

    public GroundAdvice Advice { get; private set; } = null!;

    public string Path => $"/legalLines/{Line}";

    public string Name => new ItemWords(Answers).TitleOf(Path);

    /// <summary>The question was answered otherwise while this page was open.</summary>
    public bool IsConflict { get; private set; }

    public IReadOnlyList<GroundFact> Facts => GroundFact.Of(this);

    // All answers that the page changes, each by itself: who was answering another question is in nobody's way.
    protected override Opened AsItIs =>
        new(
            Path,
            new(
                Enum.GetValues<GroundQuestion>()
                    .Select(question => KeyValuePair.Create(question.ToString(), (JsonNode?)Said(question)))
                    .Append(KeyValuePair.Create(nameof(InTask), (JsonNode?)SaidOfTask))
            )
        );

    /// <summary>The line's answer, as the page carries it.</summary>
    private string Said(GroundQuestion question) =>
        string.Join(' ', GroundVocabulary.Of(question).Chosen(Advice.Situation.Line).OfType<string>());

    public string SaidOfTask =>
        Advice.Situation.Line.InPerformanceOfTask switch
        {
            true => "true",
            false => "false",
            null => "",
        };

    /// <summary>The person answers for lines of the agreement, and this is not one of them.</summary>
    public bool IsAnothers { get; private set; }

    public IActionResult OnGet()
    {
        if (!Find())
        {
            return NotFound();
        }

        if (MayEdit(Path))
        {
            return Page();
        }

        IsAnothers = DraftContent.Parties.Any(party => MayEdit($"/parties/{party.Id}/name"));
        return IsAnothers ? new PageResult { StatusCode = StatusCodes.Status403Forbidden } : StatusCode(StatusCodes.Status403Forbidden);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!Find())
        {
            return NotFound();
        }

        if (!ModelState.IsValid || (Question is null && !Request.Form.ContainsKey(nameof(InTask))))
        {
            return Refused();
        }

        return Question is { } question
            ? await ChooseAsync(GroundVocabulary.Of(question), cancellationToken)
            : await AnswerTaskAsync(cancellationToken);
    }

    protected override Verdict ConsiderPost(Agreement agreement, Actor actor) => agreement.ConsiderEdit(Path, actor);

    private bool Find()
    {
        var advice = ContentPart.OfItem(Path) is null ? null : AdviceOn(Line);
        Advice = advice!;
        return advice is not null;
    }

    private async Task<IActionResult> ChooseAsync(GroundVocabulary vocabulary, CancellationToken cancellationToken)
    {
        if (Code is null || Advice.Offer(vocabulary.Question, Code) is not { } offered)
        {
            return Refused();
        }

        if (!vocabulary.Chosen(Advice.Situation.Line).Contains(Code))
        {
            // What is added takes nothing away from anybody.
            if (!vocabulary.HasSeveral && IsAnsweredOtherwise(vocabulary.Question.ToString()))
            {
                return ShowConflict();
            }

            if (offered.Fit is GroundFit.RuledOut)
            {
                return Refused(
                    $"{offered.Entry.Name} is ruled out: {offered.Reason()} If that is wrong, "
                        + "the legal line’s own form takes it all the same"
                );
            }

            if (!TryChange(() => Keep(vocabulary, Code!)))
            {
                return this.Invalid();
            }

            await SaveAsync(cancellationToken);
        }

        return LocalRedirect($"{DraftAddress.OfItem(Reference, Path)}?chosen={Code}");
    }

    private async Task<IActionResult> AnswerTaskAsync(CancellationToken cancellationToken)
    {
        if (InTask is not (null or "true" or "false"))
        {
            return Refused();
        }

        if (SaidOfTask != (InTask ?? ""))
        {
            if (IsAnsweredOtherwise(nameof(InTask)))
            {
                return ShowConflict();
            }

            if (!TryChange(() => Answer("/inPerformanceOfTask", InTask is null ? null : JsonValue.Create(InTask == "true"))))
            {
                return this.Invalid();
            }

            await SaveAsync(cancellationToken);
        }

        return LocalRedirect(DraftAddress.ToGrounds(Reference, Path) + "#facts");
    }

    /// <summary>One answer takes the place of another, is added to a set, or becomes an item of its own.</summary>
    private void Keep(GroundVocabulary vocabulary, string code)
    {
        if (ContentShape.At(Path + vocabulary.Path) is ListShape { Element: RecordShape })
        {
            var list = Path + vocabulary.Path;
            Agreement.AddItem(
                list,
                new JsonObject { ["id"] = ContentItems.NextId(list, Version.UsedIds(list)), ["code"] = code },
                Actor,
                Now
            );
        }
        else
        {
            Answer(
                vocabulary.Path,
                vocabulary.HasSeveral
                    ? new JsonArray([
                        .. vocabulary.Chosen(Advice.Situation.Line).OfType<string>().Append(code).Select(one => JsonValue.Create(one)),
                    ])
                    : JsonValue.Create(code)
            );
        }
    }

    private void Answer(string question, JsonNode? answer)
    {
        var part = ContentPart.OfItem(Path)!;
        var answers = part.Read(Version.Document.ToNode());
        ContentPointer.Set(answers, question, answer);
        Agreement.ChangeAnswers(part, answers, [question], Actor, Now);
    }

    /// <summary>Nothing that the page offers.</summary>
    private PageResult Refused(string why = "Choose one of the answers that are offered")
    {
        ModelState.Clear();
        ModelState.AddModelError("", why);
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
