using System.IO.Hashing;
using System.Runtime.InteropServices;
using Aurum.FlagGen.Definitions;

namespace Aurum.FlagGen.Stores;

/// <summary>The version of a flag in a store that counts nothing: a hash of what it says.</summary>
internal sealed class FlagVersion
{
    // What a JavaScript client can hold without loss.
    private const long Mask = (1L << 53) - 1;

    /// <summary>One text after the other is written into the same memory.</summary>
    private readonly DefinitionWriter _writer = new();

    public static FeatureFlag Stamp(FeatureFlag flag) => flag with { Version = new FlagVersion().Of(flag) };

    /// <summary>The version of a definition that cannot be read, from its text.</summary>
    public static long OfText(string text) => Number(XxHash64.HashToUInt64(MemoryMarshal.AsBytes(text.AsSpan())));

    /// <returns>A positive number, the same for equal definitions.</returns>
    public long Of(FeatureFlag flag)
    {
        _writer.Clear();
        FeatureFlagWriter.WriteForManifest(_writer, name: null, flag);
        return Number(XxHash64.HashToUInt64(MemoryMarshal.AsBytes(_writer.Written)));
    }

    private static long Number(ulong hash) => Math.Max(1, (long)hash & Mask);
}
