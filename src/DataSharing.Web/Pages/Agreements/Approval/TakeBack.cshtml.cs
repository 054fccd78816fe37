using DataSharing.Domain.Agreements;
using DataSharing.Persistence;
using DataSharing.Web.Access;
using FluentValidation;

namespace DataSharing.Web.Pages.Agreements.Approval;

/// <summary>Changes the draft rather than taking on a condition.</summary>
public sealed class TakeBackModel(DataSharingDbContext db, SignedIn signedIn, IValidator<ReasonForm> validator)
    : ReasonPageModel(db, signedIn, validator, AgreementAction.TakeBack)
{
    protected override void Act(string reason) => Agreement.TakeBack(reason, Actor, Now);
}
