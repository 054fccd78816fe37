using DataSharing.Domain.Agreements;
using DataSharing.Domain.Content;
using DataSharing.Domain.Rules.Grounds;
using DataSharing.Persistence;
using DataSharing.Web.Access;
using DataSharing.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DataSharing.Web.Pages.Agreements.Drafting;

/// <summary>
/// Helps to choose what a legal line rests on: asks the plain questions on which it depends, and offers what could apply, the best first,
/// with why. Nothing is chosen until a person presses a button; then it is saved as the line's own form would save it.
/// </summary>
public sealed partial class GroundModel(DataSharingDbContext db, SignedIn signedIn) : DraftPageModel(db, signedIn)
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

    protected override Opened AsItIs => new(Path, Answered.Fields);

    public string SaidOfTask => Answered.OfTask;

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
}
