using DataSharing.Domain;
using DataSharing.Domain.Agreements.Rechecks;
using DataSharing.Domain.Organisations;
using DataSharing.Persistence;
using DataSharing.Web.Access;
using DataSharing.Web.Jobs;
using DataSharing.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace DataSharing.Web.Pages.Organisations.Evidence;

/// <summary>A page that changes what an organisation's agreements rest on: they are checked again at once.</summary>
public abstract class EvidencePageModel(DataSharingDbContext db, SignedIn signedIn, RecheckSignal recheck)
    : OrganisationPageModel(db, signedIn, OrganisationAction.KeepEvidence)
{
    private readonly SignedIn _signedIn = signedIn;

    [BindProperty]
    public EvidenceForm Form { get; set; } = new();

    /// <summary>What a policy document may cover, by the law book that counts.</summary>
    public IReadOnlyList<Choice> Conditions { get; private set; } = [];

    /// <summary>What the form is to know besides what was typed.</summary>
    protected async Task PrepareAsync(OrganisationEvidenceKind kind)
    {
        (Form.Kind, Form.Today) = (kind, await _signedIn.Clock.TodayAsync());
        Conditions = EvidenceForm.Conditions((await _signedIn.Clock.CriteriaAsync()).LawBook);
    }

    protected async Task<IActionResult> SaveAsync(Action<DateTimeOffset> change, CancellationToken cancellationToken)
    {
        var now = await Db.NowAsync(cancellationToken);
        change(now);
        Db.Rechecks.Add(Recheck.Because(RecheckReason.Evidence, now, new OrganisationId(Id)));
        await Db.SaveChangesAsync(cancellationToken);
        recheck.Wake();
        return ToDetails();
    }
}
