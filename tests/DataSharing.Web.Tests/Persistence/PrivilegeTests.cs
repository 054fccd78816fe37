using DataSharing.Persistence;
using DataSharing.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace DataSharing.Web.Tests.Persistence;

/// <summary>What the portal's role may do with each table, drawn as a table.</summary>
public sealed class PrivilegeTests(Portal portal)
{
    // S(elect) I(nsert) U(pdate) D(elete), as the portal needs them. A new table has to be drawn here.
    private const string Privileges = """
        __EFMigrationsHistory     S
        agreed_contents           S I
        agreement_access          S I U
        agreement_numbers
        agreement_sights          S I U D
        agreement_versions        S I U
        agreements                S I U
        allowances_used           S I U
        assents                   S I U
        audit_events              S I
        audit_scopes              S I U
        business_clock            S
        comment_replies           S I
        comments                  S I U
        condition_acceptances     S I
        data_protection_keys      S I
        decisions                 S I
        edition_editors           S I
        editions                  S I U
        evidence                  S I U
        evidence_files            S I   D
        form_ids                  S I U D
        invitations               S I U
        justifications            S I U
        live_findings             S I U
        logout_tokens             S I   D
        memberships               S I U
        organisation_evidence     S I U D
        organisation_identifiers  S I   D
        organisations             S I U
        parked_posts              S I   D
        people                    S I U
        reading_marks             S I U
        recheck_failures          S I
        rechecks                  S I U
        sessions                  S I U D
        signatures                S I
        stages                    S I U
        submission_findings       S I
        tasks                     S I U D
        version_contents          S I U
        version_editors           S I
        version_people            S I U D
        version_words             S I U D
        waiting_roles             S I U
        """;

    [Fact]
    public async Task Every_table_has_a_decision_what_the_portal_may_do_with_it()
    {
        var granted = await FromDatabaseAsync(
            $"""
            SELECT '' AS "Table", rpad(t.table_name, 26) || concat_ws(' ', {Mark("SELECT")}, {Mark("INSERT")}, {Mark("UPDATE")}, {Mark(
                "DELETE"
            )}) AS "Line"
            FROM information_schema.tables t WHERE t.table_schema = 'public'
            """
        );

        Assert.Equal(Privileges.Split('\n').Order(StringComparer.Ordinal), granted.Select(line => line.TrimEnd()));
    }

    /// <summary>
    /// Every privilege of everybody but the owner, by table, column and function, so that a change is seen where it is reviewed. What is
    /// given now stands beside it as <c>privileges.found.txt</c> when it differs.
    /// </summary>
    [Fact]
    public async Task Privileges_are_those_of_the_file()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Persistence");
        var found = await FromDatabaseAsync(
            """
            WITH given AS (
                SELECT 'table ' || c.relname AS thing, a.grantee, a.privilege_type, a.is_grantable
                FROM pg_class c, aclexplode(c.relacl) a
                WHERE c.relnamespace = 'public'::regnamespace AND a.grantee <> c.relowner
                UNION ALL
                SELECT 'column ' || c.relname || '.' || t.attname, a.grantee, a.privilege_type, a.is_grantable
                FROM pg_class c JOIN pg_attribute t ON t.attrelid = c.oid, aclexplode(t.attacl) a
                WHERE c.relnamespace = 'public'::regnamespace AND a.grantee <> c.relowner AND NOT t.attisdropped
                UNION ALL
                SELECT 'function ' || p.oid::regprocedure || CASE WHEN p.prosecdef THEN ' (as the owner)' ELSE '' END,
                    a.grantee, a.privilege_type, a.is_grantable
                FROM pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
                WHERE p.pronamespace = 'public'::regnamespace AND a.grantee <> p.proowner
                UNION ALL
                SELECT 'schema public', a.grantee, a.privilege_type, a.is_grantable
                FROM pg_namespace n, aclexplode(n.nspacl) a WHERE n.nspname = 'public' AND a.grantee <> n.nspowner
            )
            SELECT '' AS "Table", thing || ': ' || string_agg(privilege_type || CASE WHEN is_grantable THEN '*' ELSE '' END, ', '
                ORDER BY privilege_type) || ' to ' || CASE WHEN grantee = 0 THEN 'everybody' ELSE pg_get_userbyid(grantee) END AS "Line"
            FROM given GROUP BY thing, grantee
            """
        );
        var expected = File.Exists(Path.Combine(folder, "privileges.txt"))
            ? await File.ReadAllLinesAsync(Path.Combine(folder, "privileges.txt"), TestContext.Current.CancellationToken)
            : [];
        if (!found.SequenceEqual(expected))
        {
            await File.WriteAllLinesAsync(Path.Combine(folder, "privileges.found.txt"), found, TestContext.Current.CancellationToken);
        }

        Assert.Equal(expected, found);
    }

    /// <summary>What somebody could try who has taken over the portal.</summary>
    [Theory]
    [InlineData("UPDATE people SET subject = 'somebody else'")]
    [InlineData("UPDATE people SET issuer = 'https://elsewhere'")]
    [InlineData("UPDATE memberships SET role = 'SystemAdmin'")]
    [InlineData("UPDATE memberships SET person_id = person_id")]
    [InlineData("UPDATE invitations SET expires_at = 'infinity'")]
    [InlineData("UPDATE audit_scopes SET until_day = 'infinity'")]
    [InlineData("UPDATE sessions SET subject = 'somebody else'")]
    [InlineData("UPDATE sessions SET key_hash = ''")]
    [InlineData("DELETE FROM data_protection_keys")]
    [InlineData("DELETE FROM audit_events")]
    [InlineData("SELECT * FROM agreement_numbers")]
    [InlineData("SELECT refuse_change()")]
    public async Task Beyond_that_the_portal_is_refused(string sql)
    {
        await using var connection = new NpgsqlConnection(portal.Database.AsPortal);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
#pragma warning disable CA2100 // the statements are those above
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100

        var refusal = await Assert.ThrowsAsync<PostgresException>(() =>
            command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken)
        );
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refusal.SqlState);
    }

    [Fact]
    public async Task Nobody_is_given_anything_beyond_that()
    {
        Assert.Empty(
            await FromDatabaseAsync(
                $"""
                SELECT '' AS "Table", g.grantee || ' ' || g.privilege_type || ' ' || g.table_name AS "Line"
                FROM information_schema.role_table_grants g
                WHERE g.table_schema = 'public' AND g.grantee <> 'datasharing_owner'
                  AND (g.grantee <> 'datasharing_app' OR g.privilege_type NOT IN ('SELECT', 'INSERT', 'UPDATE', 'DELETE') OR g.is_grantable = 'YES')
                """
            )
        );
        Assert.Empty(
            await FromDatabaseAsync(
                $"""
                SELECT '' AS "Table", c.relname::text AS "Line" FROM pg_class c
                WHERE c.relnamespace = 'public'::regnamespace AND pg_get_userbyid(c.relowner) <> 'datasharing_owner'
                """
            )
        );
        Assert.Equal(
            ["false false false"],
            await FromDatabaseAsync(
                $"""
                SELECT '' AS "Table", concat_ws(' ', rolsuper::text, rolcreatedb::text, has_schema_privilege(oid, 'public', 'CREATE')::text) AS "Line"
                FROM pg_roles WHERE rolname = 'datasharing_portal'
                """
            )
        );
    }

    private static string Mark(string privilege) =>
        $"CASE WHEN {(privilege == "DELETE" ? "has_table_privilege" : "has_any_column_privilege")}('datasharing_app', quote_ident(t.table_name), '{privilege}') THEN '{privilege[0]}' ELSE ' ' END";

    private async Task<List<string>> FromDatabaseAsync(string sql)
    {
        await using var db = DataSharingDbContext.Open(portal.Database.AsOwner);
        var rows = await db.Database.SqlQueryRaw<Row>(sql).ToListAsync(TestContext.Current.CancellationToken);
        return [.. rows.Select(r => r.Line).Order(StringComparer.Ordinal)];
    }

    private sealed record Row(string Table, string Line);
}
