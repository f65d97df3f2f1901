using System.Runtime.CompilerServices;
using System.Text;

namespace Aurum.FlagGen.Benchmarks.Floor;

/// <summary>The bucket of a targeting key: salt, colon and key in UTF-8, hashed once, out of 100,000.</summary>
internal static class FloorBucket
{
    public const uint RolloutSeed = 0;
    public const uint SplitSeed = 86028157;

    private const int BufferLength = 256;

    /// <summary>The salt and the colon, ready to be copied.</summary>
    public static byte[] Prefix(string salt) => Encoding.UTF8.GetBytes(salt + ":");

    [SkipLocalsInit]
    public static uint Of(byte[] prefix, string targetingKey, uint seed)
    {
        int longest = prefix.Length + Encoding.UTF8.GetMaxByteCount(targetingKey.Length);
        Span<byte> buffer = longest <= BufferLength ? stackalloc byte[BufferLength] : new byte[longest];
        prefix.CopyTo(buffer);
        int length = prefix.Length + Encoding.UTF8.GetBytes(targetingKey, buffer[prefix.Length..]);
        return (uint)((FloorMurmur3.Hash(buffer[..length], seed) * 100_000UL) >> 32);
    }
}
