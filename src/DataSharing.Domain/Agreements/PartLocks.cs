using System.Text.Json.Nodes;
using DataSharing.Domain.Content;

namespace DataSharing.Domain.Agreements;

/// <summary>
/// Whose each part of a draft is (§5.3 T02, "section locks per party"). While its partners look at it, a record about an invited party
/// is that party's alone to change; all the rest is the drafting organisation's. <see cref="ContentGuide"/> says which records those are.
/// </summary>
public sealed class PartLocks
{
    private readonly AgreementVersion _version;
    private readonly AgreementContent _content;

    internal PartLocks(AgreementVersion version, AgreementContent content)
    {
        _version = version;
        _content = content;
    }

    /// <summary>The party that alone changes what stands at the pointer; null where it is the drafting organisation's.</summary>
    /// <exception cref="KeyNotFoundException">Content has no such place.</exception>
    public Party? HolderOf(string path)
    {
        if (ContentGuide.For(path).Editors is not Editors.OwnParty || _version.Status is not VersionStatus.InPartnerReview)
        {
            return null;
        }

        var owner = ContentPointer.Steps(path) is [var list, var item, ..] ? OwnerOf(list, item) : null;
        return Invited.Select(invited => invited.Party).FirstOrDefault(party => party.Id == owner);
    }

    /// <summary>The parties of the content that the organisation has been invited as: what it may add is about one of them.</summary>
    public IReadOnlyList<Party> PartiesOf(OrganisationId organisation) =>
        [.. Invited.Where(invited => invited.Access.Organisation == organisation).Select(invited => invited.Party)];

    /// <summary>The parties that are invited as they are now.</summary>
    internal IEnumerable<(Party Party, AgreementAccess Access)> Invited =>
        from party in _content.Parties
        from access in _version.Access
        where access.IsAs(party)
        select (party, access);

    /// <param name="asDrafter">What the actor's organisation may do to the draft as its drafter.</param>
    /// <param name="asPartner">What it may do to its own parts as an invited party.</param>
    internal Verdict Consider(string path, Actor actor, Verdict asDrafter, Verdict asPartner) =>
        (asDrafter, asPartner) switch
        {
            (Verdict.Hidden, _) => Verdict.Hidden,
            (Verdict.Permitted, _) when HolderOf(path) is null => Verdict.Permitted,
            (_, Verdict.Permitted) when Admit(path, actor.Organisation) => Verdict.Permitted,
            (Verdict.NotNow, _) or (_, Verdict.NotNow) => Verdict.NotNow,
            _ => Verdict.Forbidden,
        };

    /// <inheritdoc cref="Consider(string, Actor, Verdict, Verdict)" path="/param"/>
    internal Verdict Consider(AgreementDocument next, Actor actor, Verdict asDrafter, Verdict asPartner)
    {
        var then = new PartLocks(_version, next.Content);
        return Touched(_version.Document, next)
            .SelectMany(place => new[] { (Path: place.Before, Locks: this), (Path: place.After, Locks: then) })
            .Where(part => part.Path is not null)
            .Select(part => part.Locks.Consider(part.Path!, actor, asDrafter, asPartner))
            .FirstOrDefault(verdict => verdict is not Verdict.Permitted, Verdict.Permitted);
    }

    /// <summary>An invited organisation may change the place, or add to the list that stands there.</summary>
    private bool Admit(string path, OrganisationId organisation) =>
        ContentGuide.For(path).Editors is Editors.OwnParty
        && PartiesOf(organisation) is { Count: > 0 } own
        && (ContentPointer.Steps(path).Count == 1 || (HolderOf(path) is { } holder && own.Contains(holder)));

    /// <summary>
    /// The places in which two contents differ, each by its path before and after; null where there is nothing. In lists whose items belong
    /// to parties these are the items' answers, else whole members of the content.
    /// </summary>
    private static IEnumerable<(string? Before, string? After)> Touched(AgreementDocument before, AgreementDocument after) =>
        Differing(before.ToNode(), after.ToNode())
            .SelectMany(member =>
                IsListOfParties($"/{member.Name}")
                    ? InList($"/{member.Name}", member.Before?.AsArray() ?? [], member.After?.AsArray() ?? [])
                    : [($"/{member.Name}", $"/{member.Name}")]
            );

    private static IEnumerable<(string? Before, string? After)> InList(string list, JsonArray before, JsonArray after)
    {
        var old = ById(before);
        var @new = ById(after);
        var isTheDrafters = ContentGuide.For(list).Editors is Editors.Drafter;

        foreach (var id in old.Keys.Union(@new.Keys))
        {
            var item = ContentPointer.Append(list, id);
            if (old.GetValueOrDefault(id) is { } was && @new.GetValueOrDefault(id) is { } @is)
            {
                foreach (var member in Differing(was, @is))
                {
                    yield return (ContentPointer.Append(item, member.Name), ContentPointer.Append(item, member.Name));
                }
            }
            else
            {
                var path = isTheDrafters ? list : item;
                yield return (old.ContainsKey(id) ? path : null, @new.ContainsKey(id) ? path : null);
            }
        }

        if (!old.Keys.Where(@new.ContainsKey).SequenceEqual(@new.Keys.Where(old.ContainsKey)))
        {
            yield return (list, list); // the order is another
        }
    }

    private static IEnumerable<(string Name, JsonNode? Before, JsonNode? After)> Differing(JsonObject before, JsonObject after) =>
        before
            .Select(member => member.Key)
            .Union(after.Select(member => member.Key))
            .Select(name => (name, before[name], after[name]))
            .Where(member => !JsonNode.DeepEquals(member.Item2, member.Item3));

    private static bool IsListOfParties(string path) =>
        ContentShape.At(path) is ListShape { Element: RecordShape { IsItem: true } }
        && ContentGuide.For($"{path}/*").Editors is Editors.OwnParty;

    private static OrderedDictionary<string, JsonObject> ById(JsonArray items) =>
        new(items.Select(item => KeyValuePair.Create(item!["id"]!.GetValue<string>(), item.AsObject())));

    private string? OwnerOf(string list, string item) =>
        list switch
        {
            "parties" => item,
            "legalLines" => _content.LegalLines.FirstOrDefault(line => line.Id == item)?.Party,
            "retention" => _content.Retention.FirstOrDefault(retention => retention.Id == item)?.Party,
            "privacyNotices" => _content.PrivacyNotices.FirstOrDefault(notice => notice.Id == item)?.Party,
            _ => throw new ArgumentOutOfRangeException(nameof(list), list, "Nobody has said whose the items of this list are."),
        };
}
