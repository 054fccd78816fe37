using DataSharing.Documents.Narrative;
using DataSharing.Domain.Agreements;
using DataSharing.Domain.Content;
using DataSharing.Domain.Organisations;
using DataSharing.Persistence;
using DataSharing.Persistence.Organisations;
using DataSharing.Web.Access;
using DataSharing.Web.TagHelpers;
using DataSharing.Web.Validation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Web.Pages.Agreements.Drafting;

/// <summary>Adds a registered organisation as a party: its record is copied as it is now.</summary>
public sealed class AddPartyModel(DataSharingDbContext db, SignedIn signedIn) : DraftPageModel(db, signedIn)
{
    private const int Most = 20;

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>The organisation, as <c>scheme:value</c>.</summary>
    [BindProperty]
    public string? OrgId { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    public IReadOnlyList<Choice> Found { get; private set; } = [];

    public string? Telling => Found.Count == Most ? $"The first {Most} are shown. Search to see others" : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!MayEdit("/parties"))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        await SearchAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var organisation = OrgId?.Split(':', 2) is [var scheme, var value]
            ? await Db
                .Organisations.AsNoTracking()
                .AsSplitQuery()
                .FirstOrDefaultAsync(o => o.Identifiers.Any(i => i.Scheme == scheme && i.Value == value), cancellationToken)
            : null;
        if (organisation is null)
        {
            ModelState.AddModelError(nameof(OrgId), "Choose an organisation");
        }

        var used = Version.UsedIds("/parties").ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (DraftContent.Parties.FirstOrDefault(p => p.OrgId == OrgId) is { } there)
        {
            // It is a party already, perhaps because the form was sent twice.
            return LocalRedirect(DraftAddress.OfItem(Reference, $"/parties/{there.Id}"));
        }

        Code = string.IsNullOrWhiteSpace(Code) ? null : Code.Trim();
        if (Code is not null && !ContentItems.IsId(Code))
        {
            ModelState.AddModelError(nameof(Code), "The short code begins with a letter and has at most 40 letters, digits and hyphens");
        }
        else if (Code is not null && used.Contains(Code))
        {
            ModelState.AddModelError(nameof(Code), $"“{Code}” is taken, or was the code of a party that was removed. Choose another");
        }

        if (!ModelState.IsValid)
        {
            await SearchAsync(cancellationToken);
            return this.Invalid();
        }

        var party = PartySnapshot.Of(organisation!, OrgId!, Code ?? PartySnapshot.CodeFor(organisation!.Details.Name, used), Today);
        Agreement.AddItem(
            "/parties",
            AgreementJson.ToNode(new AgreementContent { Parties = [party] })["parties"]![0]!.AsObject(),
            Actor,
            Now
        );
        await SaveAsync(cancellationToken);
        return LocalRedirect($"{DraftAddress.OfItem(Reference, $"/parties/{party.Id}")}?saved=/parties/{party.Id}");
    }

    protected override Verdict ConsiderPost(Agreement agreement, Actor actor) => agreement.ConsiderEdit("/parties", actor);

    private async Task SearchAsync(CancellationToken cancellationToken)
    {
        var registered = Db.Organisations.AsNoTracking().Where(o => o.Identifiers.Any());
        var found = await (Q?.Trim() is { Length: > 0 and <= 100 } words ? registered.Mentioning(words) : registered)
            .OrderBy(o => o.Details.Name)
            .Take(Most)
            .Select(o => new
            {
                o.Details.Name,
                o.Details.Note,
                o.Details.Sector,
                Identifier = o.Identifiers.OrderBy(i => i.Scheme).ThenBy(i => i.Value).Select(i => i.Scheme + ":" + i.Value).First(),
            })
            .ToListAsync(cancellationToken);
        Found =
        [
            .. found.Select(o => new Choice(
                o.Identifier,
                o.Note is null ? o.Name : $"{o.Name} ({o.Note})",
                $"{CodeLabels.Of(o.Sector)}. {Words.Organisation(o.Identifier)}"
            )),
        ];
    }
}
