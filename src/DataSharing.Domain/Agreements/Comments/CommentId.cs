namespace DataSharing.Domain.Agreements.Comments;

public readonly record struct CommentId(Guid Value)
{
    public static CommentId New() => new(Guid.CreateVersion7());
}
