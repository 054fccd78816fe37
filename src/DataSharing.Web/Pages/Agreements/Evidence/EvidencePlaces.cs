using DataSharing.Domain.Content;
using DataSharing.Web.TagHelpers;

namespace DataSharing.Web.Pages.Agreements.Evidence;

internal static class EvidencePlaces
{
    private const int LongestName = 60;

    /// <summary>What evidence can support: each section, and in it the items that the content has.</summary>
    public static IEnumerable<Choice> In(AgreementContent content)
    {
        var items = Items(content).ToLookup(item => ContentGuide.For(item.Path).Section);
        return Enum.GetValues<Section>()
            .SelectMany(section =>
                items[section]
                    .Select(item => new Choice(
                        item.Path,
                        $"{Places.Of(item.Path)}{(item.Name is { Length: > 0 } name ? ", " + Shortened(name) : "")}"
                    ))
                    .Prepend(new Choice(section.ToString(), CodeLabels.Of(section)))
            );
    }

    private static IEnumerable<(string Path, string? Name)> Items(AgreementContent content) =>
        [
            .. content.Parties.Select(party => ($"/parties/{party.Id}", party.Name)),
            .. content.Purposes.Select(purpose => ($"/purposes/{purpose.Id}", purpose.Description)),
            .. content.Datasets.Select(dataset => ($"/datasets/{dataset.Id}", dataset.Name)),
            .. content.LegalLines.Select(line => ($"/legalLines/{line.Id}", Line(content, line))),
            .. content.Flows.Select(flow => ($"/flows/{flow.Id}", (string?)$"{flow.From} to {flow.To}")),
            .. content.Dpia.Select(dpia => ($"/dpia/{dpia.Id}", dpia.Ref)),
        ];

    private static string? Line(AgreementContent content, LegalLine line) =>
        string.Join(
            ", ",
            new[]
            {
                content.Parties.FirstOrDefault(p => p.Id == line.Party)?.Name,
                line.Activity is { } activity ? CodeLabels.Of(activity) : null,
            }.OfType<string>()
        );

    private static string Shortened(string text) => text.Length <= LongestName ? text : text[..(LongestName - 1)].TrimEnd() + "…";
}
