using System.Text.Json;
using System.Text.Json.Nodes;
using DataSharing.Domain.Agreements.Content;
using DataSharing.Domain.Law;
using DataSharing.Web.Pages.Agreements.Reading;

namespace DataSharing.Web.Pages.Agreements.Drafting;

/// <summary>What an item is called in a list, and the few answers by which one knows it again.</summary>
internal sealed class ItemWords(AgreementContent content)
{
    private readonly Answers _answers = new(content, LawBook.First);

    public string TitleOf(string path, JsonObject node) => As(path, node) switch
    {
        Party p => p.Name ?? p.Id,
        OrganisationIdentifier i => $"{Words.Scheme(i.Scheme ?? "Scheme not chosen")} {i.Value}",
        Signatory s => s.Contact ?? "Signatory without a contact",
        PolicyDocument d => d.Ref ?? "Policy document without a reference",
        Assurance a => Said(path + "/type") ?? "Kind not chosen",
        Purpose p => $"{p.Id}: {Said(path + "/code") ?? "kind not chosen"}",
        Dataset d => $"{d.Id}: {d.Name ?? "no name yet"}",
        SubjectClass c => c.Code is { } code ? Words.Code(code) : "Class not named",
        DataField f => f.Name ?? f.Id,
        LegalLine l => $"{Known(_answers.PartyName(l.Party), "No party yet")}: {Said(path + "/activity") ?? "activity not chosen"}",
        Schedule1Condition c => Said(path + "/code") ?? "Condition not chosen",
        GatewayCitation g => Said(path + "/code") ?? "Gateway not chosen",
        Flow f => $"{f.Id}: {Known(_answers.RecipientName(f.From), "sender not chosen")} to {Known(_answers.RecipientName(f.To), "recipient not chosen")}",
        Transfer t => Said(path + "/country") ?? (t.Mechanism is null ? "Country not chosen" : "No country named"),
        Technique t => Said(path + "/kind") ?? "Technique not chosen",
        PrivacyNotice n => Known(_answers.PartyName(n.Party), "Controller not chosen"),
        Engagement e => e.Who ?? "Nobody named yet",
        OptOut o => Said(path + "/kind") ?? "Kind not chosen",
        Retention r => Known(_answers.PartyName(r.Party), "Party not chosen"),
        Recipient r => r.Name ?? (r.Party is { } party ? _answers.PartyName(party) : r.OrgId is { } organisation ? Words.Organisation(organisation) : "Nobody named yet"),
        Benefit b => b.Statement ?? "Benefit not described",
        Dpia d => d.Ref ?? $"Impact assessment {d.Id}",
        var item => item.Id
    };

    /// <summary>A few answers, the most telling first.</summary>
    public IReadOnlyList<string> DetailsOf(string path, JsonObject node) =>
    [
        .. TellingOf(As(path, node)).Select(member => Said($"{path}/{member}")).OfType<string>(),
        .. CountsOf(As(path, node))
    ];

    private static string[] TellingOf(IItem item) => item switch
    {
        Party => ["roles"],
        Signatory => ["authority"],
        PolicyDocument => ["coversSch1", "reviewDue"],
        Assurance => ["level", "ref", "validTo"],
        Purpose => ["description"],
        Dataset => ["controller", "identifiability", "estimatedSubjects"],
        SubjectClass => ["relation"],
        DataField => ["type", "specialCategory", "justification"],
        LegalLine => ["purpose", "art6", "art9"],
        Schedule1Condition => ["spiReason"],
        GatewayCitation => ["citationDetail"],
        Flow => ["datasetId", "mode", "method"],
        Transfer => ["mechanism"],
        Technique => ["params"],
        PrivacyNotice => ["url", "exemption"],
        Engagement => ["when", "whatChanged"],
        OptOut => ["detail"],
        Retention => ["datasetId", "period", "criteria"],
        Recipient => ["conditions"],
        Benefit => ["beneficiaryGroup", "measure"],
        Dpia => ["status", "residualRisk"],
        _ => []
    };

    private static IEnumerable<string> CountsOf(IItem item) => item switch
    {
        Dataset d => [Words.Count(d.Fields.Count, "field", "fields")],
        LegalLine { Gateways.Count: > 0 } l => [Words.Count(l.Gateways.Count, "power or duty", "powers and duties")],
        _ => []
    };

    private static string Known(string name, string otherwise) => name.Length > 0 ? name : otherwise;

    private string? Said(string path) => _answers.At(path) is { } answer ? string.Join("; ", answer.Lines.Select(line => line.Phrases[0].Text)) : null;

    private static IItem As(string path, JsonObject node) =>
        (IItem)node.Deserialize(((RecordShape)ContentShape.At(path)!).Type, AgreementJson.Options)!;
}
