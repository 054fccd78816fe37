using System.Text.Json.Nodes;
using DataSharing.Domain.Editions;
using DataSharing.Domain.Rules;
using DataSharing.Persistence.Law;
using DataSharing.Web.Access;
using DataSharing.Web.TagHelpers;
using DataSharing.Web.Validation;
using Microsoft.AspNetCore.Mvc;

namespace DataSharing.Web.Pages.Law.Drafts;

/// <summary>Every threshold of the policy that is being prepared.</summary>
public sealed class SettingsModel(EditionStore editions, SignedIn signedIn) : EditionPageModel(editions, signedIn)
{
    /// <summary>What was typed, by the setting's name.</summary>
    [BindProperty]
    public Dictionary<string, string?> Answers { get; set; } = [];

    protected override EditionKind? KindOfAddress => EditionKind.Policy;

    public void OnGet()
    {
        ShowNewest();
        Answers = PolicySetting.All.ToDictionary(setting => setting.Name, setting => (string?)string.Join('\n', setting.In(Policy)));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var policy = Policy;
        foreach (var setting in PolicySetting.All)
        {
            var typed = Typed(setting) ?? "";
            (policy, var objection) = setting.Put(policy, setting.Unit is null ? LawMember.LinesOf(typed) : [Digits(typed)]);
            if (objection is not null)
            {
                ModelState.AddModelError(KeyOf(setting), objection);
            }
        }

        foreach (var (setting, objection) in ModelState.IsValid ? PolicySetting.Contradictions(policy) : [])
        {
            ModelState.AddModelError(KeyOf(setting), objection);
        }

        ViewData[ErrorsTagHelper.Sequence] = PolicySetting.All.Select(KeyOf).ToList();
        if (!ModelState.IsValid)
        {
            return this.Invalid();
        }

        var (met, saved) = (Meet(FieldsOf(policy)), Policy);
        foreach (var kept in PolicySetting.All.Where(setting => met.Kept.Contains(setting.Name)))
        {
            (policy, _) = kept.Put(policy, kept.In(saved));
            Answers[kept.Name] = string.Join('\n', kept.In(saved));
        }

        foreach (var (setting, objection) in PolicySetting.Contradictions(policy)) // with what another has saved meanwhile
        {
            ModelState.AddModelError(KeyOf(setting), objection);
            return this.Invalid();
        }

        return met.Conflicts.Count == 0
            ? await WriteAsync(policy.Write(), EditionPart.Settings, cancellationToken)
            : await ConflictAsync(
                [
                    .. ShownSetting
                        .Differing(policy, saved)
                        .Where(shown => met.Conflicts.Contains(shown.Setting.Name))
                        .Select(shown =>
                            (KeyOf(shown.Setting), $"{shown.Setting.Label}: {LawDifferenceWords.SavedNow(shown.InWords(shown.Now))}")
                        ),
                ],
                EditionPart.Settings,
                cancellationToken
            );
    }

    protected override JsonObject? Fields(ReadOnlyMemory<byte> edition) => FieldsOf(Policy.ReadKept(edition.Span));

    private static JsonObject FieldsOf(Policy policy) =>
        new(
            PolicySetting.All.Select(setting =>
                KeyValuePair.Create(setting.Name, (JsonNode?)new JsonArray([.. setting.In(policy).Select(text => JsonValue.Create(text))]))
            )
        );

    public string? Typed(PolicySetting setting) => Answers.GetValueOrDefault(setting.Name);

    public string NowSays(PolicySetting setting) =>
        new ShownSetting(setting, [], setting.In(Criteria.Policy)).InWords(setting.In(Criteria.Policy));

    public string? ErrorOf(PolicySetting setting) =>
        ModelState.TryGetValue(KeyOf(setting), out var entry) ? entry.Errors.FirstOrDefault()?.ErrorMessage : null;

    private static string KeyOf(PolicySetting setting) => $"Answers[{setting.Name}]";

    private static string Digits(string text) => text.Replace(",", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
}
