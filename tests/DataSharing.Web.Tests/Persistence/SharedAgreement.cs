using DataSharing.Domain;
using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Approval;
using DataSharing.Domain.Agreements.Content;
using DataSharing.Domain.Law;
using DataSharing.Domain.People;
using DataSharing.Domain.Rules;
using DataSharing.Persistence;
using DataSharing.Persistence.Agreements;
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
    public const int CouncilReview = 1, CharityReview = 2, CouncilOwner = 3, CharityOwner = 4, Guardian = 5, CouncilSigns = 6, CharitySigns = 7;

    private readonly Portal _portal;
    private readonly Dictionary<int, Actor> _holders = [];

    private SharedAgreement(Portal portal) => _portal = portal;

    public OrganisationId Council { get; private set; }
    public OrganisationId Charity { get; private set; }
    public Actor Drafter { get; private set; } = null!;
    public AgreementReference Reference { get; private set; }
    public AgreementVersionId VersionId { get; private set; }

    private Dictionary<string, OrganisationId> Organisations => new() { ["ONS-GSS:E08000034"] = Council, ["GB-CHC:0000000"] = Charity };

    public static async Task<SharedAgreement> DraftAsync(Portal portal, Func<AgreementContent, AgreementContent>? change = null)
    {
        var shared = new SharedAgreement(portal) { Council = await portal.AnOrganisationAsync(), Charity = await portal.AnOrganisationAsync() };
        shared.Drafter = await shared.SomebodyAsync(shared.Council, Role.IgOfficer);
        var bytes = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "Samples", "7-2.agreement.json"), TestContext.Current.CancellationToken);
        var content = AgreementImport.Read(bytes, LawBook.First).File!.Document.Content;
        var document = AgreementDocument.Of(change is null ? content : change(content));

        await using var db = shared.Open();
        await using var transaction = await db.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
        var now = await db.NowAsync();
        shared.Reference = await new AgreementStore(db).IssueReferenceAsync(now, TestContext.Current.CancellationToken);
        var agreement = Agreement.Draft(shared.Reference, document, ["DARS-1"], shared.Drafter, now);
        shared.VersionId = agreement.Current.Id;
        db.Agreements.Add(agreement);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        await transaction.CommitAsync(TestContext.Current.CancellationToken);
        return shared;
    }

    public static async Task<SharedAgreement> InApprovalAsync(Portal portal)
    {
        var shared = await DraftAsync(portal);
        await shared.SubmitAsync(shared.Drafter);
        return shared;
    }

    /// <summary>Every stage before the numbered one is decided.</summary>
    public static async Task<SharedAgreement> BeforeAsync(Portal portal, int stage)
    {
        var shared = await InApprovalAsync(portal);
        for (var number = CouncilReview; number < stage; number++)
        {
            await shared.TakeAsync(number);
        }

        return shared;
    }

    public DataSharingDbContext Open() => TestDatabase.Open(_portal.Database.AsPortal);

    public async Task<Actor> SomebodyAsync(OrganisationId organisation, params Role[] roles) =>
        new((await _portal.APersonAsync(organisation, roles)).Id, organisation, roles.ToHashSet());

    /// <summary>The person who decides the stage in this test.</summary>
    public async Task<Actor> HolderAsync(int stageNumber)
    {
        if (!_holders.TryGetValue(stageNumber, out var holder))
        {
            var stage = (await FindAsync()).Current.Stages.Single(s => s.Number == stageNumber);
            _holders[stageNumber] = holder = await SomebodyAsync(stage.Organisation, stage.Role);
        }

        return holder;
    }

    public async Task<Agreement> FindAsync()
    {
        await using var db = Open();
        return (await new AgreementStore(db).FindAsync(Reference, TestContext.Current.CancellationToken))!;
    }

    /// <summary>One command, as a page does it.</summary>
    public async Task DoAsync(Actor actor, Action<Command> act)
    {
        await using var db = Open();
        await using var change = await OpenAsync(db);
        act(await CommandAsync(change, actor));
        await change.SaveAsync(TestContext.Current.CancellationToken);
    }

    public async Task<AgreementChange> OpenAsync(DataSharingDbContext db) =>
        (await new AgreementStore(db).OpenForChangeAsync(Reference, TestContext.Current.CancellationToken))!;

    public static async Task<Command> CommandAsync(AgreementChange change, Actor actor) =>
        new(change.Agreement, await change.AsTheyAreNowAsync(actor, TestContext.Current.CancellationToken), change.Now);

    public async Task SubmitAsync(Actor actor)
    {
        await DoAsync(actor, change =>
        {
            change.Agreement.JustifyWarning("DSA-061", "Needs cannot be coded.", change.Actor, change.Now);
            change.Agreement.JustifyWarning("DSA-091", "Council retention schedule.", change.Actor, change.Now);
        });
        await DoAsync(actor, change =>
        {
            var check = ContentCheck.Of(change.Agreement.Current, LawBook.First, Moment.Submit, change.Now);
            Assert.Empty(change.Agreement.SubmissionProblems(check, Organisations));
            change.Agreement.Submit(check, Organisations, change.Actor, change.Now);
        });
    }

    /// <summary>Decides or signs the stage favourably.</summary>
    public async Task TakeAsync(int stageNumber, Actor? actor = null) => await DoAsync(actor ?? await HolderAsync(stageNumber), change => Take(change, stageNumber));

    public static void Take(Command change, int stageNumber)
    {
        var version = change.Agreement.Version(1)!;
        switch (version.Stages.Single(stage => stage.Number == stageNumber).Mode)
        {
            case StageMode.Gate:
                change.Agreement.Decide(stageNumber, new Ruling.PassGate(null), Seen.Of(version), change.Actor, change.Now);
                break;
            case StageMode.Approve:
                change.Agreement.Decide(stageNumber, new Ruling.Approve("Fine."), Seen.Of(version), change.Actor, change.Now);
                break;
            default:
                var check = ContentCheck.Of(version, LawBook.First, Moment.Signature, change.Now);
                change.Agreement.Sign(stageNumber, "Director", check, Seen.Of(version), change.Actor, change.Now);
                break;
        }
    }

    public Task EndRoleAsync(Actor actor, Role role) => _portal.InDbAsync(async (db, now) =>
    {
        var membership = await db.Memberships.SingleAsync(m => m.Person == actor.Person && m.Role == role);
        var admin = new Actor(PersonId.New(), membership.Organisation, new HashSet<Role> { Role.OrganisationAdmin });
        membership.End(admin, "Left.", now);
        return 0;
    });

    /// <summary>Runs SQL in one transaction, as the portal's role unless told otherwise; $1 is the version's id.</summary>
    public async Task RunSqlAsync(string sql, bool asOwner = false)
    {
        await using var connection = new NpgsqlConnection(asOwner ? _portal.Database.AsOwner : _portal.Database.AsPortal);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        foreach (var statement in sql.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
#pragma warning disable CA2100 // the test's own words
            await using var command = new NpgsqlCommand(statement.Replace("$1", $"'{VersionId.Value}'", StringComparison.Ordinal), connection, transaction);
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        await transaction.CommitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Waits until another connection waits for a lock that this one holds.</summary>
    public async Task UntilSomebodyWaitsForAsync(DataSharingDbContext holder)
    {
        var pid = await holder.Database.SqlQuery<int>($"""SELECT pg_backend_pid() AS "Value" """).SingleAsync(TestContext.Current.CancellationToken);
        await using var db = TestDatabase.Open(_portal.Database.AsOwner);
        while (!await db.Database
            .SqlQuery<bool>($"""SELECT EXISTS (SELECT FROM pg_stat_activity WHERE {pid} = ANY (pg_blocking_pids(pid))) AS "Value" """)
            .SingleAsync(TestContext.Current.CancellationToken))
        {
            await Task.Yield();
        }
    }
}

/// <summary>The agreement under the lock, who acts, and when.</summary>
internal sealed record Command(Agreement Agreement, Actor Actor, DateTimeOffset Now);
