using System.Diagnostics;
using System.Globalization;
using DataSharing.Demo;
using Npgsql;

namespace DataSharing.Web.Tests.Demo;

public sealed class LocalPostgresTests : IDisposable
{
    private readonly string _home = Path.Combine(Path.GetTempPath(), $"ds-demo-{Guid.NewGuid():N}"[..16]);
    private readonly List<string> _said = [];

    public LocalPostgresTests() => Directory.CreateDirectory(_home);

    [Fact]
    public async Task Start_WhatAnEarlierRunLeft_IsAdoptedRunningAndRestartedAfterAKill_WithItsData()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var first = await LocalPostgres.StartAsync(_home, _said.Add, cancellationToken);
        await first.CreateDatabaseAsync("kept", cancellationToken);
        await first.CreateDatabaseAsync("kept", cancellationToken); // a second time changes nothing

        _said.Clear();
        var second = await LocalPostgres.StartAsync(_home, _said.Add, cancellationToken);
        Assert.Equal(["Adopting the PostgreSQL that an earlier run left behind"], _said);
        Assert.True(await second.ExistsAsync("kept", cancellationToken));

        await KillAsync();
        NpgsqlConnection.ClearAllPools(); // a demo that is started again has none
        _said.Clear();
        await using var third = await LocalPostgres.StartAsync(_home, _said.Add, cancellationToken);
        Assert.Equal(["Starting PostgreSQL"], _said);
        Assert.True(await third.ExistsAsync("kept", cancellationToken));
    }

    [Fact]
    public async Task Remove_WhileOneIsLeftRunning_StopsItAndForgetsItsData()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await LocalPostgres.StartAsync(_home, _said.Add, cancellationToken);

        await LocalPostgres.RemoveAsync(_home, cancellationToken);

        Assert.False(Directory.Exists(Path.Combine(_home, "postgres")));
        await LocalPostgres.RemoveAsync(_home, cancellationToken); // nothing there is nothing to do
    }

    public void Dispose()
    {
        NpgsqlConnection.ClearAllPools();
        Directory.Delete(_home, recursive: true);
    }

    // As kill -9 of the server: its lock file and its socket stay.
    private async Task KillAsync()
    {
        var id = int.Parse(File.ReadLines(Path.Combine(_home, "postgres", "postmaster.pid")).First(), CultureInfo.InvariantCulture);
        using var server = Process.GetProcessById(id);
        server.Kill();
        await server.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(File.Exists(Path.Combine(_home, "postgres", "postmaster.pid")));
    }
}
