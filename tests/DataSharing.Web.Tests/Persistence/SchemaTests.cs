using DataSharing.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace DataSharing.Web.Tests.Persistence;

/// <summary>The migrations are written by hand, so the model and the database are compared.</summary>
public sealed class SchemaTests(Portal portal)
{
    // The database's own affair: EF Core knows nothing of them.
    private static readonly string[] NotInTheModel = ["__EFMigrationsHistory", "business_clock"];

    // S(elect) I(nsert) U(pdate) D(elete), as the portal needs them. A new table has to be drawn here.
    private const string Privileges = """
        __EFMigrationsHistory     S
        audit_events              S I
        audit_scopes              S I U
        business_clock            S
        data_protection_keys      S I   D
        invitations               S I U
        memberships               S I U
        organisation_assurances   S I   D
        organisation_identifiers  S I   D
        organisations             S I U
        parked_posts              S I   D
        people                    S I U
        sessions                  S I U D
        """;

    [Fact]
    public async Task The_model_and_the_database_have_the_same_columns() => Assert.Equal(
        FromModel(table => table.Columns
            .Where(column => column.Name != "xmin") // a system column of every table
            .Select(column => $"{table.Name}.{column.Name} {column.StoreType}{(column.IsNullable ? "" : " NOT NULL")}")),
        await FromDatabaseAsync($"""
            SELECT c.relname AS "Table", c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END AS "Line"
            FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
            WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
            """));

    [Fact]
    public async Task The_model_and_the_database_have_the_same_primary_and_foreign_keys() => Assert.Equal(
        FromModel(table => table.ForeignKeyConstraints
            .Select(key => $"{table.Name}: {key.Name} FOREIGN KEY ({Names(key.Columns)}) REFERENCES {key.PrincipalTable.Name}({Names(key.PrincipalColumns)})")
            .Append($"{table.Name}: {table.PrimaryKey!.Name} PRIMARY KEY ({Names(table.PrimaryKey.Columns)})")),
        await FromDatabaseAsync($"""
            SELECT c.relname AS "Table", c.relname || ': ' || k.conname || ' ' || pg_get_constraintdef(k.oid) AS "Line"
            FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
            WHERE c.relnamespace = 'public'::regnamespace AND k.contype IN ('p', 'f')
            """));

    [Fact]
    public async Task The_model_and_the_database_have_the_same_unique_indexes() => Assert.Equal(
        FromModel(table => table.Indexes
            .Where(index => index.IsUnique)
            .Select(index => $"{table.Name}: {index.Name} ({Names(index.Columns)}){(index.Filter is null ? "" : $" ({index.Filter})")}")),
        await FromDatabaseAsync($"""
            SELECT c.relname AS "Table", c.relname || ': ' || i.relname || ' ('
                || (SELECT string_agg(a.attname, ', ' ORDER BY k.place) FROM unnest(x.indkey) WITH ORDINALITY k(number, place) JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.number)
                || ')' || coalesce(' ' || pg_get_expr(x.indpred, c.oid), '') AS "Line"
            FROM pg_index x JOIN pg_class c ON c.oid = x.indrelid JOIN pg_class i ON i.oid = x.indexrelid
            WHERE c.relnamespace = 'public'::regnamespace AND x.indisunique AND NOT x.indisprimary
            """));

    [Fact]
    public async Task Every_table_has_a_decision_what_the_portal_may_do_with_it()
    {
        var granted = await FromDatabaseAsync($"""
            SELECT '' AS "Table", rpad(t.table_name, 26) || concat_ws(' ', {Mark("SELECT")}, {Mark("INSERT")}, {Mark("UPDATE")}, {Mark("DELETE")}) AS "Line"
            FROM information_schema.tables t WHERE t.table_schema = 'public'
            """);

        Assert.Equal(Privileges.Split('\n').Order(StringComparer.Ordinal), granted.Select(line => line.TrimEnd()));
    }

    [Fact]
    public async Task Nobody_is_given_anything_beyond_that()
    {
        Assert.Empty(await FromDatabaseAsync($"""
            SELECT '' AS "Table", g.grantee || ' ' || g.privilege_type || ' ' || g.table_name AS "Line"
            FROM information_schema.role_table_grants g
            WHERE g.table_schema = 'public' AND g.grantee <> 'datasharing_owner'
              AND (g.grantee <> 'datasharing_app' OR g.privilege_type NOT IN ('SELECT', 'INSERT', 'UPDATE', 'DELETE') OR g.is_grantable = 'YES')
            """));
        Assert.Empty(await FromDatabaseAsync($"""
            SELECT '' AS "Table", c.relname::text AS "Line" FROM pg_class c
            WHERE c.relnamespace = 'public'::regnamespace AND pg_get_userbyid(c.relowner) <> 'datasharing_owner'
            """));
        Assert.Equal(["false false false"], await FromDatabaseAsync($"""
            SELECT '' AS "Table", concat_ws(' ', rolsuper::text, rolcreatedb::text, has_schema_privilege(oid, 'public', 'CREATE')::text) AS "Line"
            FROM pg_roles WHERE rolname = 'datasharing_portal'
            """));
    }

    private static string Mark(string privilege) =>
        $"CASE WHEN has_table_privilege('datasharing_app', quote_ident(t.table_name), '{privilege}') THEN '{privilege[0]}' ELSE ' ' END";

    private static string Names(IEnumerable<IColumn> columns) => string.Join(", ", columns.Select(c => c.Name));

    private List<string> FromModel(Func<ITable, IEnumerable<string>> lines)
    {
        using var db = TestDatabase.Open(portal.Database.AsOwner);
        return [.. db.Model.GetRelationalModel().Tables.SelectMany(lines).Order(StringComparer.Ordinal)];
    }

    private async Task<List<string>> FromDatabaseAsync(string sql)
    {
        await using var db = TestDatabase.Open(portal.Database.AsOwner);
        var rows = await db.Database.SqlQueryRaw<Row>(sql).ToListAsync(TestContext.Current.CancellationToken);
        return [.. rows.Where(r => !NotInTheModel.Contains(r.Table)).Select(r => r.Line).Order(StringComparer.Ordinal)];
    }

    private sealed record Row(string Table, string Line);
}
