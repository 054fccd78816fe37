using DataSharing.Domain.Agreements;
using DataSharing.Persistence;
using DataSharing.Web.Access;
using FluentValidation;

namespace DataSharing.Web.Pages.Agreements.Approval;

/// <summary>T10: ends the agreement before it is active.</summary>
public sealed class WithdrawModel(DataSharingDbContext db, SignedIn signedIn, IValidator<ReasonForm> validator)
    : ReasonPageModel(db, signedIn, validator, AgreementAction.Withdraw)
{
    protected override void Act(string reason) => Agreement.Withdraw(reason, Actor, Now);
}
