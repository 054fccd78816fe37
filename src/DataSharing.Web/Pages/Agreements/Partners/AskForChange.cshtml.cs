using DataSharing.Domain.Agreements;
using DataSharing.Persistence;
using DataSharing.Web.Access;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;

namespace DataSharing.Web.Pages.Agreements.Partners;

/// <summary>T03: a partner wants the draft to be changed by its drafter.</summary>
public sealed class AskForChangeModel(DataSharingDbContext db, SignedIn signedIn, IValidator<ReasonForm> validator)
    : ReasonPageModel(db, signedIn, validator, AgreementAction.AskForChange)
{
    protected override void Act(string reason) => Agreement.PartnerReview.AskForChange(reason, Actor, Now);

    /// <summary>Partners do not see what is being redrafted.</summary>
    protected override IActionResult Done() => RedirectToPage("/Index", new { asked = Reference });
}
