using System.Collections.Concurrent;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace DataSharing.Web.Tests.Infrastructure;

/// <summary>What a portal wrote to its log.</summary>
internal sealed class LogLines : ILogEventSink
{
    private readonly ConcurrentQueue<LogEvent> _lines = new();

    public IReadOnlyCollection<LogEvent> Written => _lines;

    public void Read(IWebHostBuilder host) =>
        host.ConfigureTestServices(services => services.AddSerilog(log => log.WriteTo.Sink(this), preserveStaticLogger: true));

    public void Emit(LogEvent logEvent) => _lines.Enqueue(logEvent);
}
