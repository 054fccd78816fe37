using DataSharing.Persistence;
using DataSharing.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

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
        data_protection_keys      S I   D
        decisions                 S I
        edition_editors           S I
        editions                  S I U
        evidence                  S I U
        evidence_files            S I
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
