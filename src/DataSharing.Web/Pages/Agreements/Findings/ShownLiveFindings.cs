using DataSharing.Documents.Narrative;
using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Rechecks;
using DataSharing.Persistence;
using DataSharing.Persistence.Law;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Web.Pages.Agreements.Findings;

/// <summary>What checks have found on a version since it was submitted: what is open first, then what has gone again.</summary>
public sealed record ShownLiveFindings(string Reference, IReadOnlyList<ShownSentence> Open, IReadOnlyList<ShownLiveFinding> Gone)
{
    internal static async Task<ShownLiveFindings> OfAsync(
        AgreementPageModel page,
        DataSharingDbContext db,
        LawShelf shelf,
        CancellationToken cancellationToken
    )
    {
        var rows = await (
            from f in db.LiveFindings.AsNoTracking()
            where f.VersionId == page.Version.Id
            orderby f.FoundAt, f.RuleId, f.Path
            select new
            {
                Finding = f,
                Owner = db.Organisations.First(o => o.Id == f.Owner).Details.Name,
                AnsweredBy = db.People.Where(p => p.Id == f.AnsweredBy).Select(p => p.Name).FirstOrDefault(),
            }
        ).ToListAsync(cancellationToken);
        if (rows.Count == 0)
        {
            return new ShownLiveFindings(page.Reference, [], []); // to say where findings are, the whole content is read once more
        }

        var answers = new Answers(page.Version.Document.Content, page.LawBook);
        var shown = rows.ConvertAll(row => new ShownLiveFinding(
            row.Finding,
            ItemNames.PlaceOf(answers, row.Finding.Path),
            row.Owner,
            row.AnsweredBy,
            row.Finding.Consider(page.Agreement, page.Actor) is Verdict.Permitted
        ));
        var sentences = new List<ShownSentence>();
        foreach (var same in shown.Where(f => f.Finding.IsOpen).OrderBy(f => f.Finding.Severity).GroupBy(f => f.Sentence))
        {
            sentences.Add(
                new ShownSentence(await WhatChanged.OfAsync(same.First().Finding, page.Version, db, shelf, cancellationToken), [.. same])
            );
        }

        return new ShownLiveFindings(page.Reference, sentences, [.. shown.Where(f => !f.Finding.IsOpen)]);
    }
}

/// <summary>What is the same of a finding at several places, said once.</summary>
public sealed record ShownSentence(WhatChanged Changed, IReadOnlyList<ShownLiveFinding> At);

/// <param name="Owner">The organisation whose matter it is.</param>
/// <param name="MayAnswer">This person may say what is done about it.</param>
public sealed record ShownLiveFinding(LiveFinding Finding, string Place, string Owner, string? AnsweredBy, bool MayAnswer)
{
    /// <summary>What is the same of a finding wherever it is found: it is said once, with its places.</summary>
    internal object Sentence =>
        (
            Finding.RuleId,
            Finding.Severity,
            Finding.Cause,
            Finding.Message,
            Law,
            Finding.LawBookNumber,
            Finding.PolicyNumber,
            Finding.FoundAt.UkDay()
        );

    /// <summary>The provisions behind it, where its place does not name them already; null if there are none.</summary>
    public string? Law =>
        Finding.Law.Where(law => !Place.Contains(law, StringComparison.Ordinal)).ToList() is { Count: > 0 } laws
            ? string.Join("; ", laws)
            : null;
}
