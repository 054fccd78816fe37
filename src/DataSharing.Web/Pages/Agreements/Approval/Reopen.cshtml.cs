using DataSharing.Domain.Agreements;
using DataSharing.Persistence;
using DataSharing.Web.Access;
using FluentValidation;

namespace DataSharing.Web.Pages.Agreements.Approval;

/// <summary>T26: a controller's asset owner or signatory asks for a change after all have signed.</summary>
public sealed class ReopenModel(DataSharingDbContext db, SignedIn signedIn, IValidator<ReasonForm> validator)
    : ReasonPageModel(db, signedIn, validator, AgreementAction.Reopen)
{
    protected override void Act(string reason) => Agreement.Reopen(reason, Actor, Now);
}
