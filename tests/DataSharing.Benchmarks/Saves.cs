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
        await using (var db = Lists.Open(portal))
        {
            reference = AgreementReference.Parse(
                (await new AgreementList(db).PageAsync(drafter.Actor, state: VersionStatus.Draft)).Rows[0].Reference
            );
        }

        var watch = new ListsWatch();
        var (all, lists) = (new List<double>(), new List<double>());
        for (var round = -10; round < Rounds; round++)
        {
            var options = new DbContextOptionsBuilder<DataSharingDbContext>();
            options.UsePortalDatabase(portal).AddInterceptors(watch);
            await using var db = new DataSharingDbContext(options.Options);
            watch.Milliseconds = 0;
            var clock = Stopwatch.StartNew();
            await using var change = (await new AgreementStore(db).OpenForChangeAsync(reference, drafter.Actor.Person))!;
            var version = change.Agreement.InPreparation!;
            var next = AgreementDocument.Of(version.Content with { Title = $"Saved {round} times" });
            change.Agreement.ReplaceContent(next, Seen.Of(version), await change.AsTheyAreNowAsync(drafter.Actor), change.Now);
            await change.SaveAsync();
            if (round >= 0)
            {
                all.Add(clock.Elapsed.TotalMilliseconds);
                lists.Add(watch.Milliseconds);
            }
        }

        Console.WriteLine(
            $"\nA save: {Median(all):0.0} ms, of it {Median(lists):0.0} ms for lists; without them {1 - (Median(lists) / Median(all)):0.00} of the time"
        );
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private sealed class ListsWatch : DbCommandInterceptor
    {
        public double Milliseconds { get; set; }

        public override ValueTask<int> NonQueryExecutedAsync(
            DbCommand command,
            CommandExecutedEventData eventData,
            int result,
            CancellationToken cancellationToken = default
        )
        {
            if (command.CommandText.StartsWith("DELETE FROM agreement_sights", StringComparison.Ordinal))
            {
                Milliseconds += eventData.Duration.TotalMilliseconds;
            }

            return ValueTask.FromResult(result);
        }
    }
}
