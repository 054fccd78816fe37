using DataSharing.Domain.Agreements.Approval;
using DataSharing.Domain.Content;
using DataSharing.Domain.Rules;

namespace DataSharing.Domain.Agreements;

/// <summary>Writing a version, and opening the one that follows it.</summary>
public sealed partial class AgreementVersion
{
    /// <summary>
    /// The draft that follows this version, with the same content. After a return its writers are still its writers, so that a return does
    /// not make a drafter independent; what was agreed counts as long as the content is the same. An amendment is written afresh.
    /// </summary>
    internal AgreementVersion Next(int ordinal, VersionKind kind, VersionLabel label)
    {
        var next = new AgreementVersion
        {
            Id = AgreementVersionId.New(),
            AgreementId = AgreementId,
            Ordinal = ordinal,
            Label = label,
            Kind = kind,
            Predecessor = Id,
        };
        next.Take(Document);
        next.SectionsWithNothing = SectionsWithNothing;
        foreach (var access in _access.Where(access => access.Relation is Relation.DraftingOrganisation))
        {
            next.LetIn(access.Organisation, access.Relation);
        }

        // Who was invited is invited again by one press.
        foreach (var (party, access) in Locks.Invited)
        {
            next.LetIn(access.Organisation, Relation.InvitedParty).As(party);
        }

        if (kind is VersionKind.AfterReturn or VersionKind.AfterAppeal)
        {
            next.Removed = Removed;
            next._justifications.AddRange(_justifications.Select(justification => justification.For(next.Id)));
            _editors.ForEach(editor => next.Credit(editor.Person, editor.Organisation, editor.At));
            next._assents.AddRange(_assents.Where(assent => assent.WithdrawnAt is null).Select((assent, i) => assent.For(next.Id, i + 1)));
        }

        return next;
    }

    /// <summary>The ids that a list of the draft has or had, so that none is given to another item.</summary>
    public IEnumerable<string> UsedIds(string list) =>
        ContentItems
            .In(Document.ToNode(), list)
            .Select(item => item.Path)
            .Concat(Removed.Select(removed => removed.Path).Where(path => ContentItems.ListOf(path) == list))
            .Select(ContentItems.IdIn);

    /// <summary>The removed item, if there is still a place to which it can be put back.</summary>
    public RemovedItem? RestorableItem(string path)
    {
        var content = Document.ToNode();
        var list = ContentItems.ListOf(path);
        var hasPlace = ContentItems.ListOf(list) is var owner && (owner.Length == 0 || ContentPointer.Resolve(content, owner) is not null);
        return hasPlace && ContentPointer.Resolve(content, path) is null ? Removed.LastOrDefault(removed => removed.Path == path) : null;
    }

    internal void Replace(AgreementDocument document, Actor actor, DateTimeOffset now)
    {
        Remember(document, actor, now);
        Take(document);
        Revision++;
        Credit(actor.Person, actor.Organisation, now);
        _assents.ForEach(assent => assent.Follow(ContentHash, actor, now));
    }

    internal void Justify(string ruleId, string text, Actor actor, DateTimeOffset now)
    {
        Credit(actor.Person, actor.Organisation, now);
        if (_justifications.Find(justification => justification.RuleId == ruleId) is { } existing)
        {
            existing.Say(text, ContentHash, actor.Person, now);
        }
        else
        {
            _justifications.Add(Justification.Of(ruleId, Id, text, ContentHash, actor.Person, now));
        }
    }

    /// <summary>What the new content no longer has can be put back; what it has again need not be.</summary>
    private void Remember(AgreementDocument document, Actor actor, DateTimeOffset now)
    {
        if (Stored is null)
        {
            return;
        }

        var next = document.ToNode();
        var taken = ContentItems
            .MissingFrom(next, Document.ToNode())
            .Select(item => new RemovedItem(item.Path, item.Position, item.Item, actor.Person, now));
        Removed = [.. Removed.Where(removed => ContentPointer.Resolve(next, removed.Path) is null), .. taken];
    }

    private void Credit(PersonId person, OrganisationId organisation, DateTimeOffset at)
    {
        if (!_editors.Any(editor => editor.Person == person && editor.Organisation == organisation))
        {
            _editors.Add(
                new VersionEditor
                {
                    VersionId = Id,
                    Person = person,
                    Organisation = organisation,
                    At = at,
                }
            );
        }
    }
}
