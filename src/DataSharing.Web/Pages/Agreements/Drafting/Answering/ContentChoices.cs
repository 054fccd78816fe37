using DataSharing.Documents.Narrative;
using DataSharing.Domain.Content;
using DataSharing.Domain.Law;
using DataSharing.Web.Pages.Law;
using DataSharing.Web.TagHelpers;

namespace DataSharing.Web.Pages.Agreements.Drafting.Answering;

/// <summary>
/// What can be chosen: the items of the agreement that another names, and the provisions of the law book, each with a sentence.
/// </summary>
internal sealed class ContentChoices(AgreementContent content, LawBook lawBook)
{
    private static readonly Dictionary<string, (string Text, string Meaning)> Reasons = new()
    {
        ["CannotConsent"] = ("The person cannot consent", "They lack the capacity, or cannot be reached."),
        ["NotReasonableToObtain"] = ("It is not reasonable to ask", "The controller cannot reasonably be expected to obtain consent."),
        ["WouldPrejudice"] = ("Asking would prejudice the purpose", "For example it would warn somebody, or put a person at risk."),
        ["UnreasonablyWithheld"] = ("Consent is withheld unreasonably", "Only for the conditions that allow it."),
    };

    /// <param name="dataset">The dataset whose fields are asked for.</param>
    public IReadOnlyList<Choice> For(ContentShape shape, string? dataset) =>
        shape switch
        {
            TextShape { Vocabulary: { } vocabulary } => [.. Law(vocabulary)],
            TextShape { Suggested: { } vocabulary } => [.. Law(vocabulary)],
            TextShape { Kinds: ItemKinds.Purpose } =>
            [
                .. content.Purposes.Select(p => new Choice(
                    p.Id,
                    $"{p.Id}: {(p.Code is { } code ? CodeLabels.Of(code) : "kind not chosen")}",
                    p.Description
                )),
            ],
            TextShape { Kinds: ItemKinds.Dataset } =>
            [
                .. content.Datasets.Select(d => new Choice(d.Id, $"{d.Id}: {d.Name ?? "no name yet"}", Describe(d))),
            ],
            TextShape { Kinds: ItemKinds.Field } => [.. FieldsOf(dataset).Select(f => new Choice(f.Id, f.Name ?? f.Id, Describe(f)))],
            TextShape text => [.. Parties(text.Kinds), .. Recipients(text.Kinds)],
            _ => [],
        };

    private ValueList<DataField> FieldsOf(string? dataset) => content.Datasets.FirstOrDefault(d => d.Id == dataset)?.Fields ?? [];

    private IEnumerable<Choice> Parties(ItemKinds kinds) =>
        kinds.HasFlag(ItemKinds.Party)
            ? content.Parties.Select(p => new Choice(
                p.Id,
                p.Name ?? p.Id,
                p.Roles.Count == 0
                    ? null
                    : Words.List([.. p.Roles.Select((role, i) => i == 0 ? CodeLabels.Of(role) : Words.Within(CodeLabels.Of(role)))])
            ))
            : [];

    private IEnumerable<Choice> Recipients(ItemKinds kinds) =>
        (kinds.HasFlag(ItemKinds.PermittedRecipient) ? content.PermittedRecipients : [])
            .Concat(kinds.HasFlag(ItemKinds.ConditionalRecipient) ? content.ConditionalRecipients : [])
            .Where(r => r.Party is null) // a party is chosen as itself
            .Select(r => new Choice(r.Id, $"{r.Name ?? r.OrgId ?? r.Id} (recipient, no party)", r.Conditions));

    private IEnumerable<Choice> Law(string vocabulary)
    {
        foreach (var code in lawBook.Codes(vocabulary))
        {
            yield return (lawBook.Find(code), code) switch
            {
                ({ } entry, _) => new Choice(code, entry.Name, $"{entry.Explanation} {entry.Citation}.{Caution(entry)}"),
                (_, LawBook.Part3PolicyDocument) => new Choice(code, "Sensitive processing for law enforcement", "DPA 2018 s42."),
                _ when Reasons.TryGetValue(code, out var reason) => new Choice(code, reason.Text, reason.Meaning),
                _ when vocabulary is LawVocabulary.GatewayPurpose => new Choice(code, GatewayPurposes.InWords(code), PowersFor(code)),
                _ => new Choice(code, Words.Code(code)),
            };
        }

        if (vocabulary is LawVocabulary.Art6 or LawVocabulary.Gateway)
        {
            yield return new Choice(
                LawVocabulary.Unknown,
                "I don’t know yet",
                "Fine in a draft. Ask your legal adviser: it must be answered before you submit."
            );
        }
    }

    /// <summary>The powers that allow sharing for such an objective.</summary>
    private string? PowersFor(string objective) =>
        lawBook.Entries.OfType<Gateway>().Where(power => power.AllowedPurposeCodes?.Contains(objective) is true).ToList()
            is { Count: > 0 } powers
            ? Words.List([.. powers.Select(power => $"{power.Name} ({power.Citation})")]) + "."
            : null;

    private static string Caution(LawEntry entry) => entry.Status is LegalStatus.InForce ? "" : $" This is {Words.Status(entry)}.";

    private string Describe(Dataset dataset) =>
        string.Join(
            ", ",
            new[]
            {
                content.Parties.FirstOrDefault(p => p.Id == dataset.Controller)?.Name,
                dataset.EstimatedSubjects is { } people ? $"about {Words.Count(people, "person", "people")}" : null,
                dataset.Identifiability is { } identifiable ? Words.Within(CodeLabels.Of(identifiable)) : null,
            }.OfType<string>()
        );

    private static string? Describe(DataField field) =>
        string.Join(
            ", ",
            new[]
            {
                field.SpecialCategory is { } special ? $"special category: {Words.Within(CodeLabels.Of(special))}" : null,
                field.CriminalOffence is true ? "criminal offence data" : null,
                field.DirectIdentifier is true ? "identifies people directly" : null,
            }.OfType<string>()
        )
            is { Length: > 0 } words
            ? words
            : null;
}
