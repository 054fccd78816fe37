using DataSharing.Domain.Content;

namespace DataSharing.Documents.Narrative.Sections;

/// <summary>Who takes part at a glance, and after it everything else about each of them.</summary>
internal static class PartiesSection
{
    private static readonly string[] InTable =
    [
        "name",
        "sector",
        "jurisdiction",
        "roles",
        "processorFor",
        "iao",
        "authorisedSignatory",
        "assurances",
        "orgId",
        "identifiers",
    ];

    public static IEnumerable<Block> Of(Answers answers) =>
        answers.Content.Parties.Count == 0
            ? []
            :
            [
                Table.Of(
                    "Parties",
                    ["Organisation", "Role", "Who answers for it", "Assurance"],
                    answers.Content.Parties.Select(party => Row(answers, party))
                ),
                .. answers.Content.Parties.SelectMany(party => Details(answers, party)),
            ];

    private static TableRow Row(Answers answers, Party party)
    {
        var at = $"/parties/{party.Id}";
        return new TableRow(
            at,
            Cell.Of(answers.At($"{at}/name"), Cell.Small(answers.At($"{at}/sector"), answers.At($"{at}/jurisdiction"))),
            Cell.Of(answers.At($"{at}/roles"), answers.Labelled($"{at}/processorFor")),
            Cell.Of(answers.Labelled($"{at}/iao", "Asset owner"), answers.Labelled($"{at}/authorisedSignatory", "Signs")),
            Cell.Of(answers.At($"{at}/assurances"))
        );
    }

    private static IEnumerable<Block> Details(Answers answers, Party party)
    {
        var at = $"/parties/{party.Id}";
        Row[] rows = [.. Identifiers(answers, at, party), .. answers.Rows(at, "In law", InTable)];
        return rows.Length == 0 ? [] : [new Heading(party.Name ?? party.Id, []), new Facts(rows) { InTwoColumns = true }];
    }

    /// <summary>One of them is usually the one by which the portal knows the organisation; it is said once.</summary>
    private static IEnumerable<Row> Identifiers(Answers answers, string at, Party party)
    {
        var known = answers.At($"{at}/orgId");
        Answer[] identifiers = [.. party.Identifiers.Select(Identifier)];
        return identifiers.Length > 0 || known is not null
            ?
            [
                new Row(
                    Answers.LabelOf($"{at}/identifiers"),
                    [.. known is null || identifiers.Any(i => i.Paths.Contains($"{at}/orgId")) ? identifiers : [known, .. identifiers]]
                ),
            ]
            : [];

        Answer Identifier(OrganisationIdentifier identifier)
        {
            var item = $"{at}/identifiers/{identifier.Id}";
            return Answer.Of(PartLayout.Sentence, answers.At($"{item}/scheme"), answers.At($"{item}/value")) with
            {
                Paths = party.OrgId == $"{identifier.Scheme}:{identifier.Value}" ? [item, $"{at}/orgId"] : [item],
            };
        }
    }
}
