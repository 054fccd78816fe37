using DataSharing.Domain.Agreements.Comments;

namespace DataSharing.Persistence.Agreements;

/// <summary>The one filter of every list of comments: <see cref="Comment.IsSeenBy"/> as SQL.</summary>
public static class CommentVisibility
{
    public static IQueryable<Comment> VisibleTo(this IQueryable<Comment> comments, Actor actor, DataSharingDbContext db)
    {
        var organisation = actor.Organisation;
        var audited = actor.AuditScope.ToArray();
        var versions = db.AgreementVersions.VisibleTo(actor, db);
        return comments.Where(comment =>
            versions.Any(version => version.Id == comment.VersionId)
            && (comment.Audience == Audience.AllParties || comment.Organisation == organisation || audited.Contains(comment.Organisation))
        );
    }
}
