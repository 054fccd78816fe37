using System.Security.Cryptography;
using DataSharing.Domain.Organisations;
using DataSharing.Domain.People;
using DataSharing.Persistence;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Web.Pages.Organisations.People;

/// <summary>The secret of an invitation, from making it until its link is shown: encrypted in the address, for who made it alone.</summary>
internal sealed class MadeInvitation(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("DataSharing.InvitationMade");

    public string Seal(string secret) => _protector.Protect(secret);

    /// <summary>The invitation with its secret, while it is open; null otherwise.</summary>
    public async Task<(Invitation Invitation, string Secret)?> FindAsync(
        string? made,
        DataSharingDbContext db,
        OrganisationId organisation,
        PersonId maker,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        if (SecretIn(made) is not { } secret)
        {
            return null;
        }

        var hash = Invitation.HashOf(secret);
        var invitation = await db
            .Invitations.AsNoTracking()
            .SingleOrDefaultAsync(i => i.SecretHash == hash && i.Organisation == organisation && i.InvitedBy == maker, cancellationToken);
        return invitation?.IsOpen(now) is true ? (invitation, secret) : null;
    }

    private string? SecretIn(string? made)
    {
        try
        {
            return string.IsNullOrEmpty(made) ? null : _protector.Unprotect(made);
        }
        catch (CryptographicException) // anybody can write an address
        {
            return null;
        }
    }
}
