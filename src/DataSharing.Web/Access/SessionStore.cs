using System.Buffers.Text;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using DataSharing.Persistence;
using DataSharing.Persistence.Sessions;
using DataSharing.Web.Access.OpenIdConnect;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Web.Access;

/// <summary>
/// Sessions are rows: the browser holds only a random key, and ending a session is taking away its ticket or its row. A session ends
/// after 30 minutes without a request and 12 hours after sign-in, whatever happens.
/// </summary>
internal sealed class SessionStore(IServiceScopeFactory scopes, IDataProtectionProvider protection, TimeProvider clock) : ITicketStore
{
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);

    /// <summary>A use of the session within this time of the last is not written down.</summary>
    public static readonly TimeSpan RenewedEvery = TimeSpan.FromMinutes(1);
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    /// <summary>How long a session that was ended is remembered, for a form that was being filled in.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromMinutes(30);

    private readonly IDataProtector _protector = protection.CreateProtector("DataSharing.Session");

    public async Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        var key = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var now = clock.GetUtcNow();

        await InDbAsync(async db =>
        {
            await db.Sessions.Where(s => s.ExpiresAt < now - Longest || s.EndedAt < now - Remembered).ExecuteDeleteAsync();
            db.Sessions.Add(
                new Session
                {
                    KeyHash = Hash(key),
                    Issuer = ticket.Principal.FindFirstValue(PersonClaims.Issuer)!,
                    Subject = ticket.Principal.FindFirstValue(PersonClaims.Subject)!,
                    SessionId = ticket.Principal.FindFirstValue(PersonClaims.SessionId),
                    Ticket = Encrypt(ticket),
                    StartedAt = now,
                    ExpiresAt = now + Idle,
                }
            );
            return await db.SaveChangesAsync();
        });

        return key;
    }

    public Task RenewAsync(string key, AuthenticationTicket ticket)
    {
        var hash = Hash(key);
        var now = clock.GetUtcNow();
        var encrypted = Encrypt(ticket);

        return InDbAsync(db =>
            db.Sessions.Where(s => s.KeyHash == hash && s.EndedAt == null)
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(s => s.Ticket, encrypted)
                        .SetProperty(s => s.ExpiresAt, s => s.StartedAt + Longest < now + Idle ? s.StartedAt + Longest : now + Idle)
                )
        );
    }

    public async Task<AuthenticationTicket?> RetrieveAsync(string key)
    {
        var hash = Hash(key);
        var now = clock.GetUtcNow();
        var ticket = await InDbAsync(db =>
            db.Sessions.Where(s => s.KeyHash == hash && s.ExpiresAt > now && s.StartedAt > now - Longest)
                .Select(s => s.Ticket)
                .AsPrepared()
                .SingleOrDefaultAsync()
        );

        try
        {
            return ticket is null ? null : TicketSerializer.Default.Deserialize(_protector.Unprotect(ticket));
        }
        catch (CryptographicException)
        {
            return null; // the keys were replaced: signing in again is the remedy
        }
    }

    /// <summary>
    /// Ends what the provider has ended, on its word of one logout token. A ticket that is being renewed at this moment is not brought
    /// back: the renewal finds the row ended.
    /// </summary>
    /// <returns>How many sessions; null if the token was used before.</returns>
    public Task<int?> EndAsync(Logout logout, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return InDbAsync<int?>(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await db.LogoutTokens.Where(t => t.ExpiresAt < now).ExecuteDeleteAsync(cancellationToken);
            var first = await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO logout_tokens (issuer, id_hash, expires_at)
                VALUES ({logout.Issuer}, {logout.TokenHash}, {logout.TokenExpiresAt}) ON CONFLICT DO NOTHING
                """,
                cancellationToken
            );
            if (first == 0)
            {
                return null;
            }

            var ended = await db
                .Sessions.Where(s =>
                    s.Issuer == logout.Issuer
                    && (logout.Subject == null || s.Subject == logout.Subject)
                    && (logout.SessionId == null || s.SessionId == logout.SessionId)
                    && s.EndedAt == null
                )
                .ExecuteUpdateAsync(
                    set => set.SetProperty(s => s.EndedAt, now).SetProperty(s => s.Ticket, (byte[]?)null),
                    cancellationToken
                );
            await transaction.CommitAsync(cancellationToken);
            return ended;
        });
    }

    /// <summary>Whose session it was: asked about one that has ended, to give what they typed back to the right person.</summary>
    public Task<(string Issuer, string Subject)?> WhoseAsync(string key)
    {
        var hash = Hash(key);
        var now = clock.GetUtcNow();
        return InDbAsync(async db =>
            await db
                .Sessions.Where(s => s.KeyHash == hash && (s.EndedAt == null || s.EndedAt > now - Remembered))
                .Select(s => new { s.Issuer, s.Subject })
                .SingleOrDefaultAsync()
                is { } person
                ? (person.Issuer, person.Subject)
                : ((string, string)?)null
        );
    }

    /// <summary>Ends the session, when its person signs out. Its ticket is gone; whose it was is remembered for a while.</summary>
    public Task RemoveAsync(string key)
    {
        var hash = Hash(key);
        var now = clock.GetUtcNow();
        return InDbAsync(db =>
            db.Sessions.Where(s => s.KeyHash == hash && s.EndedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now).SetProperty(s => s.Ticket, (byte[]?)null))
        );
    }

    /// <summary>Leaves nothing of the session: another takes its place.</summary>
    public Task ForgetAsync(string key)
    {
        var hash = Hash(key);
        return InDbAsync(db => db.Sessions.Where(s => s.KeyHash == hash).ExecuteDeleteAsync());
    }

    private byte[] Encrypt(AuthenticationTicket ticket) => _protector.Protect(TicketSerializer.Default.Serialize(ticket));

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.ASCII.GetBytes(key));

    // A scope of its own: what a page has half done must not be saved along with a session.
    private async Task<T> InDbAsync<T>(Func<DataSharingDbContext, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<DataSharingDbContext>());
    }
}
