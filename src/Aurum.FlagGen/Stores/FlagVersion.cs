using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Aurum.FlagGen.Definitions;

namespace Aurum.FlagGen.Stores;

/// <summary>The version of a flag in a store that counts nothing: a hash of what it says.</summary>
internal static class FlagVersion
{
    // What a JavaScript client can hold without loss.
    private const long Mask = (1L << 53) - 1;

    /// <returns>A positive number, the same for equal definitions.</returns>
    public static long Of(FeatureFlag flag)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(FeatureFlagWriter.WriteForManifest(flag)), hash);
        return Math.Max(1, BinaryPrimitives.ReadInt64BigEndian(hash) & Mask);
    }

    public static FeatureFlag Stamp(FeatureFlag flag) => flag with { Version = Of(flag) };
}
