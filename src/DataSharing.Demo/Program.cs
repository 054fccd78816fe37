using System.Runtime.InteropServices;
using DataSharing.Demo;

using var stop = new CancellationTokenSource();

// Ctrl-C, a closed terminal and a polite kill all end the same way: we stop our children before we go.
PosixSignalRegistration[] signals =
[
    .. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP }.Select(signal =>
        PosixSignalRegistration.Create(
            signal,
            context =>
            {
                context.Cancel = true;
                stop.Cancel();
            }
        )
    ),
];

try
{
    var options = DemoOptions.Parse(args);
    await using var world = await DemoWorld.StartAsync(options, stop.Token);
    world.Introduce();
    await world.UntilStoppedAsync(stop.Token);
    return 0;
}
catch (DemoException exception)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 1;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    return 0;
}
finally
{
    Array.ForEach(signals, signal => signal.Dispose());
}
