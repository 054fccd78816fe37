using System.Diagnostics;
using DataSharing.Demo;
using DataSharing.Domain.Agreements;
using DataSharing.Persistence;
using DataSharing.Persistence.Agreements;
using DataSharing.Persistence.Audit;
using DataSharing.Persistence.Lists;
using DataSharing.TestKit.Portal;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Benchmarks;

/// <summary>
/// How long lists, search, My work, notices and one agreement take with very many agreements, as ratios in one run: pages to a page without
/// lists, queries to a row by its key. Measured in turn, so that what else the machine does falls on all alike.
/// </summary>
internal static class Lists
{
    private const string Database = "datasharing";
    private const int Rounds = 15;

    // Who in the demo is whom: somebody who sees nothing, a partner with three agreements, an officer with a quarter of all, an auditor of 17
    // organisations, a signatory for whom a quarter waits.
    private static readonly string[] People = ["Joe", "Rhys", "Amira", "Frances", "Theo"];

    public static async Task MeasureAsync(int agreements, string? keptIn)
    {
        var home = keptIn ?? Path.Combine(Path.GetTempPath(), $"ds-bench-{Guid.NewGuid():N}"[..17]);
        Directory.CreateDirectory(home);
        try
        {
            await using var postgres = await LocalPostgres.StartAsync(home, _ => { });
            await postgres.CreateDatabaseAsync(Database);
            var owner = postgres.ConnectionString(Database, LocalPostgres.Owner);
            await FillAsync(owner, agreements);

            var portal = postgres.ConnectionString(Database, LocalPostgres.Application);
            await QueriesAsync(portal);
            await Saves.MeasureAsync(portal, await PersonAsync(portal, "Naomi"));
            await using (var pages = new ListPages(portal))
            {
                await pages.MeasureAsync(await PersonsAsync(portal), Rounds);
            }

            await TenVersions.MeasureAsync(owner, portal, await WithOneVersionAsync(owner));
            await RebuildAsync(owner);
        }
        finally
        {
            if (keptIn is null)
            {
                Directory.Delete(home, recursive: true);
            }
        }
    }

    private static async Task FillAsync(string owner, int agreements)
    {
        var clock = Stopwatch.StartNew();
        await using (var db = DataSharingDbContext.Open(owner))
        {
            await db.Database.MigrateAsync();
        }

        await SampleLoader.LoadAsync(owner, TestSignIn.Issuer);
        await ManyAgreements.BringAsync(owner, agreements, Say);
        await using var filled = DataSharingDbContext.Open(owner);

        // All rounds of checks are over: they are measured by themselves.
        await filled.Database.ExecuteSqlAsync($"UPDATE rechecks SET finished_at = portal_now() WHERE finished_at IS NULL");
        await filled.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO rechecks (id, reason, day, started_at, finished_at, done, found, cleared, failed, is_overtaken)
            SELECT gen_random_uuid(), 'Night', (portal_now() AT TIME ZONE 'Europe/London')::date, portal_now(), portal_now(), 0, 0, 0, 0, false
            WHERE NOT EXISTS (SELECT FROM rechecks WHERE reason = 'Night' AND day = (portal_now() AT TIME ZONE 'Europe/London')::date)
            """
        );
        var size = await filled
            .Database.SqlQuery<string>($"""SELECT pg_size_pretty(pg_database_size(current_database())) AS "Value" """)
            .SingleAsync();
        Say($"{await filled.Agreements.CountAsync():N0} agreements, {size}");

        void Say(string what) => Console.WriteLine($"{clock.Elapsed:hh\\:mm\\:ss} {what}");
    }

    private static async Task<AgreementReference> WithOneVersionAsync(string owner)
    {
        await using var db = DataSharingDbContext.Open(owner);
        return await db
            .Agreements.Where(a => a.Versions.Count == 1 && a.Versions.Any(v => v.Status == VersionStatus.Active))
            .OrderBy(a => a.Id)
            .Select(a => a.Reference)
            .FirstAsync();
    }

    /// <summary>As rebuild-lists does it, after all else: a million takes its time.</summary>
    private static async Task RebuildAsync(string owner)
    {
        var clock = Stopwatch.StartNew();
        await using var db = DataSharingDbContext.Open(owner);
        await ListRebuild.RunAsync(
            db,
            done =>
            {
                if (done % 50_000 == 0)
                {
                    Console.WriteLine($"{clock.Elapsed:hh\\:mm\\:ss} {done:N0} agreements listed anew");
                }
            }
        );
        Console.WriteLine($"{clock.Elapsed:hh\\:mm\\:ss} all lists made anew");
    }

    private static async Task<IReadOnlyList<Who>> PersonsAsync(string portal)
    {
        var found = new List<Who>();
        foreach (var name in People)
        {
            found.Add(await PersonAsync(portal, name));
        }

        return found;
    }

    private static async Task<Who> PersonAsync(string portal, string name)
    {
        await using var db = DataSharingDbContext.Open(portal);
        var person = await db.People.FirstAsync(p => p.Issuer == TestSignIn.Issuer && p.Name.StartsWith(name) && p.Subject.Length < 30); // not a copy
        var roles = await db.Memberships.Where(m => m.Person == person.Id && m.EndedAt == null).ToListAsync();
        var scope = await db.AuditScopes.Where(s => s.Auditor == person.Id).Select(s => s.Organisation).ToListAsync();
        return new Who(
            name,
            person.Subject,
            new Actor(person.Id, roles[0].Organisation, roles.Select(m => m.Role).ToHashSet()) { AuditScope = scope.ToHashSet() }
        );
    }

    private static async Task QueriesAsync(string portal)
    {
        var table = new Ratios("a row by its key", Rounds);
        var lastMonth = new DateTimeOffset(2026, 8, 1, 0, 0, 0, TimeSpan.Zero);
        AgreementReference reference;
        await using (var db = DataSharingDbContext.Open(portal))
        {
            reference = await db.Agreements.OrderBy(a => a.Id).Select(a => a.Reference).FirstAsync();
        }

        table.Add("a row by its key", db => db.Agreements.AsNoTracking().SingleAsync(a => a.Reference == reference));
        foreach (var who in await PersonsAsync(portal))
        {
            var deep = await DeepAsync(portal, who.Actor);
            table.Add($"{who.Name}: list", db => new AgreementList(db).PageAsync(who.Actor));
            table.Add($"{who.Name}: list, deep", db => new AgreementList(db).PageAsync(who.Actor, after: deep));
            table.Add($"{who.Name}: state Active", db => new AgreementList(db).PageAsync(who.Actor, state: VersionStatus.Active));
            table.Add($"{who.Name}: state Expired", db => new AgreementList(db).PageAsync(who.Actor, state: VersionStatus.Expired));
            table.Add($"{who.Name}: search, common", db => new AgreementList(db).PageAsync(who.Actor, "programme"));
            table.Add($"{who.Name}: search, rare", db => new AgreementList(db).PageAsync(who.Actor, "marmalade57"));
            table.Add($"{who.Name}: search, none", db => new AgreementList(db).PageAsync(who.Actor, "marmalade57 network"));
            table.Add($"{who.Name}: waiting", db => new TaskList(db).WaitingAsync([who.Actor]));
            table.Add($"{who.Name}: own work", db => new TaskList(db).OwnAsync([who.Actor], lastMonth));
            table.Add($"{who.Name}: news", db => new Notices(db, who.Actor.Person, [who.Actor]).CountAsync(lastMonth));
        }

        table.Add("one agreement", db => new AgreementStore(db).FindAsync(reference));
        table.Add("a turn of the timer", db => new TimedSteps(db).LapseSigningsAsync(Domain.Rules.Criteria.First));
        await table.MeasureAsync(() => DataSharingDbContext.Open(portal));
    }

    /// <summary>Where nineteen of twenty rows lie before.</summary>
    private static async Task<ListKey?> DeepAsync(string portal, Actor actor)
    {
        await using var db = DataSharingDbContext.Open(portal);
        var viewpoint = Domain.Agreements.Lists.Viewpoint.Of(actor).FirstOrDefault();
        var sights = db.Set<Domain.Agreements.Lists.AgreementSight>()
            .Where(s => s.Organisation == viewpoint.Organisation && s.Viewer == viewpoint.Viewer);
        var place = await sights.CountAsync() * 19 / 20;
        return await sights.OrderBy(s => s.Due).ThenBy(s => s.Reference).Skip(place).FirstOrDefaultAsync() is { } sight
            ? new ListKey(sight.Due, sight.Reference)
            : null;
    }
}

/// <summary>One of the people for whom lists are measured.</summary>
internal sealed record Who(string Name, string Subject, Actor Actor);
