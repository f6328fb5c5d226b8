using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace FunSearch.Tests.Runs.Telemetry;

/// <summary>A measurement, with its tags.</summary>
internal sealed record Reading(string Instrument, double Value, IReadOnlyDictionary<string, object?> Tags);

/// <summary>Hears all spans and measurements of this process that concern one thing; other tests search meanwhile.</summary>
internal sealed class Recording : IDisposable
{
    private readonly ActivityListener _spans;
    private readonly MeterListener _meters = new();
    private readonly List<Activity> _ended = [];
    private readonly List<Reading> _readings = [];

    /// <param name="tag">What all that is meant bears, such as <c>funsearch.run</c>.</param>
    public Recording(string tag, object value)
    {
        _spans = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "FunSearch",
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span => Add(_ended, span, span.Recorded && Equals(span.GetTagItem(tag), value)),
        };
        ActivitySource.AddActivityListener(_spans);
        _meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == "FunSearch")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _meters.SetMeasurementEventCallback<int>((instrument, measured, tags, _) => Hear(instrument, measured, tags));
        _meters.SetMeasurementEventCallback<long>((instrument, measured, tags, _) => Hear(instrument, measured, tags));
        _meters.SetMeasurementEventCallback<double>((instrument, measured, tags, _) => Hear(instrument, measured, tags));
        _meters.Start();

        void Hear(Instrument instrument, double measured, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            var read = new Reading(instrument.Name, measured, new Dictionary<string, object?>(tags.ToArray()));
            Add(_readings, read, read.Tags.TryGetValue(tag, out var found) && Equals(found, value));
        }
    }

    public IReadOnlyList<Activity> Spans => Copy(_ended);

    public IReadOnlyList<Reading> Readings => Copy(_readings);

    /// <summary>Asks the gauges.</summary>
    public void Observe() => _meters.RecordObservableInstruments();

    /// <summary>Every word that was heard.</summary>
    public string Text => string.Join('\n', [
        .. Spans.Select(span => $"{span.DisplayName} {span.StatusDescription} {Tags(span.TagObjects)} {string.Join(' ', span.Events.Select(each => each.Name + Tags(each.Tags)))}"),
        .. Readings.Select(reading => $"{reading.Instrument} {Tags(reading.Tags)}"),
    ]);

    public void Dispose()
    {
        _spans.Dispose();
        _meters.Dispose();
    }

    private static string Tags(IEnumerable<KeyValuePair<string, object?>> tags) => string.Join(' ', tags.Select(tag => $"{tag.Key}={tag.Value}"));

    private static void Add<T>(List<T> list, T item, bool isMeant)
    {
        if (isMeant)
        {
            lock (list)
            {
                list.Add(item);
            }
        }
    }

    private static List<T> Copy<T>(List<T> list)
    {
        lock (list)
        {
            return [.. list];
        }
    }
}
