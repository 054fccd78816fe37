using Npgsql;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace DataSharing.Web.Operations;

internal static class Telemetry
{
    /// <summary>
    /// Traces and metrics of requests and queries, sent to the collector that OpenTelemetry:Endpoint names; none without it.
    /// </summary>
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (builder.Configuration.GetValue<Uri>("OpenTelemetry:Endpoint") is not { } endpoint)
        {
            return;
        }

        builder.Services.Configure<OtlpExporterOptions>(exporter => exporter.Endpoint = endpoint);
        builder
            .Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("DataSharing"))
            .WithTracing(traces => traces.AddAspNetCoreInstrumentation().AddNpgsql().AddOtlpExporter())
            .WithMetrics(metrics => metrics.AddAspNetCoreInstrumentation().AddMeter("Npgsql").AddOtlpExporter());
    }
}
