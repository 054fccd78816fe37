using DataSharing.Domain.Organisations;
using DataSharing.Persistence;
using DataSharing.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace DataSharing.Web.Pages.Organisations.Identifiers;

public sealed class RemoveModel(DataSharingDbContext db, SignedIn signedIn)
    : OrganisationPageModel(db, signedIn, OrganisationAction.Describe)
{
    [FromRoute]
    public string Scheme { get; set; } = "";

    [FromRoute]
    public string Value { get; set; } = "";

    public IActionResult OnGet() => Organisation.Identifiers.Contains(new(Scheme, Value)) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Organisation.RemoveIdentifier(new(Scheme, Value), Actor, Now);
        await SaveAsync(cancellationToken);
        return ToDetails();
    }
}
