using System.Diagnostics.Metrics;
using DataSharing.Domain.Agreements;
using DataSharing.Persistence;
using DataSharing.Persistence.Agreements;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Benchmarks;

/// <summary>What an agreement with nine versions before the one in force takes from the database, beside one with a single version.</summary>
internal static class TenVersions
{
    // Straight into the tables, as the owner: the version in force becomes the tenth, and those before it are like it, but superseded.
    private const string Sql = """
        SET session_replication_role = replica;
        DO $$
        DECLARE t text; columns text; of_version text;
        BEGIN
            UPDATE agreement_versions SET ordinal = 10, label = '10.0', kind = 'Amendment', predecessor_id = md5('{0} 9')::uuid
            WHERE id = '{0}';
            FOREACH t IN ARRAY ARRAY['agreement_versions', 'version_contents', 'agreement_access', 'version_editors', 'submission_findings',
                'stages', 'decisions', 'signatures']
            LOOP
                SELECT string_agg(quote_ident(column_name), ', '), string_agg(CASE
                    WHEN column_name = 'version_id' OR column_name = 'id' AND t = 'agreement_versions' THEN 'md5(''{0} '' || n)::uuid'
                    WHEN column_name = 'ordinal' THEN 'n'
                    WHEN column_name = 'kind' AND t = 'agreement_versions' THEN 'CASE n WHEN 1 THEN ''First'' ELSE x.kind END'
                    WHEN column_name = 'predecessor_id' THEN 'CASE WHEN n > 1 THEN md5(''{0} '' || n - 1)::uuid END'
                    WHEN column_name = 'label' THEN 'n || ''.0'''
                    WHEN column_name = 'status' AND t = 'agreement_versions' THEN '''Superseded'''
                    ELSE 'x.' || quote_ident(column_name) END, ', ')
                INTO columns, of_version
                FROM information_schema.columns
                WHERE table_schema = 'public' AND table_name = t AND is_generated = 'NEVER' AND is_identity = 'NO';
                EXECUTE format('INSERT INTO %I (%s) SELECT %s FROM %I x, generate_series(1, 9) AS n WHERE x.%I = ''{0}''',
                    t, columns, of_version, t, CASE t WHEN 'agreement_versions' THEN 'id' ELSE 'version_id' END);
            END LOOP;
        END $$;
        SET session_replication_role = origin
        """;

    /// <summary>The agreement is in force and has one version.</summary>
    public static async Task MeasureAsync(string owner, string portal, AgreementReference reference)
    {
        await using var db = DataSharingDbContext.Open(owner);
        var version = await db
            .Agreements.Where(agreement => agreement.Reference == reference)
            .SelectMany(agreement => agreement.Versions)
            .SingleAsync(v => v.Status == VersionStatus.Active);
        var one = await BytesAsync(portal, reference, versions: 1);
        await db.Database.OpenConnectionAsync();
#pragma warning disable CA2100, EF1002 // an id
        await db.Database.ExecuteSqlRawAsync(string.Format(null, Escaped, version.Id.Value));
#pragma warning restore CA2100, EF1002
        await db.Database.CloseConnectionAsync();
        var ten = await BytesAsync(portal, reference, versions: 10);
        Console.WriteLine(
            $"\nOne agreement from the database: {one:N0} bytes with one version, {ten:N0} with ten, {(double)ten / one:0.00} times"
        );
    }

    private static readonly System.Text.CompositeFormat Escaped = System.Text.CompositeFormat.Parse(Sql);

    private static async Task<long> BytesAsync(string portal, AgreementReference reference, int versions)
    {
        await using var db = DataSharingDbContext.Open(portal);
        await db.Database.OpenConnectionAsync();
        await new AgreementStore(db).FindAsync(reference); // prepared
        db.ChangeTracker.Clear();
        var bytes = 0L;
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listening) =>
            {
                if (instrument.Name == "db.client.operation.npgsql.bytes_read")
                {
                    listening.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((_, read, _, _) => Interlocked.Add(ref bytes, read));
        listener.SetMeasurementEventCallback<int>((_, read, _, _) => Interlocked.Add(ref bytes, read));
        listener.Start();
        var found = await new AgreementStore(db).FindAsync(reference);
        return found!.Versions.Count == versions ? bytes : throw new InvalidOperationException($"{found.Versions.Count} versions");
    }
}
