using System.Security.Cryptography;
using System.Text.Json;
using DataSharing.Persistence;
using DataSharing.Persistence.Sessions;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;

namespace DataSharing.Web.Access;

/// <summary>
/// A form that is sent after the session or the sign-in has become too old is kept, encrypted, for half an hour. The same
/// person gets the page back with every field filled after signing in, and presses again; anybody else gets nothing.
/// </summary>
internal sealed class ParkedPosts(DataSharingDbContext db, IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>The query parameter that names a parked post.</summary>
    public const string Parameter = "parked";

    private const long LargestForm = 512 * 1024;

    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(30);

    private readonly IDataProtector _protector = protection.CreateProtector("DataSharing.ParkedPost");

    /// <returns>Where to go after signing in: the page, with the post's name.</returns>
    public async Task<string> ParkAsync(HttpRequest request, string issuer, string subject, CancellationToken cancellationToken)
    {
        var page = request.Path + WithoutParameter(request.QueryString);
        if (!request.HasFormContentType || request.ContentLength is null or > LargestForm || page.Length > 2000)
        {
            return page;
        }

        var form = await request.ReadFormAsync(cancellationToken);
        var fields = form.ToDictionary(f => f.Key, f => f.Value.ToArray());
        var now = clock.GetUtcNow();
        var post = new ParkedPost
        {
            Id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)),
            Issuer = issuer,
            Subject = subject,
            Path = page,
            Form = _protector.Protect(JsonSerializer.SerializeToUtf8Bytes(fields)),
            ExpiresAt = now + Kept,
        };

        await db.ParkedPosts.Where(p => p.ExpiresAt < now).ExecuteDeleteAsync(cancellationToken);
        db.ParkedPosts.Add(post);
        await db.SaveChangesAsync(cancellationToken);
        return page + (page.Contains('?', StringComparison.Ordinal) ? "&" : "?") + $"{Parameter}={post.Id}";
    }

    /// <summary>The fields, for the person who sent them and the page they were sent to; else null.</summary>
    public async Task<IFormCollection?> FindAsync(HttpRequest request, string issuer, string subject, CancellationToken cancellationToken)
    {
        if (request.Query[Parameter] is not [{ Length: 32 } id])
        {
            return null;
        }

        var page = request.Path + WithoutParameter(request.QueryString);
        var now = clock.GetUtcNow();
        var post = await db
            .ParkedPosts.AsNoTracking()
            .SingleOrDefaultAsync(
                p => p.Id == id && p.Issuer == issuer && p.Subject == subject && p.Path == page && p.ExpiresAt > now,
                cancellationToken
            );

        return post is null
            ? null
            : new FormCollection(
                JsonSerializer
                    .Deserialize<Dictionary<string, string?[]>>(_protector.Unprotect(post.Form))!
                    .ToDictionary(f => f.Key, f => new StringValues(f.Value))
            );
    }

    private static QueryString WithoutParameter(QueryString query) =>
        QueryString.Create(
            Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query.Value).Where(p => p.Key is not (Parameter or "handler"))
        );
}
