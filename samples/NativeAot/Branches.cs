using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace Aurum.Samples.NativeAot;

/// <summary>What the branches of the compile-time flags call: methods that can be looked for in the published program.</summary>
internal static class Branches
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void LiteralOn()
    {
        // With the branch goes what only it needs: here a reader of XML.
        XDocument synonyms = XDocument.Parse("<synonyms><word for='couch'>sofa</word><word for='lamp'>light</word></synonyms>");
        Console.WriteLine($"search.fuzzy is on, with {synonyms.Root!.Elements().Count()} synonyms");
    }

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
