using System.Runtime.CompilerServices;

namespace Aurum.FlagGen.Manifest.Json;

/// <summary>Marks the methods through which every character of a manifest passes.</summary>
internal static class HotLoop
{
#if NETSTANDARD2_0
    /// <summary>
    /// To compile them well at once (<c>AggressiveOptimization</c>, which .NET Standard does not name): in a compiler that has just started they would otherwise run as compiled in haste, then as compiled
    /// to be observed, until the text is read, which took half as long again.
    /// </summary>
    public const MethodImplOptions Options = (MethodImplOptions)512;
#else
    /// <summary>Nothing: the run time's assembly is compiled ahead of time, which leaves out what is marked.</summary>
    public const MethodImplOptions Options = default;
#endif
}
