using DataSharing.Domain.Content;

namespace DataSharing.Domain.Agreements.Comments;

/// <summary>Something that happened to a comment, told with the agreement that it is about.</summary>
public abstract record CommentEvent(
    AgreementId Agreement,
    int? Version,
    ContentHash? Hash,
    CommentTold Comment,
    string Text,
    Act Act,
    DateTimeOffset At
) : AgreementEvent(Agreement, Version, Hash, Act, At), IOwnMatter
{
    public OrganisationId? OnlyFor => Comment.Audience is Audience.OwnOrganisation ? Comment.Organisation : null;
}

/// <summary>A comment as history tells it.</summary>
public sealed record CommentTold(CommentId Id, Section Section, string? Path, Audience Audience, OrganisationId Organisation)
{
    internal static CommentTold Of(Comment comment) =>
        new(comment.Id, comment.Section, comment.Path, comment.Audience, comment.Organisation);
}

[EventContract("agreement.comment-added")]
public sealed record CommentAdded(
    AgreementId Agreement,
    int? Version,
    ContentHash? Hash,
    CommentTold Comment,
    string Text,
    Act Act,
    DateTimeOffset At
) : CommentEvent(Agreement, Version, Hash, Comment, Text, Act, At);

[EventContract("agreement.comment-replied")]
public sealed record CommentReplied(
    AgreementId Agreement,
    int? Version,
    ContentHash? Hash,
    CommentTold Comment,
    string Text,
    Act Act,
    DateTimeOffset At
) : CommentEvent(Agreement, Version, Hash, Comment, Text, Act, At);

/// <summary>With the words that are done with.</summary>
[EventContract("agreement.comment-resolved")]
public sealed record CommentResolved(
    AgreementId Agreement,
    int? Version,
    ContentHash? Hash,
    CommentTold Comment,
    string Text,
    Act Act,
    DateTimeOffset At
) : CommentEvent(Agreement, Version, Hash, Comment, Text, Act, At);

/// <summary>With the words that are not done with after all.</summary>
[EventContract("agreement.comment-reopened")]
public sealed record CommentReopened(
    AgreementId Agreement,
    int? Version,
    ContentHash? Hash,
    CommentTold Comment,
    string Text,
    Act Act,
    DateTimeOffset At
) : CommentEvent(Agreement, Version, Hash, Comment, Text, Act, At);
