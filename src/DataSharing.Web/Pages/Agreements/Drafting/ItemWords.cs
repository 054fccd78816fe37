using System.Collections.Frozen;
using System.Text.Json.Nodes;
using DataSharing.Documents.Narrative;
using DataSharing.Domain.Content;
using DataSharing.Web.Pages.Agreements.Reading;

namespace DataSharing.Web.Pages.Agreements.Drafting;

/// <summary>What an item is called in a list, and the few answers by which one knows it again.</summary>
internal sealed class ItemWords(Answers answers)
{
    /// <summary>The answers that tell most about an item, beside its name.</summary>
    private static readonly FrozenDictionary<string, string[]> Telling = new Dictionary<string, string[]>
    {
        ["/parties/*"] = ["roles"],
        ["/parties/*/authorisedSignatory/*"] = ["authority"],
        ["/parties/*/apd/*"] = ["coversSch1", "reviewDue"],
        ["/parties/*/assurances/*"] = ["level", "ref", "validTo"],
        ["/purposes/*"] = ["description"],
        ["/datasets/*"] = ["controller", "identifiability", "estimatedSubjects"],
        ["/datasets/*/subjectClasses/*"] = ["relation"],
        ["/datasets/*/fields/*"] = ["type", "specialCategory", "justification"],
        ["/legalLines/*"] = ["art6", "art9"],
        ["/legalLines/*/s1/*"] = ["spiReason"],
        ["/legalLines/*/gateways/*"] = ["citationDetail"],
        ["/flows/*"] = ["datasetId", "mode", "method"],
        ["/flows/*/transfers/*"] = ["country"],
        ["/techniques/*"] = ["params"],
        ["/privacyNotices/*"] = ["url", "exemption"],
        ["/engagement/*"] = ["when", "whatChanged"],
        ["/optOuts/*"] = ["detail"],
        ["/retention/*"] = ["period", "criteria"],
        ["/permittedRecipients/*"] = ["conditions"],
        ["/conditionalRecipients/*"] = ["conditions"],
        ["/prohibitedRecipients/*"] = ["conditions"],
        ["/benefits/*"] = ["beneficiaryGroup", "measure"],
        ["/expectedOutputs/*"] = ["kind", "dueOn"],
        ["/dpia/*"] = ["status", "residualRisk"],
        ["/risks/*"] = ["likelihood", "severity", "control"],
    }.ToFrozenDictionary();

    /// <summary>Lists of which an item is known by how long they are.</summary>
    private static readonly FrozenDictionary<string, (string List, string One, string Many)> Counted = new Dictionary<
        string,
        (string, string, string)
    >
    {
        ["/datasets/*"] = ("fields", "field", "fields"),
    }.ToFrozenDictionary();

    /// <summary>People speak of purposes, datasets and flows by their ids as well.</summary>
    public string TitleOf(string path)
    {
        var (id, name) = (ContentItems.IdIn(path), ItemNames.NameOf(answers, path));
        if (name == id && ContentItems.ListOf(path) is "/legalLines")
        {
            return $"{Answers.LabelOf(path)} {id}{(answers.At(path) is null ? ": nothing said yet" : "")}";
        }

        return name != id && ContentItems.ListOf(path) is "/purposes" or "/datasets" or "/flows" ? $"{id}: {name}" : name;
    }

    /// <summary>A few answers, the most telling first; each has one phrase or more.</summary>
    public IReadOnlyList<IReadOnlyList<Phrase>> DetailsOf(string path, JsonObject item)
    {
        var pattern = ContentShape.PatternOf(path)!;
        List<IReadOnlyList<Phrase>> said =
        [
            .. Telling
                .GetValueOrDefault(pattern, [])
                .Select(member => FirstPhrases(answers.At($"{path}/{member}")))
                .Where(phrases => phrases.Count > 0),
        ];
        if (Counted.TryGetValue(pattern, out var counted) && item[counted.List] is JsonArray items)
        {
            said.Add([new Phrase(Words.Count(items.Count, counted.One, counted.Many))]);
        }

        if (pattern == "/legalLines/*" && item["gateways"] is JsonArray { Count: > 0 } powers)
        {
            said.Add([.. powers.SelectMany(power => FirstPhrases(answers.At($"{path}/gateways/{(string?)power!["id"]}/code")))]);
        }

        return said;
    }

    /// <summary>Where the provision that an item cites is read in the law book; null if it cites none.</summary>
    public string? LawOf(string path) =>
        ContentShape.PatternOf(path) is "/legalLines/*/s1/*" or "/legalLines/*/gateways/*"
            ? FirstPhrases(answers.At($"{path}/code"))
                .Select(phrase => phrase.Link)
                .OfType<LawLink>()
                .Select(LinkAddress.Of)
                .FirstOrDefault()
            : null;

    private static List<Phrase> FirstPhrases(Answer? answer) => [.. (answer?.Lines ?? []).Select(line => line.Phrases[0])];
}
