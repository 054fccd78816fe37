using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using DataSharing.Domain.Content;
using DataSharing.Web.Tests.Infrastructure;

namespace DataSharing.Web.Tests.Pages.Agreements.Drafting;

/// <summary>Types a whole agreement into the pages, question by question, as somebody without script would.</summary>
internal sealed class DraftScript(Browser browser, string agreement)
{
    public static readonly IReadOnlyDictionary<Section, string> Slugs = Enum.GetValues<Section>()
        .ToDictionary(
            section => section,
            section =>
                string.Concat(
                    section
                        .ToString()
                        .Select((c, i) => char.IsUpper(c) && i > 0 ? "-" + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString())
                )
        );

    public static async Task<DraftScript> StartAsync(Browser browser, string title = "A new agreement")
    {
        var started = await browser.SendAsync("/agreements/new", ("Form.Title", title));
        Assert.Equal(HttpStatusCode.Redirect, started.Status);
        return new DraftScript(browser, started.Location!.OriginalString[..^"/draft".Length]);
    }

    public string Agreement => agreement;

    public string Draft => agreement + "/draft";

    /// <summary>Adds all items, then answers everything: what an item names may come later than the item.</summary>
    public async Task WriteAsync(AgreementContent content, Func<string, bool>? which = null)
    {
        var node = AgreementJson.ToNode(content);
        var later = new List<(string Path, JsonObject Item)>();
        foreach (var (path, item) in ItemsIn("", node, ContentShape.Root).Where(item => which?.Invoke(item.Path) is not false))
        {
            var (added, all) = await AddAsync(path, item);
            Assert.True(added.Status == HttpStatusCode.Redirect, $"{path}: {added.Status} {string.Join("; ", added.Errors)}");
            if (!all)
            {
                later.Add((path, item));
            }
        }

        foreach (var (path, item) in later)
        {
            await AnswerAsync($"{Draft}{path}", ContentShape.PatternOf(path)!, item);
        }

        foreach (var section in Enum.GetValues<Section>().Where(section => which is null))
        {
            await AnswerAsync($"{Draft}/{Slugs[section]}", "", node, path => ContentGuide.For(path).Section == section);
        }
    }

    /// <returns>What the portal answered, and whether everything could be answered: an item named may not be there yet.</returns>
    public async Task<(Answer Answer, bool All)> AddAsync(string path, JsonObject item)
    {
        var list = path[..path.LastIndexOf('/')];
        var page = await browser.GetAsync($"{Draft}{list}/-");
        Assert.Equal((path, HttpStatusCode.OK), (path, page.Status));
        var offered = page
            .Document.QuerySelectorAll("input[type=radio], input[type=checkbox], option")
            .Select(o => o.GetAttribute("value"))
            .ToHashSet();
        var all = FieldsOf(ContentShape.PatternOf(path)!, item, _ => true).ToArray();
        var now = FieldsOf(
                ContentShape.PatternOf(path)!,
                item,
                _ => true,
                (shape, value) => shape is not TextShape { Kinds: not ItemKinds.None } || offered.Contains(value)
            )
            .ToArray();
        return (
            await browser.SendAsync(page, $"{Draft}{list}/-", [("Id", item["id"]!.GetValue<string>()), .. now]),
            now.Length == all.Length
        );
    }

    public async Task AnswerAsync(string address, string pattern, JsonObject record, Func<string, bool>? which = null)
    {
        var fields = FieldsOf(pattern, record, which ?? (_ => true)).ToArray();
        if (fields.Length > 0)
        {
            var answer = await browser.SendAsync(address, fields);
            Assert.True(answer.Status == HttpStatusCode.Redirect, $"{address}: {answer.Status} {string.Join("; ", answer.Errors)}");
        }
    }

    /// <summary>The document as the portal gives it out.</summary>
    public async Task<byte[]> DownloadAsync() =>
        await browser.Client.GetByteArrayAsync(
            new Uri($"{agreement}/versions/1/file", UriKind.Relative),
            TestContext.Current.CancellationToken
        );

    public static IEnumerable<(string Path, JsonObject Item)> ItemsIn(string path, JsonObject record, RecordShape shape) =>
        shape.Members.SelectMany(member =>
            (member.Shape, record[member.Name]) switch
            {
                (RecordShape inner, JsonObject node) => ItemsIn($"{path}/{member.Name}", node, inner),
                (ListShape { Element: RecordShape element }, JsonArray items) => items
                    .OfType<JsonObject>()
                    .SelectMany(item =>
                        ItemsIn($"{path}/{member.Name}/{item["id"]}", item, element).Prepend(($"{path}/{member.Name}/{item["id"]}", item))
                    ),
                _ => [],
            }
        );

    /// <summary>What is typed for each question, under the name of its box. Unanswered questions are left empty.</summary>
    public static IEnumerable<(string Name, string? Value)> FieldsOf(
        string pattern,
        JsonObject record,
        Func<string, bool> which,
        Func<ContentShape, string, bool>? mayBeChosen = null
    )
    {
        foreach (var (path, shape) in ContentShape.Paths().Where(p => p.Path.StartsWith(pattern + "/", StringComparison.Ordinal)))
        {
            var question = path[pattern.Length..];
            if (
                question.Contains('*', StringComparison.Ordinal)
                || shape is RecordShape or ListShape { Element: RecordShape } or TextShape { IsId: true }
                || !which(path)
            )
            {
                continue;
            }

            var name = "Form." + string.Join('.', question[1..].Split('/').Select(step => char.ToUpperInvariant(step[0]) + step[1..]));
            foreach (
                var field in Typed(name, shape, ContentPointer.Resolve(record, question))
                    .Where(f => f.Value is null || mayBeChosen is null || mayBeChosen(shape is ListShape l ? l.Element : shape, f.Value))
            )
            {
                yield return field;
            }
        }
    }

    private static (string Name, string? Value)[] Typed(string name, ContentShape shape, JsonNode? answer) =>
        (shape, answer) switch
        {
            (DateShape, null) => [($"{name}.Day", ""), ($"{name}.Month", ""), ($"{name}.Year", "")],
            (DateShape, _) when DateOnly.Parse(answer.GetValue<string>(), CultureInfo.InvariantCulture) is var day =>
            [
                ($"{name}.Day", $"{day.Day}"),
                ($"{name}.Month", $"{day.Month}"),
                ($"{name}.Year", $"{day.Year}"),
            ],
            (_, null) => [(name, null)],
            (ListShape { Element: TextShape { Vocabulary: null, Kinds: ItemKinds.None } }, JsonArray lines) =>
            [
                (name, string.Join("\r\n", lines.Select(line => line!.ToString()))),
            ],
            (ListShape, JsonArray several) => [.. several.Select(one => (name, (string?)one!.ToString()))],
            (FlagShape, _) => [(name, answer.GetValue<bool>() ? "true" : "false")],
            _ => [(name, answer.ToString())],
        };
}
