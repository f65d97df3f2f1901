using System.Runtime.CompilerServices;

namespace Aurum.FlagGen.Manifest.Json;

/// <summary>Where most of the time goes when ten thousand flags are read by a process that has just started.</summary>
internal static class FastStart
{
    /// <summary>Compiled with all optimisations at its first call, which the runtime would otherwise make up its mind to when the reading is over. Older frameworks have no name for it, and pass it over.</summary>
    public const MethodImplOptions Loop = (MethodImplOptions)512;
}
