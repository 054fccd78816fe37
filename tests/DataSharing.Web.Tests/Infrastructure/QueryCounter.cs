using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace DataSharing.Web.Tests.Infrastructure;

/// <summary>Notes the database commands of every request that asks for it by a header; beginning and committing are none.</summary>
public sealed class QueryCounter : DbCommandInterceptor
{
    private const string Header = "X-Test-Count-Queries";

    private readonly HttpContextAccessor _http = new();
    private readonly ConcurrentDictionary<string, ConcurrentQueue<string>> _counted = new();

    /// <summary>What the portal asks of the database to answer with the page.</summary>
    public async Task<(Answer Answer, IReadOnlyList<string> Commands)> CountAsync(Browser browser, Func<Browser, Task<Answer>> request)
    {
        var id = Guid.NewGuid().ToString();
        _counted[id] = new();
        browser.Client.DefaultRequestHeaders.Add(Header, id);
        try
        {
            var answer = await request(browser);
            return (answer, [.. _counted[id]]);
        }
        finally
        {
            browser.Client.DefaultRequestHeaders.Remove(Header);
            _counted.TryRemove(id, out _);
        }
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    )
    {
        Note(command);
        return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result
    )
    {
        Note(command);
        return base.ReaderExecuting(command, eventData, result);
    }

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<object> result,
        CancellationToken cancellationToken = default
    )
    {
        Note(command);
        return base.ScalarExecutingAsync(command, eventData, result, cancellationToken);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        Note(command);
        return base.NonQueryExecutingAsync(command, eventData, result, cancellationToken);
    }

    private void Note(DbCommand command)
    {
        if (_http.HttpContext?.Request.Headers[Header] is [{ } id] && _counted.TryGetValue(id, out var commands))
        {
            commands.Enqueue(command.CommandText);
        }
    }
}
