using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace DataSharing.Persistence.Lists;

/// <summary>
/// The SQL by which a page is read from several index ranges at once: each range in the order of the list, merged, so that reading ends
/// with the last row of the page however many follow. An organisation in an "OR" or "IN" is no beginning of an index, a range of its own
/// is.
/// </summary>
internal static class Streams
{
    /// <summary>Rows of some ranges of a table, in one order.</summary>
    /// <param name="table">Where from.</param>
    /// <param name="ranges">What holds of the rows of each range: the leading columns of an index on <paramref name="order"/>.</param>
    /// <param name="after">What holds of the rows after the last of the page before.</param>
    /// <param name="order">The columns of the order.</param>
    /// <param name="limit">No further than so many rows.</param>
    public static string Merged(string table, IEnumerable<string> ranges, string after, string order, int limit)
    {
        // A limit on each range too: without one the planner may sort whole ranges rather than read them in order.
        var all = string.Join(
            "\nUNION ALL ",
            ranges.Select(range => $"(SELECT * FROM {table} WHERE {range} AND {after} ORDER BY {order} LIMIT {limit})")
        );
        return $"SELECT * FROM ({all}) AS merged ORDER BY {order} LIMIT {limit}";
    }

    /// <summary>Reads rows by SQL that was put together from constants of this folder; every value is a parameter.</summary>
    public static Task<List<T>> ReadAsync<T>(
        this DataSharingDbContext db,
        string sql,
        NpgsqlParameter[] parameters,
        CancellationToken cancellationToken
    ) => db.Database.SqlQueryRaw<T>(sql, parameters).AsPrepared().ToListAsync(cancellationToken);
}
