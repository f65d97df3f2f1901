using System.Runtime.CompilerServices;

namespace Aurum.Samples.NativeAot;

/// <summary>What the branches of the compile-time flags call: methods that can be looked for in the published program.</summary>
internal static class Branches
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void LiteralOn() => Console.WriteLine("search.fuzzy is on");

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void LiteralOff() => Console.WriteLine("search.fuzzy is off");

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void SwitchOn() => Console.WriteLine("search.deep is on");

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void SwitchOff() => Console.WriteLine("search.deep is off");

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void ConstOn() => Console.WriteLine("search.preview is on");

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void ConstOff() => Console.WriteLine("search.preview is off");
}
