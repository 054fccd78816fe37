using DataSharing.Persistence;
using DataSharing.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace DataSharing.Web.Tests.Persistence;

/// <summary>The migrations are SQL by hand, so the model and the database can drift apart: here they are compared.</summary>
public class SchemaTests(Portal portal)
{
    private const string Files = "DataSharing.Persistence.Migrations.";

    [Fact]
    public Task Every_file_of_sql_is_a_migration() => // one that no class names would never run
        portal.InDbAsync(db =>
        {
            Assert.Equal(
                typeof(DataSharingDbContext)
                    .Assembly.GetManifestResourceNames()
                    .Where(name => name.StartsWith(Files, StringComparison.Ordinal))
                    .Select(name => name[Files.Length..^".sql".Length])
                    .Order(StringComparer.Ordinal),
                db.Database.GetMigrations()
            );
            return Task.FromResult(true);
        });

    [Fact]
    public async Task Columns_are_those_of_the_model() =>
        await AgreeAsync(
            model =>
                from table in model.Tables
                from column in table.Columns
                where column.Name != "xmin"
                select $"{table.Name}.{column.Name} {Plain(column.StoreType)}{(column.IsNullable ? "" : " NOT NULL")}",
            """
            SELECT c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END AS "Value"
            FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
            WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
            """
        );

    [Fact]
    public async Task Indexes_are_those_of_the_model() =>
        await AgreeAsync(
            model =>
                model.Tables.SelectMany(table =>
                    table.Indexes.Select(index => $"{table.Name} {index.Name}{(index.IsUnique ? " unique" : "")}")
                ),
            """
            SELECT t.relname || ' ' || i.relname || CASE WHEN x.indisunique THEN ' unique' ELSE '' END AS "Value"
            FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class t ON t.oid = x.indrelid
            WHERE t.relnamespace = 'public'::regnamespace AND NOT x.indisprimary AND x.indexprs IS NULL -- the model knows no expressions
            """
        );

    [Fact]
    public async Task Foreign_keys_are_those_of_the_model() =>
        await AgreeAsync(
            model => model.Tables.SelectMany(table => table.ForeignKeyConstraints.Select(key => $"{table.Name} {key.Name}")),
            """
            SELECT c.relname || ' ' || k.conname AS "Value"
            FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
            WHERE c.relnamespace = 'public'::regnamespace AND k.contype = 'f'
            """
        );

    private async Task AgreeAsync(Func<IRelationalModel, IEnumerable<string>> model, string sql)
    {
        string[] unmodelled = ["allowances_used", "business_clock", "agreement_numbers", "__EFMigrationsHistory"];
        await using var db = DataSharingDbContext.Open(portal.Database.AsOwner);
        await using var keys = portal.Database.OpenKeys();
        var expected = model(db.Model.GetRelationalModel()).Concat(model(keys.Model.GetRelationalModel())).ToHashSet();
        var found = (await db.Database.SqlQueryRaw<string>(sql).ToListAsync(TestContext.Current.CancellationToken))
            .Where(line => !unmodelled.Any(table => line.StartsWith(table, StringComparison.Ordinal)))
            .ToHashSet();

        string[] drift =
        [
            .. expected.Except(found).Order().Select(line => $"only in the model: {line}"),
            .. found.Except(expected).Order().Select(line => $"only in the database: {line}"),
        ];
        Assert.True(drift.Length == 0, string.Join('\n', drift));
    }

    private static string Plain(string storeType) => storeType.Replace("varchar", "character varying", StringComparison.Ordinal);
}
