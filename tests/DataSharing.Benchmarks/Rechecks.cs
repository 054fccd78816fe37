using System.Diagnostics;
using DataSharing.Demo;
using DataSharing.Domain.Agreements.Rechecks;
using DataSharing.Domain.Content;
using DataSharing.Domain.Rules;
using DataSharing.Persistence;
using DataSharing.Persistence.Agreements;
using DataSharing.Persistence.Law;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Benchmarks;

/// <summary>
/// How long a round takes that checks very many agreements in force again, as the portal does it: on a PostgreSQL of its own, on the same
/// machine, with the sample that is in force there copied as often as is asked for.
/// </summary>
internal static class Rechecks
{
    private const string Database = "datasharing";

    public static async Task MeasureAsync(int agreements)
    {
        var home = Path.Combine(Path.GetTempPath(), $"ds-bench-{Guid.NewGuid():N}"[..17]);
        Directory.CreateDirectory(home);
        try
        {
            await using var postgres = await LocalPostgres.StartAsync(home, _ => { });
            await postgres.CreateDatabaseAsync(Database);
            var owner = postgres.ConnectionString(Database, LocalPostgres.Owner);
            await using (var db = DataSharingDbContext.Open(owner))
            {
                await db.Database.MigrateAsync();
            }

            await SampleLoader.LoadAsync(owner, "https://issuer.example", withAgreements: true);
            await CopyAsync(owner, agreements - 1);

            var portal = postgres.ConnectionString(Database, LocalPostgres.Application);
            await RoundAsync(owner, portal, "Nothing is new");
            await using (var db = DataSharingDbContext.Open(owner))
            {
                var stricter = (Policy.First with { Number = 2, LongestYears = 1 }).Write();
                await db.Database.ExecuteSqlAsync(
                    $"""
                    INSERT INTO editions (id, kind, number, status, bytes, hash, change_note, started_at, released_by, released_at)
                    SELECT gen_random_uuid(), 'Policy', 2, 'Released', {stricter}, {ContentHash.Of(
                        stricter
                    ).Hex}, 'Stricter.', portal_now(), id, portal_now() FROM people LIMIT 1
                    """
                );
            }

            await RoundAsync(owner, portal, "A policy that finds something in each");
        }
        finally
        {
            Directory.Delete(home, recursive: true);
        }
    }

    private static async Task RoundAsync(string owner, string portal, string what)
    {
        await using (var db = DataSharingDbContext.Open(owner))
        {
            db.Rechecks.Add(Recheck.Because(RecheckReason.Asked, await db.NowAsync()));
            await db.SaveChangesAsync();
        }

        var shelf = new LawShelf();
        var clock = Stopwatch.StartNew();
        bool more;
        do
        {
            await using var db = DataSharingDbContext.Open(portal);
            more = await new RecheckRounds(db, shelf).CheckBatchAsync();
        } while (more);

        await using var after = DataSharingDbContext.Open(portal);
        var round = await after.Rechecks.OrderByDescending(r => r.StartedAt).FirstAsync();
        Console.WriteLine(
            $"{what}: {round.Done:N0} agreements in {clock.Elapsed.TotalSeconds:0.0} s on {Environment.ProcessorCount} cores, {round.Done / clock.Elapsed.TotalSeconds:0} a second, {round.Found:N0} new findings"
        );
    }

    /// <summary>Straight into the tables: what happened to the sample happened to each copy.</summary>
    private static async Task CopyAsync(string owner, int copies)
    {
        await using var db = DataSharingDbContext.Open(owner);
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(30));
        await db.Database.OpenConnectionAsync();
        await db.Database.ExecuteSqlAsync($"SET session_replication_role = replica"); // the triggers have looked at the sample
        await db.Database.ExecuteSqlAsync(
            $"""
            CREATE TEMP TABLE copies AS
            SELECT n, gen_random_uuid() AS aid, gen_random_uuid() AS vid, v.id AS source, v.agreement_id AS source_agreement
            FROM generate_series(1, {copies}) AS n, (SELECT * FROM agreement_versions WHERE status = 'Active' LIMIT 1) AS v
            """
        );
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO agreements SELECT (jsonb_populate_record(a, jsonb_build_object('id', c.aid, 'reference', 'DSA-2031-' || lpad(c.n::text, 6, '0')))).*
            FROM agreements a JOIN copies c ON a.id = c.source_agreement
            """
        );
        var columns = await db
            .Database.SqlQuery<string>(
                $"""
                SELECT string_agg(quote_ident(column_name), ', ') AS "Value" FROM information_schema.columns
                WHERE table_name = 'agreement_versions' AND table_schema = 'public' AND column_name NOT IN ('id', 'agreement_id', 'search')
                """
            )
            .SingleAsync();
        await RunAsync(
            db,
            $"INSERT INTO agreement_versions (id, agreement_id, {columns}) SELECT c.vid, c.aid, {columns} FROM agreement_versions v JOIN copies c ON v.id = c.source"
        );
        foreach (var table in new[] { "stages", "decisions", "signatures", "version_editors", "submission_findings", "agreement_access" })
        {
            await RunAsync(
                db,
                $"INSERT INTO {table} SELECT (jsonb_populate_record(x, jsonb_build_object('version_id', c.vid))).* FROM {table} x JOIN copies c ON x.version_id = c.source"
            );
        }

        await db.Database.ExecuteSqlAsync($"ANALYZE");
    }

    // Names of columns and tables are no parameters; these come from the schema and from above.
    private static async Task RunAsync(DataSharingDbContext db, string sql)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync();
    }
}
