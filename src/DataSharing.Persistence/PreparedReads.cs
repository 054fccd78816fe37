using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace DataSharing.Persistence;

/// <summary>
/// Queries that many pages ask are prepared once on each connection, for planning them takes longer than running them. Npgsql could do so
/// by itself, for all statements; but a statement that fails while it is prepared in passing leaves its connection unreliable (npgsql issue
/// 6391), and a second press of a form fails by design. These only read, and are prepared before they are run.
/// </summary>
internal sealed class PreparedReads : DbCommandInterceptor
{
    /// <summary>
    /// What is prepared stays with its connection, and lists are asked for in many forms: no more of them than this, or a few more if they
    /// come at once.
    /// </summary>
    private const int MostForms = 200;

    private static readonly ConcurrentDictionary<string, bool> Forms = new(StringComparer.Ordinal);
    private static int _count; // of the forms: to count them, the dictionary would lock itself

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    )
    {
        if (command is NpgsqlCommand read && PreparedReadsExtensions.IsMarked(read.CommandText) && IsTaken(read.CommandText))
        {
            await read.PrepareAsync(CancellationToken.None); // soon done, and nothing is to be left half-way
        }

        return result;
    }

    private static bool IsTaken(string form) => Forms.ContainsKey(form) || (_count < MostForms && Take(form));

    private static bool Take(string form)
    {
        if (Forms.TryAdd(form, true))
        {
            Interlocked.Increment(ref _count);
        }

        return true;
    }
}
