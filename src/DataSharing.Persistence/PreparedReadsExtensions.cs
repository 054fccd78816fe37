using Microsoft.EntityFrameworkCore;

namespace DataSharing.Persistence;

public static class PreparedReadsExtensions
{
    private const string Mark = "prepared";

    /// <summary>For a query that many pages ask: it is planned once for each connection.</summary>
    public static IQueryable<T> AsPrepared<T>(this IQueryable<T> query) => query.TagWith(Mark);

    /// <summary>Whether the SQL is of a query that was marked so.</summary>
    public static bool IsMarked(string sql) => sql.StartsWith("-- " + Mark, StringComparison.Ordinal);
}
