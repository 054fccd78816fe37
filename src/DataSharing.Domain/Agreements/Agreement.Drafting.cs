using System.Text.Json.Nodes;
using DataSharing.Domain.Agreements.Approval;
using DataSharing.Domain.Content;
using static DataSharing.Domain.Agreements.AgreementAction;

namespace DataSharing.Domain.Agreements;

/// <summary>
/// Writing the draft, a part at a time. Each verb changes one part only, so that people who work on different parts do not meet.
/// </summary>
public sealed partial class Agreement
{
    /// <summary>The largest draft, in canonical bytes: its file can still be brought in again.</summary>
    public const int LargestDraft = AgreementImport.MaxBytes / 2;

    /// <param name="seen">What the person had before them when they made the new content.</param>
    /// <exception cref="StaleDecisionException">The draft was changed meanwhile.</exception>
    public void ReplaceContent(AgreementDocument document, Seen seen, Actor actor, DateTimeOffset now)
    {
        var act = Insist(AgreementAction.ReplaceContent, actor);
        seen.InsistOn(Prepared);
        Prepared.Replace(document, actor, now);
        Raise(new ContentReplaced(Id, Prepared.Ordinal, Prepared.ContentHash, seen.Hash, Prepared.Revision, act, now));
    }

    /// <summary>Says why a warning of the draft is accepted, or says it better.</summary>
    public void JustifyWarning(string ruleId, string text, Actor actor, DateTimeOffset now)
    {
        var act = Insist(Justify, actor);
        if (string.IsNullOrWhiteSpace(text) || text.Length > Justification.TextMaxLength)
        {
            throw new DomainRuleException($"A justification has 1 to {Justification.TextMaxLength} characters.");
        }

        Prepared.Justify(ruleId, text, actor, now);
        Raise(new WarningJustified(Id, Prepared.Ordinal, Prepared.ContentHash, ruleId, text, act, now));
    }

    /// <summary>Answers questions of one part. Nothing happens if nothing differs.</summary>
    /// <param name="answers">A tree as <see cref="ContentPart.Read"/> gives it.</param>
    /// <param name="asked">The questions that were asked; others stay as they are.</param>
    /// <returns>Whether anything differed.</returns>
    public bool ChangeAnswers(ContentPart part, JsonObject answers, IReadOnlyCollection<string> asked, Actor actor, DateTimeOffset now)
    {
        var act = InsistOnEdit(part.Path.Length > 0 ? part.Path : part.Questions[0], actor);
        var content = Prepared.Document.ToNode();
        var was = part.Read(content);
        part.Write(content, answers, asked);
        return Rewrite(
            content,
            actor,
            now,
            () =>
                new AnswersChanged(
                    Id,
                    Prepared.Ordinal,
                    Prepared.ContentHash,
                    part.Section,
                    part.Path,
                    was,
                    part.Read(Prepared.Document.ToNode()),
                    act,
                    now
                )
        );
    }

    /// <summary>Puts a new item at the end of a list.</summary>
    public void AddItem(string list, JsonObject item, Actor actor, DateTimeOffset now)
    {
        var act = InsistOnEdit(list, actor);
        var content = Prepared.Document.ToNode();
        ContentItems.Insert(content, list, item.DeepClone().AsObject());
        var path = ContentPointer.Append(list, ContentItems.IdOf(item));
        Rewrite(content, actor, now, () => new ItemAddedToDraft(Id, Prepared.Ordinal, Prepared.ContentHash, path, item, act, now));
    }

    /// <summary>Puts new items at the end of a list, all of them in one change.</summary>
    public void AddItems(string list, IReadOnlyList<JsonObject> items, Actor actor, DateTimeOffset now)
    {
        var act = InsistOnEdit(list, actor);
        var content = Prepared.Document.ToNode();
        foreach (var item in items)
        {
            ContentItems.Insert(content, list, item.DeepClone().AsObject());
        }

        Rewrite(content, actor, now, () => new ItemsAddedToDraft(Id, Prepared.Ordinal, Prepared.ContentHash, list, items, act, now));
    }

    /// <summary>Takes an item out of its list. It can be put back.</summary>
    /// <exception cref="DomainRuleException">Other parts of the agreement name it (<see cref="ContentReferences.UsesOf"/>).</exception>
    public void RemoveItem(string path, Actor actor, DateTimeOffset now)
    {
        var act = InsistOnEdit(path, actor);
        if (ContentReferences.UsesOf(Prepared.Document.Content, path) is [var use, ..])
        {
            throw new DomainRuleException($"{path} is named at {use}.");
        }

        var content = Prepared.Document.ToNode();
        if (ContentItems.Remove(content, path) is not { Item: var item })
        {
            return;
        }

        Rewrite(content, actor, now, () => new ItemRemovedFromDraft(Id, Prepared.Ordinal, Prepared.ContentHash, path, item, act, now));
    }

    /// <summary>May the actor put a removed item back? Whose it was decides; where it cannot be put back nobody may.</summary>
    public Verdict ConsiderRestoring(string path, Actor actor) =>
        Prepared.RestorableItem(path) is { } removed ? ConsiderChange(Restored(removed), actor) : Verdict.NotNow;

    /// <summary>Puts a removed item back to where it was.</summary>
    public void RestoreItem(string path, Actor actor, DateTimeOffset now)
    {
        var act = InsistOnEditing(actor);
        if (Prepared.RestorableItem(path) is not { } removed)
        {
            throw new DomainRuleException($"{path} cannot be put back.");
        }

        Rewrite(Restored(removed), actor, now, () => new ItemRestoredToDraft(Id, Prepared.Ordinal, Prepared.ContentHash, path, act, now));
    }

    /// <summary>Moves an item up (−1) or down (+1) in its list. At the end of the list nothing happens.</summary>
    public void MoveItem(string path, int by, Actor actor, DateTimeOffset now)
    {
        var act = InsistOnEdit(path, actor);
        var content = Prepared.Document.ToNode();
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
                    Prepared.Ordinal,
                    Prepared.ContentHash,
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
        if (Prepared.SectionsWithNothing.Contains(section) == nothingToSay)
        {
            return;
        }

        Prepared.SectionsWithNothing = nothingToSay
            ? [.. Prepared.SectionsWithNothing, section]
            : [.. Prepared.SectionsWithNothing.Where(s => s != section)];
        Raise(new SectionMarked(Id, Prepared.Ordinal, Prepared.ContentHash, section, nothingToSay, act, now));
    }

    private AgreementDocument Restored(RemovedItem removed)
    {
        var content = Prepared.Document.ToNode();
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

        if (document.Hash == Prepared.ContentHash)
        {
            return false;
        }

        if (ConsiderChange(document, actor) is not Verdict.Permitted)
        {
            throw new DomainRuleException($"This part of {Reference} is not theirs to change.");
        }

        Prepared.Replace(document, actor, now);
        Raise(told());
        return true;
    }

    private Act InsistOnEdit(string path, Actor actor) =>
        ConsiderEdit(path, actor) is Verdict.Permitted
            ? InsistOnEditing(actor)
            : throw new DomainRuleException($"{path} of {Reference} is not theirs to change.");

    /// <summary>As the drafter, or as a partner of its own part.</summary>
    private Act InsistOnEditing(Actor actor) => Insist(Consider(Edit, actor, Prepared) is Verdict.Permitted ? Edit : Contribute, actor);
}
