using DataSharing.Demo;
using DataSharing.Persistence;
using DataSharing.Web.Access;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace DataSharing.Web.Tests.Infrastructure;

/// <summary>A PostgreSQL of this run's own, found as the demo finds one, migrated by its owner.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private const string Template = "migrated";

    private string Name { get; init; } = "datasharing_test";

    private readonly string _home = Path.Combine(Path.GetTempPath(), $"ds-web-{Guid.NewGuid():N}"[..15]);
    private LocalPostgres _server = null!;
    private Task? _migrated;

    public string AsOwner => _server.ConnectionString(Name, LocalPostgres.Owner);

    /// <summary>As the portal connects: by a role that owns nothing.</summary>
    public string AsPortal => _server.ConnectionString(Name, LocalPostgres.Application);

    public async Task CreateAsync()
    {
        Directory.CreateDirectory(_home);
        _server = await LocalPostgres.StartAsync(_home, _ => { });
        await _server.CreateDatabaseAsync(Name);
        await MigrateAsync();
        await using var db = DataSharingDbContext.Open(AsOwner);

        // Business time starts where the samples expect it and runs on, so that no test depends on the day it is run.
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO business_clock VALUES (true, timestamptz '2026-09-01 09:00+01' - clock_timestamp())"
        );
    }

    /// <summary>Does something in the database and saves it, as the owner.</summary>
    public async Task<T> InDbAsync<T>(Func<DataSharingDbContext, DateTimeOffset, Task<T>> work)
    {
        await using var db = DataSharingDbContext.Open(AsOwner);
        var result = await work(db, await db.NowAsync(TestContext.Current.CancellationToken));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return result;
    }

    /// <summary>Another one on the same server, for a host whose clock would disturb the others. It goes when the server goes.</summary>
    public async Task<TestDatabase> BesideAsync()
    {
        Task migrated;
        lock (_server)
        {
            migrated = _migrated ??= MigrateTemplateAsync();
        }

        await migrated;
        var beside = new TestDatabase { Name = $"beside_{Guid.NewGuid():N}", _server = _server };
        await beside.OnTheServerAsync($"CREATE DATABASE {beside.Name} TEMPLATE {Template}");
        await beside.WaitForNoDiskAsync();
        return beside;
    }

    // Copying a database takes a small part of the time that its migrations take.
    private async Task MigrateTemplateAsync()
    {
        var template = new TestDatabase { Name = Template, _server = _server };
        await _server.CreateDatabaseAsync(Template);
        await template.MigrateAsync();
    }

    private async Task MigrateAsync()
    {
        await WaitForNoDiskAsync();
        await using var db = DataSharingDbContext.Open(AsOwner + ";Pooling=false"); // a database somebody is connected to cannot be copied
        await db.Database.MigrateAsync();
    }

    private Task WaitForNoDiskAsync() => OnTheServerAsync($"ALTER DATABASE {Name} SET synchronous_commit = off");

    private async Task OnTheServerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_server.ConnectionString("postgres", LocalPostgres.Owner));
        await connection.OpenAsync();
#pragma warning disable CA2100 // the names are our own
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>The keys of data protection, which have a context of their own.</summary>
    internal ProtectionKeys OpenKeys()
    {
        var options = new DbContextOptionsBuilder<ProtectionKeys>();
        options.UsePortalDatabase(AsOwner, TimeLimits.Verbs);
        return new ProtectionKeys(options.Options);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        Directory.Delete(_home, recursive: true);
    }
}
