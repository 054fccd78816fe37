using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DataSharing.Domain.Content;
using DataSharing.Domain.Law;
using DataSharing.Web.Tests.Documents;
using DataSharing.Web.Tests.Infrastructure;

namespace DataSharing.Web.Tests.Pages.Agreements.Drafting;

/// <summary>Every sample can be typed from a blank page, and comes out to the last byte.</summary>
public sealed partial class SampleDraftingTests(Portal portal)
{
    [Theory]
    [MemberData(nameof(Samples.All), MemberType = typeof(Samples))]
    public async Task A_sample_typed_through_the_pages_has_its_canonical_bytes(string sample)
    {
        var content = Samples.Content(sample);
        var script = await DraftScript.StartAsync(portal.SignedInAs(await portal.APersonAsync(Role.IgOfficer)));

        await script.WriteAsync(content);

        var written = AgreementImport.Read(await script.DownloadAsync(), LawBook.First).File!.Document;
        Assert.Equal(AgreementDocument.Of(content).Content, written.Content);
        Assert.Equal(AgreementDocument.Of(content).Bytes.ToArray(), written.Bytes.ToArray());
    }

    /// <summary>Some questions are shown only after a choice. Whoever chooses what a sample says must see all that it answers.</summary>
    [Fact]
    public async Task Every_answer_of_a_sample_is_asked_where_its_own_choices_show_it()
    {
        var browser = portal.SignedInAs(await portal.APersonAsync(Role.IgOfficer));
        var script = await DraftScript.StartAsync(browser);
        var rules = Rules(
            await browser.Client.GetStringAsync(new Uri("/css/site.css", UriKind.Relative), TestContext.Current.CancellationToken)
        );
        var pages = new Dictionary<string, Answer>();
        var hidden = new List<string>();

        foreach (var sample in Samples.Names)
        {
            var content = AgreementJson.ToNode(Samples.Content(sample));
            foreach (var section in Enum.GetValues<Section>())
            {
                await LookAsync(
                    sample,
                    $"{script.Draft}/{DraftScript.Slugs[section]}",
                    "",
                    content,
                    path => ContentGuide.For(path).Section == section
                );
            }

            foreach (var list in content.Where(member => ContentShape.At($"/{member.Key}") is ListShape { Element: RecordShape }))
            {
                foreach (var item in list.Value!.AsArray())
                {
                    await LookAsync(sample, $"{script.Draft}/{list.Key}/-", $"/{list.Key}/*", item!.AsObject(), _ => true);
                }
            }
        }

        Assert.Empty(hidden);

        async Task LookAsync(string sample, string address, string pattern, JsonObject record, Func<string, bool> which)
        {
            var said = DraftScript.FieldsOf(pattern, record, which).Where(field => !string.IsNullOrEmpty(field.Value)).ToList();
            if (!pages.TryGetValue(address, out var page))
            {
                pages[address] = page = await browser.GetAsync(address); // the same whatever is typed into it
            }

            foreach (var when in page.Document.QuerySelectorAll(".ds-when"))
            {
                var isShown = when.GetAttribute("data-when")!
                    .Split(' ')
                    .SelectMany(token => rules[token])
                    .Any(rule =>
                        said.Any(field =>
                            (rule.Name is null || field.Name == rule.Name) && (rule.Value is null || field.Value == rule.Value)
                        )
                    );
                var asked = when.QuerySelectorAll("[name]").Select(control => control.GetAttribute("name")).ToHashSet();
                hidden.AddRange(
                    said.Where(field => !isShown && asked.Contains(field.Name)).Select(field => $"{sample} {address}: {field.Name}")
                );
            }
        }
    }

    /// <summary>What the style sheet waits for before it shows the questions of each kind: a name, a value, or both.</summary>
    private static ILookup<string, (string? Name, string? Value)> Rules(string css) =>
        Rule().Matches(css).ToLookup(rule => rule.Groups["token"].Value, rule => (Part(rule.Groups["name"]), Part(rule.Groups["value"])));

    private static string? Part(Group group) => group.Success ? group.Value : null;

    [GeneratedRegex(
        """(?:form|\.ds-scope):has\((?:\[name="(?<name>[^"]+)"\])?(?:\[value="(?<value>[^"]+)"\])?:checked\) \[data-when~="(?<token>[^"]+)"\]"""
    )]
    private static partial Regex Rule();
}
