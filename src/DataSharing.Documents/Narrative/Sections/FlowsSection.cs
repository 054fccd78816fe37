using System.Globalization;
using DataSharing.Documents.Narrative.Flows;
using DataSharing.Domain.Content;

namespace DataSharing.Documents.Narrative.Sections;

/// <summary>The picture, the same in a table, and what the table has no room for.</summary>
internal static class FlowsSection
{
    private static readonly string[] InTable =
    [
        "from",
        "to",
        "via",
        "datasetId",
        "fieldsSubset",
        "purposeIds",
        "mode",
        "trigger",
        "frequency",
        "volume",
        "format",
        "method",
        "methodDetail",
        "peopleKnow",
        "encryptionInTransit",
        "encryptionAtRest",
        "processingLocations",
        "transfers",
    ];

    public static IEnumerable<Block> Of(Answers answers) =>
        answers.Content.Flows.Count == 0
            ? []
            :
            [
                .. FlowPicture.Of(answers.Content) is { HasFlows: true } picture ? new Block[] { picture } : [],
                Table.Of(
                    "Data flows",
                    ["Flow", "Data", "How", "Where, and how protected", "Purposes"],
                    answers.Content.Flows.Select((flow, i) => Row(answers, flow, i + 1))
                ),
                .. FactsOf.Rows(
                    FactsOf.Items(
                        [.. answers.Content.Flows.Index()],
                        numbered => $"{numbered.Index + 1}. {NameOf(answers, numbered.Item)}",
                        numbered => answers.Rest($"/flows/{numbered.Item.Id}", InTable)
                    )
                ),
            ];

    private static TableRow Row(Answers answers, Flow flow, int number)
    {
        var at = $"/flows/{flow.Id}";
        return new TableRow(
            at,
            Cell.Of(
                Answer.Of(
                    PartLayout.Sentence,
                    Answer.Saying(number.ToString(CultureInfo.InvariantCulture), Tone.Number),
                    answers.At($"{at}/from"),
                    flow.To is null ? null : Answer.Saying("to"),
                    answers.At($"{at}/to")
                ),
                flow.Via is { } via ? answers.Saying($"{at}/via", $"by way of {answers.RecipientName(via)}", Tone.Muted) : null
            ),
            Cell.Of(
                answers.At($"{at}/datasetId"),
                answers.Labelled($"{at}/fieldsSubset", "Only"),
                flow.Volume is { } volume
                    ? answers.Saying($"{at}/volume", $"{Words.Count(volume, "record", "records")} in one delivery")
                    : null,
                FlowData.Of(answers.Content, flow).Sensitive is { } sensitive ? Answer.Saying(sensitive, Tone.Sensitive) : null
            ),
            Cell.Of(
                answers.At($"{at}/mode"),
                answers.At($"{at}/method"),
                Cell.Small(answers.At($"{at}/methodDetail")),
                answers.At($"{at}/frequency"),
                answers.At($"{at}/format"),
                Cell.Small(answers.Labelled($"{at}/trigger", "Starts when"))
            ),
            Cell.Of(
                answers.At($"{at}/processingLocations"),
                answers.At($"{at}/transfers"),
                Encrypted(answers, $"{at}/encryptionInTransit", flow.EncryptionInTransit, "in transit"),
                Encrypted(answers, $"{at}/encryptionAtRest", flow.EncryptionAtRest, "at rest")
            ),
            Cell.Of(answers.At($"{at}/purposeIds"), Cell.Small(answers.At($"{at}/peopleKnow")))
        );
    }

    private static Answer? Encrypted(Answers answers, string path, bool? encrypted, string where) =>
        encrypted switch
        {
            true => answers.Saying(path, $"Encrypted {where}"),
            false => answers.Saying(path, $"Not encrypted {where}", Tone.Bad),
            null => null,
        };

    private static string NameOf(Answers answers, Flow flow) => $"{answers.RecipientName(flow.From)} to {answers.RecipientName(flow.To)}";
}
