using DataSharing.Domain.Content;

namespace DataSharing.Domain.Agreements;

/// <summary>
/// An organisation's word that it agrees the whole content of a draft. It is about those very bytes: another content leaves it behind,
/// the same content brings it back.
/// </summary>
public sealed class Assent
{
    private Assent() { } // for EF Core

    public required AgreementVersionId VersionId { get; init; }

    /// <summary>1, 2, 3 in the order in which they were given.</summary>
    public required int Number { get; init; }
    public required AgreementId AgreementId { get; init; }
    public required OrganisationId Organisation { get; init; }
    public required PersonId Person { get; init; }
    public required ContentHash ContentHash { get; init; }
    public required DateTimeOffset At { get; init; }

    // Whose change left it behind; null while the content is the agreed one.
    public PersonId? ChangedBy { get; private set; }
    public OrganisationId? ChangedFor { get; private set; }
    public DateTimeOffset? ChangedAt { get; private set; }

    /// <summary>The organisation has asked for a change since, so that its word no longer counts.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>The bytes, where this was the first word on them. They are not loaded with it.</summary>
    public AgreedContent? Content { get; private init; }

    internal static Assent To(AgreementVersion version, int number, bool isKept, Actor actor, DateTimeOffset now) =>
        new()
        {
            VersionId = version.Id,
            Number = number,
            AgreementId = version.AgreementId,
            Organisation = actor.Organisation,
            Person = actor.Person,
            ContentHash = version.ContentHash,
            At = now,
            Content = isKept ? null : AgreedContent.Of(version),
        };

    /// <summary>The same word beside the next version, which begins with the content of this one.</summary>
    internal Assent For(AgreementVersionId version, int number) =>
        new()
        {
            VersionId = version,
            Number = number,
            AgreementId = AgreementId,
            Organisation = Organisation,
            Person = Person,
            ContentHash = ContentHash,
            At = At,
            ChangedBy = ChangedBy,
            ChangedFor = ChangedFor,
            ChangedAt = ChangedAt,
        };

    /// <summary>The draft has this content now.</summary>
    internal void Follow(ContentHash content, Actor actor, DateTimeOffset now)
    {
        if (content == ContentHash)
        {
            (ChangedBy, ChangedFor, ChangedAt) = (null, null, null);
        }
        else if (ChangedAt is null)
        {
            (ChangedBy, ChangedFor, ChangedAt) = (actor.Person, actor.Organisation, now);
        }
    }

    internal void Withdraw(DateTimeOffset now) => WithdrawnAt = now;
}
