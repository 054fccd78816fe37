using System.Security.Claims;
using DataSharing.Domain.People;
using DataSharing.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Web.Access;

/// <summary>Makes a person of whoever has just signed in, and takes over the name that the provider knows.</summary>
internal sealed class PeopleWhoSignIn(DataSharingDbContext db)
{
    public async Task WelcomeAsync(ClaimsPrincipal principal, CancellationToken cancellationToken)
    {
        var issuer = principal.FindFirstValue(PersonClaims.Issuer)!;
        var subject = principal.FindFirstValue(PersonClaims.Subject)!;
        var name = principal.FindFirstValue(PersonClaims.Name);
        var now = await db.NowAsync(cancellationToken);

        if (await db.People.SingleOrDefaultAsync(p => p.Issuer == issuer && p.Subject == subject, cancellationToken) is { } known)
        {
            known.Rename(name, new Act(known.Id, null, null), now);
        }
        else
        {
            db.People.Add(Person.FirstSeen(issuer, subject, name, now));
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
