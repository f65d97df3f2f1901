using System.Diagnostics.Metrics;
using System.Text;
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
    public void Track_OfOneKeyInTwoScopes_TellsThemApart()
    {
        RecordingListener listener = new();
        int[] slots = [.. ((string[])["track.billing", "track.shipping"]).Select(static scope => FlagCatalog.Register(
            typeof(TrackTests), Encoding.UTF8.GetBytes($$"""{ "scope": "{{scope}}", "flags": { "track.same": { }, "{{scope}}.own": { } } }""")).Slots[0])];
        FlagEngine engine = new(Given.Clock(), listeners: [listener]);

        using TrackedTags tags = new("track.same");
        engine.Track(slots[0], null, "click");
        engine.Track(slots[1], null, "click");
        engine.Track("track.billing.own", null, "click");

        listener.Events.Select(static heard => (heard.Scope, heard.FlagKey)).ShouldBe(
            [("track.billing", "track.same"), ("track.shipping", "track.same"), ("track.billing", "track.billing.own")]);
        tags.Sets.ShouldBe(["track.billing", "track.shipping"]);
    }

    [Fact]
    public void Track_OfAFlagThatNoManifestDeclares_HasNoScope()
    {
        RecordingListener listener = new();
        FlagEngine engine = new(Given.Clock(), listeners: [listener]);
        engine.Publish(Given.Set("{'flags':{'track.stored':{'status':'enabled'}}}"));

        using TrackedTags tags = new("track.stored");
        engine.Track("track.stored", null, "click");

        listener.Events.ShouldHaveSingleItem().Scope.ShouldBeNull();
        tags.Sets.ShouldBe([null]);
    }

    [Fact]
    public void Evaluation_ThatFails_IsCountedByScopeAndKey()
    {
        FlagCatalog catalog = FlagCatalog.Register(
            typeof(TrackTests), """{ "scope": "track.failing", "flags": { "track.fails": { "status": "conditional", "rules": [ { "name": "r", "conditions": { "user_id": "u" } } ] } } }"""u8);
        FlagEngine engine = new();

        using TrackedTags tags = new("track.fails", FlagGenDiagnostics.FailedEvaluationsName);
        using (FlagContext.Use(static () => throw new InvalidOperationException("The session is gone.")))
        {
            engine.IsEnabled(catalog.Slots[0], null).ShouldBeFalse();
        }

        tags.Sets.ShouldBe(["track.failing"]);
    }

    [Fact]
    public void Track_WithAListenerOfTheMeter_AllocatesNothing()
    {
        int slot = TypedFlags.Slot("typed.variant");
        FlagEngine engine = new(Given.Clock());
        FlagContext context = Given.User("u");
        using TrackedTags tags = new("nothing");
        engine.Track(slot, context, "click");

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            engine.Track(slot, context, "click");
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
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

    /// <summary>The scopes under which a meter counts one flag.</summary>
    private sealed class TrackedTags : IDisposable
    {
        private readonly MeterListener _meters = new();

        public TrackedTags(string key, string instrument = FlagGenDiagnostics.TrackedEventsName)
        {
            _meters.InstrumentPublished = (published, listener) =>
            {
                if (published.Meter.Name == FlagGenDiagnostics.MeterName && published.Name == instrument)
                {
                    listener.EnableMeasurementEvents(published);
                }
            };
            _meters.SetMeasurementEventCallback<long>((_, _, tags, _) => Note(key, tags));
            _meters.Start();
        }

        public List<string?> Sets { get; } = [];

        public void Dispose() => _meters.Dispose();

        private void Note(string key, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            string? found = null;
            string? scope = null;
            foreach (KeyValuePair<string, object?> tag in tags)
            {
                found = tag.Key == FlagGenDiagnostics.FlagKeyTag ? tag.Value as string : found;
                scope = tag.Key == FlagGenDiagnostics.FlagSetIdTag ? tag.Value as string : scope;
            }

            if (found == key)
            {
                Sets.Add(scope);
            }
        }
    }

    private sealed class ThrowingListener : IFlagEventListener
    {
        public void OnTracked(in FlagEvent flagEvent) => throw new InvalidOperationException("The listener is broken.");
    }
}
