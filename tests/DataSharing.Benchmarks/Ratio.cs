using System.Diagnostics;

namespace DataSharing.Benchmarks;

/// <summary>
/// How many times as long one piece of work takes as another. Machines are noisy and get slower and faster while one looks, so the two
/// take turns in the order A B B A, and only what was measured in one round is divided.
/// </summary>
internal sealed class Ratio
{
    private const int Rounds = 11;
    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(60);

    private readonly double[] _ratios;

    private Ratio(double[] ratios, double first, double second) => (_ratios, First, Second) = ([.. ratios.Order()], first, second);

    /// <summary>Of the first piece of work, the median in microseconds.</summary>
    public double First { get; }

    /// <summary>Of the second.</summary>
    public double Second { get; }

    public double Median => _ratios[_ratios.Length / 2];

    public static Ratio Of(Action first, Action second)
    {
        var (often, oftenToo) = (WarmUp(first), WarmUp(second));
        var rounds = Enumerable.Range(0, Rounds).Select(_ => Round(first, often, second, oftenToo)).ToArray();
        return new Ratio(
            [.. rounds.Select(round => round.First / round.Second)],
            rounds.Select(round => round.First).Order().ElementAt(Rounds / 2),
            rounds.Select(round => round.Second).Order().ElementAt(Rounds / 2)
        );
    }

    public override string ToString() =>
        $"{Median:0.00} ({_ratios[0]:0.00} to {_ratios[^1]:0.00} in {Rounds} rounds; {First:0.0} µs and {Second:0.0} µs)";

    private static (double First, double Second) Round(Action first, int often, Action second, int oftenToo)
    {
        var a = Time(first, often);
        var b = Time(second, oftenToo);
        b += Time(second, oftenToo);
        a += Time(first, often);
        return (a / 2, b / 2);
    }

    /// <summary>Until the compiler has done with it. Tells how often it is done in a turn.</summary>
    private static int WarmUp(Action work)
    {
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < Warm)
        {
            work();
        }

        return Math.Max(1, (int)(Turn.TotalMicroseconds / Time(work, 100)));
    }

    /// <summary>Microseconds for doing it once.</summary>
    private static double Time(Action work, int often)
    {
        GC.Collect();
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < often; i++)
        {
            work();
        }

        return clock.Elapsed.TotalMicroseconds / often;
    }
}
