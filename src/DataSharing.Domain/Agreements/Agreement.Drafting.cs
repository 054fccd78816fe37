using System.Text.Json.Nodes;
using DataSharing.Domain.Agreements.Content;
using static DataSharing.Domain.Agreements.AgreementAction;

namespace DataSharing.Domain.Agreements;

/// <summary>Writing the draft, a part at a time. Each verb changes one part only, so that people who work on different parts do not meet.</summary>
public sealed partial class Agreement
{
    /// <summary>The largest draft, in canonical bytes: its file can still be brought in again.</summary>
    public const int LargestDraft = AgreementImport.MaxBytes / 2;

    /// <summary>Answers questions of one part. Nothing happens if nothing differs.</summary>
    /// <param name="answers">A tree as <see cref="ContentPart.Read"/> gives it.</param>
    /// <param name="asked">The questions that were asked; others stay as they are.</param>
    /// <returns>Whether anything differed.</returns>
    public bool ChangeAnswers(ContentPart part, JsonObject answers, IReadOnlyCollection<string> asked, Actor actor, DateTimeOffset now)
    {
        var act = InsistOnEdit(part.Path.Length > 0 ? part.Path : part.Questions[0], actor);
        var content = Current.Document.ToNode();
        var was = part.Read(content);
        part.Write(content, answers, asked);
        return Rewrite(
            content,
            actor,
            now,
            () =>
                new AnswersChanged(
                    Id,
                    Current.Ordinal,
                    Current.ContentHash,
                    part.Section,
                    part.Path,
                    was,
                    part.Read(Current.Document.ToNode()),
                    act,
                    now
                )
        );
    }

    /// <summary>Puts a new item at the end of a list.</summary>
    public void AddItem(string list, JsonObject item, Actor actor, DateTimeOffset now)
    {
        var act = InsistOnEdit(list, actor);
        var content = Current.Document.ToNode();
        ContentItems.Insert(content, list, item.DeepClone().AsObject());
        var path = ContentPointer.Append(list, ContentItems.IdOf(item));
        Rewrite(content, actor, now, () => new ItemAddedToDraft(Id, Current.Ordinal, Current.ContentHash, path, item, act, now));
    }

    /// <summary>Takes an item out of its list. It can be put back.</summary>
    /// <exception cref="DomainRuleException">Other parts of the agreement name it (<see cref="ContentReferences.UsesOf"/>).</exception>
    public void RemoveItem(string path, Actor actor, DateTimeOffset now)
    {
        var act = InsistOnEdit(path, actor);
        if (ContentReferences.UsesOf(Current.Document.Content, path) is [var use, ..])
        {
            throw new DomainRuleException($"{path} is named at {use}.");
        }

        var content = Current.Document.ToNode();
        if (ContentItems.Remove(content, path) is not { Item: var item })
        {
            return;
        }

        Rewrite(content, actor, now, () => new ItemRemovedFromDraft(Id, Current.Ordinal, Current.ContentHash, path, item, act, now));
    }

    /// <summary>May the actor put a removed item back? Whose it was decides; where it cannot be put back nobody may.</summary>
    public Verdict ConsiderRestoring(string path, Actor actor) =>
        Current.RestorableItem(path) is { } removed ? ConsiderChange(Restored(removed), actor) : Verdict.NotNow;

    /// <summary>Puts a removed item back to where it was.</summary>
    public void RestoreItem(string path, Actor actor, DateTimeOffset now)
    {
        var act = InsistOnEditing(actor);
        if (Current.RestorableItem(path) is not { } removed)
        {
            throw new DomainRuleException($"{path} cannot be put back.");
        }

        Rewrite(Restored(removed), actor, now, () => new ItemRestoredToDraft(Id, Current.Ordinal, Current.ContentHash, path, act, now));
    }

    /// <summary>Moves an item up (−1) or down (+1) in its list. At the end of the list nothing happens.</summary>
    public void MoveItem(string path, int by, Actor actor, DateTimeOffset now)
    {
        var act = InsistOnEdit(path, actor);
        var content = Current.Document.ToNode();
        if (ContentItems.Remove(content, path) is not { } removed)
        {
            return;
        }

        ContentItems.Insert(content, ContentItems.ListOf(path), removed.Item, removed.Position + by);
        Rewrite(
            content,
            actor,
            now,
            () =>
                new ItemMovedInDraft(
                    Id,
                    Current.Ordinal,
                    Current.ContentHash,
                    path,
                    removed.Position + 1,
                    removed.Position + 1 + by,
                    act,
                    now
                )
        );
    }

    /// <summary>Says that a section has nothing to say, or takes that back.</summary>
    public void MarkSection(Section section, bool nothingToSay, Actor actor, DateTimeOffset now)
    {
        var part = ContentPart.Of(section);
        var act = InsistOnEdit(part.Questions.Concat(part.Lists).First(), actor);
        if (Current.SectionsWithNothing.Contains(section) == nothingToSay)
        {
            return;
        }

        Current.SectionsWithNothing = nothingToSay
            ? [.. Current.SectionsWithNothing, section]
            : [.. Current.SectionsWithNothing.Where(s => s != section)];
        Tell(new SectionMarked(Id, Current.Ordinal, Current.ContentHash, section, nothingToSay, act, now));
    }

    private AgreementDocument Restored(RemovedItem removed)
    {
        var content = Current.Document.ToNode();
        ContentItems.Insert(content, ContentItems.ListOf(removed.Path), removed.Item.DeepClone().AsObject(), removed.Position);
        return AgreementDocument.Of(AgreementJson.Read(content));
    }

    private bool Rewrite(JsonObject content, Actor actor, DateTimeOffset now, Func<AgreementEvent> told) =>
        Rewrite(AgreementDocument.Of(AgreementJson.Read(content)), actor, now, told);

    private bool Rewrite(AgreementDocument document, Actor actor, DateTimeOffset now, Func<AgreementEvent> told)
    {
        if (document.Bytes.Length > LargestDraft)
        {
            throw new DraftTooLargeException(
                $"This would make the agreement larger than {LargestDraft:N0} bytes. Shorten it, or move long texts into evidence."
            );
        }

        if (document.Hash == Current.ContentHash)
        {
            return false;
        }

        if (ConsiderChange(document, actor) is not Verdict.Permitted)
        {
            throw new DomainRuleException($"This part of {Reference} is not theirs to change.");
        }

        Current.Replace(document, actor, now);
        Tell(told());
        return true;
    }

    private Act InsistOnEdit(string path, Actor actor) =>
        ConsiderEdit(path, actor) is Verdict.Permitted
            ? InsistOnEditing(actor)
            : throw new DomainRuleException($"{path} of {Reference} is not theirs to change.");

    /// <summary>As the drafter, or as a partner of its own part.</summary>
    private Act InsistOnEditing(Actor actor) => Insist(Consider(Edit, actor) is Verdict.Permitted ? Edit : Contribute, actor);
}
