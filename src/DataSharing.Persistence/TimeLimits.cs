using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace DataSharing.Persistence;

/// <summary>
/// How long the database may take. All limits of the portal are named here. The command's limit is kept by us, who cancel it; the server's
/// are the second net, for when we are gone. Connections with other limits are in a pool of their own.
/// </summary>
public sealed record TimeLimits
{
    /// <summary>
    /// Somebody waits before a page. Whoever meets a lock learns so within the command's time. With a server that has stopped, a page ends
    /// after the command's time and the connecting's, which together are five seconds.
    /// </summary>
    public static readonly TimeLimits Pages = new()
    {
        Connect = TimeSpan.FromSeconds(1), // and once more while a command is cancelled
        Command = TimeSpan.FromSeconds(4),
        Lock = TimeSpan.FromSeconds(3),
        Statement = TimeSpan.FromSeconds(10),
        IdleInTransaction = TimeSpan.FromSeconds(10),
    };

    /// <summary>
    /// An orchestrator asks every few seconds. On a connection of its own, so that a full pool is not taken for a dead database.
    /// </summary>
    public static readonly TimeLimits Readiness = new()
    {
        Connect = TimeSpan.FromSeconds(1),
        Command = TimeSpan.FromSeconds(1),
        Lock = TimeSpan.FromSeconds(1),
        Statement = TimeSpan.FromSeconds(2),
        IdleInTransaction = TimeSpan.FromSeconds(2),
        IsPooled = false,
    };

    /// <summary>Connecting and asking together: <see cref="Readiness"/> in whole seconds is only its second net.</summary>
    public static readonly TimeSpan ReadinessInAll = TimeSpan.FromSeconds(1.5);

    /// <summary>What the portal does by itself: the timer and a batch of checks, each a transaction.</summary>
    public static readonly TimeLimits Jobs = new()
    {
        Connect = TimeSpan.FromSeconds(5),
        Command = TimeSpan.FromMinutes(1),
        Lock = TimeSpan.FromSeconds(10),
        Statement = TimeSpan.FromSeconds(70),
        IdleInTransaction = TimeSpan.FromMinutes(1),
    };

    /// <summary>What an operator runs and watches: migrations, rebuilding lists, imports; the demo's loader too.</summary>
    public static readonly TimeLimits Verbs = new()
    {
        Connect = TimeSpan.FromSeconds(15),
        Command = TimeSpan.FromHours(1),
        Lock = TimeSpan.FromMinutes(1),
        Statement = TimeSpan.FromMinutes(61),
        IdleInTransaction = TimeSpan.FromMinutes(10),
    };

    /// <summary>Also how long a connection of the pool is waited for.</summary>
    public required TimeSpan Connect { get; init; }

    /// <summary>Until an answer begins. A moment before that it is cancelled (<see cref="CommandLimit"/>).</summary>
    public required TimeSpan Command { get; init; }

    /// <summary><c>lock_timeout</c>.</summary>
    public required TimeSpan Lock { get; init; }

    /// <summary><c>statement_timeout</c>.</summary>
    public required TimeSpan Statement { get; init; }

    /// <summary><c>idle_in_transaction_session_timeout</c>.</summary>
    public required TimeSpan IdleInTransaction { get; init; }

    private bool IsPooled { get; init; } = true;

    /// <summary>The same database under these limits.</summary>
    public string Of(string connectionString)
    {
        var given = new NpgsqlConnectionStringBuilder(connectionString);
        return new NpgsqlConnectionStringBuilder(connectionString)
        {
            Timeout = (int)Connect.TotalSeconds,
            CommandTimeout = (int)Command.TotalSeconds,
            CancellationTimeout = 500, // milliseconds, that a server which has heard of it takes to say so
            Pooling = IsPooled && given.Pooling,
            // Each way of encrypting that is tried in vain takes the time of connecting once more.
            GssEncryptionMode = given.ContainsKey("GSS Encryption Mode") ? given.GssEncryptionMode : GssEncryptionMode.Disable,
            // No query here runs so long that compiling it, or starting workers, would pay. What is read often is in memory, so
            // that reading along an index costs little more than reading on.
            Options =
                "-c jit=off -c max_parallel_workers_per_gather=0 -c random_page_cost=1.1"
                + Setting("lock_timeout", Lock)
                + Setting("statement_timeout", Statement)
                + Setting("idle_in_transaction_session_timeout", IdleInTransaction),
        }.ConnectionString;
    }

    private static string Setting(string name, TimeSpan limit) =>
        string.Create(CultureInfo.InvariantCulture, $" -c {name}={(long)limit.TotalMilliseconds}");
}

public static class TimeLimitsExtensions
{
    /// <summary>From its next query on this works under other limits. No connection is open yet.</summary>
    public static void Use(this DbContext db, TimeLimits limits) =>
        db.Database.SetConnectionString(limits.Of(db.Database.GetConnectionString()!));
}
