using DataSharing.Domain.Rules;

namespace DataSharing.Domain.Tests.Rules;

public sealed class PolicyWordsTests
{
    private static readonly Policy Short = Policy.First with { LongestYears = 1, LaySummaryReadingAge = 12 };

    [Fact]
    public void A_text_is_filled_with_the_settings_as_they_are()
    {
        Assert.Equal("At most 1 year after the start.", PolicyWords.Fill("At most {longestYears} after the start.", Short));
        Assert.Equal("250 words, 12 years.", PolicyWords.Fill("{laySummaryWords}, {laySummaryReadingAge}.", Short));
        Assert.Null(PolicyWords.Fill(null, Short));
    }

    [Theory]
    [InlineData("DSA-095", "It runs for more than 1 year. End it by 1 May 2027.", "Longest agreement")]
    [InlineData("DSA-095", "It runs for more than 11 years.", null)]
    [InlineData("DSA-095", "Set start, end and review dates.", null)]
    [InlineData("DSA-080", "Write at most 250 words for readers of 12.", "Longest lay summary; Reading age of the lay summary")]
    [InlineData("DSA-012", "\u201cas required\u201d is open-ended.", "Vague phrases")]
    [InlineData("DSA-047", "Cite the power.", null)]
    public void A_finding_rests_on_the_settings_that_it_states_or_on_the_only_one_of_its_rule(string rule, string message, string? settings)
    {
        var behind = PolicyWords.SettingsBehind(new Finding(rule, Severity.Error, RuleSource.Policy, "/endDate", message, [], 1), Short);

        Assert.Equal(settings, behind.Count == 0 ? null : string.Join("; ", behind.Select(setting => setting.Label)));
    }
}
