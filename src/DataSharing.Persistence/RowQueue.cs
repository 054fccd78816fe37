namespace DataSharing.Persistence;

/// <summary>
/// Those who want to lock the same row. Whoever waits for a lock holds a connection, so one stuck row would take them all: a few wait in
/// the database, the others here, without a connection and no longer than they would there.
/// </summary>
internal sealed class RowQueue : IDisposable
{
    /// <summary>So many wait in the database, in each instance.</summary>
    internal const int Places = 4;

    private static readonly Dictionary<string, RowQueue> Rows = new(StringComparer.Ordinal);

    /// <summary>Rows that somebody waits for at this moment.</summary>
    internal static int Known
    {
        get
        {
            lock (Rows)
            {
                return Rows.Count;
            }
        }
    }

    private readonly string _row;
    private readonly SemaphoreSlim _places = new(Places);
    private int _users;

    private RowQueue(string row) => _row = row;

    /// <summary>Takes a place to wait for the row; it is given back once the lock is there or was not to be had.</summary>
    /// <exception cref="StuckRowException">The others did not get further.</exception>
    public static async Task<IDisposable> EnterAsync(FormattableString row, CancellationToken cancellationToken)
    {
        var queue = Join(NameOf(row));
        try
        {
            if (!await queue._places.WaitAsync(TimeLimits.Pages.Lock, cancellationToken))
            {
                throw new StuckRowException();
            }
        }
        catch
        {
            queue.Leave();
            throw;
        }

        return queue.Place();
    }

    public void Dispose() => _places.Dispose();

    private static string NameOf(FormattableString row) =>
        string.Join('\n', row.GetArguments().Select(a => a is byte[] bytes ? Convert.ToHexString(bytes) : a).Prepend(row.Format));

    private static RowQueue Join(string row)
    {
        lock (Rows)
        {
            if (!Rows.TryGetValue(row, out var queue))
            {
                Rows.Add(row, queue = new RowQueue(row));
            }

            queue._users++;
            return queue;
        }
    }

    private void Leave()
    {
        lock (Rows)
        {
            if (--_users == 0)
            {
                Rows.Remove(_row);
                Dispose();
            }
        }
    }

    private PlaceTaken Place() => new(this);

    private sealed class PlaceTaken(RowQueue queue) : IDisposable
    {
        public void Dispose()
        {
            queue._places.Release();
            queue.Leave();
        }
    }
}

/// <summary>Too many wait for somebody else's step, which does not end.</summary>
public sealed class StuckRowException() : Exception("The row is locked, and others wait for it already.");
