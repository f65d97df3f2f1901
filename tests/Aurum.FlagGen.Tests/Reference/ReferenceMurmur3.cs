using System.Text;

namespace Aurum.FlagGen.Tests.Reference;

/// <summary>MurmurHash3, x86, 32 bits, as its author published it.</summary>
internal static class ReferenceMurmur3
{
    /// <summary>Hashes a text's UTF-8, in which a lone surrogate is U+FFFD.</summary>
    public static uint Hash(string text, uint seed)
    {
        byte[] data = Encoding.UTF8.GetBytes(text);
        uint hash = seed;
        int whole = data.Length / 4 * 4;
        for (int i = 0; i < whole; i += 4)
        {
            uint block = data[i] | ((uint)data[i + 1] << 8) | ((uint)data[i + 2] << 16) | ((uint)data[i + 3] << 24);
            hash ^= Scramble(block);
            hash = Rotate(hash, 13);
            hash = unchecked((hash * 5) + 0xE6546B64);
        }

        uint rest = 0;
        for (int i = data.Length - 1; i >= whole; i--)
        {
            rest = (rest << 8) | data[i];
        }

        hash ^= Scramble(rest);
        hash ^= (uint)data.Length;
        hash = unchecked((hash ^ (hash >> 16)) * 0x85EBCA6B);
        hash = unchecked((hash ^ (hash >> 13)) * 0xC2B2AE35);
        return hash ^ (hash >> 16);
    }

    private static uint Scramble(uint block) => unchecked(Rotate(block * 0xCC9E2D51, 15) * 0x1B873593);

    private static uint Rotate(uint value, int bits) => (value << bits) | (value >> (32 - bits));
}
