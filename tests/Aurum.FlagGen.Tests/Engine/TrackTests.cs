using System.Diagnostics.Metrics;
using Aurum.FlagGen.Tests.Evaluation;

namespace Aurum.FlagGen.Tests.Engine;

public class TrackTests
{
    [Fact]
    public void Track_OfAFlag_ReachesEveryListenerEvenIfOneThrows()
    {
        RecordingListener listener = new();
        FlagEngine engine = new(Given.Clock(), listeners: [new ThrowingListener(), listener]);
        engine.Publish(Given.Set("{'flags':{'f':{'type':'variant','sensitive':true,'status':'enabled','default_value':'c','ab_test':{'variants':{'c':0,'t':100},'control_variant':'c'}}}}"));
        FlagContext context = Given.User("u");

        engine.Track("f", context, "click");

        FlagEvent heard = listener.Events.ShouldHaveSingleItem();
        heard.FlagKey.ShouldBe("f");
        heard.EventName.ShouldBe("click");
        heard.Variant.ShouldBe("t");
        heard.Context.ShouldBeSameAs(context);
        heard.IsSensitive.ShouldBeTrue();
        heard.Time.ShouldBe(Given.Noon);
    }

    [Fact]
    public void Track_BySlot_ReachesListeners()
    {
        RecordingListener listener = new();
        FlagEngine engine = new(Given.Clock(), listeners: [listener]);

        engine.Track(TypedFlags.Slot("typed.variant"), Given.User("u"), "click");

        listener.Events.ShouldHaveSingleItem().FlagKey.ShouldBe("typed.variant");
    }

    [Fact]
    public void Track_OfAnUnknownFlag_IsNoEvent()
    {
        RecordingListener listener = new();
        FlagEngine engine = new(listeners: [listener]);

        engine.Track("missing", null, "click");

        listener.Events.ShouldBeEmpty();
    }

    [Fact]
    public void Track_WithAMeterListener_IsCountedByFlagAndEvent()
    {
        List<(string? Flag, string? Event)> counted = [];
        using MeterListener meters = new();
        meters.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == FlagGenDiagnostics.MeterName && instrument.Name == FlagGenDiagnostics.TrackedEventsName)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        meters.SetMeasurementEventCallback<long>((_, _, tags, _) =>
        {
            Dictionary<string, object?> named = new(tags.ToArray());
            lock (counted)
            {
                counted.Add((named[FlagGenDiagnostics.FlagKeyTag] as string, named[FlagGenDiagnostics.EventNameTag] as string));
            }
        });
        meters.Start();

        Given.Flags("'tracked':{'status':'enabled'}").Track("tracked", null, "view");

        lock (counted)
        {
            counted.ShouldContain(("tracked", "view"));
        }
    }

    private sealed class RecordingListener : IFlagEventListener
    {
        public List<FlagEvent> Events { get; } = [];

        public void OnTracked(in FlagEvent flagEvent) => Events.Add(flagEvent);
    }

    private sealed class ThrowingListener : IFlagEventListener
    {
        public void OnTracked(in FlagEvent flagEvent) => throw new InvalidOperationException("The listener is broken.");
    }
}
