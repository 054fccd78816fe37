using DataSharing.Domain.Agreements;
using DataSharing.Domain.Content;
using DataSharing.Domain.Law;
using DataSharing.Persistence;
using DataSharing.Persistence.Agreements;
using DataSharing.Persistence.Law;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Web.Operations;

/// <summary>An agreement file becomes a draft, as on the page, in the name of somebody who may draft.</summary>
internal static class ImportFile
{
    public static async Task RunAsync(IConfiguration configuration, string[] arguments)
    {
        if (arguments is not [var path, ..] || path.StartsWith('-'))
        {
            throw new VerbException("Say which file: import FILE --issuer ISSUER --subject SUBJECT.");
        }

        var given = Verb.Options(arguments[1..], "--issuer", "--subject", "--organisation");
        if (!given.TryGetValue("--issuer", out var issuer) || !given.TryGetValue("--subject", out var subject))
        {
            throw new VerbException("Say in whose name: --issuer (the provider's issuer identifier) and --subject (who they are there).");
        }

        await using var db = Verb.Open(configuration);
        var file = await ReadAsync(path, (await new LawShelf().CurrentAsync(db)).LawBook);
        var drafter = await DrafterAsync(
            db,
            issuer,
            subject,
            given.GetValueOrDefault("--organisation") is { } written ? IdentifierScheme.InItsForm(written) : null
        );
        var agreement = await new AgreementStore(db).DraftAsync(file, drafter);
        await Console.Out.WriteLineAsync($"{agreement.Reference} is a draft now: {agreement.Newest.Title}");
    }

    private static async Task<AgreementFile> ReadAsync(string path, LawBook lawBook)
    {
        try
        {
            await using var stream = File.OpenRead(path);
            var result = await AgreementImport.ReadAsync(stream, lawBook, CancellationToken.None);
            return result.File
                ?? throw new VerbException(
                    $"{path} cannot be brought in:\n{string.Join('\n', result.Errors.Select(e => $"  {e.Path}  {e.Message}"))}"
                );
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new VerbException(exception.Message);
        }
    }

    private static async Task<Actor> DrafterAsync(DataSharingDbContext db, string issuer, string subject, string? organisation)
    {
        var held = await (
            from p in db.People
            join m in db.Memberships on p.Id equals m.Person
            join o in db.Organisations on m.Organisation equals o.Id
            where
                p.Issuer == issuer
                && p.Subject == subject
                && m.EndedAt == null
                && (organisation == null || o.Identifiers.Any(i => i.Scheme + ":" + i.Value == organisation))
            select new
            {
                p.Id,
                m.Organisation,
                m.Role,
            }
        ).ToListAsync();

        var drafters = held.GroupBy(h => (h.Id, h.Organisation))
            .Select(g => new Actor(g.Key.Id, g.Key.Organisation, g.Select(h => h.Role).ToHashSet()))
            .Where(Agreement.MayDraft)
            .ToList();

        return drafters switch
        {
            [var drafter] => drafter,
            [] => throw new VerbException("This person may not draft there: they need the role of IG officer."),
            _ => throw new VerbException(
                "This person may draft for several organisations. Say for which: "
                    + "--organisation SCHEME:VALUE, for example ONS-GSS:E08000034."
            ),
        };
    }
}
