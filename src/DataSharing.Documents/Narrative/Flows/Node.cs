using DataSharing.Domain.Content;

namespace DataSharing.Documents.Narrative.Flows;

/// <summary>A party, or a recipient that a flow names and that is no party.</summary>
internal sealed record Node(string Id, string Name, string Role, bool IsParty)
{
    /// <summary>Every party, and after them the other recipients that flows name.</summary>
    public static IReadOnlyList<Node> AllOf(AgreementContent content)
    {
        var parties = content.Parties.Select(party => party.Id).ToHashSet();
        return
        [
            .. content.Parties.Select(party => new Node(party.Id, Short(party.Name ?? party.Id), RoleOf(party), IsParty: true)),
            .. content
                .Flows.SelectMany(flow => new[] { flow.From, flow.To, flow.Via }.OfType<string>())
                .Distinct()
                .Where(id => !parties.Contains(id))
                .Select(id => new Node(id, Short(Recipient(content, id)?.Name ?? id), "no party", IsParty: false)),
        ];
    }

    private static Recipient? Recipient(AgreementContent content, string id) =>
        content.PermittedRecipients.Concat(content.ConditionalRecipients).FirstOrDefault(r => r.Id == id);

    private static string RoleOf(Party party) =>
        Words.Within(
            Words.List([
                .. party
                    .Roles.Where(role => role is not PartyRole.Unknown)
                    .Select((role, i) => i == 0 ? CodeLabels.Of(role) : Words.Within(CodeLabels.Of(role))),
            ])
        );

    /// <summary>Without what stands in brackets at the end; the table has the whole name.</summary>
    private static string Short(string name) =>
        name.EndsWith(')') && name.LastIndexOf(" (", StringComparison.Ordinal) is > 0 and var bracket ? name[..bracket] : name;
}
