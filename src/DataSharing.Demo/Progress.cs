using System.Diagnostics;
using System.Globalization;

namespace DataSharing.Demo;

/// <summary>Says what is going on, and how long it took, on the console.</summary>
internal static class Progress
{
    public static async Task<T> StepAsync<T>(string what, Func<Task<T>> work)
    {
        var start = Stopwatch.GetTimestamp();
        Console.Write($"{what} … ");
        var result = await work();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s"));
        return result;
    }

    public static Task StepAsync(string what, Func<Task> work) =>
        StepAsync(
            what,
            async () =>
            {
                await work();
                return true;
            }
        );
}
