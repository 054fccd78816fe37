using DataSharing.Domain.Agreements.Rechecks;
using DataSharing.Domain.Editions;
using DataSharing.Domain.Rules;
using DataSharing.Persistence;
using DataSharing.Persistence.Agreements;
using DataSharing.Persistence.Law;
using DataSharing.Web.Access;
using DataSharing.Web.Pages.Agreements;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DataSharing.Web.Pages.Law;

/// <summary>The thresholds that are nobody's law, and how they came to be what they are.</summary>
[MembersOnly]
public sealed class PolicyModel(DataSharingDbContext db, SignedIn signedIn, EditionStore editions) : PageModel
{
    public Policy Policy { get; private set; } = null!;

    /// <summary>Each with what it says now, and what it said when it was delivered.</summary>
    public IReadOnlyList<ShownSetting> Settings { get; private set; } = [];

    public IReadOnlyList<PastPolicy> History { get; private set; } = [];

    public ShownOpenEdition Open { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Policy = (await signedIn.Clock.CriteriaAsync()).Policy;
        Settings = [.. PolicySetting.All.Select(setting => new ShownSetting(setting, setting.In(Policy.First), setting.In(Policy)))];

        var released = await editions.ReleasedAsync(EditionKind.Policy, cancellationToken);
        var open = await editions.FindOpenAsync(EditionKind.Policy, cancellationToken);
        var names = await Names.ReadAsync(
            db,
            ShownOpenEdition.People([.. released, .. open is null ? [] : new[] { open }]),
            [],
            cancellationToken
        );
        Open = new ShownOpenEdition(EditionKind.Policy, open, names, await signedIn.ActorAsync(), Policy.Number + 1);

        var policies = released.ToDictionary(e => e.Number, e => Policy.ReadKept(e.Bytes.Span));
        policies[Policy.First.Number] = Policy.First;
        var rounds = await db.RoundsOfReleasesAsync(RecheckReason.Policy, cancellationToken);
        History =
        [
            .. released.Select(e => new PastPolicy(
                e.Number,
                e.ChangeNote,
                ShownOpenEdition.Released(e, names),
                ShownSetting.Differing(policies[e.Number - 1], policies[e.Number]),
                rounds.GetValueOrDefault(e.ReleasedAt!.Value)?.Outcome()
            )),
        ];
    }

    /// <param name="Outcome">What the check of its release has found.</param>
    public sealed record PastPolicy(int Number, string ChangeNote, string Released, IReadOnlyList<ShownSetting> Changes, string? Outcome);
}
