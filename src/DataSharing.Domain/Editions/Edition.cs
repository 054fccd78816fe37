using DataSharing.Domain.Agreements.Approval;
using DataSharing.Domain.Content;
using DataSharing.Domain.Law;
using DataSharing.Domain.Rules;

namespace DataSharing.Domain.Editions;

/// <summary>
/// A numbered state of what agreements are judged by: a law book, or the portal's policy. Whoever wrote in it does not release it, and once
/// it is released nobody changes it. Edition 1 of each comes with the portal and is no row.
/// </summary>
public sealed class Edition : AggregateRoot
{
    public const int ChangeNoteMinLength = 10;
    public const int ChangeNoteMaxLength = 2000;
    public const int ReasonMaxLength = 1000;

    private readonly List<EditionEditor> _editors = [];

    private Edition() { } // for EF Core

    public required EditionId Id { get; init; }
    public required EditionKind Kind { get; init; }

    /// <summary>2, 3, 4.</summary>
    public required int Number { get; init; }
    public EditionStatus Status { get; private set; } = EditionStatus.Draft;

    /// <summary>RFC 8785 JSON in UTF-8 of the whole book or policy.</summary>
    public ReadOnlyMemory<byte> Bytes { get; private set; }
    public ContentHash Hash { get; private set; }

    /// <summary>What is new and why, for those whose agreements it touches.</summary>
    public string ChangeNote { get; private set; } = "";
    public DateTimeOffset StartedAt { get; private init; }

    /// <summary>Why it was given back the last time; null if it was not.</summary>
    public string? ReturnedBecause { get; private set; }
    public PersonId? ReleasedBy { get; private set; }
    public DateTimeOffset? ReleasedAt { get; private set; }

    public IReadOnlyList<EditionEditor> Editors => _editors;

    public bool IsOpen => Status is EditionStatus.Draft or EditionStatus.PutForward;

    /// <summary>May this actor prepare editions at all?</summary>
    public static bool MayPrepare(Actor actor) => actor.Holds(Role.SystemAdmin);

    /// <param name="bytes">The edition before it, under the new number.</param>
    public static Edition Start(EditionKind kind, int number, ReadOnlyMemory<byte> bytes, Actor actor, DateTimeOffset now)
    {
        if (!MayPrepare(actor))
        {
            throw new DomainRuleException("Only a system administrator prepares what agreements are judged by.");
        }

        var edition = new Edition
        {
            Id = EditionId.New(),
            Kind = kind,
            Number = number,
            StartedAt = now,
        };
        // What was released before may say what is refused now.
        edition.Keep(bytes, kind is EditionKind.LawBook ? LawBook.ReadKept(bytes.Span).Number : Policy.ReadKept(bytes.Span).Number);
        edition.Credit(actor, now);
        edition.Raise(new EditionStarted(edition.Id, kind, number, actor.As(Role.SystemAdmin), now));
        return edition;
    }

    public Verdict Consider(EditionAction action, Actor actor) =>
        !MayPrepare(actor) || (action is EditionAction.Release && IsEditor(actor.Person)) ? Verdict.Forbidden
        : IsTimeFor(action) ? Verdict.Permitted
        : Verdict.NotNow;

    public bool IsEditor(PersonId person) => _editors.Any(editor => editor.Person == person);

    /// <summary>Writes the book anew; one that was put forward is a draft again, for it is another now.</summary>
    /// <param name="seen">The hash of the edition that the bytes were made from.</param>
    /// <exception cref="StaleDecisionException">Somebody else changed it meanwhile.</exception>
    public void Change(ReadOnlyMemory<byte> bytes, string what, ContentHash seen, Actor actor, DateTimeOffset now)
    {
        var act = Insist(EditionAction.Prepare, actor);
        InsistOn(seen);
        var before = Hash;
        Take(bytes);
        if (before != Hash)
        {
            Status = EditionStatus.Draft;
            Credit(actor, now);
            Raise(new EditionChanged(Id, Kind, Number, what, before, Hash, act, now));
        }
    }

    /// <summary>It is finished, as far as its writers can say.</summary>
    /// <exception cref="StaleDecisionException">Somebody else changed it meanwhile.</exception>
    public void PutForward(string changeNote, ContentHash seen, Actor actor, DateTimeOffset now)
    {
        var act = Insist(EditionAction.PutForward, actor);
        InsistOn(seen);
        if (NoteObjection(changeNote) is { } objection)
        {
            throw new DomainRuleException(objection);
        }

        Credit(actor, now);
        (ChangeNote, ReturnedBecause, Status) = (changeNote, null, EditionStatus.PutForward);
        Raise(new EditionPutForward(Id, Kind, Number, Hash, changeNote, act, now));
    }

    public void Return(string reason, Actor actor, DateTimeOffset now)
    {
        var act = Insist(EditionAction.Return, actor) with { Reason = Reason(reason) };
        (ReturnedBecause, Status) = (reason, EditionStatus.Draft);
        Raise(new EditionReturned(Id, Kind, Number, act, now));
    }

    /// <summary>From now on agreements are judged by it.</summary>
    /// <param name="seen">The hash of what the person read.</param>
    /// <exception cref="StaleDecisionException">It was changed since.</exception>
    public void Release(ContentHash seen, Actor actor, DateTimeOffset now)
    {
        InsistOn(seen);
        var act = Insist(EditionAction.Release, actor);
        (Status, ReleasedBy, ReleasedAt) = (EditionStatus.Released, actor.Person, now);
        Raise(new EditionReleased(Id, Kind, Number, Hash, act, now));
    }

    public void Withdraw(string reason, Actor actor, DateTimeOffset now)
    {
        var act = Insist(EditionAction.Withdraw, actor) with { Reason = Reason(reason) };
        Status = EditionStatus.Withdrawn;
        Raise(new EditionWithdrawn(Id, Kind, Number, act, now));
    }

    private bool IsTimeFor(EditionAction action) =>
        action switch
        {
            EditionAction.Prepare or EditionAction.Withdraw => IsOpen,
            EditionAction.PutForward => Status is EditionStatus.Draft,
            _ => Status is EditionStatus.PutForward,
        };

    private Act Insist(EditionAction action, Actor actor) =>
        Consider(action, actor) is Verdict.Permitted
            ? actor.As(Role.SystemAdmin)
            : throw new DomainRuleException(
                action is EditionAction.Release && IsEditor(actor.Person)
                    ? "Whoever wrote in it does not release it."
                    : $"{action} cannot happen to {Kind} {Number}, which is {Status}."
            );

    private void InsistOn(ContentHash seen)
    {
        if (seen != Hash)
        {
            throw new StaleDecisionException("It was changed since you opened it.");
        }
    }

    private void Take(ReadOnlyMemory<byte> bytes) =>
        Keep(bytes, Kind is EditionKind.LawBook ? LawBook.Read(bytes.Span).Number : Policy.Read(bytes.Span).Number);

    private void Keep(ReadOnlyMemory<byte> bytes, int number)
    {
        if (number != Number)
        {
            throw new DomainRuleException($"It says that it is number {number}; it is number {Number}.");
        }

        Bytes = CanonicalJson.Serialize(bytes.Span);
        Hash = ContentHash.Of(Bytes.Span);
    }

    private void Credit(Actor actor, DateTimeOffset now)
    {
        if (!IsEditor(actor.Person))
        {
            _editors.Add(
                new EditionEditor
                {
                    EditionId = Id,
                    Person = actor.Person,
                    At = now,
                }
            );
        }
    }

    /// <summary>What is wrong with a change note, or null. It is kept for ever, so it says something.</summary>
    public static string? NoteObjection(string? note) =>
        string.IsNullOrWhiteSpace(note) ? "Say what is new and why"
        : note.Length > ChangeNoteMaxLength ? $"The note must be {ChangeNoteMaxLength} characters or fewer"
        : PlainText.Objection(note) is { } unseen ? unseen
        : note.Trim().Length < ChangeNoteMinLength || note.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length < 2
            ? $"Say what is new and why, in at least {ChangeNoteMinLength} characters and two words"
        : null;

    /// <summary>What is wrong with a reason to give it back or to withdraw it, or null.</summary>
    /// <param name="asked">What to say where there is none.</param>
    public static string? ReasonObjection(string? reason, string asked) =>
        string.IsNullOrWhiteSpace(reason) ? asked
        : reason.Length > ReasonMaxLength ? $"The reason must be {ReasonMaxLength} characters or fewer"
        : PlainText.Objection(reason);

    private static string Reason(string reason) =>
        ReasonObjection(reason, "Say why.") is { } objection ? throw new DomainRuleException(objection) : reason;
}
