using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Comments;
using DataSharing.Domain.Content;
using DataSharing.Persistence;
using DataSharing.Persistence.Agreements;
using DataSharing.Web.Access;
using DataSharing.Web.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Said = DataSharing.Domain.Agreements.Comments.Comment;

namespace DataSharing.Web.Pages.Agreements.Comments;

/// <summary>All that was said about an agreement beside its content. Comments from other pages come here too, and go back there.</summary>
[Counts(Deed.Comment)]
public sealed class IndexModel(
    DataSharingDbContext db,
    SignedIn signedIn,
    IValidator<CommentForm> commentValidator,
    IValidator<ReplyForm> replyValidator
) : AgreementPageModel(db, signedIn, AgreementAction.View)
{
    /// <summary>Which are shown: open ones, unless it says "resolved" or "all".</summary>
    [FromQuery]
    public string? State { get; set; }

    /// <summary>The section whose comments are shown; all if it is none.</summary>
    [FromQuery]
    public string? About { get; set; }

    [BindProperty]
    public CommentForm Comment { get; set; } = new() { Audience = Audience.AllParties };

    [BindProperty]
    public ReplyForm Reply { get; set; } = new();

    /// <summary>The place that a new comment is about, where a page of the draft leads here; null for any in the section.</summary>
    [FromQuery]
    public string? Place { get; set; }

    /// <summary>The page of the portal that the form was on.</summary>
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public ShownComments Shown { get; private set; } = null!;

    public Section? Section => Enum.TryParse<Section>(About, out var section) ? section : null;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Comment = CommentForm.About(Section, Place, Version);
        await ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!Comment.IsAboutWhatIsThere(Version))
        {
            Comment.Path = null;
            ModelState.Remove("Comment.Path");
            ModelState.AddModelError("Comment.Section", "What it was about is no longer in the agreement. Choose a section");
        }

        ModelState.Forget(nameof(Reply)); // that form was not sent
        if (!this.IsValid(Comment, commentValidator, nameof(Comment)))
        {
            return await InvalidAsync(cancellationToken);
        }

        var said = Comment.ToComment(Agreement, Version, Actor, Now);
        Db.Comments.Add(said);
        await SaveAsync(cancellationToken);
        return BackTo(said.Id);
    }

    public async Task<IActionResult> OnPostReplyAsync(CancellationToken cancellationToken)
    {
        ModelState.Forget(nameof(Comment));
        Comment = new CommentForm { Audience = Audience.AllParties };
        if (await FindAsync(Reply.Comment, cancellationToken) is not { } said)
        {
            return NotFound();
        }

        if (!this.IsValid(Reply, replyValidator, nameof(Reply)))
        {
            return await InvalidAsync(cancellationToken);
        }

        said.Reply(Agreement, Reply.Text!.Trim(), Actor, Now);
        await SaveAsync(cancellationToken);
        return BackTo(said.Id);
    }

    public Task<IActionResult> OnPostResolveAsync(CancellationToken cancellationToken) =>
        ActAsync(said => said.Resolve(Agreement, Actor, Now), cancellationToken);

    public Task<IActionResult> OnPostReopenAsync(CancellationToken cancellationToken) =>
        ActAsync(said => said.Reopen(Agreement, Actor, Now), cancellationToken);

    protected override Verdict Consider(Agreement agreement, AgreementVersion version, Actor actor) =>
        HttpMethods.IsPost(Request.Method)
            ? agreement.Consider(AgreementAction.Comment, actor, version)
            : base.Consider(agreement, version, actor);

    private async Task<IActionResult> ActAsync(Action<Said> act, CancellationToken cancellationToken)
    {
        if (await FindAsync(Reply.Comment, cancellationToken) is not { } said)
        {
            return NotFound();
        }

        act(said);
        await SaveAsync(cancellationToken);
        return BackTo(said.Id);
    }

    private Task<Said?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        Db
            .Comments.Include(c => c.Replies)
            .VisibleTo(Actor, Db)
            .SingleOrDefaultAsync(c => c.Id == new CommentId(id) && c.AgreementId == Agreement.Id, cancellationToken);

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        var shown = await ShownComments.OfAsync(
            this,
            Db,
            comments =>
                comments.Where(c =>
                    (State == "all" || c.ResolvedAt == null == (State != "resolved") || c.Id == new CommentId(Reply.Comment))
                    && (Section == null || c.Section == Section)
                ),
            cancellationToken
        );
        Shown = shown with { Comment = Comment, Reply = Reply, ReturnUrl = Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : shown.ReturnUrl };
    }

    private async Task<IActionResult> InvalidAsync(CancellationToken cancellationToken)
    {
        await ShowAsync(cancellationToken);
        return this.Invalid();
    }

    private string CameFrom =>
        Url.IsLocalUrl(ReturnUrl) ? ReturnUrl.Split('#')[0] : Url.Page("/Agreements/Comments/Index", new { Reference, N })!;

    private LocalRedirectResult BackTo(CommentId id) => LocalRedirect($"{CameFrom}#{ShownComments.AnchorOf(id.Value)}");
}
