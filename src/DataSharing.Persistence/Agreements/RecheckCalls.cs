using Npgsql;

namespace DataSharing.Persistence.Agreements;

/// <summary>
/// Hears of rounds of checks as they are committed, by whichever instance: the database tells it. A call that comes while its holder works
/// is kept until they wait again.
/// </summary>
public sealed class RecheckCalls : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;
    private Guid? _last;

    private RecheckCalls(NpgsqlConnection connection)
    {
        _connection = connection;
        _connection.Notification += (_, call) => _last = Guid.Parse(call.Payload);
    }

    /// <summary>Begins to listen, on a connection of its own.</summary>
    /// <exception cref="NpgsqlException">The database cannot be reached.</exception>
    public static async Task<RecheckCalls> ListenAsync(string connectionString, CancellationToken cancellationToken = default)
    {
        var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(TimeLimits.Jobs.Of(connectionString))
            {
                Pooling = false, // what listens is not lent to others
                KeepAlive = 60, // seconds; a connection that died silently is noticed
            }.ConnectionString
        );
        try
        {
            await connection.OpenAsync(cancellationToken);
            await using var listen = new NpgsqlCommand("LISTEN rechecks", connection);
            await listen.ExecuteNonQueryAsync(cancellationToken);
            return new RecheckCalls(connection);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Until a round calls, or so much time has passed.</summary>
    /// <returns>The round that called, the last one of several; null if none did.</returns>
    /// <exception cref="NpgsqlException">The connection is lost.</exception>
    public async Task<Guid?> WaitAsync(TimeSpan longest, CancellationToken cancellationToken = default)
    {
        await _connection.WaitAsync(longest, cancellationToken); // which other messages of the database end too
        var called = _last;
        _last = null;
        return called;
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}
