using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Approval;
using DataSharing.Domain.Agreements.Comments;
using DataSharing.Domain.Agreements.Evidence;
using DataSharing.Domain.Agreements.Rechecks;
using DataSharing.Domain.Content;
using DataSharing.Domain.Law;
using DataSharing.Domain.Organisations;
using DataSharing.Domain.People;
using DataSharing.Domain.Rules;
using DataSharing.Persistence;
using DataSharing.Persistence.Agreements;
using DataSharing.Persistence.Audit;
using DataSharing.Persistence.Lists;
using DataSharing.Web.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace DataSharing.Web.Tests.Persistence;

/// <summary>
/// Sample 7.2 between two organisations of a test's own, each stage with somebody to decide it. It moves on by its own verbs, as
/// the portal's restricted role.
/// </summary>
internal sealed class SharedAgreement
{
    /// <summary>The stages of the sample's route.</summary>
    public const int CouncilReview = 1,
        CharityReview = 2,
        CouncilOwner = 3,
        CharityOwner = 4,
        Guardian = 5,
        CouncilSigns = 6,
        CharitySigns = 7;

    private readonly Portal _portal;
    private readonly Dictionary<int, Actor> _holders = [];
    private readonly Dictionary<int, (OrganisationId Organisation, Role Role)> _stages = [];
    private readonly Dictionary<PersonId, SomePerson> _people = [];
    private Actor? _partner;

    private SharedAgreement(Portal portal) => _portal = portal;

    public OrganisationId Council { get; private set; }
    public OrganisationId Charity { get; private set; }
    public Actor Drafter { get; private set; } = null!;
    public AgreementReference Reference { get; private set; }
    public AgreementVersionId VersionId { get; private set; }

    /// <summary>The parties by the identifiers under which the portal knows them and the content names them.</summary>
    public Dictionary<string, OrganisationId> Organisations { get; } = [];

    public static async Task<SharedAgreement> DraftAsync(Portal portal, Func<AgreementContent, AgreementContent>? change = null)
    {
        var shared = new SharedAgreement(portal);
        shared.Council = await shared.RegisterAsync("KMC");
        shared.Charity = await shared.RegisterAsync("CHY");
        shared.Drafter = await shared.SomebodyAsync(shared.Council, Role.IgOfficer);
        var content = await shared.ContentAsync();
        var document = AgreementDocument.Of(change is null ? content : change(content));

        await using var db = shared.Open();
        await using var transaction = await db.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
        var now = await db.NowAsync();
        shared.Reference = await new AgreementStore(db).IssueReferenceAsync(now, TestContext.Current.CancellationToken);
        var agreement = Agreement.Draft(shared.Reference, document, ["DARS-1"], shared.Drafter, now);
        shared.VersionId = agreement.Newest.Id;
        db.Agreements.Add(agreement);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        await transaction.CommitAsync(TestContext.Current.CancellationToken);
        return shared;
    }

    /// <summary>What the sample agrees, between the organisations of this test.</summary>
    public async Task<AgreementContent> ContentAsync()
    {
        var content = (await SampleAsync()).Document.Content;
        return content with
        {
            Parties = [.. content.Parties.Zip(Organisations.Keys, (party, identifier) => party with { OrgId = identifier })],
        };
    }

    public static async Task<AgreementFile> SampleAsync() =>
        AgreementImport
            .Read(
                await File.ReadAllBytesAsync(
                    Path.Combine(AppContext.BaseDirectory, "Samples", "7-2.agreement.json"),
                    TestContext.Current.CancellationToken
                ),
                LawBook.First
            )
            .File!;

    /// <summary>The charity is invited to look at the draft.</summary>
    public static async Task<SharedAgreement> InPartnerReviewAsync(Portal portal, Func<AgreementContent, AgreementContent>? change = null)
    {
        var shared = await DraftAsync(portal, change);
        await shared.InviteAsync();
        return shared;
    }

    public static async Task<SharedAgreement> InApprovalAsync(Portal portal, Func<AgreementContent, AgreementContent>? change = null)
    {
        var shared = await DraftAsync(portal, change);
        await shared.SubmitAsync(shared.Drafter);
        return shared;
    }

    /// <summary>Every stage before the numbered one is decided.</summary>
    public static async Task<SharedAgreement> BeforeAsync(Portal portal, int stage, Func<AgreementContent, AgreementContent>? change = null)
    {
        var shared = await InApprovalAsync(portal, change);
        for (var number = CouncilReview; number < stage; number++)
        {
            await shared.TakeAsync(number);
        }

        return shared;
    }

    /// <summary>It is in force since today.</summary>
    public static async Task<SharedAgreement> InForceAsync(Portal portal, Func<AgreementContent, AgreementContent>? change = null)
    {
        var shared = await InApprovalAsync(portal, content => (change ?? (c => c))(content with { StartDate = new DateOnly(2026, 9, 1) }));
        await shared.AllTakeAsync();
        await using var db = shared.Open();
        await new TimedSteps(db).ActivateDueAsync(Criteria.First, TestContext.Current.CancellationToken);
        Assert.Equal(VersionStatus.Active, (await shared.FindAsync()).Newest.Status);
        return shared;
    }

    /// <summary>It is in force, and the next version is a draft beside it.</summary>
    public static async Task<SharedAgreement> AmendedAsync(Portal portal, Func<AgreementContent, AgreementContent>? change = null)
    {
        var shared = await InForceAsync(portal, change);
        await shared.DoAsync(shared.Drafter, command => command.Agreement.StartAmendment(command.Actor, command.Now));
        return shared;
    }

    /// <summary>What checks have found on it, the oldest first.</summary>
    public async Task<List<LiveFinding>> FindingsAsync()
    {
        await using var db = Open();
        return await db
            .LiveFindings.AsNoTracking()
            .Where(f => f.VersionId == VersionId)
            .OrderBy(f => f.FoundAt)
            .ThenBy(f => f.RuleId)
            .ThenBy(f => f.Path)
            .ToListAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>All is decided, but the Guardian makes conditions that nobody has accepted yet.</summary>
    public static async Task<SharedAgreement> OnConditionsAsync(Portal portal)
    {
        var shared = await BeforeAsync(portal, Guardian);
        await shared.DoAsync(
            await shared.HolderAsync(Guardian),
            change =>
                change.Agreement.Decide(
                    Guardian,
                    new Ruling.ApproveOnConditions(["Audit 20 accesses a month"]),
                    Seen.Of(change.Agreement.Newest),
                    change.Actor,
                    change.Now
                )
        );
        return shared;
    }

    /// <summary>The Guardian has returned the first version, so that the second is the draft.</summary>
    public static async Task<SharedAgreement> ReturnedAsync(Portal portal)
    {
        var shared = await BeforeAsync(portal, Guardian);
        await shared.DoAsync(
            await shared.HolderAsync(Guardian),
            change =>
                change.Agreement.Decide(
                    Guardian,
                    new Ruling.Return("Say who holds the door codes.", [Section.Security]),
                    Seen.Of(change.Agreement.Newest),
                    change.Actor,
                    change.Now
                )
        );
        return shared;
    }

    /// <summary>The same, submitted again with what was changed meanwhile.</summary>
    public static async Task<SharedAgreement> ResubmittedAsync(Portal portal, Func<AgreementContent, AgreementContent>? change = null)
    {
        var shared = await ReturnedAsync(portal);
        await shared.ReplaceAsync(change ?? (content => content with { Variation = "In writing, by both." }));
        await shared.SubmitAsync(shared.Drafter);
        return shared;
    }

    public Task ReplaceAsync(Func<AgreementContent, AgreementContent> change) =>
        DoAsync(
            Drafter,
            command =>
                command.Agreement.ReplaceContent(
                    AgreementDocument.Of(change(command.Agreement.Newest.Document.Content)),
                    Seen.Of(command.Agreement.Newest),
                    command.Actor,
                    command.Now
                )
        );

    public Task InviteAsync() =>
        DoAsync(
            Drafter,
            change => change.Agreement.PartnerReview.Invite(Organisations, Seen.Of(change.Agreement.Newest), change.Actor, change.Now)
        );

    /// <summary>Somebody who looks at the draft for the charity.</summary>
    public async Task<Actor> PartnerAsync() => _partner ??= await SomebodyAsync(Charity, Role.PartnerContributor);

    public Task AgreeAsync(Actor actor) =>
        DoAsync(actor, change => change.Agreement.PartnerReview.Agree(Seen.Of(change.Agreement.Newest), change.Actor, change.Now));

    /// <summary>Every partner agrees the draft as it is, unless it has.</summary>
    public async Task AgreeByAllAsync()
    {
        if ((await FindAsync()).Newest.IsAgreedBy(Charity))
        {
            return;
        }

        await InviteAsync();
        await AgreeAsync(await PartnerAsync());
    }

    /// <summary>The draft gets another title from somebody who edits it.</summary>
    public Task RenameAsync(string title, Actor? by = null) =>
        DoAsync(
            by ?? Drafter,
            change =>
                change.Agreement.ChangeAnswers(
                    ContentPart.Around("/title"),
                    new JsonObject { ["title"] = title },
                    ["/title"],
                    change.Actor,
                    change.Now
                )
        );

    /// <summary>Somebody comments on the first flow.</summary>
    public async Task<CommentId> CommentAsync(
        Actor actor,
        string text = "Who holds the door codes?",
        Audience audience = Audience.AllParties
    )
    {
        await using var db = Open();
        await using var change = await OpenAsync(db);
        var (agreement, now) = (change.Agreement, change.Now);
        var version = agreement.Versions.Last(v => v.IsSeenBy(actor));
        var comment = Comment.Add(agreement, version, Section.DataFlows, "/flows/F1", audience, text, actor, now);
        db.Comments.Add(comment);
        await change.SaveAsync(TestContext.Current.CancellationToken);
        return comment.Id;
    }

    public DataSharingDbContext Open() => DataSharingDbContext.Open(_portal.Database.AsPortal);

    public async Task<Actor> SomebodyAsync(OrganisationId organisation, params Role[] roles)
    {
        var person = await _portal.APersonAsync(organisation, roles);
        _people[person.Id] = person;
        return new Actor(person.Id, organisation, roles.ToHashSet());
    }

    /// <summary>Somebody of the charity who is the same in the council.</summary>
    public async Task<Actor> SomebodyInBothAsync(params Role[] roles)
    {
        var actor = await SomebodyAsync(Charity, roles);
        await _portal.AlsoAsync(_people[actor.Person], Council, roles);
        return actor;
    }

    /// <summary>The browser of one of this test's people.</summary>
    public Browser BrowserOf(Actor actor, TimeSpan? signedInAgo = null) => _portal.SignedInAs(_people[actor.Person], signedInAgo);

    /// <summary>What the pages call them.</summary>
    public string NameOf(Actor actor) => _people[actor.Person].Subject;

    /// <summary>Another organisation, which contents can name as a party.</summary>
    /// <summary>An organisation of this test that is in law what a party of the sample is.</summary>
    public async Task<OrganisationId> RegisterAsync(string party)
    {
        var said = (await SampleAsync()).Document.Content.Parties.Single(p => p.Id == party);
        return await _portal.InDbAsync(
            (db, now) =>
            {
                var details = new OrganisationDetails
                {
                    Name = $"Party {Guid.NewGuid():N}",
                    Sector = said.Sector!.Value,
                    Nation = said.Jurisdiction!.Value,
                    IsPublicAuthority = said.IsPublicAuthority is true,
                    IsPublicBody = said.PublicBody is true,
                    IsCompetentAuthority = said.IsCompetentAuthority is true,
                    ExercisesOfficialAuthority = said.ExercisesOfficialAuthority is true,
                };
                var identifier = Given.AnIdentifier();
                var organisation = Organisation.Register(details, [identifier], Act.OfThePortal, now);
                db.Organisations.Add(organisation);
                Organisations.Add(identifier.ToString(), organisation.Id);
                return Task.FromResult(organisation.Id);
            }
        );
    }

    /// <summary>The person who decides the stage in this test.</summary>
    public async Task<Actor> HolderAsync(int stageNumber)
    {
        if (!_holders.TryGetValue(stageNumber, out var holder))
        {
            if (!_stages.TryGetValue(stageNumber, out var stage))
            {
                foreach (var each in (await FindAsync()).Newest.Stages)
                {
                    _stages[each.Number] = (each.Organisation, each.Role); // the route stays as it is from version to version
                }

                stage = _stages[stageNumber];
            }

            _holders[stageNumber] = holder = await SomebodyAsync(stage.Organisation, stage.Role);
        }

        return holder;
    }

    /// <summary>Somebody from elsewhere who audits the council.</summary>
    public async Task<Actor> AuditorAsync()
    {
        var auditor = await SomebodyAsync(await _portal.AnOrganisationAsync(), Role.Auditor);
        await _portal.AnAuditScopeAsync(await _portal.APersonAsync(Council, Role.OrganisationAdmin), _people[auditor.Person]);
        return auditor;
    }

    /// <summary>
    /// Every row about this agreement and who wrote it last: two are equal only if nothing was written between. Only when the timer is to look
    /// at a signing is left out, for the timer writes that by itself.
    /// </summary>
    public async Task<string> FootprintAsync()
    {
        await using var db = DataSharingDbContext.Open(_portal.Database.AsOwner);
        var rows = await db
            .Database.SqlQuery<string>(
                $"""
                WITH a AS (SELECT * FROM agreements WHERE reference = {Reference.Value}),
                     v AS (SELECT * FROM agreement_versions WHERE agreement_id IN (SELECT id FROM a))
                SELECT 'agreement ' || count(*) || ' ' || string_agg(xmin::text, ',' ORDER BY id) AS "Value" FROM agreements WHERE id IN (SELECT id FROM a)
                UNION ALL SELECT 'versions ' || count(*) || ' ' || string_agg(md5((to_jsonb(v) - 'signing_due_at')::text), ',' ORDER BY id) FROM v
                UNION ALL SELECT 'access ' || count(*) || ' ' || string_agg(xmin::text, ',' ORDER BY version_id, organisation_id, relation) FROM agreement_access WHERE version_id IN (SELECT id FROM v)
                UNION ALL SELECT 'editors ' || count(*) FROM version_editors WHERE version_id IN (SELECT id FROM v)
                UNION ALL SELECT 'justifications ' || count(*) || ' ' || coalesce(string_agg(xmin::text, ',' ORDER BY rule_id), '') FROM justifications WHERE version_id IN (SELECT id FROM v)
                UNION ALL SELECT 'findings ' || count(*) FROM submission_findings WHERE version_id IN (SELECT id FROM v)
                UNION ALL SELECT 'stages ' || count(*) || ' ' || coalesce(string_agg(xmin::text, ',' ORDER BY version_id, number), '') FROM stages WHERE version_id IN (SELECT id FROM v)
                UNION ALL SELECT 'decisions ' || count(*) FROM decisions WHERE version_id IN (SELECT id FROM v)
                UNION ALL SELECT 'acceptances ' || count(*) FROM condition_acceptances WHERE version_id IN (SELECT id FROM v)
                UNION ALL SELECT 'signatures ' || count(*) FROM signatures WHERE version_id IN (SELECT id FROM v)
                UNION ALL SELECT 'assents ' || count(*) || ' ' || coalesce(string_agg(xmin::text, ',' ORDER BY version_id, number), '') FROM assents WHERE version_id IN (SELECT id FROM v)
                UNION ALL SELECT 'comments ' || count(*) || ' ' || coalesce(string_agg(xmin::text, ',' ORDER BY id), '') FROM comments WHERE version_id IN (SELECT id FROM v)
                UNION ALL SELECT 'replies ' || count(*) FROM comment_replies WHERE comment_id IN (SELECT id FROM comments WHERE version_id IN (SELECT id FROM v))
                UNION ALL SELECT 'evidence ' || count(*) || ' ' || coalesce(string_agg(xmin::text, ',' ORDER BY id), '') FROM evidence WHERE agreement_id IN (SELECT id FROM a)
                UNION ALL SELECT 'evidence files ' || count(*) FROM evidence_files WHERE evidence_id IN (SELECT id FROM evidence WHERE agreement_id IN (SELECT id FROM a))
                UNION ALL SELECT 'events ' || count(*) FROM audit_events WHERE subject_id IN (SELECT id FROM a)
                """
            )
            .ToListAsync(TestContext.Current.CancellationToken);
        return string.Join('\n', rows.Order(StringComparer.Ordinal));
    }

    /// <summary>What the audit log tells of it, oldest first.</summary>
    public async Task<List<AuditEvent>> TrailAsync() => await _portal.TrailAsync((await FindAsync()).Id.Value);

    /// <summary>The last thing it tells, which is to be this: by whom, in which role and why, on this version and content.</summary>
    public async Task AssertToldAsync(string @event, Actor by, Role role, string? reason = null, int version = 1)
    {
        var hash = (await FindAsync()).Version(version)!.ContentHash.Hex;
        var told = (await TrailAsync()).Last(e => e.PersonId is not null);
        Assert.Equal(
            (@event, by.Person, by.Organisation, role, reason, version, hash),
            (
                told.Name,
                told.PersonId!.Value,
                told.OrganisationId!.Value,
                told.Role!.Value,
                told.Reason,
                told.AgreementVersion!.Value,
                Convert.ToHexStringLower(told.ContentHash!)
            )
        );
    }

    /// <param name="withContentOf">The ordinal of a version whose content is read although it is neither newest nor in force.</param>
    public async Task<Agreement> FindAsync(int? withContentOf = null)
    {
        await using var db = Open();
        return (await new AgreementStore(db).FindAsync(Reference, withContentOf, TestContext.Current.CancellationToken))!;
    }

    /// <summary>One command, as a page does it.</summary>
    /// <param name="asOwner">As the database's owner, who may also write what happened at another time.</param>
    public async Task DoAsync(Actor actor, Action<Command> act, bool asOwner = false)
    {
        await using var db = asOwner ? DataSharingDbContext.Open(_portal.Database.AsOwner) : Open();
        await using var change = await OpenAsync(db);
        act(await CommandAsync(change, actor));
        await change.SaveAsync(TestContext.Current.CancellationToken);
    }

    public async Task<AgreementChange> OpenAsync(DataSharingDbContext db) =>
        (await new AgreementStore(db).OpenForChangeAsync(Reference, person: null, TestContext.Current.CancellationToken))!;

    public static async Task<Command> CommandAsync(AgreementChange change, Actor actor) =>
        new(change.Agreement, await change.AsTheyAreNowAsync(actor, TestContext.Current.CancellationToken), change.Now);

    public Task JustifyAsync(Actor actor, string words = "It is right here.") =>
        DoAsync(
            actor,
            change =>
            {
                change.Agreement.JustifyWarning("DSA-061", words, change.Actor, change.Now);
                change.Agreement.JustifyWarning("DSA-091", words, change.Actor, change.Now);
            }
        );

    public async Task SubmitAsync(Actor actor)
    {
        await JustifyAsync(actor);
        await AgreeByAllAsync();
        await DoAsync(
            actor,
            change =>
            {
                var check = ContentCheck.Of(change.Agreement.Newest, Criteria.First, Records.None, Moment.Submit, change.Now);
                Assert.Empty(change.Agreement.SubmissionProblems(check, Organisations, change.Actor));
                change.Agreement.Submit(check, Organisations, change.Actor, change.Now);
            }
        );
    }

    /// <summary>Decides or signs the stage favourably.</summary>
    public async Task TakeAsync(int stageNumber, Actor? actor = null) =>
        await DoAsync(actor ?? await HolderAsync(stageNumber), change => Take(change, stageNumber));

    /// <summary>Every stage of the version in approval is decided or signed favourably.</summary>
    public async Task AllTakeAsync()
    {
        for (var number = CouncilReview; number <= CharitySigns; number++)
        {
            await TakeAsync(number);
        }
    }

    public static void Take(Command change, int stageNumber)
    {
        var version = change.Agreement.Versions.Last(v => v.IsFrozen);
        switch (version.Stages.Single(stage => stage.Number == stageNumber).Mode)
        {
            case StageMode.Gate:
                change.Agreement.Decide(stageNumber, new Ruling.PassGate(null), Seen.Of(version), change.Actor, change.Now);
                break;
            case StageMode.Approve:
                change.Agreement.Decide(stageNumber, new Ruling.Approve("Fine."), Seen.Of(version), change.Actor, change.Now);
                break;
            default:
                var check = ContentCheck.Of(version, Criteria.First, Records.None, Moment.Signature, change.Now);
                change.Agreement.Sign(stageNumber, "Director", check, Seen.Of(version), change.Actor, change.Now);
                break;
        }
    }

    /// <summary>Somebody puts a certificate beside it, with a file.</summary>
    public async Task<EvidenceItem> AddEvidenceAsync(
        Actor actor,
        EvidenceVisibility visibility = EvidenceVisibility.AllParties,
        string title = "Certificate of the test",
        DateOnly? validTo = null,
        string? place = null
    )
    {
        await using var db = Open();
        await using var change = await OpenAsync(db);
        var command = await CommandAsync(change, actor);
        Assert.True(
            CheckedFile.TryCheck("certificate.pdf", "application/pdf", Encoding.UTF8.GetBytes($"%PDF-1.7 {title}"), out var file, out _)
        );
        var details = new EvidenceDetails(
            EvidenceKind.Certificate,
            title,
            null,
            null,
            null,
            null,
            validTo,
            visibility,
            place is null ? null : EvidencePlace.Parse(place)
        );
        var item = EvidenceItem.Add(command.Agreement, EvidenceId.New(), details, file, replaces: null, command.Actor, command.Now);
        db.Add(item);
        db.Add(EvidenceFile.Of(item, file));
        await change.SaveAsync(TestContext.Current.CancellationToken);
        return item;
    }

    /// <summary>The evidence beside it as it is now, oldest first.</summary>
    public async Task<List<EvidenceItem>> EvidenceAsync()
    {
        await using var db = Open();
        return await db
            .Evidence.AsNoTracking()
            .Where(e => db.Agreements.Any(a => a.Id == e.AgreementId && a.Reference == Reference))
            .OrderBy(e => e.AddedAt)
            .ToListAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>One command on a piece of evidence, as a page does it.</summary>
    public async Task DoAsync(Actor actor, EvidenceItem evidence, Action<EvidenceItem, Command> act)
    {
        await using var db = Open();
        await using var change = await OpenAsync(db);
        act(
            await db.Evidence.SingleAsync(e => e.Id == evidence.Id, TestContext.Current.CancellationToken),
            await CommandAsync(change, actor)
        );
        await change.SaveAsync(TestContext.Current.CancellationToken);
    }

    public Task EndRoleAsync(Actor actor, Role role) =>
        _portal.InDbAsync(
            async (db, now) =>
            {
                var membership = await db.Memberships.SingleAsync(m => m.Person == actor.Person && m.Role == role);
                var admin = new Actor(PersonId.New(), membership.Organisation, new HashSet<Role> { Role.OrganisationAdmin });
                membership.End(admin, "Left.", now);
                return 0;
            }
        );

    /// <summary>Agreements that some test changed past the domain, so that lists need not know of it.</summary>
    public static ConcurrentDictionary<AgreementReference, bool> ChangedBySql { get; } = new();

    /// <summary>After a change that went past the domain: lists show what is now.</summary>
    public async Task ListAnewAsync(bool withWords = false)
    {
        await using var db = Open();
        Assert.Equal(
            1,
            await ListRebuild.RunAsync(
                db,
                withWords: withWords,
                only: [Reference],
                cancellationToken: TestContext.Current.CancellationToken
            )
        );
    }

    /// <summary>Runs SQL in one transaction, as the portal's role unless told otherwise; $1 is the version's id.</summary>
    public async Task RunSqlAsync(string sql, bool asOwner = false)
    {
        await using var connection = new NpgsqlConnection(asOwner ? _portal.Database.AsOwner : _portal.Database.AsPortal);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await RunSqlAsync(connection, sql);
        await transaction.CommitAsync(TestContext.Current.CancellationToken);
    }

    public async Task RunSqlAsync(NpgsqlConnection connection, string sql)
    {
        ChangedBySql.TryAdd(Reference, true);
        foreach (var statement in sql.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
#pragma warning disable CA2100 // the test's own words
            await using var command = new NpgsqlCommand(
                statement.Replace("$1", $"'{VersionId.Value}'", StringComparison.Ordinal),
                connection
            );
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Waits until another connection waits for a lock that this one holds.</summary>
    public async Task UntilSomebodyWaitsForAsync(NpgsqlConnection holder)
    {
        var pid = holder.ProcessID;
        await using var db = DataSharingDbContext.Open(_portal.Database.AsOwner);
        while (
            !await db
                .Database.SqlQuery<bool>(
                    $"""SELECT EXISTS (SELECT FROM pg_stat_activity WHERE {pid} = ANY (pg_blocking_pids(pid))) AS "Value" """
                )
                .SingleAsync(TestContext.Current.CancellationToken)
        )
        {
            await Task.Yield();
        }
    }
}

/// <summary>The agreement under the lock, who acts, and when.</summary>
internal sealed record Command(Agreement Agreement, Actor Actor, DateTimeOffset Now);
