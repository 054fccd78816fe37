using DataSharing.Domain.Editions;
using DataSharing.Web.Tests.Infrastructure;
using Npgsql;

namespace DataSharing.Web.Tests.Persistence;

/// <summary>The database holds the line of two people by itself, so that it cannot be talked round.</summary>
[Collection(Editions.Name)]
public sealed class EditionsInDatabaseTests(LawPortal portal)
{
    [Fact]
    public async Task Whoever_wrote_in_an_edition_cannot_release_it()
    {
        var writer = await portal.ASystemAdministratorAsync();
        await portal.ALawBookInPreparationAsync(writer);
        await RunAsync("UPDATE editions SET status = 'PutForward', change_note = 'n' WHERE status = 'Draft'");

        await RefusesAsync(
            "editions_two_people",
            $"UPDATE editions SET status = 'Released', released_by = '{writer.Id.Value}', released_at = portal_now() WHERE status = 'PutForward'"
        );
    }

    [Fact]
    public async Task Only_what_was_put_forward_is_released()
    {
        await portal.ALawBookInPreparationAsync(await portal.ASystemAdministratorAsync());
        var other = await portal.ASystemAdministratorAsync();

        await RefusesAsync(
            "editions_put_forward",
            $"UPDATE editions SET status = 'Released', change_note = 'n', released_by = '{other.Id.Value}', released_at = portal_now() WHERE status = 'Draft'"
        );
    }

    [Fact]
    public async Task A_released_edition_is_never_changed()
    {
        await portal.ReleasePolicyAsync(policy => policy with { LaySummaryWords = policy.LaySummaryWords + 1 });

        await RefusesAsync("editions_final", "UPDATE editions SET change_note = 'x' WHERE status = 'Released'");
    }

    [Fact]
    public async Task There_is_one_open_edition_of_a_kind_and_one_of_a_number()
    {
        await portal.ALawBookInPreparationAsync(await portal.ASystemAdministratorAsync());
        const string Twin = """
            INSERT INTO editions (id, kind, number, status, bytes, hash, change_note, started_at)
            SELECT gen_random_uuid(), kind, number + {0}, 'Draft', bytes, hash, '', started_at FROM editions WHERE status = 'Draft' AND kind = 'LawBook'
            """;

        await RefusesAsync("ix_editions_one_open", Twin.Replace("{0}", "1", StringComparison.Ordinal));
        await RefusesAsync("ix_editions_kind_number", Twin.Replace("{0}", "0", StringComparison.Ordinal));
    }

    private async Task RefusesAsync(string constraint, string sql) =>
        Assert.Equal(constraint, (await Assert.ThrowsAsync<PostgresException>(() => RunAsync(sql))).ConstraintName);

    private async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(portal.Database.AsPortal);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
