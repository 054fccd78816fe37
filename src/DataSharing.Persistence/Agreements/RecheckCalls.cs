using Npgsql;

namespace DataSharing.Persistence.Agreements;

/// <summary>
/// Hears of rounds of checks as they are committed, by whichever instance: the database tells it. A call that comes while its holder works
/// is kept until they wait again.
/// </summary>
public sealed class RecheckCalls : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;

    private RecheckCalls(NpgsqlConnection connection)
    {
        _connection = connection;
        _connection.Notification += (_, call) => Last = Guid.Parse(call.Payload);
    }

    /// <summary>The round of the last call; null before the first.</summary>
    public Guid? Last { get; private set; }

    /// <summary>Begins to listen, on a connection of its own.</summary>
    /// <exception cref="NpgsqlException">The database cannot be reached.</exception>
    public static async Task<RecheckCalls> ListenAsync(string connectionString, CancellationToken cancellationToken = default)
    {
        var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(connectionString)
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
    /// <returns>Whether one called.</returns>
    /// <exception cref="NpgsqlException">The connection is lost.</exception>
    public Task<bool> WaitAsync(TimeSpan longest, CancellationToken cancellationToken = default) =>
        _connection.WaitAsync(longest, cancellationToken);

    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}
