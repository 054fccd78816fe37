using DataSharing.Domain.Agreements;
using DataSharing.Persistence;
using DataSharing.Persistence.Audit;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Web.Pages.Agreements.Partners;

/// <summary>How far the parties are with a draft, and what the person may do about it.</summary>
/// <param name="Parties">In the order of the content.</param>
/// <param name="AskedFor">Who made it a draft again by asking for a change, and why; null if nobody did.</param>
/// <param name="Offers">The pages that the person may use now, with the words of their links.</param>
public sealed record ShownPartnerReview(
    string Reference,
    IReadOnlyList<ShownParty> Parties,
    ShownWish? AskedFor,
    IReadOnlyList<(string Page, string Text)> Offers
)
{
    /// <summary>There is nothing else for the person to do.</summary>
    public bool IsNext { get; init; }

    public string Heading
    {
        get
        {
            var agree = Parties.Count(party => party.Agrees);
            return Parties.Count == 0
                ? "No parties yet"
                : $"{agree} of {Parties.Count} {(Parties.Count == 1 ? "party" : "parties")} {(agree == 1 ? "agrees" : "agree")} "
                    + "the content";
        }
    }

    public static async Task<ShownPartnerReview> OfAsync(
        AgreementPageModel page,
        DataSharingDbContext db,
        CancellationToken cancellationToken
    )
    {
        var (agreement, version) = (page.Agreement, page.Version);
        var standings = agreement.PartnerReview.Standings(await page.KnownPartiesAsync(cancellationToken));
        var last = version.Status is VersionStatus.Draft ? await LastStepAsync(agreement, version, db, cancellationToken) : null;
        var names = await Names.ReadAsync(
            db,
            standings.Select(standing => standing.Assent?.ChangedBy).Append(last?.PersonId),
            standings.Select(standing => standing.Assent?.ChangedFor).Append(last?.OrganisationId),
            cancellationToken
        );

        return new ShownPartnerReview(
            page.Reference,
            [.. standings.Select(standing => ShownParty.Of(standing, names))],
            last?.Happened is ChangeAsked
                ? new ShownWish(names.Of(last.PersonId), names.Of(last.OrganisationId), last.At, last.Reason ?? "")
                : null,
            [.. OffersTo(page, standings)]
        );
    }

    private static IEnumerable<(string Page, string Text)> OffersTo(AgreementPageModel page, IReadOnlyList<PartyStanding> standings)
    {
        if (page.May(AgreementAction.InvitePartners) && !standings.All(standing => standing.Drafts || standing.Reads))
        {
            yield return ("/Agreements/Partners/InvitePartners", "Invite the partners");
        }

        if (page.May(AgreementAction.AgreeContent) && !page.Version.IsAgreedBy(page.Actor.Organisation))
        {
            yield return ("/Agreements/Partners/AgreeContent", "Agree the content");
        }

        if (page.May(AgreementAction.AskForChange))
        {
            yield return ("/Agreements/Partners/AskForChange", "Ask for a change");
        }

        if (page.May(AgreementAction.StopPartnerReview))
        {
            yield return ("/Agreements/Partners/StopPartnerReview", "Call the draft back");
        }
    }

    private static Task<AuditEvent?> LastStepAsync(
        Agreement agreement,
        AgreementVersion version,
        DataSharingDbContext db,
        CancellationToken cancellationToken
    )
    {
        string[] steps =
        [
            EventContracts.NameOf<PartnersInvited>(),
            EventContracts.NameOf<ChangeAsked>(),
            EventContracts.NameOf<PartnerReviewStopped>(),
        ];
        return db
            .AuditEvents.AsNoTracking()
            .Where(e => e.SubjectId == agreement.Id.Value && e.AgreementVersion == version.Ordinal && steps.Contains(e.Name))
            .OrderByDescending(e => e.Id)
            .FirstOrDefaultAsync(cancellationToken);
    }
}

/// <summary>One party: its name with a shape, and what is to be said of it.</summary>
/// <param name="AgreedBefore">The fingerprint of the content that it agreed before it was changed.</param>
public sealed record ShownParty(string Name, bool Agrees, string Shape, string Says, string? AgreedBefore)
{
    internal static ShownParty Of(PartyStanding standing, Names names) =>
        new(
            standing.Name,
            standing.Agrees,
            standing switch
            {
                { Agrees: true } => "done",
                { Organisation: null } => "bad",
                { Assent: not null } => "wait",
                _ => "todo",
            },
            standing switch
            {
                { Organisation: null } => "is not registered here",
                { Agrees: true, Assent: { } assent } => Words.Date(assent.At),
                { Assent: { ChangedBy: not null } assent } =>
                    $"agreed on {Words.Date(assent.At)}; changed since by {names.Of(assent.ChangedBy)} ({names.Of(assent.ChangedFor)})",
                { Drafts: true } => "agrees by submitting",
                { Reads: true } => "not yet",
                { IsInvited: true } => "invited before",
                _ => "not invited yet",
            },
            standing is { Agrees: false, Assent: { ChangedBy: not null } earlier } ? earlier.ContentHash.Hex : null
        );
}

/// <summary>A change that a partner has asked for.</summary>
public sealed record ShownWish(string Person, string Organisation, DateTimeOffset At, string Reason);
