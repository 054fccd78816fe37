using DataSharing.Domain.Organisations;
using DataSharing.Domain.People;
using DataSharing.Persistence;
using DataSharing.Web.Access;
using DataSharing.Web.Pages.Agreements.Reading;
using DataSharing.Web.Pages.Organisations.Evidence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Web.Pages.Organisations;

public sealed class DetailsModel(DataSharingDbContext db, SignedIn signedIn, BusinessClock clock)
    : OrganisationPageModel(db, signedIn, OrganisationAction.View)
{
    /// <summary>What was just done to its evidence.</summary>
    [FromQuery]
    public EvidenceDone? Told { get; set; }

    public DateOnly Today { get; private set; }

    /// <summary>So long before evidence runs out it is marked.</summary>
    public int WarningDays { get; private set; }

    public IReadOnlyList<PersonHere> People { get; private set; } = [];

    public IReadOnlyList<Invitation> Invitations { get; private set; } = [];

    public IReadOnlyList<AuditorHere> Auditors { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Today = await clock.TodayAsync();
        WarningDays = (await clock.CriteriaAsync()).Policy.EvidenceWarningDays;
        if (!May(OrganisationAction.SeePeople))
        {
            return;
        }

        People = await PersonHere.AllAsync(Organisation.Id, Db, cancellationToken);

        Invitations = await Db
            .Invitations.AsNoTracking()
            .Where(i => i.Organisation == Organisation.Id && i.AcceptedAt == null && i.CancelledAt == null && i.ExpiresAt > Now)
            .OrderBy(i => i.ExpiresAt)
            .ToListAsync(cancellationToken);

        Auditors = await (
            from s in Db.AuditScopes
            join p in Db.People on s.Auditor equals p.Id
            where s.Organisation == Organisation.Id && s.EndedAt == null && s.Until >= Today
            orderby p.Name
            select new AuditorHere(s.Id, p.Name, s.From, s.Until)
        ).ToListAsync(cancellationToken);
    }

    public sealed record AuditorHere(Guid Id, string Name, DateOnly From, DateOnly Until);
}
