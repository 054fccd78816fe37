using DataSharing.Domain.Agreements;
using DataSharing.Domain.People;
using DataSharing.Web.Tests.Infrastructure;
using Npgsql;
using static DataSharing.Web.Tests.Persistence.SharedAgreement;

namespace DataSharing.Web.Tests.Persistence;

/// <summary>What the database refuses whoever writes the SQL: here the portal's own role, past the domain.</summary>
public class SeparationInDatabaseTests(Portal portal)
{
    [Fact]
    public async Task A_decision_in_order_is_taken()
    {
        var shared = await InApprovalAsync(portal);

        await shared.RunSqlAsync(Decide(CouncilReview, await shared.HolderAsync(CouncilReview), "GatePassed"));

        Assert.True((await shared.FindAsync()).Newest.Stages[0].IsDecided);
    }

    [Fact]
    public async Task Who_edited_the_version_does_not_decide()
    {
        var shared = await DraftAsync(portal);
        var editor = await shared.SomebodyAsync(shared.Council, Role.IgOfficer, Role.IgLead);
        await shared.SubmitAsync(editor);

        await RefusesAsync(shared, "decisions_not_drafted", Decide(CouncilReview, editor, "GatePassed"));
    }

    [Fact]
    public async Task Nobody_decides_two_mandatory_stages_of_a_version()
    {
        var shared = await InApprovalAsync(portal);
        var twice = await shared.SomebodyAsync(shared.Council, Role.IgLead, Role.CaldicottGuardian);
        await shared.TakeAsync(CouncilReview, twice);
        await shared.TakeAsync(CharityReview);

        await RefusesAsync(shared, "decisions_decides_once", Decide(Guardian, twice, "Approved"));
    }

    [Fact]
    public async Task Two_decisions_of_one_person_in_one_transaction_are_both_seen()
    {
        var shared = await BeforeAsync(portal, CouncilOwner);
        var owner = await shared.SomebodyAsync(shared.Council, Role.InformationAssetOwner, Role.CaldicottGuardian);

        await RefusesAsync(
            shared,
            "decisions_decides_once",
            Decide(CouncilOwner, owner, "Approved") + ";" + Decide(Guardian, owner, "Approved")
        );
    }

    [Fact(Timeout = 60_000)]
    public async Task Two_decisions_of_one_person_in_two_transactions_at_once_are_not_both_taken()
    {
        var shared = await BeforeAsync(portal, CouncilOwner);
        var owner = await shared.SomebodyAsync(shared.Council, Role.InformationAssetOwner, Role.CaldicottGuardian);
        await using var connection = new NpgsqlConnection(portal.Database.AsPortal);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await shared.RunSqlAsync(connection, Decide(CouncilOwner, owner, "Approved") + "; SET CONSTRAINTS ALL IMMEDIATE");

        var second = Task.Run(
            () => RefusesAsync(shared, "decisions_decides_once", Decide(Guardian, owner, "Approved")),
            TestContext.Current.CancellationToken
        );
        await shared.UntilSomebodyWaitsForAsync(connection);
        await transaction.CommitAsync(TestContext.Current.CancellationToken);

        await second;
    }

    [Fact]
    public async Task A_data_protection_officer_approves_nothing()
    {
        var shared = await BeforeAsync(portal, CouncilOwner);
        var officer = await shared.SomebodyAsync(shared.Council, Role.InformationAssetOwner, Role.DataProtectionOfficer);

        await RefusesAsync(shared, "decisions_officer_advises", Decide(CouncilOwner, officer, "Approved"));
        await RefusesAsync(
            shared,
            "ck_decisions_officer_advises",
            Decide(CouncilOwner, officer, "Approved", role: "DataProtectionOfficer")
        );
    }

    [Fact]
    public async Task A_decision_is_on_the_hash_of_its_version()
    {
        var shared = await InApprovalAsync(portal);

        await RefusesAsync(
            shared,
            "decisions_content_seen",
            Decide(CouncilReview, await shared.HolderAsync(CouncilReview), "GatePassed", hash: $"'{new string('0', 64)}'")
        );
    }

    [Fact]
    public async Task A_stage_that_is_not_open_takes_no_decision()
    {
        var shared = await InApprovalAsync(portal);
        var holder = await shared.HolderAsync(CouncilOwner);

        await RefusesAsync(shared, "decisions_stage_open", Insert(CouncilOwner, holder, "Approved"));
        await RefusesAsync(shared, "stages_step", Decide(CouncilOwner, holder, "Approved"));
        await RefusesAsync(
            shared,
            "decisions_groups_in_order",
            $"UPDATE stages SET status = 'Open', opened_at = portal_now(), due_on = '2026-09-15' WHERE version_id = $1 AND number = {CouncilOwner};"
                + Decide(CouncilOwner, holder, "Approved")
        );
    }

    [Fact]
    public async Task A_stage_is_decided_by_its_own_role_in_its_own_organisation()
    {
        var shared = await InApprovalAsync(portal);

        await RefusesAsync(
            shared,
            "decisions_role_held",
            Decide(CouncilReview, await shared.SomebodyAsync(shared.Council, Role.Siro), "GatePassed")
        );
        await RefusesAsync(shared, "decisions_role_held", Decide(CouncilReview, await shared.HolderAsync(CharityReview), "GatePassed"));
        await RefusesAsync(
            shared,
            "decisions_stage_holder",
            Decide(CouncilReview, await shared.HolderAsync(CouncilReview), "GatePassed", role: "Siro")
        );
    }

    [Fact]
    public async Task A_role_that_has_ended_does_not_count()
    {
        var shared = await InApprovalAsync(portal);
        var holder = await shared.HolderAsync(CouncilReview);
        await shared.EndRoleAsync(holder, Role.IgLead);

        await RefusesAsync(shared, "decisions_role_held", Decide(CouncilReview, holder, "GatePassed"));
    }

    [Fact]
    public async Task An_outcome_fits_the_mode_of_its_stage()
    {
        var shared = await InApprovalAsync(portal);

        await RefusesAsync(shared, "decisions_stage_mode", Decide(CouncilReview, await shared.HolderAsync(CouncilReview), "Approved"));
        await RefusesAsync(shared, "decisions_stage_mode", Decide(CouncilReview, await shared.HolderAsync(CouncilReview), "Declined"));
    }

    [Fact]
    public async Task An_auditor_of_a_party_decides_nothing()
    {
        var shared = await InApprovalAsync(portal);
        var auditor = await shared.SomebodyAsync(shared.Council, Role.IgLead, Role.Auditor);
        await portal.InDbAsync(
            (db, now) =>
                Task.FromResult(
                    db.AuditScopes.Add(AuditScope.Open(auditor.Person, shared.Charity, now.UkDay(), now.UkDay(), Act.OfThePortal, now))
                )
        );

        await RefusesAsync(shared, "decisions_not_auditor", Decide(CouncilReview, auditor, "GatePassed"));
        await Assert.ThrowsAsync<DomainRuleException>(() => shared.TakeAsync(CouncilReview, auditor));
    }

    [Fact]
    public async Task A_stage_is_not_decided_without_a_decision()
    {
        var shared = await InApprovalAsync(portal);

        await RefusesAsync(
            shared,
            "stages_told",
            $"UPDATE stages SET status = 'Decided' WHERE version_id = $1 AND number = {CouncilReview}"
        );
    }

    [Fact]
    public async Task Nobody_signs_what_they_edited_or_decided_or_twice()
    {
        var shared = await DraftAsync(portal);
        var drafts = await shared.SomebodyAsync(shared.Council, Role.IgOfficer, Role.AuthorisedSignatory);
        await shared.SubmitAsync(drafts);
        await shared.TakeAsync(CouncilReview);
        await shared.TakeAsync(CharityReview);
        var decides = await shared.SomebodyAsync(shared.Council, Role.InformationAssetOwner, Role.AuthorisedSignatory);
        await shared.TakeAsync(CouncilOwner, decides);
        await shared.TakeAsync(CharityOwner);
        await shared.TakeAsync(Guardian);

        await RefusesAsync(shared, "signatures_not_drafted", Sign(CouncilSigns, drafts));
        await RefusesAsync(shared, "signatures_decides_once", Sign(CouncilSigns, decides));
        await RefusesAsync(
            shared,
            "signatures_content_seen",
            Sign(CouncilSigns, await shared.HolderAsync(CouncilSigns), hash: $"'{new string('0', 64)}'")
        );
        await RefusesAsync(shared, "signatures_role_held", Sign(CouncilSigns, await shared.HolderAsync(CharitySigns)));

        var both = await shared.SomebodyAsync(shared.Council, Role.AuthorisedSignatory);
        await portal.InDbAsync(
            (db, now) =>
                Task.FromResult(
                    db.Memberships.Add(Membership.Begin(both.Person, shared.Charity, Role.AuthorisedSignatory, Act.OfThePortal, now))
                )
        );
        await shared.TakeAsync(CouncilSigns, both);
        await RefusesAsync(shared, "ix_signatures_once", Sign(CharitySigns, both with { Organisation = shared.Charity }));
    }

    [Theory]
    [InlineData("AwaitingSignatures")]
    [InlineData("Approved")]
    [InlineData("Active")]
    public async Task No_version_is_further_than_its_decisions_and_signatures(string status)
    {
        var shared = await BeforeAsync(portal, Guardian);

        await RefusesAsync(shared, "agreement_versions_earned", $"UPDATE agreement_versions SET status = '{status}' WHERE id = $1");
    }

    [Fact]
    public async Task No_version_is_approved_before_all_have_signed()
    {
        var shared = await BeforeAsync(portal, CharitySigns);

        await RefusesAsync(shared, "agreement_versions_earned", "UPDATE agreement_versions SET status = 'Approved' WHERE id = $1");
    }

    [Fact]
    public async Task What_was_submitted_is_frozen_for_the_owner_too()
    {
        var shared = await InApprovalAsync(portal);
        const string Change = "UPDATE agreement_versions SET content_hash = encode(sha256('{}'), 'hex') WHERE id = $1";
        const string Bytes =
            "UPDATE version_contents SET canonical_content = '{}', content_hash = encode(sha256('{}'), 'hex') WHERE version_id = $1";

        await RefusesAsync(shared, "agreement_versions_frozen", Change);
        await RefusesAsync(shared, "agreement_versions_frozen", Change, asOwner: true);
        await RefusesAsync(shared, "version_contents_match", Bytes);
        await RefusesAsync(shared, "version_contents_match", Bytes, asOwner: true);
        await RefusesAsync(shared, "version_contents_match", "DELETE FROM version_contents WHERE version_id = $1", asOwner: true);
        await RefusesAsync(
            shared,
            "agreement_versions_frozen",
            "UPDATE agreement_versions SET risk_tier = 'Low', risk_reasons = '{}' WHERE id = $1",
            asOwner: true
        );
        await RefusesAsync(
            shared,
            "agreement_versions_frozen",
            "UPDATE agreement_versions SET frozen_at = NULL, status = 'Draft' WHERE id = $1"
        );
        await RefusesAsync(shared, "justifications_frozen", "UPDATE justifications SET text = 'Other' WHERE version_id = $1");
    }

    [Fact]
    public async Task The_hash_of_a_draft_is_the_hash_of_its_bytes()
    {
        var shared = await DraftAsync(portal);

        await RefusesAsync(
            shared,
            "ck_version_contents_hash",
            "UPDATE version_contents SET canonical_content = '{}' WHERE version_id = $1"
        );
        await RefusesAsync(
            shared,
            "version_contents_match",
            "UPDATE version_contents SET canonical_content = '{}', content_hash = encode(sha256('{}'), 'hex') WHERE version_id = $1"
        );
        await RefusesAsync(
            shared,
            "version_contents_match",
            "UPDATE agreement_versions SET content_hash = encode(sha256('{}'), 'hex') WHERE id = $1"
        );
    }

    [Fact]
    public async Task There_is_one_version_in_preparation_and_one_in_force()
    {
        var shared = await DraftAsync(portal);
        const string Second = """
            WITH second AS (
                INSERT INTO agreement_versions (id, agreement_id, ordinal, label, kind, predecessor_id, status, revision, content_hash, party_names, risk_reasons, removed, sections_with_nothing, relies_on, shares, frozen_at, law_book_number, risk_tier)
                SELECT gen_random_uuid(), agreement_id, ordinal + {0}, '9.0', 'Amendment', id, '{1}', 1, content_hash, party_names, risk_reasons, removed, sections_with_nothing, relies_on, shares, {2}, 1, 'Low'
                FROM agreement_versions WHERE id = $1
                RETURNING id
            )
            INSERT INTO version_contents (version_id, canonical_content, content_hash)
            SELECT second.id, canonical_content, content_hash FROM second, version_contents WHERE version_id = $1
            """;

        await RefusesAsync(shared, "ix_agreement_versions_one_in_preparation", Of(Second, 1, "Draft", "NULL"));
        await RefusesAsync(shared, "ix_agreement_versions_one_in_preparation", Of(Second, 1, "InApproval", "portal_now()"));
        await RefusesAsync(
            shared,
            "ix_agreement_versions_one_in_force",
            Of(Second, 1, "Suspended", "portal_now()") + ";" + Of(Second, 2, "Suspended", "portal_now()")
        );
    }

    [Theory]
    [InlineData("UPDATE decisions SET outcome = 'Approved'")]
    [InlineData("DELETE FROM decisions")]
    [InlineData("UPDATE signatures SET capacity = 'x'")]
    [InlineData("DELETE FROM signatures")]
    public async Task Decisions_and_signatures_are_never_changed(string sql)
    {
        var shared = await InApprovalAsync(portal);

        Assert.Equal("42501", (await Assert.ThrowsAsync<PostgresException>(() => shared.RunSqlAsync(sql))).SqlState);
        await RefusesAsync(
            shared,
            (sql.Contains("decisions", StringComparison.Ordinal) ? "decisions" : "signatures") + "_append_only",
            sql,
            asOwner: true
        );
    }

    [Theory]
    [InlineData("DELETE FROM agreements")]
    [InlineData("DELETE FROM agreement_versions")]
    [InlineData("DELETE FROM agreement_access")]
    [InlineData("DELETE FROM version_editors")]
    [InlineData("UPDATE version_editors SET person_id = organisation_id")]
    [InlineData("DELETE FROM stages")]
    [InlineData("UPDATE stages SET mandatory = false")]
    [InlineData("UPDATE stages SET organisation_id = version_id")]
    [InlineData("UPDATE stages SET carried_version_id = version_id")]
    [InlineData("DELETE FROM submission_findings")]
    [InlineData("UPDATE submission_findings SET message = ''")]
    [InlineData("DELETE FROM justifications")]
    [InlineData("DELETE FROM condition_acceptances")]
    [InlineData("UPDATE agreements SET drafting_organisation_id = id")]
    [InlineData("UPDATE agreement_numbers SET last_number = 0")]
    public async Task The_portals_role_cannot_even_try(string sql)
    {
        var shared = await DraftAsync(portal);

        Assert.Equal("42501", (await Assert.ThrowsAsync<PostgresException>(() => shared.RunSqlAsync(sql))).SqlState);
    }

    private static async Task RefusesAsync(SharedAgreement shared, string constraint, string sql, bool asOwner = false) =>
        Assert.Equal(constraint, (await Assert.ThrowsAsync<PostgresException>(() => shared.RunSqlAsync(sql, asOwner))).ConstraintName);

    private static string Decide(int stage, Actor actor, string outcome, string? role = null, string? hash = null) =>
        $"UPDATE stages SET status = 'Decided' WHERE version_id = $1 AND number = {stage};" + Insert(stage, actor, outcome, role, hash);

    private static string Insert(int stage, Actor actor, string outcome, string? role = null, string? hash = null) =>
        $"""
            INSERT INTO decisions (version_id, stage_number, person_id, organisation_id, role, outcome, conditions, sections, content_hash, at)
            SELECT s.version_id, s.number, '{actor.Person.Value}', s.organisation_id, {(
                role is null ? "s.role" : $"'{role}'"
            )}, '{outcome}', ARRAY[]::text[], ARRAY[]::text[], {hash ?? "v.content_hash"}, portal_now()
            FROM stages s JOIN agreement_versions v ON v.id = s.version_id WHERE s.version_id = $1 AND s.number = {stage}
            """;

    private static string Sign(int stage, Actor actor, string? hash = null) =>
        $"""
            UPDATE stages SET status = 'Decided' WHERE version_id = $1 AND number = {stage};
            INSERT INTO signatures (version_id, stage_number, person_id, organisation_id, capacity, content_hash, at)
            SELECT s.version_id, s.number, '{actor.Person.Value}', s.organisation_id, 'Director', {hash ?? "v.content_hash"}, portal_now()
            FROM stages s JOIN agreement_versions v ON v.id = s.version_id WHERE s.version_id = $1 AND s.number = {stage}
            """;

    private static string Of(string template, params object[] values) =>
        string.Format(null, System.Text.CompositeFormat.Parse(template), values);
}
