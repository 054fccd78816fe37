using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Comments;
using DataSharing.Domain.Content;
using DataSharing.Persistence;
using DataSharing.Persistence.Agreements;
using DataSharing.Web.TagHelpers;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Web.Pages.Agreements.Comments;

/// <summary>
/// What was said about a place of an agreement, and the forms with which more is said. The forms go to the page of comments.
/// </summary>
/// <param name="N">The ordinal of the version that a new comment is filed under; null where the page of comments chooses it.</param>
/// <param name="Comments">All that the person may read there, oldest first.</param>
/// <param name="OwnName">What the person's organisation is called.</param>
/// <param name="MayComment">May the person say something now?</param>
/// <param name="ReturnUrl">Where a form that was sent leads back to, within the portal.</param>
public sealed record ShownComments(
    string Reference,
    int? N,
    IReadOnlyList<Comment> Comments,
    Names Names,
    string OwnName,
    bool MayComment,
    string ReturnUrl,
    IReadOnlyDictionary<AgreementVersionId, VersionLabel> Labels
)
{
    /// <summary>The new comment. Its place is fixed where the comments are shown beside that place.</summary>
    public CommentForm Comment { get; init; } = new() { Audience = Audience.AllParties };

    public ReplyForm Reply { get; init; } = new();

    /// <summary>The place is asked for rather than fixed.</summary>
    public bool AsksForPlace { get; init; }

    /// <summary>Who may look at the version now, for whoever writes to all.</summary>
    public required string AllParties { get; init; }

    /// <summary>
    /// The page on which something is said about this place. It is set where the comments stand beside a form: that is saved first, so that
    /// nothing that was typed in it is lost over a comment.
    /// </summary>
    public string? SaidAt { get; init; }

    /// <summary>Are the forms of comments here?</summary>
    public bool IsSaidHere => MayComment && SaidAt is null;

    public IEnumerable<Comment> Open => Comments.Where(comment => comment.IsOpen);

    public IEnumerable<Comment> Resolved => Comments.Where(comment => !comment.IsOpen);

    public IEnumerable<Choice> Audiences =>
        [
            new(nameof(Audience.AllParties), "All parties", AllParties),
            new(nameof(Audience.OwnOrganisation), $"Only {OwnName}", "And auditors who are let in to audit it"),
        ];

    public static IEnumerable<Choice> Sections { get; } =
    [.. Enum.GetValues<Section>().Select(section => new Choice(section.ToString(), CodeLabels.Of(section)))];

    /// <summary>
    /// The comments on a section or, where a path is given, on what stands there and below; for a page that shows that place.
    /// </summary>
    public static async Task<ShownComments> AboutAsync(
        AgreementPageModel page,
        DataSharingDbContext db,
        Section section,
        string? path,
        CancellationToken cancellationToken
    )
    {
        var below = path + "/";
        var shown = await OfAsync(
            page,
            db,
            comments =>
                path is null
                    ? comments.Where(comment => comment.Section == section)
                    : comments.Where(comment => comment.Path == path || comment.Path!.StartsWith(below)),
            cancellationToken
        );
        return shown with
        {
            Comment = new CommentForm
            {
                Section = section,
                Path = path,
                Audience = Audience.AllParties,
            },
        };
    }

    internal static async Task<ShownComments> OfAsync(
        AgreementPageModel page,
        DataSharingDbContext db,
        Func<IQueryable<Comment>, IQueryable<Comment>> which,
        CancellationToken cancellationToken
    )
    {
        var agreement = page.Agreement;

        // With what everybody in them is called, so that a form that comes back need not ask once more.
        var rows = await which(db.Comments.AsNoTracking().Where(comment => comment.AgreementId == agreement.Id).VisibleTo(page.Actor, db))
            .Include(comment => comment.Replies.OrderBy(reply => reply.Number))
            .OrderBy(comment => comment.At)
            .ThenBy(comment => comment.Id)
            .Select(comment => new
            {
                Comment = comment,
                People = db
                    .People.Where(p => p.Id == comment.Person || p.Id == comment.ResolvedBy || comment.Replies.Any(r => r.Person == p.Id))
                    .Select(p => new { p.Id, p.Name })
                    .ToList(),
                Organisations = db
                    .Organisations.Where(o => o.Id == comment.Organisation || comment.Replies.Any(r => r.Organisation == o.Id))
                    .Select(o => new { o.Id, o.Details.Name })
                    .ToList(),
            })
            .AsSingleQuery()
            .ToListAsync(cancellationToken);
        var comments = rows.ConvertAll(row => row.Comment);
        var names = Names.Of(
            rows.SelectMany(row => row.People.Select(p => (p.Id.Value, p.Name)).Concat(row.Organisations.Select(o => (o.Id.Value, o.Name))))
        );

        return new ShownComments(
            page.Reference,
            page.N,
            comments,
            names,
            page.OrganisationName,
            page.May(AgreementAction.Comment),
            page.Request.Path + page.Request.QueryString,
            agreement.Versions.ToDictionary(version => version.Id, version => version.Label)
        )
        {
            AllParties =
                page.Version.Status is VersionStatus.Draft
                    ? "The partners read it when they are invited to look at the draft"
                    : "Everybody who may read this agreement",
        };
    }

    /// <summary>The id of the element that shows a comment.</summary>
    public static string AnchorOf(Guid comment) => $"comment-{comment:N}";
}
