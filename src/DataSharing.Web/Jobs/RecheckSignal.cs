using System.Threading.Channels;

namespace DataSharing.Web.Jobs;

/// <summary>Wakes the worker of this instance, so that nobody waits for its next look. Other instances find the work by themselves.</summary>
public sealed class RecheckSignal
{
    private readonly Channel<bool> _signals = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    public void Wake() => _signals.Writer.TryWrite(true);

    /// <summary>Until somebody wakes it, or so much time has passed.</summary>
    internal async Task WaitAsync(TimeSpan longest, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var timer = new CancellationTokenSource(longest, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            await _signals.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // the time has passed
        }
    }
}
