namespace Aurum.FlagGen.Engine.Overriding;

/// <summary>How many scopes of overrides are open in the process. A class of its own that nothing has to initialise, so that asking costs one comparison of memory with zero, compiled ahead of time too.</summary>
internal static class OpenOverrides
{
    private static volatile int s_count;

    public static bool Any => s_count != 0;

    public static void Add() => Interlocked.Increment(ref s_count);

    public static void Remove() => Interlocked.Decrement(ref s_count);
}
