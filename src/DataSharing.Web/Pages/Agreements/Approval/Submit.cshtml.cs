using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Approval;
using DataSharing.Domain.Rules;
using DataSharing.Persistence;
using DataSharing.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace DataSharing.Web.Pages.Agreements.Approval;

/// <summary>T04: freezes the draft and starts its route.</summary>
public sealed class SubmitModel(DataSharingDbContext db, SignedIn signedIn) : AgreementPageModel(db, signedIn, AgreementAction.Submit)
{
    public ShownRoute Route { get; private set; } = null!;

    /// <summary>T08: what stands and what is asked again; null if no version was returned before this one.</summary>
    public CarryOver? CarryOver { get; private set; }

    protected override bool IsJudged => true;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var check = CheckAt(Moment.Submit);
        var organisations = await KnownPartiesAsync(cancellationToken);
        if (Agreement.SubmissionProblems(check, organisations, Actor).Count > 0)
        {
            return To("Findings/Check"); // it says what is missing
        }

        await ReadContentsAsync([Agreement.PredecessorOf(Version)], cancellationToken);
        CarryOver = Agreement.WhatCarriesOver(check, organisations, Actor);
        var names = await Names.ReadAsync(Db, CarryOver?.Stages.Select(s => s.Decision?.Person) ?? [], [], cancellationToken);
        Route = ShownRoute.Planned(check.Route, Version.Document.Content, CarryOver, names, VersionOf);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (IsOvertaken)
        {
            return StatusCode(StatusCodes.Status409Conflict); // the draft has changed since this page was opened
        }

        var check = CheckAt(Moment.Submit);
        var organisations = await KnownPartiesAsync(cancellationToken);
        if (Agreement.SubmissionProblems(check, organisations, Actor).Count > 0)
        {
            return To("Findings/Check"); // it says what is missing
        }

        Agreement.Submit(check, organisations, Actor, Now);
        await SaveAsync(cancellationToken);
        return To("Approval/Route");
    }
}
