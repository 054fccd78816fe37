using System.Security.Cryptography;
using System.Text.Json;
using DataSharing.Persistence;
using DataSharing.Persistence.Forms;
using DataSharing.Persistence.Sessions;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Web.Access;

/// <summary>
/// A form that is sent after the session or the sign-in has become too old is kept, encrypted, for half an hour. The same
/// person gets the page back with every field filled after signing in, and presses again; anybody else gets nothing. In the same
/// way a form comes back that says something else than the same form said when it was saved.
/// </summary>
internal sealed class ParkedPosts(DataSharingDbContext db, IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>The query parameter that names a parked post.</summary>
    public const string Parameter = "parked";

    private const long LargestForm = 512 * 1024;

    /// <summary>So many of one person's are kept; one more takes the place of the oldest.</summary>
    internal const int Most = 20;

    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(30);

    private readonly IDataProtector _protector = protection.CreateProtector("DataSharing.ParkedPost");

    /// <returns>Where to go after signing in: the page, with the post's name.</returns>
    public async Task<string> ParkAsync(
        HttpRequest request,
        string issuer,
        string subject,
        bool isPutOff,
        CancellationToken cancellationToken
    ) =>
        request.HasFormContentType && request.ContentLength is not (null or > LargestForm)
            ? await KeepAsync(
                request,
                form => new(request.Path + request.QueryString, form, Before: null, isPutOff),
                issuer,
                subject,
                cancellationToken
            )
            : PageOf(request);

    /// <summary>Keeps what a form says now that it was saved before with something else.</summary>
    /// <returns>Where the form is shown again.</returns>
    public async Task<string> GiveBackAsync(HttpContext context, SentForm first, CancellationToken cancellationToken) =>
        await KeepAsync(
            context.Request,
            form => new(context.Request.Path + context.Request.QueryString, form, SavedBefore.Of(first)),
            context.User.FindFirst(PersonClaims.Issuer)!.Value,
            context.User.FindFirst(PersonClaims.Subject)!.Value,
            cancellationToken
        );

    private async Task<string> KeepAsync(
        HttpRequest request,
        Func<IReadOnlyDictionary<string, string?[]>, ParkedForm> kept,
        string issuer,
        string subject,
        CancellationToken cancellationToken
    )
    {
        var page = PageOf(request);
        if (page.Length > 2000)
        {
            return page;
        }

        var form = await request.ReadFormAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var post = new ParkedPost
        {
            Id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)),
            Issuer = issuer,
            Subject = subject,
            Path = page,
            Form = _protector.Protect(JsonSerializer.SerializeToUtf8Bytes(kept(form.ToDictionary(f => f.Key, f => f.Value.ToArray())))),
            ExpiresAt = now + Kept,
        };

        await db.ParkedPosts.Where(p => p.ExpiresAt < now).ExecuteDeleteAsync(cancellationToken);
        await db
            .ParkedPosts.Where(p =>
                db.ParkedPosts.Where(own => own.Issuer == issuer && own.Subject == subject)
                    .OrderByDescending(own => own.ExpiresAt)
                    .Skip(Most - 1)
                    .Select(own => own.Id)
                    .Contains(p.Id)
            )
            .ExecuteDeleteAsync(cancellationToken);
        db.ParkedPosts.Add(post);
        await db.SaveChangesAsync(cancellationToken);
        return page + (page.Contains('?', StringComparison.Ordinal) ? "&" : "?") + $"{Parameter}={post.Id}";
    }

    /// <summary>What was typed, for the person who sent it and the page it was sent to; else null.</summary>
    public async Task<ParkedForm?> FindAsync(HttpRequest request, string issuer, string subject, CancellationToken cancellationToken)
    {
        if (request.Query[Parameter] is not [{ Length: 32 } id])
        {
            return null;
        }

        var page = PageOf(request);
        var now = clock.GetUtcNow();
        var post = await db
            .ParkedPosts.AsNoTracking()
            .SingleOrDefaultAsync(
                p => p.Id == id && p.Issuer == issuer && p.Subject == subject && p.Path == page && p.ExpiresAt > now,
                cancellationToken
            );

        return post is null ? null : JsonSerializer.Deserialize<ParkedForm>(_protector.Unprotect(post.Form));
    }

    private static string PageOf(HttpRequest request) => request.Path + WithoutParameter(request.QueryString);

    private static QueryString WithoutParameter(QueryString query) =>
        QueryString.Create(
            Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query.Value).Where(p => p.Key is not (Parameter or "handler"))
        );
}
