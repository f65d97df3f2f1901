using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Aurum.FlagGen.Stores;

/// <summary>XXH64, which tells contents apart at the speed of memory.</summary>
/// <remarks>
/// https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md, for little-endian machines. It stands against changes that go unnoticed and not against
/// forgery: who may write a flag need not pretend that it is unchanged. A cryptographic hash would have a process that starts load a library first.
/// </remarks>
internal static class ContentHash
{
    private const ulong Prime1 = 0x9E3779B185EBCA87;
    private const ulong Prime2 = 0xC2B2AE3D27D4EB4F;
    private const ulong Prime3 = 0x165667B19E3779F9;
    private const ulong Prime4 = 0x85EBCA77C2B2AE63;
    private const ulong Prime5 = 0x27D4EB2F165667C5;

    /// <summary>How many words are taken at a time, each into a sum of its own.</summary>
    private const int Lanes = 4;

    public static ulong Of(ReadOnlySpan<byte> content)
    {
        ReadOnlySpan<ulong> words = MemoryMarshal.Cast<byte, ulong>(content);
        ulong hash = (words.Length < Lanes ? Prime5 : OfLanes(words)) + (ulong)content.Length;
        for (int i = words.Length / Lanes * Lanes; i < words.Length; i++)
        {
            hash = (Rotate(hash ^ Round(0, words[i]), 27) * Prime1) + Prime4;
        }

        ReadOnlySpan<byte> rest = content[(words.Length * sizeof(ulong))..];
        if (rest.Length >= sizeof(uint))
        {
            hash = (Rotate(hash ^ (MemoryMarshal.Read<uint>(rest) * Prime1), 23) * Prime2) + Prime3;
            rest = rest[sizeof(uint)..];
        }

        foreach (byte value in rest)
        {
            hash = Rotate(hash ^ (value * Prime5), 11) * Prime1;
        }

        hash = (hash ^ (hash >> 33)) * Prime2;
        hash = (hash ^ (hash >> 29)) * Prime3;
        return hash ^ (hash >> 32);
    }

    private static ulong OfLanes(ReadOnlySpan<ulong> words)
    {
        ulong a = unchecked(Prime1 + Prime2);
        ulong b = Prime2;
        ulong c = 0;
        ulong d = unchecked(0 - Prime1);
        for (int i = 0; i + Lanes <= words.Length; i += Lanes)
        {
            a = Round(a, words[i]);
            b = Round(b, words[i + 1]);
            c = Round(c, words[i + 2]);
            d = Round(d, words[i + 3]);
        }

        ulong hash = Rotate(a, 1) + Rotate(b, 7) + Rotate(c, 12) + Rotate(d, 18);
        return Merge(Merge(Merge(Merge(hash, a), b), c), d);
    }

    private static ulong Merge(ulong hash, ulong lane) => ((hash ^ Round(0, lane)) * Prime1) + Prime4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Round(ulong lane, ulong value) => Rotate(lane + (value * Prime2), 31) * Prime1;

    /// <summary>Written out, because code that is compiled ahead of time calls the framework's own for each rotation.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Rotate(ulong value, int count) => (value << count) | (value >> (64 - count));
}
