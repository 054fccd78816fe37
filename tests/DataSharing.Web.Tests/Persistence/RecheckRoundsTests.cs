using DataSharing.Domain.Agreements.Rechecks;
using DataSharing.Domain.Content;
using DataSharing.Domain.Law;
using DataSharing.Domain.Organisations;
using DataSharing.Domain.Rules;
using DataSharing.Persistence;
using DataSharing.Persistence.Agreements;
using DataSharing.Web.Jobs;
using DataSharing.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace DataSharing.Web.Tests.Persistence;

/// <summary>Agreements in force are checked again when the law, the policy or evidence changes.</summary>
[Collection(Editions.Name)]
public sealed class RecheckRoundsTests(LawPortal portal)
{
    [Fact]
    public async Task ALawBookThatLapsesAGateway_FlagsExactlyTheAgreementsThatRestOnIt()
    {
        await portal.AsDeliveredAsync();
        var resting = await SharedAgreement.InForceAsync(portal, Citing("GW-CARE79"));
        var others = await SharedAgreement.InForceAsync(portal, Citing("GW-CARE6"));
        var draft = await SharedAgreement.DraftAsync(portal, Citing("GW-CARE79"));

        var number = await portal.ReleaseLawBookAsync(book =>
            book.With(book.Gateway("GW-CARE79")! with { Status = LegalStatus.Lapsed, ValidTo = new DateOnly(2026, 8, 31) })
        );

        var finding = Assert.Single(await resting.FindingsAsync());
        Assert.Equal(
            ("DSA-050", Severity.Error, "/legalLines/L1/gateways/G1", FindingCause.Law, number, resting.Council, true),
            (finding.RuleId, finding.Severity, finding.Path, finding.Cause, finding.LawBookNumber, finding.Owner, finding.IsOpen)
        );
        Assert.Empty(await others.FindingsAsync());
        Assert.Empty(await draft.FindingsAsync());
        Assert.Equal("agreement.version-rechecked", (await resting.TrailAsync())[^1].Name);
        Assert.NotEqual("agreement.version-rechecked", (await others.TrailAsync())[^1].Name);

        await portal.RecheckAsync(); // what is known already is not found again
        Assert.Single(await resting.FindingsAsync());

        await portal.ReleaseLawBookAsync(book => book.With(LawBook.First.Gateway("GW-CARE79")!));
        Assert.False(Assert.Single(await resting.FindingsAsync()).IsOpen);
    }

    [Fact]
    public async Task ARound_BegunOrTakenUpAgain_CallsEveryInstance()
    {
        var admin = GivenEditions.As(await portal.ASystemAdministratorAsync());
        await using var calls = await RecheckCalls.ListenAsync(portal.Database.AsPortal, TestContext.Current.CancellationToken);
        await portal.WhileNobodyChecksAsync(async () =>
        {
            var round = await AskedAsync();
            await HeardAsync();

            await ActAsync((r, now) => r.Stop(admin, now));
            await ActAsync((r, now) => r.GoOn(admin, now));
            await HeardAsync();

            // Others begin rounds too, each of which calls.
            async Task HeardAsync()
            {
                Guid? called;
                do
                {
                    called = await calls.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
                    Assert.NotNull(called);
                } while (called != round);
            }

            Task ActAsync(Action<Recheck, DateTimeOffset> act) =>
                portal.InDbAsync(
                    async (db, now) =>
                    {
                        act(await db.Rechecks.SingleAsync(r => r.Id == round), now);
                        return true;
                    }
                );
        });
        await portal.FinishRechecksAsync();
    }

    /// <summary>It looks once a day here, so that what is begun later is done because the database called.</summary>
    [Fact]
    public async Task AWorker_IsCalledForWhatIsBegunWhileItWaits()
    {
        await portal.FinishRechecksAsync();
        using var worker = Worker(portal.Database.AsPortal);
        var first = await AskedAsync();
        await worker.StartAsync(TestContext.Current.CancellationToken);
        await FinishedAsync(first);

        await FinishedAsync(await AskedAsync());

        await worker.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task AWorker_ThatTheDatabaseCannotCall_ChecksAllTheSame()
    {
        await portal.FinishRechecksAsync();
        using var worker = Worker("Host=127.0.0.1;Port=1");
        var round = await AskedAsync();

        await worker.StartAsync(TestContext.Current.CancellationToken);
        await FinishedAsync(round);

        await worker.StopAsync(TestContext.Current.CancellationToken);
    }

    /// <param name="calling">The connection on which it listens.</param>
    private RecheckWorker Worker(string calling) =>
        new(
            portal.Services.GetRequiredService<IServiceScopeFactory>(),
            NullLogger<RecheckWorker>.Instance,
            TimeProvider.System,
            new TimerInterval(TimeSpan.FromDays(1)),
            portal.Services.GetRequiredService<PortalSettings>() with
            {
                ConnectionString = calling,
            }
        );

    private async Task FinishedAsync(Guid round)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        late.CancelAfter(TimeSpan.FromMinutes(2)); // so that a worker that never comes fails a test and not the run
        while (!(await StateAsync(round)).Finished)
        {
            late.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    [Fact]
    public async Task APolicy_FlagsWhatItNoLongerAllows()
    {
        await portal.AsDeliveredAsync();
        var shared = await SharedAgreement.InForceAsync(portal);

        await portal.ReleasePolicyAsync(policy => policy with { LongestYears = 2 });

        var finding = Assert.Single(await shared.FindingsAsync());
        Assert.Equal(("DSA-095", FindingCause.Policy, shared.Council), (finding.RuleId, finding.Cause, finding.Owner)); // about no party: for whoever drafted it
        await portal.ReleasePolicyAsync(policy => policy with { LongestYears = 5 });
        Assert.False(Assert.Single(await shared.FindingsAsync()).IsOpen);
    }

    [Fact]
    public async Task EvidenceThatRunsOut_IsFoundForItsOwner_AndGoneWhenItIsRenewed()
    {
        await portal.AsDeliveredAsync();
        var shared = await SharedAgreement.InForceAsync(portal);
        var certificate = OrganisationEvidence.Of(
            OrganisationEvidenceKind.SecurityAssurance,
            AssuranceType.DSPT,
            new EvidenceTerm("8HK12", new DateOnly(2026, 8, 31), AssuranceLevel.StandardsMet)
        );
        await RecordAsync(shared.Charity, certificate);
        await portal.RecheckAsync();
        Assert.Empty(await shared.FindingsAsync()); // the agreement's own date is later, and it names another

        var document = OrganisationEvidence.Of(
            OrganisationEvidenceKind.PolicyDocument,
            null,
            new EvidenceTerm("APD-CHY-2026", new DateOnly(2026, 8, 31)) { Covers = ["S1-18"] }
        );
        await RecordAsync(shared.Charity, document);
        await portal.RecheckAsync();

        var findings = await shared.FindingsAsync();
        Assert.Equal(["DSA-035", "DSA-101"], findings.Select(f => f.RuleId).Distinct());
        Assert.All(findings, f => Assert.Equal((FindingCause.Evidence, shared.Charity, true), (f.Cause, f.Owner, f.IsOpen)));

        await ChangeAsync(
            shared.Charity,
            (organisation, actor, now) =>
                organisation.RenewEvidence(
                    document.Id,
                    document.Term with
                    {
                        Reference = "APD-CHY-2027",
                        Date = new DateOnly(2027, 8, 31),
                    },
                    actor,
                    now
                )
        );
        await portal.RecheckAsync();

        Assert.All(await shared.FindingsAsync(), f => Assert.False(f.IsOpen));
    }

    [Fact]
    public async Task ARound_StoppedAndResumed_GoesOnAfterItsLastBatch_AndChecksEachVersionOnce()
    {
        await portal.AsDeliveredAsync();
        await SharedAgreement.InForceAsync(portal);
        await portal.FinishRechecksAsync();
        var admin = GivenEditions.As(await portal.ASystemAdministratorAsync());
        var round = await portal.InDbAsync(
            (db, now) =>
            {
                var asked = Recheck.Because(RecheckReason.Asked, now);
                asked.Stop(admin, now);
                db.Rechecks.Add(asked);
                return Task.FromResult(asked.Id);
            }
        );

        await CheckAsync();
        Assert.Equal((0, false), await StateAsync(round)); // a stopped round is left alone

        await portal.InDbAsync(
            async (db, now) =>
            {
                (await db.Rechecks.SingleAsync(r => r.Id == round, TestContext.Current.CancellationToken)).GoOn(admin, now);
                return true;
            }
        );
        await portal.FinishRechecksAsync();

        var inForce = await portal.InDbAsync(db =>
            db.AgreementVersions.CountAsync(v => v.Status == Domain.Agreements.VersionStatus.Active, TestContext.Current.CancellationToken)
        );
        Assert.Equal((inForce, true), await StateAsync(round));
    }

    /// <summary>Two rounds at once would find the same twice; a second instance goes without work instead.</summary>
    [Fact]
    public async Task CheckBatch_WhileAnotherInstanceChecks_DoesNothing()
    {
        await portal.AsDeliveredAsync();
        await portal.FinishRechecksAsync();
        await portal.WhileNobodyChecksAsync(async () =>
        {
            var round = await AskedAsync();

            Assert.False(await CheckAsync());
            Assert.Equal((0, false), await StateAsync(round));
        });
        await portal.FinishRechecksAsync();
    }

    /// <summary>It is short, and somebody who renewed evidence waits for it.</summary>
    [Fact]
    public async Task CheckBatch_OfOneOrganisation_ComesBeforeThoseOfAll()
    {
        await portal.AsDeliveredAsync();
        var shared = await SharedAgreement.InForceAsync(portal);
        await portal.FinishRechecksAsync();
        var (all, one) = await portal.InDbAsync(
            (db, now) =>
            {
                var (all, one) = (
                    Recheck.Because(RecheckReason.LawBook, now.AddDays(-1)),
                    Recheck.Because(RecheckReason.Evidence, now, shared.Charity)
                );
                db.Rechecks.AddRange(all, one);
                return Task.FromResult((all.Id, one.Id));
            }
        );

        // The portal's own worker helps; what is read first was so before what is read then.
        for (var before = await StateAsync(all); !(await StateAsync(one)).Finished; before = await StateAsync(all))
        {
            Assert.Equal((0, false), before);
            await CheckAsync();
        }

        await portal.FinishRechecksAsync();
    }

    [Fact]
    public async Task NoteTrouble_IsReadByAdministrators_UntilABatchIsDone()
    {
        await portal.AsDeliveredAsync();
        var shared = await SharedAgreement.InForceAsync(portal);
        await portal.FinishRechecksAsync();
        await portal.WhileNobodyChecksAsync(async () =>
        {
            await AskedAsync();
            await portal.WithScopeAsync(other =>
                other
                    .GetRequiredService<RecheckRounds>()
                    .NoteTroubleAsync("Disk full: " + new string('x', 2000), TestContext.Current.CancellationToken)
            );

            var administrator = await portal.SignedInAs(await portal.ASystemAdministratorAsync()).GetAsync("/law/checks");
            Assert.Contains("Disk full: xxx", administrator.Main, StringComparison.Ordinal);
            var member = await shared.BrowserOf(shared.Drafter).GetAsync("/law/checks");
            Assert.Contains("The last batch failed", member.Main, StringComparison.Ordinal);
            Assert.DoesNotContain("Disk full", member.Main, StringComparison.Ordinal);
        });

        await portal.FinishRechecksAsync();
        Assert.DoesNotContain(
            "The last batch failed",
            (await shared.BrowserOf(shared.Drafter).GetAsync("/law/checks")).Main,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task AFindingThatIsOpen_IsNotRecordedTwice()
    {
        await portal.AsDeliveredAsync();
        var shared = await SharedAgreement.InForceAsync(portal);
        await portal.ReleasePolicyAsync(policy => policy with { LongestYears = 2 });

        var refusal = await Assert.ThrowsAsync<PostgresException>(() =>
            shared.RunSqlAsync(
                """
                INSERT INTO live_findings (id, version_id, rule_id, severity, source, path, about, message, law, law_book_number, policy_number, cause, owner_id, found_at)
                SELECT gen_random_uuid(), version_id, rule_id, severity, source, path, about, message, law, law_book_number, policy_number, cause, owner_id, found_at
                FROM live_findings WHERE version_id = $1
                """
            )
        );

        Assert.Equal("ix_live_findings_one_open", refusal.ConstraintName);
    }

    /// <summary>Else nobody could say of a finding whether the law has changed.</summary>
    [Fact]
    public async Task ARound_UnderWayWhenALawBookIsReleased_EndsForTheOneOfTheBook()
    {
        await portal.AsDeliveredAsync();
        var shared = await SharedAgreement.InForceAsync(portal, Citing("GW-CARE79"));
        await portal.FinishRechecksAsync();
        var admin = GivenEditions.As(await portal.ASystemAdministratorAsync());
        var night = await portal.InDbAsync(
            (db, now) =>
            {
                var round = Recheck.Because(RecheckReason.Night, now.AddDays(-1));
                round.Begin(1000, Criteria.First with { LawBook = LawBook.First }, Act.OfThePortal); // the book before
                round.Stop(admin, now);
                db.Rechecks.Add(round);
                return Task.FromResult(round.Id);
            }
        );

        await portal.ReleaseLawBookAsync(book =>
            book.With(book.Gateway("GW-CARE79")! with { Status = LegalStatus.Lapsed, ValidTo = new DateOnly(2026, 8, 31) })
        );
        await portal.InDbAsync(
            async (db, now) =>
            {
                (await db.Rechecks.SingleAsync(r => r.Id == night, TestContext.Current.CancellationToken)).GoOn(admin, now);
                return true;
            }
        );
        await portal.FinishRechecksAsync();

        Assert.Equal((0, true), await StateAsync(night));
        Assert.True(
            await portal.InDbAsync(db =>
                db.Rechecks.Where(r => r.Id == night).Select(r => r.IsOvertaken).SingleAsync(TestContext.Current.CancellationToken)
            )
        );
        Assert.Equal(FindingCause.Law, Assert.Single(await shared.FindingsAsync()).Cause);
    }

    /// <summary>A version that an overtaken round did not reach was never judged by its book.</summary>
    [Fact]
    public async Task WhatARoundDidNotReach_IsStillThereBecauseOfItsLaw()
    {
        await portal.AsDeliveredAsync();
        var shared = await SharedAgreement.InForceAsync(portal, Citing("GW-CARE79"));
        await portal.RecheckAsync();
        var number = await portal.ReleaseLawBookAsync(book =>
            book.With(book.Gateway("GW-CARE79")! with { Status = LegalStatus.Lapsed, ValidTo = new DateOnly(2026, 8, 31) })
        );
        await shared.RunSqlAsync(
            $"DELETE FROM live_findings WHERE version_id = $1; UPDATE rechecks SET is_overtaken = true WHERE law_book_number = {number}",
            asOwner: true
        );

        await portal.RecheckAsync();

        Assert.Equal(FindingCause.Law, Assert.Single(await shared.FindingsAsync()).Cause);
    }

    [Fact]
    public async Task AnAgreementThatCannotBeRead_IsTold_AndTheOthersAreChecked()
    {
        await portal.AsDeliveredAsync();
        var broken = await SharedAgreement.InForceAsync(portal);
        var others = await SharedAgreement.InForceAsync(portal);
        await portal.FinishRechecksAsync();
        await broken.RunSqlAsync(Unreadable, asOwner: true);
        try
        {
            await portal.ReleasePolicyAsync(policy => policy with { LongestYears = 2 });

            Assert.Single(await others.FindingsAsync());
            Assert.Empty(await broken.FindingsAsync());
            var page = await portal.SignedInAs(await portal.ASystemAdministratorAsync()).GetAsync("/law/checks");
            Assert.Contains("1 could not be checked", page.Main, StringComparison.Ordinal);
            Assert.Contains($"{broken.Reference}: JsonException", page.Main, StringComparison.Ordinal);
            var member = await broken.BrowserOf(broken.Drafter).GetAsync("/law/checks");
            Assert.Contains("1 could not be checked", member.Main, StringComparison.Ordinal);
            Assert.DoesNotContain("JsonException", member.Main, StringComparison.Ordinal);
        }
        finally
        {
            await broken.RunSqlAsync(Readable, asOwner: true); // other tests check everything, too
        }
    }

    [Fact]
    public async Task AVersionThatLeavesForce_HasNothingToPutRight()
    {
        await portal.AsDeliveredAsync();
        var shared = await SharedAgreement.InForceAsync(portal);
        await portal.ReleasePolicyAsync(policy => policy with { LongestYears = 2 });
        Assert.True(Assert.Single(await shared.FindingsAsync()).IsOpen);

        await shared.RunSqlAsync("UPDATE agreement_versions SET status = 'Suspended' WHERE id = $1", asOwner: true);
        await shared.ListAnewAsync();
        Assert.True(Assert.Single(await shared.FindingsAsync()).IsOpen);

        await shared.RunSqlAsync("UPDATE agreement_versions SET status = 'Terminated' WHERE id = $1", asOwner: true);
        await shared.ListAnewAsync();
        Assert.False(Assert.Single(await shared.FindingsAsync()).IsOpen);
    }

    [Fact]
    public async Task ARoundThatIsAskedForTwiceAtOnce_IsBegunOnce()
    {
        await portal.FinishRechecksAsync();
        var admin = GivenEditions.As(await portal.ASystemAdministratorAsync());
        await portal.WhileNobodyChecksAsync(async () =>
        {
            await AskedAsync();
            await portal.WithScopeAsync(async services =>
                Assert.Equal(
                    0,
                    await services.GetRequiredService<RecheckRounds>().BeginAskedAsync(admin, TestContext.Current.CancellationToken)
                )
            );
        });
        await portal.FinishRechecksAsync();
    }

    [Fact]
    public async Task TheNightlyRound_IsBegunOnceADay()
    {
        await portal.WithScopeAsync(async services =>
        {
            var rounds = services.GetRequiredService<RecheckRounds>();
            await rounds.BeginNightAsync(TestContext.Current.CancellationToken); // the portal's own worker may have been first

            Assert.Equal(0, await rounds.BeginNightAsync(TestContext.Current.CancellationToken));
        });

        Assert.Equal(
            1,
            await portal.InDbAsync(db =>
                db.Rechecks.CountAsync(
                    r => r.Reason == RecheckReason.Night && r.Day == new DateOnly(2026, 9, 1),
                    TestContext.Current.CancellationToken
                )
            )
        );
    }

    private static Func<AgreementContent, AgreementContent> Citing(string gateway) =>
        content =>
            content with
            {
                LegalLines =
                [
                    .. content.LegalLines.Select(line =>
                        line.Id == "L1" ? line with { Gateways = [new GatewayCitation { Id = "G1", Code = gateway }] } : line
                    ),
                ],
            };

    // As a hand in the database might leave it; the portal's own role cannot.
    private const string Unreadable =
        AsNobodyMay
        + "UPDATE version_contents SET canonical_content = '\\x7b'::bytea || canonical_content WHERE version_id = $1;"
        + WithItsHash;

    private const string Readable =
        AsNobodyMay + "UPDATE version_contents SET canonical_content = substr(canonical_content, 2) WHERE version_id = $1;" + WithItsHash;

    private const string AsNobodyMay =
        "SET LOCAL session_replication_role = replica; ALTER TABLE version_contents DROP CONSTRAINT ck_version_contents_hash;";

    private const string WithItsHash = """
        UPDATE version_contents SET content_hash = encode(sha256(canonical_content), 'hex') WHERE version_id = $1;
        UPDATE agreement_versions v SET content_hash = c.content_hash FROM version_contents c WHERE c.version_id = v.id AND v.id = $1;
        ALTER TABLE version_contents ADD CONSTRAINT ck_version_contents_hash CHECK (content_hash = encode(sha256(canonical_content), 'hex'))
        """;

    private async Task<bool> CheckAsync()
    {
        var checkedOne = false;
        await portal.WithScopeAsync(async services =>
            checkedOne = await services.GetRequiredService<RecheckRounds>().CheckBatchAsync(TestContext.Current.CancellationToken)
        );
        return checkedOne;
    }

    private Task<Guid> AskedAsync() =>
        portal.InDbAsync(
            (db, now) =>
            {
                var asked = Recheck.Because(RecheckReason.Asked, now);
                db.Rechecks.Add(asked);
                return Task.FromResult(asked.Id);
            }
        );

    private Task<(int Done, bool Finished)> StateAsync(Guid round) =>
        portal.InDbAsync(async db =>
        {
            var found = await db.Rechecks.AsNoTracking().SingleAsync(r => r.Id == round, TestContext.Current.CancellationToken);
            return (found.Done, found.FinishedAt is not null);
        });

    private Task<bool> RecordAsync(OrganisationId organisation, OrganisationEvidence evidence) =>
        ChangeAsync(organisation, (o, actor, now) => o.RecordEvidence(evidence, actor, now));

    private Task<bool> ChangeAsync(OrganisationId organisation, Action<Organisation, Actor, DateTimeOffset> change) =>
        portal.InDbAsync(
            async (db, now) =>
            {
                var found = await db.Organisations.SingleAsync(o => o.Id == organisation, TestContext.Current.CancellationToken);
                change(found, new Actor(PersonId.New(), organisation, new HashSet<Role> { Role.IgOfficer }), now);
                return true;
            }
        );
}
