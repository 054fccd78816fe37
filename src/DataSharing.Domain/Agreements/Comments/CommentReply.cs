namespace DataSharing.Domain.Agreements.Comments;

/// <summary>An answer to a comment; whoever reads that reads this. Never changed.</summary>
public sealed class CommentReply
{
    internal CommentReply() { } // made by the comment, and by EF Core

    public required CommentId CommentId { get; init; }

    /// <summary>1, 2, 3 in the order in which they were given.</summary>
    public required int Number { get; init; }
    public required PersonId Person { get; init; }
    public required OrganisationId Organisation { get; init; }
    public required string Text { get; init; }
    public required DateTimeOffset At { get; init; }
}
