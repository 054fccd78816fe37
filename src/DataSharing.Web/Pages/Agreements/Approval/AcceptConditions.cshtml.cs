using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Approval;
using DataSharing.Domain.Content;
using DataSharing.Persistence;
using DataSharing.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace DataSharing.Web.Pages.Agreements.Approval;

/// <summary>T11: the drafting organisation takes on the conditions of one approval.</summary>
public sealed class AcceptConditionsModel(DataSharingDbContext db, SignedIn signedIn)
    : AgreementPageModel(db, signedIn, AgreementAction.AcceptConditions)
{
    [FromRoute]
    public int Number { get; set; }

    public IActionResult OnGet() => To("Approval/Route");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (SeenByForm is not { } seen)
        {
            return BadRequest();
        }

        Agreement.AcceptConditions(Number, seen, Actor, Now);
        await SaveAsync(cancellationToken);
        return To("Approval/Route");
    }

    protected override Verdict Consider(Agreement agreement, AgreementVersion version, Actor actor) =>
        // After a return the draft has none: too late.
        agreement.Versions.SelectMany(v => v.Stages).LastOrDefault(s => s.Number == Number)
            is { } stage
            ? agreement.Consider(AgreementAction.AcceptConditions, actor, stage)
            : Verdict.Hidden;
}
