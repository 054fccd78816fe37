using System.Diagnostics;

namespace DataSharing.Demo;

/// <summary>Runs a program to its end and says in one sentence why it failed, if it did.</summary>
internal static class Tool
{
    public static async Task<string> RunAsync(ProcessStartInfo start, CancellationToken cancellationToken)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.UseShellExecute = false;

        using var process = Start(start);
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);

        return process.ExitCode == 0
            ? await output
            : throw new DemoException(
                $"{Path.GetFileName(start.FileName)} failed ({process.ExitCode}): {await errors}{await output}".Trim()
            );
    }

    /// <summary>The first of the folders on PATH, and then of <paramref name="elsewhere"/>, that holds the program.</summary>
    public static string? Find(string program, IEnumerable<string> elsewhere) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Concat(elsewhere)
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists);

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            throw new DemoException($"{start.FileName} could not be started: {exception.Message}");
        }
    }
}
