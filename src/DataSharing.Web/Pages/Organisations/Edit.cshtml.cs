using System.Text.Json;
using System.Text.Json.Nodes;
using DataSharing.Domain.Organisations;
using DataSharing.Persistence;
using DataSharing.Web.Access;
using DataSharing.Web.Forms;
using DataSharing.Web.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;

namespace DataSharing.Web.Pages.Organisations;

public sealed class EditModel(DataSharingDbContext db, SignedIn signedIn, IValidator<OrganisationForm> validator)
    : OrganisationPageModel(db, signedIn, OrganisationAction.Describe)
{
    [BindProperty]
    public OrganisationForm Form { get; set; } = new();

    /// <summary>Said where there is a <see cref="Twin"/>: it is another organisation.</summary>
    [BindProperty]
    public bool GoOn { get; set; }

    public IReadOnlyList<Twin> Twins { get; private set; } = [];

    protected override Opened AsItIs => new("", Fields(Organisation.Details));

    public void OnGet() => Form = OrganisationForm.From(Organisation.Details);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!this.IsValid(Form, validator))
        {
            return this.Invalid();
        }

        var met = Meet(Fields(Form.ToDetails()));
        var merged = met.Fields.Deserialize<OrganisationDetails>()!;
        if (met.Conflicts.Count > 0)
        {
            ModelState.Clear(); // a form shows what was sent before what the page says
            Form = OrganisationForm.From(merged);
            foreach (var field in met.Conflicts)
            {
                ModelState.AddModelError(
                    $"Form.{OrganisationForm.QuestionOf(field)}",
                    OrganisationForm.SavedNow(field, Organisation.Details)
                );
            }

            ModelState.AddModelError("", await WhatHappenedAsync(met.Kept, cancellationToken));
            ShowAsItIs();
            return Conflicting();
        }

        if (!GoOn && await IsTwinAsync(merged, cancellationToken))
        {
            ModelState.AddModelError("GoOn", "There is already an organisation of this name. Say whether this is another one");
            return this.Invalid();
        }

        Organisation.Describe(merged, Actor, Now);
        await SaveAsync(cancellationToken);
        return ToDetails();
    }

    private async Task<bool> IsTwinAsync(OrganisationDetails merged, CancellationToken cancellationToken)
    {
        var now = Organisation.Details;
        var isCalledAsBefore = (merged.Name, merged.OtherNames) == (now.Name, now.OtherNames);
        Twins = isCalledAsBefore ? [] : await Twin.OfAsync(merged, Organisation.Id, Db, cancellationToken);
        return Twins.Count > 0;
    }

    /// <summary>Who saved meanwhile, and what of theirs the form shows now.</summary>
    private async Task<string> WhatHappenedAsync(IReadOnlySet<string> kept, CancellationToken cancellationToken)
    {
        var last = await LastSave.FindAsync(
            Db,
            Id,
            [EventContracts.NameOf<OrganisationDescribed>()],
            isOfPart: null,
            Actor.Person,
            cancellationToken
        );
        var taken = kept.Select(OrganisationForm.QuestionOf).Distinct().Select(OrganisationForm.LabelOf).ToList();
        var what = last is null ? "Somebody else changed these details" : $"{last.Who} changed these details {last.When}";
        return $"{what}, while you were writing. "
            + "Your answers are below, not saved yet. Where they differ, what is saved now stands beside them: save again to replace it."
            + (taken.Count == 0 ? "" : $" Taken over as saved: {string.Join("; ", taken)}.");
    }

    private static JsonObject Fields(OrganisationDetails details) => JsonSerializer.SerializeToNode(details)!.AsObject();
}
