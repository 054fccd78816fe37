using System.Collections.Concurrent;
using System.Diagnostics;

namespace DataSharing.Demo;

/// <summary>
/// A program that lives no longer than we do: it watches its standard input and exits when that closes, so that even
/// a killed demo leaves nothing running. What it says is kept, for the moment when it fails.
/// </summary>
public sealed class ChildProcess : IAsyncDisposable
{
    private static readonly TimeSpan PatienceWithAStop = TimeSpan.FromSeconds(10);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lastLines = new();

    private ChildProcess(string name, Process process)
    {
        Name = name;
        _process = process;
    }

    public string Name { get; }

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    /// <summary>The last lines it wrote, oldest first.</summary>
    public string LastWords => string.Join(Environment.NewLine, _lastLines);

    /// <summary>Completes when the program has ended, for whatever reason.</summary>
    public Task Ended => _process.WaitForExitAsync();

    public static ChildProcess Start(string name, ProcessStartInfo start, Action<string>? onLine = null)
    {
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.UseShellExecute = false;

        var process = Process.Start(start) ?? throw new DemoException($"{name} could not be started.");
        var child = new ChildProcess(name, process);
        process.OutputDataReceived += (_, line) => child.Hear(line.Data, onLine);
        process.ErrorDataReceived += (_, line) => child.Hear(line.Data, onLine);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return child;
    }

    /// <summary>Ends it at once, as a crash would.</summary>
    public void Kill() => _process.Kill(entireProcessTree: true);

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.StandardInput.Close();
            using var patience = new CancellationTokenSource(PatienceWithAStop);
            try
            {
                await _process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                _process.Kill(entireProcessTree: true);
            }
        }

        _process.Dispose();
    }

    private void Hear(string? line, Action<string>? onLine)
    {
        if (line is null)
        {
            return;
        }

        _lastLines.Enqueue(line);
        while (_lastLines.Count > 40)
        {
            _lastLines.TryDequeue(out _);
        }

        onLine?.Invoke(line);
    }
}
