using Aurum.FlagGen.Definitions;

namespace Aurum.FlagGen.Testing;

/// <summary>Makes engines for tests: over given flags, at a given time, without a host or a store.</summary>
public static class FlagTestEngine
{
    /// <summary>An engine over the flags, segments and layers of a manifest.</summary>
    /// <param name="manifest">The text of a flags.json.</param>
    /// <param name="timeProvider">The clock; null for the system's.</param>
    /// <param name="listener">Hears of tracked events; null for nobody.</param>
    /// <exception cref="ArgumentException">Something in the manifest cannot be read; the message names it.</exception>
    public static FlagEngine FromManifest(string manifest, TimeProvider? timeProvider = null, IFlagEventListener? listener = null) =>
        From(Read(manifest), timeProvider, listener);

    /// <summary>An engine over the flags, segments and layers of a manifest, at a time that does not pass.</summary>
    /// <param name="manifest">The text of a flags.json.</param>
    /// <param name="now">The time.</param>
    /// <param name="listener">Hears of tracked events; null for nobody.</param>
    /// <exception cref="ArgumentException">Something in the manifest cannot be read; the message names it.</exception>
    public static FlagEngine FromManifest(string manifest, DateTimeOffset now, IFlagEventListener? listener = null) =>
        FromManifest(manifest, new FixedTimeProvider(now), listener);

    /// <summary>An engine over given flags.</summary>
    /// <param name="flags">The definitions.</param>
    /// <param name="timeProvider">The clock; null for the system's.</param>
    /// <param name="listener">Hears of tracked events; null for nobody.</param>
    public static FlagEngine FromDefinitions(IEnumerable<FeatureFlag> flags, TimeProvider? timeProvider = null, IFlagEventListener? listener = null)
    {
        ArgumentNullException.ThrowIfNull(flags);
        return From(new FlagSet { Version = "test", Flags = [.. flags] }, timeProvider, listener);
    }

    /// <summary>An engine over given flags, at a time that does not pass.</summary>
    /// <param name="flags">The definitions.</param>
    /// <param name="now">The time.</param>
    /// <param name="listener">Hears of tracked events; null for nobody.</param>
    public static FlagEngine FromDefinitions(IEnumerable<FeatureFlag> flags, DateTimeOffset now, IFlagEventListener? listener = null) =>
        FromDefinitions(flags, new FixedTimeProvider(now), listener);

    private static FlagEngine From(FlagSet set, TimeProvider? timeProvider, IFlagEventListener? listener)
    {
        FlagEngine engine = new(timeProvider, listeners: listener is null ? [] : [listener]);
        engine.Publish(set);
        return engine;
    }

    private static FlagSet Read(string manifest)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        FlagSetReadResult result = FlagSetReader.Read(manifest, "test");
        return result.Faults.Count == 0
            ? result.Set
            : throw new ArgumentException(string.Join(' ', result.Faults.Select(static fault => fault.Message)), nameof(manifest));
    }
}
