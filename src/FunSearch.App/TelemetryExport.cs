using System.Diagnostics.Tracing;
using FunSearch.Proposers.Llm.Protocols;
using FunSearch.Runs;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace FunSearch.App;

/// <summary>Sends spans and measurements to the collector that OpenTelemetry's own environment variables name, until it is disposed of. A collector
/// that is not there holds nothing up.</summary>
internal sealed class TelemetryExport : IAsyncDisposable
{
    /// <summary>What is left to send when the run is over is sent within this time, or lost.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly Terminal _terminal;
    private readonly Faults _faults = new();
    private readonly OpenTelemetrySdk _sdk;

    private TelemetryExport(Terminal terminal)
    {
        _terminal = terminal;
        _sdk = OpenTelemetrySdk.Create(telemetry =>
        {
            // The environment comes last, and so has the last word.
            telemetry.ConfigureResource(resource => resource.Clear().AddTelemetrySdk()
                .AddService("funsearch", serviceVersion: ProductVersion.Current).AddEnvironmentVariableDetector());
            telemetry.UseOtlpExporter();
            if (IsAsked("TRACES", Environment.GetEnvironmentVariable))
            {
                telemetry.WithTracing(tracing => tracing.AddSource(TracedChatClient.SourceName));
            }

            if (IsAsked("METRICS", Environment.GetEnvironmentVariable))
            {
                telemetry.WithMetrics(metrics => metrics.AddMeter(TracedChatClient.SourceName));
            }
        });
    }

    /// <summary>Begins to send; null where the environment names no collector, as it usually does not.</summary>
    public static TelemetryExport? StartIfAsked(Terminal terminal) =>
        IsAsked("TRACES", Environment.GetEnvironmentVariable) || IsAsked("METRICS", Environment.GetEnvironmentVariable) ? new TelemetryExport(terminal) : null;

    /// <summary>True when the environment wants a signal sent.</summary>
    /// <param name="signal"><c>TRACES</c> or <c>METRICS</c>.</param>
    /// <param name="variables">The environment, by name.</param>
    internal static bool IsAsked(string signal, Func<string, string?> variables)
    {
        return !string.Equals(Value("OTEL_SDK_DISABLED"), "true", StringComparison.OrdinalIgnoreCase)
            && Value($"OTEL_{signal}_EXPORTER") != "none"
            && (Value($"OTEL_EXPORTER_OTLP_{signal}_ENDPOINT") ?? Value("OTEL_EXPORTER_OTLP_ENDPOINT")) is not null;

        // Empty means not set, by the specification of these variables.
        string? Value(string name) => variables(name) is { Length: > 0 } value ? value : null;
    }

    public async ValueTask DisposeAsync()
    {
        // Side by side: both may have to wait for the same collector.
        var limit = (int)Patience.TotalMilliseconds;
        await Task.WhenAll(Task.Run(() => _sdk.TracerProvider.Shutdown(limit)), Task.Run(() => _sdk.MeterProvider.Shutdown(limit)));
        _sdk.Dispose();
        _faults.Dispose();
        if (_faults.First is { } fault)
        {
            _terminal.Complain($"Not all traces and metrics reached a collector: {fault} The run has lost nothing by that.");
        }
    }

    /// <summary>Hears what the exporter tells of itself, which it never throws.</summary>
    private sealed class Faults : EventListener
    {
        private volatile string? _first;

        /// <summary>The first thing that went wrong, as a sentence; null when nothing did.</summary>
        public string? First => _first;

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name == "OpenTelemetry-Exporter-OpenTelemetryProtocol")
            {
                EnableEvents(eventSource, EventLevel.Warning);
            }
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData) => _first ??= eventData.EventName == "InvalidConfigurationValue"
            ? $"{eventData.Payload![0]} is '{eventData.Payload[1]}', which is no such value."
            : "it did not answer, or refused them. See OTEL_EXPORTER_OTLP_ENDPOINT and OTEL_EXPORTER_OTLP_PROTOCOL.";
    }
}
