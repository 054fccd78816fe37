using System.Text.Json.Nodes;
using DataSharing.Domain.Content;

namespace DataSharing.Domain.Tests.Content;

/// <summary>The expected files fit the agreements they belong to.</summary>
public class SampleTests
{
    [Theory]
    [MemberData(nameof(Sample.All), MemberType = typeof(Sample))]
    public void Findings_point_to_places_of_the_content_and_are_justified(string name)
    {
        var sample = Sample.Load(name);
        var content = sample.Agreement.Document.ToNode();
        var findings = sample.Expected["findings"]!.AsArray();

        Assert.All(
            findings,
            finding =>
            {
                var path = (string)finding!["path"]!;
                Assert.NotNull(ContentShape.At(path));
                Assert.NotNull(ContentPointer.Resolve(content, path) ?? ContentPointer.Resolve(content, path[..path.LastIndexOf('/')]));
                Assert.Equal("Warning", (string?)finding["severity"]);
            }
        );
        Assert.Equal(
            findings.Select(f => (string)f!["rule"]!).Distinct().Order(),
            sample.Expected["justifications"]!.AsObject().Select(j => j.Key).Order()
        );
    }

    [Theory]
    [MemberData(nameof(Sample.All), MemberType = typeof(Sample))]
    public void Routes_are_in_order_and_name_parties_of_the_agreement(string name)
    {
        var sample = Sample.Load(name);
        var parties = sample.Agreement.Document.Content.Parties.Select(p => p.Id).ToList();
        var route = sample.Expected["route"]!.AsArray();
        var groups = route.Select(s => (int)s!["group"]!).ToList();

        Assert.Equal(groups.Order(), groups);
        Assert.All(
            route,
            stage =>
            {
                Assert.Contains((string)stage!["party"]!, parties);
                Assert.True(Enum.TryParse<Role>((string)stage["role"]!, out _));
            }
        );
        Assert.Equal(
            sample
                .Agreement.Document.Content.Parties.Where(p => p.Roles.Any(r => r is PartyRole.Controller or PartyRole.JointController))
                .Select(p => p.Id),
            route.Where(s => (string)s!["stage"]! == "Signature").Select(s => (string)s!["party"]!)
        );
    }

    [Theory]
    [MemberData(nameof(Sample.All), MemberType = typeof(Sample))]
    public void Mutations_apply_and_change_the_content(string name)
    {
        var sample = Sample.Load(name);
        var content = sample.Agreement.Document.Content;
        var mutations = sample.Expected["mutations"]!.AsArray();

        Assert.NotEmpty(mutations);
        Assert.All(
            mutations,
            mutation =>
            {
                Assert.NotEmpty(mutation!["expect"]!.AsArray());
                var patch = mutation["patch"]!.AsArray();
                Assert.Equal((string?)mutation["needs"] == "accessRequest", patch.Count == 0);
                if (patch.Count > 0)
                {
                    Assert.NotEqual(content, ContentPatch.Apply(content, patch));
                }
            }
        );
    }

    [Theory]
    [MemberData(nameof(Sample.All), MemberType = typeof(Sample))]
    public void Every_holder_of_personal_data_says_how_long_it_keeps_it(string name)
    {
        var content = Sample.Load(name).Agreement.Document.Content;
        var holders = content.Flows.SelectMany(f => new[] { f.From, f.To, f.Via }).OfType<string>().Distinct();

        Assert.All(
            holders,
            holder =>
                Assert.Contains(
                    content.Retention,
                    row =>
                        row.Party == holder
                        && (row.Period ?? row.Criteria) is not null
                        && row is { Trigger: not null, DisposalMethod: not null, DisposalEvidence: not null }
                )
        );
    }

    [Theory]
    [MemberData(nameof(Sample.All), MemberType = typeof(Sample))]
    public void Contacts_are_invented(string name)
    {
        var texts = Texts(Sample.Load(name).ToNode())
            .Where(t => t.Contains('@', StringComparison.Ordinal) || t.StartsWith("http", StringComparison.Ordinal))
            .ToList();

        Assert.NotEmpty(texts);
        Assert.All(texts, text => Assert.Contains(".example", text, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Texts(JsonNode? node) =>
        node switch
        {
            JsonObject @object => @object.SelectMany(m => Texts(m.Value)),
            JsonArray array => array.SelectMany(Texts),
            JsonValue value when value.TryGetValue<string>(out var text) => [text],
            _ => [],
        };
}
