using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace DataSharing.Persistence;

/// <summary>
/// The few queries that nearly every page asks are prepared once on each connection: planning them takes longer than running them. Npgsql
/// would do so by itself, for all statements, but a statement that fails while it is prepared in passing leaves the connection unreliable
/// (npgsql issue 6391), and a second press of a form fails by design. These only read, and are prepared before they are run.
/// </summary>
internal sealed class PreparedReads : DbCommandInterceptor
{
    private const string Marked = "-- " + PreparedReadsExtensions.Mark;

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    )
    {
        if (command is NpgsqlCommand prepared && command.CommandText.StartsWith(Marked, StringComparison.Ordinal))
        {
            await prepared.PrepareAsync(CancellationToken.None); // soon done, and nothing is to be left half-way
        }

        return result;
    }
}

public static class PreparedReadsExtensions
{
    internal const string Mark = "prepared";

    /// <summary>For a query that many pages ask, in few forms: each form stays with the connection.</summary>
    public static IQueryable<T> AsPrepared<T>(this IQueryable<T> query) => query.TagWith(Mark);
}
