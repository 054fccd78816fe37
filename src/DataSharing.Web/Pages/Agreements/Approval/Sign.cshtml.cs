using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Approval;
using DataSharing.Domain.Content;
using DataSharing.Domain.Rules;
using DataSharing.Persistence;
using DataSharing.Web.Access;
using DataSharing.Web.Validation;
using Microsoft.AspNetCore.Mvc;

namespace DataSharing.Web.Pages.Agreements.Approval;

/// <summary>A signatory signs the hash for a controller, or says why not (T25).</summary>
[FreshSignIn]
public sealed class SignModel(DataSharingDbContext db, SignedIn signedIn, TimeProvider clock) : StagePageModel(db, signedIn)
{
    private ContentCheck? _check;

    [BindProperty]
    public Input Form { get; set; } = new();

    public string? SignInNeeded => FreshSignInAttribute.Needed(HttpContext, clock);

    /// <summary>Why it cannot be signed today: what the rules find since the approvals, and signatures that have run out.</summary>
    public IReadOnlyList<string> Errors => IsPermitted ? [.. Check.Errors.Select(e => e.Message).Distinct(), .. RanOut] : [];

    private IEnumerable<string> RanOut => Agreement.SigningIsTooLate(Version, Now) ? [Domain.Agreements.Agreement.SignaturesRanOut] : [];

    protected override bool IsJudged => true;

    protected override AgreementAction Primary => AgreementAction.Sign;

    private ContentCheck Check => _check ??= CheckAt(Moment.Signature);

    public string? ErrorOf(string key) => ModelState.TryGetValue(key, out var entry) ? entry.Errors.FirstOrDefault()?.ErrorMessage : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (Stage.Mode is not StageMode.Sign)
        {
            return NotFound();
        }

        await LoadNamesAsync(cancellationToken);
        Form.Hash = Version.ContentHash.Hex;
        Form.Capacity = Version
            .Document.Content.Parties.FirstOrDefault(p => p.Id == Stage.PartyId)
            ?.AuthorisedSignatory.Select(s => s.Contact)
            .FirstOrDefault();
        return IsPermitted ? Page() : Explained();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        ActAsync(
            f =>
                string.IsNullOrWhiteSpace(f.Capacity) ? ("Form.Capacity", "Say in which office you sign")
                : f.Capacity.Length > Signature.CapacityMaxLength
                    ? ("Form.Capacity", $"The office must be {Signature.CapacityMaxLength} characters or fewer")
                : Errors is [var error, ..] ? ("", error)
                : null,
            seen => Agreement.Sign(Number, Form.Capacity!.Trim(), Check, seen, Actor, Now),
            cancellationToken
        );

    public Task<IActionResult> OnPostDeclineAsync(CancellationToken cancellationToken) =>
        ActAsync(
            f =>
                string.IsNullOrWhiteSpace(f.Reason) ? ("Form.Reason", "Say why you do not sign")
                : f.Reason.Length > Ruling.TextMaxLength ? ("Form.Reason", $"The reason must be {Ruling.TextMaxLength} characters or fewer")
                : null,
            seen => Agreement.Decline(Number, Form.Reason!.Trim(), seen, Actor, Now),
            cancellationToken
        );

    private async Task<IActionResult> ActAsync(
        Func<Input, (string Key, string Message)?> objection,
        Action<Seen> act,
        CancellationToken cancellationToken
    )
    {
        await LoadNamesAsync(cancellationToken);
        if (!IsPermitted)
        {
            return Explained();
        }

        if (objection(Form) is var (key, message))
        {
            ModelState.AddModelError(key, message);
            return this.Invalid();
        }

        if (!ContentHash.TryParse(Form.Hash, out var hash))
        {
            return BadRequest();
        }

        act(new Seen(Version.Ordinal, hash));
        await SaveAsync(cancellationToken);
        return To("Approval/Route");
    }

    public sealed class Input
    {
        /// <summary>The content that the person had before them.</summary>
        public string? Hash { get; set; }
        public string? Capacity { get; set; }
        public string? Reason { get; set; }
    }
}
