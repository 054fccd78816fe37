using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Rechecks;
using DataSharing.Domain.Law;
using DataSharing.Domain.Rules;
using DataSharing.Persistence;
using DataSharing.Persistence.Law;
using DataSharing.Web.Pages.Law;

namespace DataSharing.Web.Pages.Agreements.Findings;

/// <summary>
/// What changed, so that something is newly found: which provisions of those that the version relies on, which settings of the policy,
/// whose last day came.
/// </summary>
public sealed record WhatChanged(IReadOnlyList<ChangedThing> Things, ChangedThing? All)
{
    public static async Task<WhatChanged> OfAsync(
        LiveFinding finding,
        AgreementVersion version,
        DataSharingDbContext db,
        LawShelf shelf,
        CancellationToken cancellationToken
    )
    {
        var now = await shelf.CriteriaAsync(db, finding.LawBookNumber, finding.PolicyNumber, cancellationToken);
        return finding switch
        {
            { Cause: FindingCause.Law, LawBookBefore: { } number }
                when await shelf.LawBookAsync(db, number, cancellationToken) is { } before => OfLaw(before, now.LawBook, version),
            { Cause: FindingCause.Policy, PolicyBefore: { } number }
                when await shelf.PolicyAsync(db, number, cancellationToken) is { } before => OfPolicy(before, now.Policy, finding.RuleId),
            { Cause: FindingCause.Day, RuleId: AgreementRules.NotInForce } => OfDay(now.LawBook, version, finding.FoundAt.UkDay()),
            _ => new WhatChanged([], null),
        };
    }

    private static WhatChanged OfLaw(LawBook before, LawBook now, AgreementVersion version) =>
        new(
            [
                .. LawBookDifference
                    .Between(before, now)
                    .Entries.Where(entry => version.ReliesOn.Contains(entry.Code))
                    .Select(entry => new ChangedThing(
                        $"{entry.Name} ({entry.Code.Replace("country:", "", StringComparison.Ordinal)})",
                        now.Find(entry.Code) is null ? null : $"/law/{entry.Code}",
                        string.Join(
                            ". ",
                            entry.Members.Select(member =>
                                $"{LawMember.LabelOf(member.Name)}: {LawDifferenceWords.Of(member, member.Before)} "
                                + $"→ {LawDifferenceWords.Of(member, member.After)}"
                            )
                        )
                    )),
            ],
            new ChangedThing(
                $"All that differs between law book {before.Number} and law book {now.Number}",
                $"/law/books/compare?from={before.Number}&to={now.Number}",
                ""
            )
        );

    private static WhatChanged OfPolicy(Policy before, Policy now, string rule) =>
        new(
            [
                .. ShownSetting
                    .Differing(before, now)
                    .Where(shown => shown.Setting.Rules.Contains(rule))
                    .Select(shown => new ChangedThing(
                        shown.Setting.Label,
                        $"/law/policy#{shown.Setting.Name}",
                        $"{shown.InWords(shown.Before)} → {shown.InWords(shown.Now)}"
                    )),
            ],
            new ChangedThing($"History of the policy, with policy {now.Number}", "/law/policy#history", "")
        );

    private static WhatChanged OfDay(LawBook book, AgreementVersion version, DateOnly day) =>
        new(
            [
                .. version
                    .ReliesOn.Select(book.Find)
                    .OfType<LawEntry>()
                    .Where(entry => !entry.InForceOn(day))
                    .Select(entry => new ChangedThing($"{entry.Name} ({entry.Code})", $"/law/{entry.Code}", entry.Shown(day).Words)),
            ],
            null
        );
}

/// <param name="Link">To where it can be read; null if there is no such page.</param>
/// <param name="How">From what to what, in words; may be empty.</param>
public sealed record ChangedThing(string Name, string? Link, string How);
