using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Approval;
using DataSharing.Domain.Content;
using DataSharing.Persistence;
using DataSharing.Web.Access;
using DataSharing.Web.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;

namespace DataSharing.Web.Pages.Agreements.Approval;

/// <summary>
/// T06, T07, T09: the holder of a stage decides, advises, lets pass, returns or rejects, on the version and hash before them.
/// </summary>
[FreshSignIn]
public sealed class DecideModel(DataSharingDbContext db, SignedIn signedIn, IValidator<DecisionForm> validator, TimeProvider clock)
    : StagePageModel(db, signedIn)
{
    public static IReadOnlyList<TagHelpers.Choice> SectionChoices { get; } =
    [.. Enum.GetValues<Section>().Select(s => new TagHelpers.Choice(s.ToString(), CodeLabels.Of(s)))];

    public static IReadOnlyList<TagHelpers.Choice> RejectionChoices { get; } =
    [.. Enum.GetValues<RejectionReason>().Select(r => new TagHelpers.Choice(r.ToString(), r.InWords()))];

    [BindProperty]
    public DecisionForm Form { get; set; } = new();

    public IReadOnlyList<DecisionOption> Options => [.. DecisionOption.All.Where(o => May(o.Action, Stage))];

    public string? SignInNeeded => FreshSignInAttribute.Needed(HttpContext, clock);

    protected override AgreementAction Primary =>
        Stage.Mode switch
        {
            StageMode.Advice => AgreementAction.Advise,
            StageMode.Gate => AgreementAction.PassGate,
            _ => AgreementAction.Approve,
        };

    public string? ErrorOf(string key) => ModelState.TryGetValue(key, out var entry) ? entry.Errors.FirstOrDefault()?.ErrorMessage : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (Stage.Mode is StageMode.Sign)
        {
            return NotFound();
        }

        await LoadNamesAsync(cancellationToken);
        return IsPermitted ? Page() : Explained();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadNamesAsync(cancellationToken);
        if (!IsPermitted)
        {
            return Explained();
        }

        Form.Mode = Stage.Mode;
        Form.NeedsReference = Stage.Mode is StageMode.Gate && Stage.Kind is not StageKind.IgReview;
        if (!this.IsValid(Form, validator))
        {
            return this.Invalid();
        }

        if (SeenByForm is not { } seen || Options.All(o => o.Choice != Form.Choice))
        {
            return BadRequest(); // nobody gets there by the form
        }

        Agreement.Decide(Number, Form.ToRuling(), seen, Actor, Now);
        await SaveAsync(cancellationToken);
        return To("Approval/Route");
    }
}
