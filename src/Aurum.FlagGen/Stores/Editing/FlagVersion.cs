using System.IO.Hashing;
using System.Runtime.InteropServices;
using Aurum.FlagGen.Definitions;

namespace Aurum.FlagGen.Stores;

/// <summary>The version of a flag in a store that counts nothing: a hash of what it says.</summary>
internal static class FlagVersion
{
    // What a JavaScript client can hold without loss.
    private const long Mask = (1L << 53) - 1;

    public static FeatureFlag Stamp(FeatureFlag flag) => flag with { Version = Of(flag) };

    /// <returns>A positive number, the same for equal definitions.</returns>
    public static long Of(FeatureFlag flag) => OfText(FlagJson.WriteForManifest(flag));

    /// <summary>The version of a definition that cannot be read, from its text.</summary>
    public static long OfText(string text) => Math.Max(1, (long)XxHash64.HashToUInt64(MemoryMarshal.AsBytes(text.AsSpan())) & Mask);
}
