using DataSharing.Domain.Organisations;
using DataSharing.Persistence;
using DataSharing.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace DataSharing.Web.Pages.Organisations.Assurances;

public sealed class RemoveModel(DataSharingDbContext db, SignedIn signedIn)
    : OrganisationPageModel(db, signedIn, OrganisationAction.Describe)
{
    [FromRoute]
    public Guid Assurance { get; set; }

    public OrganisationAssurance? ToRemove => Organisation.Assurances.SingleOrDefault(a => a.Id == Assurance);

    public IActionResult OnGet() => ToRemove is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Organisation.RemoveAssurance(Assurance, Actor, await Db.NowAsync(cancellationToken));
        await Db.SaveChangesAsync(cancellationToken);
        return ToDetails();
    }
}
