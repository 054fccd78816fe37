using DataSharing.Domain.Rules;

namespace DataSharing.Web.Pages.Law;

/// <summary>A setting of the policy with what it says now, and what it said.</summary>
public sealed record ShownSetting(PolicySetting Setting, IReadOnlyList<string> Before, IReadOnlyList<string> Now)
{
    public static IReadOnlyList<ShownSetting> Differing(Policy before, Policy now) =>
        [
            .. PolicySetting
                .All.Select(setting => new ShownSetting(setting, setting.In(before), setting.In(now)))
                .Where(shown => !shown.Before.SequenceEqual(shown.Now)),
        ];

    /// <summary>"10,000 people", or the texts.</summary>
    public string InWords(IReadOnlyList<string> answer) => Setting.InWords(answer);
}
