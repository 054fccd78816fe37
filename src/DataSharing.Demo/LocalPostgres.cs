using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace DataSharing.Demo;

/// <summary>
/// A PostgreSQL of our own in a folder of our own, reached only through a socket that nobody else can open. Durability
/// and passwords are switched off: it is for trying and for tests, never for real data.
/// </summary>
public sealed class LocalPostgres : IAsyncDisposable
{
    public const string Owner = "datasharing_owner";

    /// <summary>The restricted role the portal runs as: it owns nothing.</summary>
    public const string Application = "datasharing_portal";

    /// <summary>A Unix socket's path has at most 107 bytes, of which PostgreSQL takes 19 for the file's name.</summary>
    private const int LongestSocketFolder = 88;

    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);

    private readonly string _binaries;
    private readonly string _data;
    private readonly string _sockets;
    private readonly string? _account;

    private LocalPostgres(string binaries, string data, string sockets, string? account)
    {
        _binaries = binaries;
        _data = data;
        _sockets = sockets;
        _account = account;
    }

    /// <summary>Brings up the server in <paramref name="home"/>, made on first use; one that runs there already is adopted.</summary>
    public static async Task<LocalPostgres> StartAsync(string home, Action<string> say, CancellationToken cancellationToken = default)
    {
        var binaries = await PostgresBinaries.FindAsync(home, say, cancellationToken);
        var data = Path.Combine(home, "postgres");
        var account = AccountWithoutPrivilege();
        var sockets = SocketFolder(data);
        var server = new LocalPostgres(binaries, data, sockets, account);

        await server.OwnFolderAsync(data, cancellationToken);
        await server.OwnFolderAsync(sockets, cancellationToken);

        if (!File.Exists(Path.Combine(data, "PG_VERSION")))
        {
            say("Making a database (first run)");
            await server.RunAsync(
                "initdb",
                ["-D", data, "-U", Owner, "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"],
                cancellationToken
            );
        }
        else if (await server.AnswersAsync(cancellationToken))
        {
            say("Adopting the PostgreSQL that an earlier run left behind");
            return server;
        }

        say("Starting PostgreSQL");
        await server.StartServerAsync(cancellationToken);
        return server;
    }

    /// <summary>Stops a server left behind in <paramref name="home"/> and removes its data.</summary>
    public static async Task RemoveAsync(string home, CancellationToken cancellationToken = default)
    {
        var data = Path.Combine(home, "postgres");
        if (File.Exists(Path.Combine(data, "postmaster.pid")))
        {
            await using var left = await StartAsync(home, _ => { }, cancellationToken);
            await left.StopServerAsync();
        }

        if (Directory.Exists(data))
        {
            Directory.Delete(data, recursive: true);
        }
    }

    public string ConnectionString(string database, string role) =>
        new NpgsqlConnectionStringBuilder
        {
            Host = _sockets,
            Database = database,
            Username = role,
            MaxPoolSize = 16,
        }.ConnectionString;

    /// <summary>Makes the database and the portal's role where they are missing.</summary>
    public async Task CreateDatabaseAsync(string database, CancellationToken cancellationToken = default)
    {
        await ExecuteAsync(
            $"""
            DO $$ BEGIN
                IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'datasharing_app') THEN CREATE ROLE datasharing_app NOLOGIN; END IF;
                IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{Application}') THEN
                    CREATE ROLE {Application} LOGIN; GRANT datasharing_app TO {Application};
                END IF;
            END $$
            """,
            cancellationToken
        );

        if (!await ExistsAsync(database, cancellationToken))
        {
            await ExecuteAsync($"CREATE DATABASE {database} OWNER {Owner}", cancellationToken);
        }
    }

    public async Task<bool> ExistsAsync(string database, CancellationToken cancellationToken = default)
    {
        await using var connection = new NpgsqlConnection(ConnectionString("postgres", Owner));
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand("SELECT count(*) FROM pg_database WHERE datname = $1", connection)
        {
            Parameters = { new() { Value = database } },
        };
        return (long)(await command.ExecuteScalarAsync(cancellationToken))! > 0;
    }

    public Task DropDatabaseAsync(string database, CancellationToken cancellationToken = default) =>
        ExecuteAsync($"DROP DATABASE IF EXISTS {database} WITH (FORCE)", cancellationToken);

    /// <summary>Stops and starts the server at once, as an operator's restart in working hours would.</summary>
    public async Task RestartAsync(CancellationToken cancellationToken = default)
    {
        await RunAsync("pg_ctl", ["-D", _data, "-m", "immediate", "-w", "stop"], cancellationToken);
        NpgsqlConnection.ClearAllPools(); // our own; the portal must manage by itself
        await StartServerAsync(cancellationToken);
    }

    public async Task StopServerAsync() => await RunAsync("pg_ctl", ["-D", _data, "-m", "fast", "-w", "stop"], CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        if (await AnswersAsync(CancellationToken.None))
        {
            NpgsqlConnection.ClearAllPools();
            await StopServerAsync();
        }
    }

    // PostgreSQL refuses to run as root, so there it runs as an account that may do nothing else.
    private static string? AccountWithoutPrivilege() =>
        !Environment.IsPrivilegedProcess ? null
        : File.ReadLines("/etc/passwd").Any(line => line.StartsWith("postgres:", StringComparison.Ordinal)) ? "postgres"
        : "nobody";

    private static string SocketFolder(string data) =>
        Encoding.UTF8.GetByteCount(data) <= LongestSocketFolder
            ? data
            : Path.Combine(Path.GetTempPath(), "ds-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(data)))[..12]);

    private async Task StartServerAsync(CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(StartPatience);

        // For a moment after a kill -9 the dead server's children still hold its memory, and a start is refused.
        for (DemoException? refusal = null; ; await Task.Delay(200, CancellationToken.None))
        {
            if (patience.IsCancellationRequested)
            {
                cancellationToken.ThrowIfCancellationRequested();
                throw new DemoException($"PostgreSQL does not start. Its log is {Path.Combine(_data, "server.log")}. {refusal?.Message}");
            }

            try
            {
                await RunAsync(
                    "pg_ctl",
                    [
                        "-D",
                        _data,
                        "-w",
                        "-l",
                        Path.Combine(_data, "server.log"),
                        "-o",
                        $"-c listen_addresses='' -c unix_socket_directories='{_sockets}' -c fsync=off -c max_connections=200",
                        "start",
                    ],
                    patience.Token
                );
                return;
            }
            catch (DemoException exception)
            {
                refusal = exception;
                if (await AnswersAsync(patience.Token))
                {
                    return;
                }
            }
            catch (OperationCanceledException)
            {
                // the loop says so
            }
        }
    }

    private async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = new NpgsqlConnection(ConnectionString("postgres", Owner) + ";Pooling=false;Timeout=5");
            await connection.OpenAsync(cancellationToken);
            return true;
        }
        catch (Exception exception) when (exception is NpgsqlException or IOException or System.Net.Sockets.SocketException)
        {
            return false;
        }
    }

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(ConnectionString("postgres", Owner));
        await connection.OpenAsync(cancellationToken);
#pragma warning disable CA2100 // the names are our own
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task OwnFolderAsync(string folder, CancellationToken cancellationToken)
    {
        if (Directory.Exists(folder))
        {
            return;
        }

        Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        if (_account is not null)
        {
            await Tool.RunAsync(new ProcessStartInfo("chown", [_account, folder]), cancellationToken);
        }
    }

    private Task<string> RunAsync(string program, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Path.Combine(_binaries, program), arguments) { WorkingDirectory = _data };
        if (_account is not null)
        {
            start.UserName = _account;
        }

        return Tool.RunAsync(start, cancellationToken);
    }
}
