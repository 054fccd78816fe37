using System.Collections.Immutable;
using System.Reflection;
using System.Text.RegularExpressions;
using DataSharing.Domain.Content;
using DataSharing.Domain.Rules;

namespace DataSharing.Domain.Tests.Content;

public class ContentGuideTests
{
    [Theory]
    [InlineData("The last day. At most {longestYears} after the start.", "The last day.")]
    [InlineData("At most {longestYears}, or {reviewWithinMonths}. It opens the entry.", "It opens the entry.")]
    [InlineData("At most {longestYears}.", null)]
    [InlineData("The first day.", "The first day.")]
    [InlineData(null, null)]
    public void Where_no_policy_counts_the_sentences_that_rest_on_one_are_left_out(string? text, string? rest) =>
        Assert.Equal(rest, (ContentGuide.Entries[0] with { Hint = text }).HintWithoutLimits);

    [Fact]
    public void Every_place_of_the_content_has_exactly_one_entry() =>
        Assert.Equal(ContentShape.Paths().Select(p => p.Path), ContentGuide.Entries.Select(e => e.Path));

    [Fact]
    public void Every_member_of_every_record_has_a_path()
    {
        var seen = ContentShape.Paths().Select(p => p.Path).ToHashSet();

        Assert.All(MembersBelow("", typeof(AgreementContent)), path => Assert.Contains(path, seen));
        Assert.True(seen.Count > 400);
    }

    [Fact]
    public void Every_record_of_a_list_is_an_item_with_an_id() =>
        Assert.All(
            ContentShape.Paths().Select(p => p.Shape).OfType<ListShape>().Select(l => l.Element).OfType<RecordShape>(),
            record => Assert.True(record.IsItem, record.Type.Name)
        );

    [Fact]
    public void Nothing_but_ids_is_required()
    {
        var required = ContentShape
            .Paths()
            .Select(p => p.Shape)
            .OfType<RecordShape>()
            .SelectMany(r => r.Members)
            .Where(m =>
                m.Property.GetCustomAttribute<System.Runtime.CompilerServices.RequiredMemberAttribute>() is not null
                || (m.Property.PropertyType.IsValueType && Nullable.GetUnderlyingType(m.Property.PropertyType) is null)
            );

        Assert.All(required, m => Assert.Equal("id", m.Name));
    }

    [Fact]
    public void Every_label_and_hint_is_a_clean_sentence() =>
        Assert.All(
            ContentGuide.Entries,
            entry =>
            {
                Assert.Matches(@"^[A-Z][^.]*[^.\s]$", entry.Label);
                Assert.True(entry.Hint is null || entry.Hint.EndsWith('.') || entry.Hint.EndsWith('?'), entry.Path);
                Assert.DoesNotContain('\'', entry.Label + entry.Hint + entry.Help);
            }
        );

    [Fact]
    public void No_hint_states_a_number_that_the_policy_decides()
    {
        var counted = string.Join(
            '|',
            PolicySetting
                .All.Select(setting => setting.Unit?.Split(' ')[0])
                .OfType<string>()
                .Distinct()
                .Select(noun => noun.TrimEnd('s') + "s?")
        );
        var stated = new Regex(
            $@"\b(\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve) ({counted})\b|\bof \d+\b(?! characters)",
            RegexOptions.IgnoreCase
        );
        var placeholders = new Regex(@"\{(\w+)\}");

        Assert.Matches(stated, "at most five years after");
        Assert.Matches(stated, "anyone of 14 can read");
        Assert.All(
            ContentGuide.Entries.Where(entry => entry.Path is not ("/title" or "/emergency/until")),
            entry => // their limits are fixed
                Assert.DoesNotMatch(stated, $"{entry.Hint} {entry.Help}")
        );
        Assert.All(
            ContentGuide.Entries,
            entry =>
            {
                Assert.All(
                    placeholders.Matches(entry.Hint ?? ""),
                    place => Assert.Contains(place.Groups[1].Value, PolicySetting.All.Select(setting => setting.Name))
                );
                Assert.DoesNotContain('{', $"{entry.Label}{entry.Help}");
            }
        );
        Assert.Equal(
            ["/endDate", "/laySummary", "/purposes/*/description", "/reviewDate"],
            ContentGuide.Entries.Where(entry => entry.Hint?.Contains('{') is true).Select(entry => entry.Path).Order()
        );
    }

    [Fact]
    public void Sections_are_the_fourteen_and_each_has_entries()
    {
        Assert.Equal(14, Enum.GetValues<Section>().Length);
        Assert.Equal(Enum.GetValues<Section>(), ContentGuide.Entries.Select(e => e.Section).Distinct().Order());
    }

    [Theory]
    [InlineData("/parties", Editors.Drafter)]
    [InlineData("/parties/KMC/orgId", Editors.Drafter)]
    [InlineData("/parties/KMC/dpo", Editors.OwnParty)]
    [InlineData("/legalLines/L1/art6", Editors.OwnParty)]
    [InlineData("/retention/R1/period", Editors.OwnParty)]
    [InlineData("/privacyNotices/N1/url", Editors.OwnParty)]
    [InlineData("/purposes/P1/description", Editors.Drafter)]
    [InlineData("/datasets/D1/fields/name/justification", Editors.Drafter)]
    [InlineData("/flows/F1/method", Editors.Drafter)]
    [InlineData("/register/decision", Editors.Drafter)]
    [InlineData("/onward/policy", Editors.Drafter)]
    public void For_Pointer_SaysWhoMayEdit(string path, Editors editors) => Assert.Equal(editors, ContentGuide.For(path).Editors);

    [Theory]
    [InlineData("/laySummary", Readers.Public)]
    [InlineData("/benefits/B1/statement", Readers.Public)]
    [InlineData("/parties/KMC/breachContact/phone24h", Readers.Parties)]
    [InlineData("/security/accessControl", Readers.Parties)]
    [InlineData("/register/reason", Readers.Parties)]
    public void For_Pointer_SaysWhoMaySee(string path, Readers readers) => Assert.Equal(readers, ContentGuide.For(path).Readers);

    [Fact]
    public void For_UnknownPlace_IsRefused() => Assert.Throws<KeyNotFoundException>(() => ContentGuide.For("/flows/F1/speed"));

    [Fact]
    public void Every_value_of_every_vocabulary_has_a_label_of_its_own()
    {
        var vocabularies = ContentShape
            .Paths()
            .Select(p => p.Shape is ListShape list ? list.Element : p.Shape)
            .OfType<ChoiceShape>()
            .Select(c => c.Enum)
            .Append(typeof(Section))
            .Distinct()
            .ToList();

        Assert.True(vocabularies.Count > 30);
        Assert.All(
            vocabularies,
            vocabulary =>
            {
                var labels = Enum.GetValues(vocabulary).Cast<Enum>().Select(CodeLabels.Of).ToImmutableList();
                Assert.Equal(labels.Count, labels.Distinct().Count());
                Assert.All(labels, label => Assert.Matches(@"^\S.*[^.\s]$", label));
            }
        );
    }

    /// <summary>Walks the records without the help of the code under test.</summary>
    private static IEnumerable<string> MembersBelow(string path, Type type)
    {
        foreach (var member in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var at = $"{path}/{char.ToLowerInvariant(member.Name[0])}{member.Name[1..]}";
            yield return at;

            var inner = member.PropertyType.IsGenericType ? member.PropertyType.GetGenericArguments()[0] : member.PropertyType;
            if (inner.Namespace == type.Namespace && !inner.IsEnum)
            {
                foreach (var below in MembersBelow(member.PropertyType.IsGenericType ? $"{at}/*" : at, inner))
                {
                    yield return below;
                }
            }
        }
    }
}
