using System.Text.RegularExpressions;

namespace DataSharing.Domain.Rules;

/// <summary>
/// Texts that leave room for a setting of the policy, as <c>{longestYears}</c>: what is decided elsewhere is not written down twice.
/// </summary>
public static partial class PolicyWords
{
    /// <summary>The text with the settings as they are: "5 years".</summary>
    public static string? Fill(string? text, Policy policy) =>
        text is null ? null : Place().Replace(text, place => InWords(Named(place), policy));

    /// <summary>
    /// The settings that a finding of a policy rests on: those of its rule whose value it states, or the only one there is.
    /// </summary>
    public static IReadOnlyList<PolicySetting> SettingsBehind(Finding finding, Policy policy)
    {
        PolicySetting[] read = [.. PolicySetting.All.Where(setting => setting.Rules.Contains(finding.RuleId))];
        PolicySetting[] stated =
        [
            .. read.Where(setting =>
                setting.Unit is not null && Regex.IsMatch(finding.Message, $@"(?<!\d){Regex.Escape(Stated(setting, policy))}\b")
            ),
        ];
        return stated.Length > 0 ? stated
            : read.Length == 1 ? read
            : [];
    }

    /// <summary>A setting as it stands: "5 years", or its texts.</summary>
    public static string InWords(PolicySetting setting, Policy policy) => setting.InWords(setting.In(policy));

    /// <summary>A message says an age without what it counts.</summary>
    private static string Stated(PolicySetting setting, Policy policy) =>
        setting.Name is "laySummaryReadingAge" ? setting.In(policy)[0] : InWords(setting, policy);

    private static PolicySetting Named(Match place) => PolicySetting.All.Single(setting => setting.Name == place.Groups[1].Value);

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Place();
}
