using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Lists;
using DataSharing.Persistence;
using DataSharing.Persistence.Agreements;
using DataSharing.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Web.Tests.Persistence;

/// <summary>The rows that lists are read from, beside what the domain says of the agreements.</summary>
internal static class ListComparison
{
    private static readonly string[] OfFindings = [.. Desk.Findings, Desk.Audited];

    /// <summary>
    /// Asked when all tests have ended, so that nothing is changed meanwhile: whatever they have done, the rows agree with the agreements.
    /// Those that were changed past the domain are left out.
    /// </summary>
    /// <param name="most">So many of them.</param>
    public static async Task AssertAllAsTheyAreAsync(TestDatabase database, int most = int.MaxValue)
    {
        await using var db = DataSharingDbContext.Open(database.AsOwner);
        var agreements = await db
            .Agreements.AsNoTrackingWithIdentityResolution()
            .OrderBy(agreement => agreement.Id)
            .Take(most)
            .WithFacts()
            .ToListAsync();
        await AssertAsTheyAreAsync(db, [.. agreements.Where(agreement => !SharedAgreement.ChangedBySql.ContainsKey(agreement.Reference))]);
    }

    public static async Task AssertAsTheyAreAsync(DataSharingDbContext db, IReadOnlyCollection<Agreement> agreements)
    {
        var owners = agreements
            .SelectMany(agreement => agreement.Versions)
            .ToDictionary(version => version.Id, version => version.AgreementId);
        var (ids, versions) = (agreements.Select(agreement => agreement.Id).ToArray(), owners.Keys.ToArray());
        var sights = (await db.Set<AgreementSight>().AsNoTracking().Where(s => ids.Contains(s.AgreementId)).ToListAsync()).ToLookup(
            sight => sight.AgreementId,
            InWords
        );
        var tasks = (
            await db.Set<WorkTask>().AsNoTracking().Where(t => versions.Contains(t.VersionId) && !OfFindings.Contains(t.Desk)).ToListAsync()
        ).ToLookup(task => owners[task.VersionId], InWords);
        var people = (await db.Set<VersionPerson>().AsNoTracking().Where(p => versions.Contains(p.VersionId)).ToListAsync()).ToLookup(
            person => owners[person.VersionId],
            InWords
        );

        var different =
            from agreement in agreements
            let said = agreement
                .Sights()
                .Select(InWords)
                .Concat(agreement.Tasks().Select(InWords))
                .Concat(agreement.Versions.SelectMany(version => version.People()).Select(InWords))
                .ToHashSet()
            let written = sights[agreement.Id].Concat(tasks[agreement.Id]).Concat(people[agreement.Id]).ToHashSet()
            where !said.SetEquals(written)
            select $"{agreement.Reference}, {agreement.Newest.Status}: not written: {string.Join("; ", said.Except(written))}; written, but not so: {string.Join("; ", written.Except(said))}";
        var all = string.Join('\n', different);
        Assert.True(all.Length == 0, all);
    }

    private static string InWords(AgreementSight s) =>
        $"sight {s.Viewer} {s.Organisation} {s.VersionId} {s.Rank} {s.Status} {s.InForceId} {s.InForceStatus} {s.Due:O} {s.Reference}";

    private static string InWords(WorkTask t) =>
        $"task {t.VersionId} {t.Organisation} {t.Desk} {t.Number} {t.AgreementId} {(t.Number == 0 ? "" : t.Since.ToString("O"))} {t.Kind} {t.Mode} {t.Mandatory} {t.DueOn:O}";

    private static string InWords(VersionPerson p) => $"person {p.VersionId} {p.Person} {p.Drafted} {p.Decided} {p.DecidedMandatory}";
}
