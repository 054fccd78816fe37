using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Approval;
using DataSharing.Domain.Content;
using DataSharing.Persistence;
using DataSharing.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using static DataSharing.Web.Tests.Persistence.SharedAgreement;

namespace DataSharing.Web.Tests.Persistence;

/// <summary>T08: no stage is carried over but what the database itself finds decided, whoever writes the SQL.</summary>
public class CarriedStagesInDatabaseTests(Portal portal)
{
    [Fact]
    public async Task What_is_carried_over_is_stored_and_read_back()
    {
        var shared = await ResubmittedAsync(portal);

        var agreement = await shared.FindAsync();

        var first = agreement.Version(1)!;
        Assert.Equal(
            [CouncilReview, CharityReview, CouncilOwner, CharityOwner],
            agreement.Newest.Stages.Where(s => s.CarriedDecision is not null).Select(s => s.Number)
        );
        Assert.Equal([Guardian], agreement.Newest.Stages.Where(s => s.Status is StageStatus.Open).Select(s => s.Number));
        Assert.All(
            agreement.Newest.Stages.Take(4),
            stage =>
                Assert.Equal(
                    (first.Id, stage.Number, first.ContentHash, first.Stages.Single(s => s.Number == stage.Number).Decision),
                    (stage.CarriedVersionId, stage.CarriedStageNumber, stage.CarriedContentHash, stage.CarriedDecision)
                )
        );
    }

    [Fact]
    public async Task A_version_becomes_approved_on_carried_decisions()
    {
        var shared = await ResubmittedAsync(portal);

        await shared.TakeAsync(Guardian);
        await shared.TakeAsync(CouncilSigns);
        await shared.TakeAsync(CharitySigns);

        Assert.Equal(VersionStatus.Approved, (await shared.FindAsync()).Newest.Status);
    }

    [Fact]
    public async Task A_true_carry_is_taken()
    {
        var shared = await ReturnedAsync(portal);

        await shared.RunSqlAsync(await CarryAsync(shared, CouncilReview));

        Assert.True((await shared.FindAsync()).Newest.Stages.Single().IsDecided);
    }

    [Fact]
    public async Task What_is_carried_is_the_same_stage_and_content()
    {
        var shared = await ReturnedAsync(portal);
        var carry = await CarryAsync(shared, CouncilReview);
        (string Column, string Instead, string Broken)[] others =
        [
            ("kind", "'Siro'", "stage"),
            ("role", "'Siro'", "stage"),
            ("party_id", "'CHY'", "stage"),
            ("organisation_id", "(SELECT organisation_id FROM stages o WHERE o.version_id = s.version_id AND o.number = 2)", "stage"),
            ("mode", "'Approve'", "stage"),
            ("mandatory", "false", "stage"),
            ("d.content_hash", "'0000000000000000000000000000000000000000000000000000000000000000'", "content"),
        ];

        foreach (var (column, instead, broken) in others)
        {
            var name = column.Contains('.', StringComparison.Ordinal) ? column : $"s.{column}";
            await RefusesAsync(shared, $"stages_carried_{broken}", carry.Replace(name, instead, StringComparison.Ordinal));
        }

        await shared.RunSqlAsync(carry); // it was that alone
    }

    [Fact]
    public async Task A_return_is_no_approval() // nor is what waits for its conditions
    {
        var returned = await ReturnedAsync(portal);
        await RefusesAsync(returned, "stages_carried_outcome", await CarryAsync(returned, Guardian));

        var takenBack = await OnConditionsAsync(portal);
        await takenBack.DoAsync(takenBack.Drafter, change => change.Agreement.TakeBack("We cannot.", change.Actor, change.Now));
        await RefusesAsync(takenBack, "stages_carried_outcome", await CarryAsync(takenBack, Guardian));
        await takenBack.RunSqlAsync(await CarryAsync(takenBack, CouncilOwner));
    }

    [Fact]
    public async Task An_approval_of_another_agreement_does_not_count()
    {
        var other = await ReturnedAsync(portal);
        var shared = await ReturnedAsync(portal);

        await RefusesAsync(shared, "stages_carried_agreement", await CarryAsync(shared, CouncilReview, from: other.VersionId));
    }

    [Fact]
    public async Task Nothing_is_carried_past_a_material_change()
    {
        var shared = await ReturnedAsync(portal);
        var first = (await shared.FindAsync()).Newest.Document.Content;
        var carry = await CarryAsync(shared, CouncilReview);
        AgreementContent[] changed =
        [
            first with
            {
                Parties = [.. first.Parties.Select(p => p with { PublicContact = "Elsewhere" })],
            },
            first with
            {
                Retention = [],
            },
            first with
            {
                Flows = [.. first.Flows.Select(f => f with { Volume = 7 })],
            },
            first with
            {
                ProhibitedRecipients = [new Recipient { Id = "X1", Name = "Insurers" }],
            },
        ];

        foreach (var content in changed)
        {
            await shared.ReplaceAsync(_ => content);
            await RefusesAsync(shared, "stages_carried_material", carry);
        }

        await shared.ReplaceAsync(_ => first);
        await shared.RunSqlAsync(carry); // it was that alone
    }

    [Fact]
    public async Task The_portal_and_the_database_agree_on_what_is_material()
    {
        await using var db = DataSharingDbContext.Open(portal.Database.AsPortal);
        var members = await db
            .Database.SqlQuery<string>($"""SELECT unnest(material_members()) AS "Value" """)
            .ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal(Materiality.Members, members);
    }

    [Fact]
    public async Task A_decision_that_did_not_stand_in_the_version_before_is_not_carried()
    {
        var shared = await ResubmittedAsync(
            portal,
            content => content with { Retention = [.. content.Retention.Select(r => r with { Criteria = "Another" })] }
        );
        await shared.DoAsync(
            await shared.HolderAsync(CouncilReview),
            change =>
                change.Agreement.Decide(
                    CouncilReview,
                    new Ruling.Return("As it was.", [Section.RetentionAndOnwardSharing]),
                    Seen.Of(change.Agreement.Newest),
                    change.Actor,
                    change.Now
                )
        );
        var first = (await shared.FindAsync(1)).Version(1)!.Document.Content;
        await shared.ReplaceAsync(_ => first);

        await RefusesAsync(shared, "stages_carried_predecessor", await CarryAsync(shared, CouncilReview));
    }

    [Fact]
    public async Task Nothing_is_carried_in_a_version_that_its_decider_has_edited()
    {
        var shared = await ReturnedAsync(portal);
        var editor = $"""
            INSERT INTO version_editors (version_id, person_id, organisation_id, at)
            SELECT '{(
                await shared.FindAsync()
            ).Newest.Id.Value}', person_id, organisation_id, at FROM decisions WHERE version_id = $1 AND stage_number = {CouncilReview};
            """;

        await RefusesAsync(shared, "stages_carried_not_drafted", editor + await CarryAsync(shared, CouncilReview));
    }

    [Fact]
    public async Task Nobody_has_two_mandatory_stages_by_a_carry()
    {
        var shared = await ReturnedAsync(portal);
        await RefusesAsync(
            shared,
            "stages_carried_decides_once",
            await CarryAsync(shared, CouncilReview) + ";" + await CarryAsync(shared, CouncilReview, number: 9)
        );

        var resubmitted = await ReturnedAsync(portal);
        await resubmitted.SubmitAsync(resubmitted.Drafter);
        var lead = await resubmitted.HolderAsync(CouncilReview);
        await portal.InDbAsync(
            (db, now) =>
                Task.FromResult(
                    db.Memberships.Add(
                        Domain.People.Membership.Begin(lead.Person, resubmitted.Council, Role.CaldicottGuardian, Act.OfThePortal, now)
                    )
                )
        );
        await RefusesAsync(resubmitted, "decisions_decides_once", Decide(await resubmitted.FindAsync(), Guardian, lead, "Approved"));
    }

    [Fact]
    public async Task A_carried_stage_takes_no_decision_of_its_own()
    {
        var shared = await ResubmittedAsync(portal);
        var agreement = await shared.FindAsync();

        await RefusesAsync(
            shared,
            "decisions_stage_open",
            Decide(agreement, CouncilReview, await shared.HolderAsync(CouncilReview), "GatePassed")
        );
    }

    [Fact]
    public async Task Approvals_are_carried_only_with_the_advice_that_they_knew()
    {
        var shared = await ReturnedAsync(portal);
        var advice = (await CarryAsync(shared, CouncilReview, number: 8))
            .Replace("s.kind", "'DpoAdvice'", StringComparison.Ordinal)
            .Replace("'Decided', s.version_id, s.number, d.content_hash", "'Waiting', NULL, NULL, NULL", StringComparison.Ordinal);

        await RefusesAsync(shared, "stages_carried_advice", advice + ";" + await CarryAsync(shared, CouncilOwner));
        await shared.RunSqlAsync(advice + ";" + await CarryAsync(shared, CouncilReview)); // a review is no approval
    }

    [Fact]
    public async Task A_stage_is_not_born_decided_nor_carried_later()
    {
        var shared = await ReturnedAsync(portal);
        var carry = await CarryAsync(shared, CouncilReview);

        await RefusesAsync(
            shared,
            "stages_step",
            carry.Replace("s.version_id, s.number, d.content_hash", "NULL, NULL, NULL", StringComparison.Ordinal)
        );
        await RefusesAsync(
            shared,
            "ck_stages_carried",
            carry.Replace("s.version_id, s.number, d.content_hash", "s.version_id, s.number, NULL", StringComparison.Ordinal)
        );
        await RefusesAsync(shared, "ck_stages_carried", carry.Replace("'Decided'", "'Waiting'", StringComparison.Ordinal));
        await shared.SubmitAsync(shared.Drafter);
        await RefusesAsync(
            shared,
            "stages_step",
            $"UPDATE stages SET carried_version_id = $1, carried_stage_number = {CharityReview}, carried_content_hash = content_hash FROM decisions d WHERE d.version_id = $1 AND d.stage_number = 2 AND stages.version_id = '{(await shared.FindAsync()).Newest.Id.Value}'",
            asOwner: true
        );
    }

    [Fact]
    public async Task No_version_is_further_than_its_carried_decisions()
    {
        var shared = await ResubmittedAsync(portal);

        await RefusesAsync(
            shared,
            "agreement_versions_earned",
            $"UPDATE agreement_versions SET status = 'AwaitingSignatures' WHERE id = '{(await shared.FindAsync()).Newest.Id.Value}'"
        );
    }

    /// <summary>Carries a stage of the first version into the newest, as the portal would.</summary>
    private static async Task<string> CarryAsync(SharedAgreement shared, int stage, AgreementVersionId? from = null, int? number = null) =>
        $"""
            INSERT INTO stages (version_id, number, kind, role, party_id, organisation_id, mode, mandatory, "group", due_in_working_days, because, status, carried_version_id, carried_stage_number, carried_content_hash)
            SELECT '{(await shared.FindAsync()).Newest.Id.Value}', {number
                ?? stage}, s.kind, s.role, s.party_id, s.organisation_id, s.mode, s.mandatory, s."group", 10, 'Because.', 'Decided', s.version_id, s.number, d.content_hash
            FROM stages s JOIN decisions d ON d.version_id = s.version_id AND d.stage_number = s.number WHERE s.version_id = '{(
                from ?? shared.VersionId
            ).Value}' AND s.number = {stage}
            """;

    private static string Decide(Agreement agreement, int stage, Actor actor, string outcome) =>
        $"""
            UPDATE stages SET status = 'Decided' WHERE version_id = '{agreement.Newest.Id.Value}' AND number = {stage} AND status = 'Open';
            INSERT INTO decisions (version_id, stage_number, person_id, organisation_id, role, outcome, conditions, sections, content_hash, at)
            SELECT s.version_id, s.number, '{actor.Person.Value}', s.organisation_id, s.role, '{outcome}', ARRAY[]::text[], ARRAY[]::text[], v.content_hash, portal_now()
            FROM stages s JOIN agreement_versions v ON v.id = s.version_id WHERE s.version_id = '{agreement.Newest.Id.Value}' AND s.number = {stage}
            """;

    private static async Task RefusesAsync(SharedAgreement shared, string constraint, string sql, bool asOwner = false) =>
        Assert.Equal(constraint, (await Assert.ThrowsAsync<PostgresException>(() => shared.RunSqlAsync(sql, asOwner))).ConstraintName);
}
