using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Approval;
using DataSharing.Domain.Content;
using DataSharing.Domain.Rules;
using DataSharing.Persistence;
using DataSharing.Persistence.Agreements;
using DataSharing.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using static DataSharing.Web.Tests.Persistence.SharedAgreement;

namespace DataSharing.Web.Tests.Persistence;

public class AgreementStoreTests(Portal portal)
{
    [Fact]
    public async Task An_agreement_goes_from_draft_to_active_with_everything_kept()
    {
        var shared = await DraftAsync(portal, content => content with { StartDate = new DateOnly(2026, 9, 1) });
        await shared.SubmitAsync(shared.Drafter);
        for (var stage = CouncilReview; stage <= CharitySigns; stage++)
        {
            await shared.TakeAsync(stage);
        }

        await ActivateDueAsync(shared);

        var agreement = await shared.FindAsync();
        var version = agreement.Newest;
        Assert.Equal((VersionStatus.Active, "1.0"), (version.Status, version.Label.ToString()));
        Assert.Equal(["DARS-1"], agreement.ExternalReferences);
        Assert.Equal(AgreementDocument.Read(version.Stored!.CanonicalContent.Span).Hash, version.ContentHash);
        Assert.Equal(
            ["DSA-061", "DSA-061", "DSA-091"],
            version.Findings.Where(f => f.Severity is Domain.Rules.Severity.Warning).Select(f => f.RuleId)
        );
        Assert.Equal(["DSA-061", "DSA-091"], version.Justifications.Select(j => j.RuleId).Order());
        Assert.All(version.Stages, stage => Assert.Equal(StageStatus.Decided, stage.Status));
        Assert.Equal(2, version.Signatures.Count());
        Assert.Equal(version.Document.Content.ReviewDate, version.NextReviewDate);
    }

    [Fact]
    public async Task What_happened_is_in_the_audit_log_with_version_and_hash()
    {
        var shared = await BeforeAsync(portal, CharityReview);
        var agreement = await shared.FindAsync();

        var told = await portal.InDbAsync(db =>
            db.AuditEvents.Where(e => e.SubjectId == agreement.Id.Value).OrderBy(e => e.Id).ToListAsync()
        );

        Assert.Equal(
            [
                "agreement.drafted",
                "agreement.warning-justified",
                "agreement.warning-justified",
                "agreement.partners-invited",
                "agreement.content-agreed",
                "agreement.version-submitted",
                "agreement.stages-opened",
                "agreement.stage-decided",
            ],
            told.Select(e => e.Name)
        );
        Assert.All(
            told,
            e => Assert.Equal((1, agreement.Newest.ContentHash.Hex), (e.AgreementVersion, Convert.ToHexStringLower(e.ContentHash!)))
        );
        Assert.Contains(shared.Reference.Value, told[0].Text(), StringComparison.Ordinal);
        Assert.Contains("\"kind\":\"IgReview\"", told[^1].Text().Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_partners_agreed_is_stored_as_it_is_left_behind_comes_back_and_goes_on()
    {
        var shared = await InPartnerReviewAsync(portal);
        var partner = await shared.PartnerAsync();
        var title = (await shared.FindAsync()).Newest.Title!;
        await shared.AgreeAsync(partner);
        await shared.AgreeAsync(shared.Drafter);
        await shared.RenameAsync("Another");
        await shared.AgreeAsync(partner);
        Assert.Equal(
            [shared.Drafter.Person, shared.Drafter.Person, null],
            (await shared.FindAsync()).Newest.Assents.Select(a => a.ChangedBy)
        );

        await shared.RenameAsync(title);
        Assert.Equal([null, null, shared.Drafter.Person], (await shared.FindAsync()).Newest.Assents.Select(a => a.ChangedBy));

        await shared.SubmitAsync(shared.Drafter);
        await shared.DoAsync(
            await shared.HolderAsync(CouncilReview),
            change =>
                change.Agreement.Decide(
                    CouncilReview,
                    new Ruling.Return("Door codes", [Section.Security]),
                    Seen.Of(change.Agreement.Newest),
                    change.Actor,
                    change.Now
                )
        );
        var next = (await shared.FindAsync()).Newest;

        Assert.Equal((2, 3, true), (next.Ordinal, next.Assents.Count, next.IsAgreedBy(shared.Charity)));
        var invited = Assert.Single(next.Access, access => access.Relation is Relation.InvitedParty);
        Assert.Equal((shared.Charity, "CHY"), (invited.Organisation, invited.PartyId));
    }

    [Fact]
    public async Task A_returned_version_stays_and_the_next_draft_is_stored_beside_it()
    {
        var shared = await BeforeAsync(portal, Guardian);
        await shared.DoAsync(
            await shared.HolderAsync(Guardian),
            change =>
                change.Agreement.Decide(
                    Guardian,
                    new Ruling.Return("Door codes", [Section.DatasetsAndFields, Section.Security]),
                    Seen.Of(change.Agreement.Newest),
                    change.Actor,
                    change.Now
                )
        );

        var agreement = await shared.FindAsync();

        Assert.Equal([VersionStatus.ChangesRequested, VersionStatus.Draft], agreement.Versions.Select(v => v.Status));
        Assert.Equal(
            [Section.DatasetsAndFields, Section.Security],
            agreement.Version(1)!.Stages.Single(s => s.Number == Guardian).Decision!.Sections
        );
        Assert.Equal(2, agreement.Newest.Justifications.Count);
        Assert.True(agreement.Newest.IsEditor(shared.Drafter.Person));
    }

    [Fact]
    public async Task Conditions_are_stored_and_accepted()
    {
        var shared = await BeforeAsync(portal, Guardian);
        await shared.DoAsync(
            await shared.HolderAsync(Guardian),
            change =>
                change.Agreement.Decide(
                    Guardian,
                    new Ruling.ApproveOnConditions(["Audit 20", "Train two"]),
                    Seen.Of(change.Agreement.Newest),
                    change.Actor,
                    change.Now
                )
        );
        Assert.Equal(VersionStatus.InApproval, (await shared.FindAsync()).Newest.Status);

        await shared.DoAsync(
            shared.Drafter,
            change => change.Agreement.AcceptConditions(Guardian, Seen.Of(change.Agreement.Newest), change.Actor, change.Now)
        );

        var version = (await shared.FindAsync()).Newest;
        Assert.Equal(VersionStatus.AwaitingSignatures, version.Status);
        Assert.Equal(["Audit 20", "Train two"], version.Stages.Single(s => s.Number == Guardian).Decision!.Conditions);
    }

    [Fact]
    public async Task A_draft_can_be_replaced_justified_again_and_withdrawn()
    {
        var shared = await DraftAsync(portal);
        await shared.DoAsync(
            shared.Drafter,
            change =>
            {
                var better = AgreementDocument.Of(change.Agreement.Newest.Document.Content with { Title = "Better" });
                change.Agreement.ReplaceContent(better, Seen.Of(change.Agreement.Newest), change.Actor, change.Now);
                change.Agreement.JustifyWarning("DSA-061", "First words.", change.Actor, change.Now);
            }
        );
        await shared.DoAsync(
            shared.Drafter,
            change => change.Agreement.JustifyWarning("DSA-061", "Second words.", change.Actor, change.Now)
        );
        await shared.DoAsync(shared.Drafter, change => change.Agreement.Withdraw("Not needed.", change.Actor, change.Now));

        var version = (await shared.FindAsync()).Newest;
        Assert.Equal(
            (VersionStatus.Withdrawn, "Better", "Second words."),
            (version.Status, version.Title, Assert.Single(version.Justifications).Text)
        );
    }

    [Fact]
    public async Task References_of_a_year_have_no_gaps_and_none_twice()
    {
        var first = (await DraftAsync(portal)).Reference;
        Assert.StartsWith("DSA-2026-", first.Value, StringComparison.Ordinal);

        var more = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ => (await DraftAsync(portal)).Reference));

        Assert.Equal(4, more.Append(first).Distinct().Count() - 1);
    }

    [Fact]
    public async Task Nobody_opens_what_does_not_exist()
    {
        await using var db = DataSharingDbContext.Open(portal.Database.AsPortal);

        Assert.Null(
            await new AgreementStore(db).OpenForChangeAsync(
                AgreementReference.Of(1999, 1),
                person: null,
                TestContext.Current.CancellationToken
            )
        );
        Assert.Null(await new AgreementStore(db).FindAsync(AgreementReference.Of(1999, 1), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_start_that_has_not_come_is_left_alone()
    {
        var shared = await BeforeAsync(portal, CouncilSigns);
        await shared.TakeAsync(CouncilSigns);
        await shared.TakeAsync(CharitySigns);

        await ActivateDueAsync(shared);

        Assert.Equal(VersionStatus.Approved, (await shared.FindAsync()).Newest.Status);
    }

    private static async Task ActivateDueAsync(SharedAgreement shared)
    {
        await using var db = shared.Open();
        await new TimedSteps(db).ActivateDueAsync(Criteria.First, TestContext.Current.CancellationToken);
    }
}
