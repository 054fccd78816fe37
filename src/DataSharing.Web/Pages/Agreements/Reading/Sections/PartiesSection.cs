using DataSharing.Domain.Agreements.Content;

namespace DataSharing.Web.Pages.Agreements.Reading.Sections;

/// <summary>Who takes part at a glance, and after it everything else about each of them.</summary>
internal static class PartiesSection
{
    private static readonly string[] InTable = ["name", "sector", "jurisdiction", "roles", "processorFor", "iao", "authorisedSignatory", "assurances"];

    public static IEnumerable<Block> Of(Answers answers) => answers.Content.Parties.Count == 0
        ? []
        :
        [
            Table.Of("Parties", ["Organisation", "Role", "Who answers for it", "Assurance"], answers.Content.Parties.Select(party => Row(answers, party))),
            .. answers.Content.Parties.SelectMany(party => Details(answers, party))
        ];

    private static TableRow Row(Answers answers, Party party)
    {
        var at = $"/parties/{party.Id}";
        return new TableRow(
            at,
            Cell.Of(answers.At($"{at}/name"), Cell.Small(answers.At($"{at}/sector"), answers.At($"{at}/jurisdiction"))),
            Cell.Of(answers.At($"{at}/roles"), answers.Labelled($"{at}/processorFor")),
            Cell.Of(answers.Labelled($"{at}/iao", "Asset owner"), answers.Labelled($"{at}/authorisedSignatory", "Signs")),
            Cell.Of(answers.At($"{at}/assurances")));
    }

    private static IEnumerable<Block> Details(Answers answers, Party party)
    {
        Row[] rows = [.. answers.Rows($"/parties/{party.Id}", "In law", InTable)];
        return rows.Length == 0 ? [] : [new Heading(party.Name ?? party.Id, []), new Facts(rows) { InTwoColumns = true }];
    }
}
