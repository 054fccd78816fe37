using DataSharing.Domain.Agreements.Rechecks;
using DataSharing.Domain.Editions;
using DataSharing.Domain.Law;
using DataSharing.Domain.Rules;
using DataSharing.Persistence;
using DataSharing.Persistence.Agreements;
using DataSharing.Persistence.Law;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataSharing.Web.Tests.Infrastructure;

/// <summary>A portal with a database of its own, in which law books and policies are released: what is released judges every agreement there.</summary>
public sealed class LawPortal : Portal;

/// <summary>The tests that release something; one after the other, for there is one law book.</summary>
[CollectionDefinition(Name)]
public sealed class Editions : ICollectionFixture<LawPortal>
{
    public const string Name = "Editions";
}

internal static class GivenEditions
{
    public static Task<SomePerson> ASystemAdministratorAsync(this Portal portal) => portal.APersonAsync(Role.SystemAdmin);

    /// <summary>Somebody prepares the next law book; nobody else has one open.</summary>
    public static Task<int> ALawBookInPreparationAsync(this Portal portal, SomePerson by, Func<LawBook, LawBook>? change = null) =>
        portal.PreparedAsync(
            EditionKind.LawBook,
            by,
            criteria => (change ?? (book => book))(criteria.LawBook.Next(criteria.LawBook.AsOf)).Write()
        );

    /// <summary>Somebody has prepared the next law book, and put it forward for somebody else to release.</summary>
    public static async Task ALawBookPutForwardAsync(this Portal portal)
    {
        var writer = await portal.ASystemAdministratorAsync();
        await portal.ALawBookInPreparationAsync(writer, book => book.With(book.Title, book.AsOf, [.. book.OpenPoints, "Another point."]));
        await portal.WithScopeAsync(async services =>
        {
            await using var inHand = (
                await services
                    .GetRequiredService<EditionStore>()
                    .OpenForChangeAsync(EditionKind.LawBook, TestContext.Current.CancellationToken)
            )!;
            inHand.Value.PutForward("Another point.", inHand.Value.Hash, As(writer), inHand.Now);
            await inHand.SaveAsync(TestContext.Current.CancellationToken);
        });
    }

    /// <summary>Somebody prepares the next policy.</summary>
    public static Task<int> APolicyInPreparationAsync(this Portal portal, SomePerson by, Func<Policy, Policy> change) =>
        portal.PreparedAsync(
            EditionKind.Policy,
            by,
            criteria => change(criteria.Policy with { Number = criteria.Policy.Number + 1 }).Write()
        );

    /// <summary>One prepares a law book, another releases it, and every agreement in force is checked again.</summary>
    public static async Task<int> ReleaseLawBookAsync(this Portal portal, Func<LawBook, LawBook> change)
    {
        var number = await portal.ALawBookInPreparationAsync(await portal.ASystemAdministratorAsync(), change);
        await portal.ReleaseAsync(EditionKind.LawBook);
        return number;
    }

    public static async Task<int> ReleasePolicyAsync(this Portal portal, Func<Policy, Policy> change)
    {
        var number = await portal.APolicyInPreparationAsync(await portal.ASystemAdministratorAsync(), change);
        await portal.ReleaseAsync(EditionKind.Policy);
        return number;
    }

    /// <summary>What counts says what was delivered, whatever tests before have released.</summary>
    public static async Task AsDeliveredAsync(this Portal portal)
    {
        Criteria now = null!;
        await portal.WithScopeAsync(async services =>
            now = await services.GetRequiredService<LawShelf>().CurrentAsync(services.GetRequiredService<DataSharingDbContext>())
        );
        if (!LawBookDifference.Between(LawBook.First, now.LawBook).IsEmpty)
        {
            Assert.DoesNotContain(now.LawBook.Entries, entry => LawBook.First.Find(entry.Code) is null); // a test released what stays for good
            await portal.ReleaseLawBookAsync(book =>
                LawBook
                    .First.Entries.Where(entry => !entry.Equals(book.Find(entry.Code))) // each change checks the whole book
                    .Aggregate(book, (changed, entry) => changed.With(entry))
                    .With(LawBook.First.AdequateCountries)
                    .With(book.Title, book.AsOf, LawBook.First.OpenPoints)
            );
        }

        if (now.Policy with { Number = 1 } != Policy.First)
        {
            await portal.ReleasePolicyAsync(policy => Policy.First with { Number = policy.Number });
        }
    }

    /// <summary>Whatever is open is withdrawn, so that a test can begin its own.</summary>
    public static async Task NothingInPreparationAsync(this Portal portal, EditionKind kind)
    {
        var admin = As(await portal.ASystemAdministratorAsync());
        await portal.WithScopeAsync(async services =>
        {
            await using var inHand = await services
                .GetRequiredService<EditionStore>()
                .OpenForChangeAsync(kind, TestContext.Current.CancellationToken);
            if (inHand is not null)
            {
                inHand.Value.Withdraw("Another test begins.", admin, inHand.Now);
                await inHand.SaveAsync(TestContext.Current.CancellationToken);
            }
        });
    }

    /// <summary>All rounds are finished, whether the portal's own worker or this test does the work.</summary>
    public static Task FinishRechecksAsync(this Portal portal) =>
        portal.WithScopeAsync(async services =>
        {
            var db = services.GetRequiredService<DataSharingDbContext>();
            while (await db.Rechecks.AnyAsync(r => r.FinishedAt == null && r.StoppedAt == null, TestContext.Current.CancellationToken))
            {
                await db.Database.ExecuteSqlAsync(
                    $"SELECT FROM rechecks WHERE finished_at IS NULL FOR UPDATE",
                    TestContext.Current.CancellationToken
                ); // a batch that is under way is waited for
                await services.GetRequiredService<RecheckRounds>().CheckBatchAsync(TestContext.Current.CancellationToken);
            }
        });

    /// <summary>No instance checks a batch while this is done.</summary>
    public static Task WhileNobodyChecksAsync(this Portal portal, Func<Task> work) =>
        portal.WithScopeAsync(async services =>
        {
            var db = services.GetRequiredService<DataSharingDbContext>();
            await using var transaction = await db.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
            await db.Database.ExecuteSqlAsync(
                $"SELECT pg_advisory_xact_lock({RecheckRounds.OneAtATime})",
                TestContext.Current.CancellationToken
            );
            await work();
        });

    /// <summary>Everything in force is checked again, or everything of one organisation.</summary>
    public static async Task RecheckAsync(this Portal portal, OrganisationId? organisation = null)
    {
        await portal.InDbAsync(
            (db, now) =>
            {
                db.Rechecks.Add(Recheck.Because(RecheckReason.Asked, now, organisation));
                return Task.FromResult(true);
            }
        );
        await portal.FinishRechecksAsync();
    }

    public static async Task WithScopeAsync(this Portal portal, Func<IServiceProvider, Task> work)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        await work(scope.ServiceProvider);
    }

    public static Actor As(SomePerson person) => new(person.Id, person.Organisation, new HashSet<Role> { Role.SystemAdmin });

    private static async Task<int> PreparedAsync(this Portal portal, EditionKind kind, SomePerson by, Func<Criteria, byte[]> write)
    {
        await portal.NothingInPreparationAsync(kind);
        var number = 0;
        await portal.WithScopeAsync(async services =>
        {
            var criteria = await services.GetRequiredService<LawShelf>().CurrentAsync(services.GetRequiredService<DataSharingDbContext>());
            var store = services.GetRequiredService<EditionStore>();
            await store.StartAsync(kind, _ => write(criteria), As(by), TestContext.Current.CancellationToken);
            number = (await store.FindOpenAsync(kind, TestContext.Current.CancellationToken))!.Number;
        });
        return number;
    }

    private static async Task ReleaseAsync(this Portal portal, EditionKind kind)
    {
        var (writer, releaser) = (As(await portal.ASystemAdministratorAsync()), As(await portal.ASystemAdministratorAsync()));
        await portal.WithScopeAsync(async services =>
        {
            await using var inHand = (
                await services.GetRequiredService<EditionStore>().OpenForChangeAsync(kind, TestContext.Current.CancellationToken)
            )!;
            inHand.Value.PutForward("What the test changes.", inHand.Value.Hash, writer, inHand.Now);
            await services.GetRequiredService<DataSharingDbContext>().SaveChangesAsync(TestContext.Current.CancellationToken);
            inHand.Value.Release(inHand.Value.Hash, releaser, inHand.Now);
            await inHand.SaveAsync(TestContext.Current.CancellationToken);
        });
        await portal.FinishRechecksAsync();
    }
}
