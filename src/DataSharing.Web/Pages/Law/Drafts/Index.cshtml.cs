using DataSharing.Domain;
using DataSharing.Domain.Law;
using DataSharing.Domain.Law.Editions;
using DataSharing.Domain.Rules;
using DataSharing.Persistence;
using DataSharing.Persistence.Law;
using DataSharing.Web.Access;
using DataSharing.Web.Pages.Agreements;
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
    public Input Form { get; set; } = new();

    public string Editors { get; private set; } = "";

    /// <summary>Of a law book.</summary>
    public LawBookDifference? Difference { get; private set; }

    public IReadOnlyList<ShownDeed> Deeds { get; private set; } = [];

    public RestingAgreements? Touched { get; private set; }

    /// <summary>Of a policy: only what differs.</summary>
    public IReadOnlyList<ShownSetting> Settings { get; private set; } = [];

    protected override EditionKind? KindOfAddress => EditionWords.Find(Kind);

    protected override bool NeedsNoEdition(PageHandlerExecutingContext context) => context.HandlerMethod?.Name == "Start";

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Form.ChangeNote = Edition.ChangeNote;
        await ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostStartAsync(CancellationToken cancellationToken)
    {
        var today = (await db.NowAsync(cancellationToken)).UkDay();
        await _editions.StartAsync(
            KindOfAddress!.Value,
            number => KindOfAddress is EditionKind.LawBook ? Criteria.LawBook.Next(today).Write() : (Criteria.Policy with { Number = number }).Write(),
            Actor,
            cancellationToken);
        return RedirectToPage(new { kind = Kind });
    }

    public Task<IActionResult> OnPostPutForwardAsync(CancellationToken cancellationToken) => ActAsync(
        EditionAction.PutForward,
        string.IsNullOrWhiteSpace(Form.ChangeNote) ? ("Form.ChangeNote", "Say what is new and why")
            : Form.ChangeNote.Length > Edition.ChangeNoteMaxLength ? ("Form.ChangeNote", $"The note must be {Edition.ChangeNoteMaxLength} characters or fewer")
            : IsUnchanged ? ("", "Nothing is new in it yet")
            : null,
        () => Edition.PutForward(Form.ChangeNote!.Trim(), SeenHash, Actor, Now),
        cancellationToken);

    public Task<IActionResult> OnPostReturnAsync(CancellationToken cancellationToken) => ActAsync(
        EditionAction.Return, Reason("Form.ReturnReason", Form.ReturnReason, "Say what must be put right"), () => Edition.Return(Form.ReturnReason!.Trim(), Actor, Now), cancellationToken);

    public Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancellationToken) => ActAsync(
        EditionAction.Withdraw, Reason("Form.WithdrawReason", Form.WithdrawReason, "Say why it is withdrawn"), () => Edition.Withdraw(Form.WithdrawReason!.Trim(), Actor, Now), cancellationToken);

    private bool IsUnchanged => Edition.Kind is EditionKind.LawBook
        ? LawBookDifference.Between(Criteria.LawBook, Book).IsEmpty && Criteria.LawBook.AsOf == Book.AsOf
        : Policy == Criteria.Policy with { Number = Edition.Number };

    private async Task<IActionResult> ActAsync(EditionAction action, (string Key, string Message)? objection, Action act, CancellationToken cancellationToken)
    {
        if (Edition.Consider(action, Actor) is not Verdict.Permitted and var verdict)
        {
            return StatusCode(verdict is Verdict.Forbidden ? StatusCodes.Status403Forbidden : StatusCodes.Status409Conflict);
        }

        if (action is EditionAction.PutForward && SeenHash != Edition.Hash)
        {
            // Forward goes what was read, and nothing else.
            ModelState.AddModelError("", $"{await WhoSavedAsync(EditionPart.WholeBook, cancellationToken)} It is shown as it is now: put it forward again if it is right");
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
        var deeds = await _editions.DeedsAsync(Edition.Id, cancellationToken);
        Deeds = ShownDeed.Of(deeds);
        Editors = string.Join(", ", deeds.Where(deed => deed.Person is { } person && Edition.IsEditor(person)).Select(deed => deed.Name).Distinct().Order(StringComparer.Ordinal));
        if (Edition.Kind is EditionKind.LawBook)
        {
            Difference = LawBookDifference.Between(Criteria.LawBook, Book);
            Touched = await RestingAgreements.OnAsync(db, Difference.Codes, Actor, cancellationToken);
        }
        else
        {
            Settings = ShownSetting.Differing(Criteria.Policy, Policy);
        }
    }

    private static (string, string)? Reason(string key, string? text, string message) =>
        string.IsNullOrWhiteSpace(text) ? (key, message)
            : text.Length > Edition.ReasonMaxLength ? (key, $"The reason must be {Edition.ReasonMaxLength} characters or fewer")
            : null;

    public sealed class Input
    {
        public string? ChangeNote { get; set; }
        public string? ReturnReason { get; set; }
        public string? WithdrawReason { get; set; }
    }
}
