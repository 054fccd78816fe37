using System.Data.Common;
using System.Diagnostics;
using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Approval;
using DataSharing.Domain.Content;
using DataSharing.Persistence;
using DataSharing.Persistence.Agreements;
using DataSharing.Persistence.Lists;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace DataSharing.Benchmarks;

/// <summary>What a save costs, and what of it goes into the rows that lists are read from.</summary>
internal static class Saves
{
    private const int Rounds = 60;

    public static async Task MeasureAsync(string portal, Who drafter)
    {
        AgreementReference reference;
        await using (var db = DataSharingDbContext.Open(portal))
        {
            reference = AgreementReference.Parse(
                (await new AgreementList(db).PageAsync(drafter.Actor, state: VersionStatus.Draft)).Rows[0].Reference
            );
        }

        // With and without the rows of lists in turn, so that what else the machine does falls on both alike.
        var watch = new ListsWatch();
        var (whole, without) = (new List<double>(), new List<double>());
        for (var round = -10; round < 2 * Rounds; round++)
        {
            watch.IsSkipping = round % 2 != 0;
            var options = new DbContextOptionsBuilder<DataSharingDbContext>();
            options.UsePortalDatabase(portal, TimeLimits.Pages).AddInterceptors(watch);
            await using var db = new DataSharingDbContext(options.Options);
            var clock = Stopwatch.StartNew();
            await using var change = (await new AgreementStore(db).OpenForChangeAsync(reference, drafter.Actor.Person))!;
            var version = change.Agreement.InPreparation!;
            var next = AgreementDocument.Of(version.Content with { Title = $"Saved {round} times" });
            change.Agreement.ReplaceContent(next, Seen.Of(version), await change.AsTheyAreNowAsync(drafter.Actor), change.Now);
            await change.SaveAsync();
            if (round >= 0)
            {
                (watch.IsSkipping ? without : whole).Add(clock.Elapsed.TotalMilliseconds);
            }
        }

        Console.WriteLine(
            $"\nSaves in a second: {1000 / Median(whole):0.0} with lists, {1000 / Median(without):0.0} without them, a ratio of {Median(without) / Median(whole):0.00}"
        );
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    /// <summary>Leaves out what is written for lists, if it is told to.</summary>
    private sealed class ListsWatch : DbCommandInterceptor
    {
        public bool IsSkipping { get; set; }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<int> result,
            CancellationToken cancellationToken = default
        ) =>
            ValueTask.FromResult(
                IsSkipping && command.CommandText.StartsWith("DELETE FROM agreement_sights", StringComparison.Ordinal)
                    ? InterceptionResult<int>.SuppressWithResult(0)
                    : result
            );
    }
}
