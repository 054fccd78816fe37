using DataSharing.Domain.Content;

namespace DataSharing.Domain.Agreements.Comments;

/// <summary>
/// Something said about a place of an agreement, beside its content, with its replies. Words are never changed; that they are
/// done with can be.
/// </summary>
public sealed class Comment : AggregateRoot
{
    public const int TextMaxLength = 4000;
    public const int PathMaxLength = 500;

    private readonly List<CommentReply> _replies = [];

    private Comment() { } // for EF Core

    public required CommentId Id { get; init; }
    public required AgreementId AgreementId { get; init; }

    /// <summary>The version it was said about. Who may not read that, may not read this.</summary>
    public required AgreementVersionId VersionId { get; init; }
    public required Section Section { get; init; }

    /// <summary>A pointer into the content, for example <c>/flows/F1</c>; null if it is about the whole section.</summary>
    public string? Path { get; init; }
    public required Audience Audience { get; init; }
    public required PersonId Person { get; init; }
    public required OrganisationId Organisation { get; init; }
    public required string Text { get; init; }
    public required DateTimeOffset At { get; init; }

    public PersonId? ResolvedBy { get; private set; }
    public DateTimeOffset? ResolvedAt { get; private set; }

    public IReadOnlyList<CommentReply> Replies => _replies;

    public bool IsOpen => ResolvedAt is null;

    /// <param name="path">A place of the content, whose section then counts; null for a comment on the whole section.</param>
    public static Comment Add(
        Agreement agreement,
        AgreementVersion version,
        Section section,
        string? path,
        Audience audience,
        string text,
        Actor actor,
        DateTimeOffset now
    )
    {
        var act = agreement.Insist(AgreementAction.Comment, actor, version);
        if (!version.IsSeenBy(actor))
        {
            throw new DomainRuleException("Nobody comments on a version that they may not read.");
        }

        var comment = new Comment
        {
            Id = CommentId.New(),
            AgreementId = agreement.Id,
            VersionId = version.Id,
            Section = path is null ? section : ContentGuide.For(path).Section,
            Path = path,
            Audience = audience,
            Person = actor.Person,
            Organisation = actor.Organisation,
            Text = Words(text),
            At = now,
        };
        comment.Raise(
            new CommentAdded(agreement.Id, version.Ordinal, version.ContentHash, CommentTold.Of(comment), comment.Text, act, now)
        );
        return comment;
    }

    /// <summary>
    /// Everybody who reads the version reads it, or only those of one organisation; and whoever audits the organisation that said it.
    /// </summary>
    public bool IsSeenBy(Agreement agreement, Actor actor) =>
        VersionIn(agreement).IsSeenBy(actor)
        && (Audience is Audience.AllParties || Organisation == actor.Organisation || actor.AuditScope.Contains(Organisation));

    public void Reply(Agreement agreement, string text, Actor actor, DateTimeOffset now)
    {
        var (version, act) = Insist(agreement, actor);
        var reply = new CommentReply
        {
            CommentId = Id,
            Number = _replies.Count + 1,
            Person = actor.Person,
            Organisation = actor.Organisation,
            Text = Words(text),
            At = now,
        };
        _replies.Add(reply);
        Raise(new CommentReplied(agreement.Id, version.Ordinal, version.ContentHash, CommentTold.Of(this), reply.Text, act, now));
    }

    /// <summary>There is nothing left to do about it. Saying so twice changes nothing.</summary>
    public void Resolve(Agreement agreement, Actor actor, DateTimeOffset now)
    {
        var (version, act) = Insist(agreement, actor);
        if (IsOpen)
        {
            (ResolvedBy, ResolvedAt) = (actor.Person, now);
            Raise(new CommentResolved(agreement.Id, version.Ordinal, version.ContentHash, CommentTold.Of(this), Text, act, now));
        }
    }

    public void Reopen(Agreement agreement, Actor actor, DateTimeOffset now)
    {
        var (version, act) = Insist(agreement, actor);
        if (!IsOpen)
        {
            (ResolvedBy, ResolvedAt) = (null, null);
            Raise(new CommentReopened(agreement.Id, version.Ordinal, version.ContentHash, CommentTold.Of(this), Text, act, now));
        }
    }

    private (AgreementVersion Version, Act Act) Insist(Agreement agreement, Actor actor)
    {
        var act = agreement.Insist(AgreementAction.Comment, actor, VersionIn(agreement));
        return IsSeenBy(agreement, actor)
            ? (VersionIn(agreement), act)
            : throw new DomainRuleException("Nobody answers a comment that they may not read.");
    }

    private AgreementVersion VersionIn(Agreement agreement) => agreement.Versions.Single(version => version.Id == VersionId);

    private static string Words(string text) =>
        string.IsNullOrWhiteSpace(text) || text.Length > TextMaxLength
            ? throw new DomainRuleException($"A comment has 1 to {TextMaxLength} characters.")
            : text;
}
