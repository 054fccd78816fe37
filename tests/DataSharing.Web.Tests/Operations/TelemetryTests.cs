using DataSharing.Web.Tests.Infrastructure;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace DataSharing.Web.Tests.Operations;

/// <summary>Nothing is traced or counted, or sent anywhere, unless the operator names a collector.</summary>
public sealed class TelemetryTests(Portal portal)
{
    [Fact]
    public void Telemetry_ByDefault_IsOff()
    {
        Assert.Null(portal.Services.GetService<TracerProvider>());
        Assert.Null(portal.Services.GetService<MeterProvider>());
    }

    [Fact]
    public async Task Telemetry_WithACollector_TracesAndCountsForIt()
    {
        await using var traced = portal.WithWebHostBuilder(host => host.UseSetting("OpenTelemetry:Endpoint", "http://127.0.0.1:9"));

        Assert.NotNull(traced.Services.GetService<TracerProvider>());
        Assert.NotNull(traced.Services.GetService<MeterProvider>());
        Assert.Equal(
            new Uri("http://127.0.0.1:9"),
            traced.Services.GetRequiredService<IOptionsMonitor<OtlpExporterOptions>>().CurrentValue.Endpoint
        );
    }
}
