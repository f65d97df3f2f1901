using Aurum.FlagGen.Definitions;
using Microsoft.Extensions.Time.Testing;

namespace Aurum.FlagGen.Tests.Evaluation;

/// <summary>Engines over definitions as they are written in flags.json, single quotes for double ones.</summary>
internal static class Given
{
    public static readonly DateTimeOffset Noon = new(2026, 6, 15, 12, 0, 0, TimeSpan.Zero);

    /// <summary>A clock that stands at <see cref="Noon"/>.</summary>
    public static FakeTimeProvider Clock() => new(Noon);

    public static string Json(string text) => text.Replace('\'', '"');

    public static FlagSet Set(string manifest, string version = "1")
    {
        FlagSetReadResult result = FlagSetReader.Read(Json(manifest), version);
        return result.Set.ShouldNotBeNull(string.Join(" ", result.Faults.Select(static fault => fault.Message)));
    }

    /// <summary>An engine without flags, in which patterns have time enough for their answers also where the machine has none.</summary>
    public static FlagEngine Engine(TimeProvider? time = null) => new(time ?? Clock(), loggerFactory: null, listeners: null, patternTimeout: TimeSpan.FromMinutes(10));

    public static FlagEngine Manifest(string manifest, TimeProvider? time = null)
    {
        FlagEngine engine = Engine(time);
        engine.Publish(Set(manifest));
        return engine;
    }

    public static FlagEngine Flags(string flags, TimeProvider? time = null) => Manifest($"{{'flags':{{{flags}}}}}", time);

    /// <summary>An enabled boolean flag <c>f</c>, off by default, with one rule.</summary>
    public static FlagEngine Rule(string members, TimeProvider? time = null) =>
        Flags($"'f':{{'status':'enabled','rules':[{{'name':'r',{members}}}]}}", time);

    public static FlagContext Context(string json) => FlagContext.Parse(Json(json));

    public static FlagContext User(string id) => FlagContext.From(new Dictionary<string, object?> { ["user_id"] = id });
}
