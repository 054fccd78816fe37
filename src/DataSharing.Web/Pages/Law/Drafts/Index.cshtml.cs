using DataSharing.Domain.Editions;
using DataSharing.Domain.Law;
using DataSharing.Domain.Rules;
using DataSharing.Persistence;
using DataSharing.Persistence.Law;
using DataSharing.Web.Access;
using DataSharing.Web.Validation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace DataSharing.Web.Pages.Law.Drafts;

/// <summary>The edition that is being prepared: what is new in it, whom it touches, and its way to release by a second person.</summary>
public sealed class IndexModel(DataSharingDbContext db, EditionStore editions, SignedIn signedIn) : EditionPageModel(editions, signedIn)
{
    private readonly EditionStore _editions = editions;

    [FromRoute]
    public string Kind { get; set; } = "";

    [BindProperty]
    public StepForm Form { get; set; } = new();

    /// <summary>How it differs from what counts.</summary>
    public EditionNews News { get; private set; } = null!;

    public IReadOnlyList<ShownDeed> Deeds { get; private set; } = [];

    /// <summary>What this person saved a moment ago, as the last thing that was done; null if it was something else.</summary>
    public ShownDeed? JustSaved { get; private set; }

    /// <summary>What was typed into a form of this page that came too late.</summary>
    public string? TypedTooLate => IsTooLate ? Form.Typed : null;

    protected override EditionKind? KindOfAddress => EditionWords.Find(Kind);

    protected override bool NeedsNoEdition(PageHandlerExecutingContext context) => context.HandlerMethod?.Name == "Start";

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Form.ChangeNote = Edition.ChangeNote;
        await ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostStartAsync([FromQuery] bool fromPortal, CancellationToken cancellationToken)
    {
        var today = (await db.NowAsync(cancellationToken)).UkDay();
        await _editions.StartAsync(
            KindOfAddress!.Value,
            number =>
                KindOfAddress is EditionKind.LawBook
                    ? (fromPortal ? OfferedBook.Following(Criteria.LawBook) : Criteria.LawBook.Next(today)).Write()
                    : (Criteria.Policy with { Number = number }).Write(),
            Actor,
            cancellationToken
        );
        return RedirectToPage(new { kind = Kind });
    }

    public Task<IActionResult> OnPostPutForwardAsync(CancellationToken cancellationToken) =>
        ActAsync(
            EditionAction.PutForward,
            Edition.NoteObjection(Form.ChangeNote) is { } objection ? ("Form.ChangeNote", objection)
                : EditionNews.IsNothing(Edition, Criteria) ? ("", "Nothing is new in it yet")
                : null,
            () => Edition.PutForward(Form.ChangeNote!.Trim(), SeenHash, Actor, Now),
            cancellationToken
        );

    public Task<IActionResult> OnPostReturnAsync(CancellationToken cancellationToken) =>
        ActAsync(
            EditionAction.Return,
            Reason("Form.ReturnReason", Form.ReturnReason, "Say what must be put right"),
            () => Edition.Return(Form.ReturnReason!.Trim(), Actor, Now),
            cancellationToken
        );

    public Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancellationToken) =>
        ActAsync(
            EditionAction.Withdraw,
            Reason("Form.WithdrawReason", Form.WithdrawReason, "Say why it is withdrawn"),
            () => Edition.Withdraw(Form.WithdrawReason!.Trim(), Actor, Now),
            cancellationToken
        );

    /// <summary>Something is wrong with what was typed, so that its form is shown open.</summary>
    public bool HasError(string key) => ModelState.TryGetValue(key, out var entry) && entry.Errors.Count > 0;

    protected override async Task<bool> ShowTooLateAsync(CancellationToken cancellationToken)
    {
        await ShowAsync(cancellationToken);
        return true;
    }

    private async Task<IActionResult> ActAsync(
        EditionAction action,
        (string Key, string Message)? objection,
        Action act,
        CancellationToken cancellationToken
    )
    {
        if (Edition.Consider(action, Actor) is not Verdict.Permitted and var verdict)
        {
            if (verdict is Verdict.Forbidden)
            {
                return StatusCode(StatusCodes.Status403Forbidden);
            }

            // Somebody else put it forward, or gave it back.
            ModelState.AddModelError("", $"{Name} is now {Edition.Status.InWords().ToLowerInvariant()}, so this cannot be done");
            await ShowAsync(cancellationToken);
            return Conflicting();
        }

        if (action is EditionAction.PutForward && SeenHash != Edition.Hash)
        {
            // Forward goes what was read, and nothing else.
            ModelState.AddModelError(
                "",
                $"{await WhoSavedAsync(EditionPart.WholeBook, cancellationToken)} It is shown as it is now: "
                    + "put it forward again if it is right"
            );
            await ShowAsync(cancellationToken);
            return Conflicting();
        }

        if (objection is var (key, message))
        {
            ModelState.AddModelError(key, message);
            await ShowAsync(cancellationToken);
            return this.Invalid();
        }

        act();
        await SaveAsync(cancellationToken);
        return Edition.IsOpen ? ToDraft() : RedirectToPage(Edition.Kind is EditionKind.LawBook ? "/Law/Books" : "/Law/Policy");
    }

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        ShowAsItIs();
        var deeds = await DeedsAsync(cancellationToken);
        Deeds = ShownDeed.Of(deeds);
        JustSaved = ShownDeed.JustSavedBy(Actor.Person, deeds, Now);
        News = await EditionNews.ReadAsync(db, Edition, Criteria, Actor, cancellationToken);
    }

    private static (string, string)? Reason(string key, string? text, string asked) =>
        Edition.ReasonObjection(text, asked) is { } objection ? (key, objection) : null;
}
