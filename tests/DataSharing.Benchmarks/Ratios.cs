using System.Diagnostics;
using DataSharing.Persistence;

namespace DataSharing.Benchmarks;

/// <summary>Measures several things in turn and prints each as a ratio of the first.</summary>
internal sealed class Ratios(string unit, int rounds)
{
    private readonly List<(string What, Func<Task> Work, List<double> Milliseconds, Func<string>? Note)> _lines = [];
    private readonly List<(string What, Func<DataSharingDbContext, Task> Work)> _queries = [];

    public void Add(string what, Func<DataSharingDbContext, Task> query) => _queries.Add((what, query));

    public void Add(string what, Func<Task> work, Func<string>? note = null) => _lines.Add((what, work, [], note));

    /// <summary>The queries, each on a context of its own as in a request.</summary>
    public Task MeasureAsync(Func<DataSharingDbContext> open)
    {
        foreach (var (what, query) in _queries)
        {
            Add(
                what,
                async () =>
                {
                    await using var db = open();
                    await query(db);
                }
            );
        }

        return MeasureAsync();
    }

    public async Task MeasureAsync()
    {
        for (var round = -30; round < rounds; round++) // the first ones compile, twice, and prepare statements
        {
            foreach (var (_, work, milliseconds, _) in _lines)
            {
                var clock = Stopwatch.StartNew();
                await work();
                if (round >= 0)
                {
                    milliseconds.Add(clock.Elapsed.TotalMilliseconds);
                }
            }
        }

        var one = Median(_lines[0].Milliseconds);
        Console.WriteLine($"\n{"", -34} {"median ms", 10} {$"× {unit}", 24} {"least ms", 10}");
        foreach (var (what, _, milliseconds, note) in _lines)
        {
            Console.WriteLine(
                $"{what, -34} {Median(milliseconds), 10:0.00} {Median(milliseconds) / one, 24:0.00} {milliseconds.Min(), 10:0.00} {note?.Invoke()}"
            );
        }
    }

    private static double Median(List<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
