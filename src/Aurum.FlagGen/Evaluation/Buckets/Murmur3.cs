using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Aurum.FlagGen.Evaluation;

/// <summary>MurmurHash3 x86_32 over UTF-8, with the text's constant beginning hashed ahead of time.</summary>
/// <remarks>https://github.com/aappleby/smhasher/blob/master/src/MurmurHash3.cpp. The rest of the text is hashed straight from its UTF-16 units, without a copy; a lone surrogate counts as U+FFFD.</remarks>
internal readonly struct Murmur3
{
    private const uint C1 = 0xCC9E2D51;
    private const uint C2 = 0x1B873593;

    /// <summary>A bit that no ASCII character has, in each of four UTF-16 units.</summary>
    private const ulong NotAscii = 0xFF80_FF80_FF80_FF80;

    private readonly uint _hash;

    /// <summary>The bytes after the last whole block, of which there are <see cref="_carryBits"/> / 8.</summary>
    private readonly uint _carry;

    private readonly int _carryBits;
    private readonly int _length;

    private Murmur3(uint hash, ulong carry, int carryBits, int length)
    {
        _hash = hash;
        _carry = (uint)carry;
        _carryBits = carryBits;
        _length = length;
    }

    /// <summary>Hashes the beginning of a text.</summary>
    public static Murmur3 Start(uint seed, string prefix) => new Murmur3(seed, 0, 0, 0).Append(prefix);

    /// <summary>The hash of the beginning and the rest together.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Finish(ReadOnlySpan<char> rest) => BitConverter.IsLittleEndian ? FinishAscii(rest) : Append(rest).Finish();

    private uint FinishAscii(ReadOnlySpan<char> rest)
    {
        uint hash = _hash;
        ulong carry = _carry;
        int shift = _carryBits;
        ref char first = ref MemoryMarshal.GetReference(rest);

        int i = 0;
        for (; i + 4 <= rest.Length; i += 4)
        {
            ulong units = Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<char, byte>(ref Unsafe.Add(ref first, i)));
            if ((units & NotAscii) != 0)
            {
                return Append(rest).Finish();
            }

            // Four units of 16 bits to four bytes.
            units = (units | (units >> 8)) & 0x0000_FFFF_0000_FFFF;
            carry |= (ulong)(uint)(units | (units >> 16)) << shift;
            hash = MixBlock(hash, (uint)carry);
            carry >>= 32;
        }

        for (; i < rest.Length; i++)
        {
            char unit = Unsafe.Add(ref first, i);
            if (unit >= 0x80)
            {
                return Append(rest).Finish();
            }

            carry |= (ulong)unit << shift;
            shift += 8;
        }

        if (shift >= 32)
        {
            hash = MixBlock(hash, (uint)carry);
            carry >>= 32;
        }

        return Finish(hash, (uint)carry, _length + rest.Length);
    }

    /// <summary>Hashes any text, rune by rune.</summary>
    private Murmur3 Append(ReadOnlySpan<char> text)
    {
        uint hash = _hash;
        ulong carry = _carry;
        int shift = _carryBits;
        int length = _length;
        Span<byte> bytes = stackalloc byte[4];
        while (!text.IsEmpty)
        {
            // What is no rune decodes as U+FFFD.
            Rune.DecodeFromUtf16(text, out Rune rune, out int consumed);
            text = text[consumed..];
            bytes.Clear();
            int count = rune.EncodeToUtf8(bytes);
            length += count;
            carry |= (ulong)BinaryPrimitives.ReadUInt32LittleEndian(bytes) << shift;
            shift += count * 8;
            if (shift >= 32)
            {
                hash = MixBlock(hash, (uint)carry);
                carry >>= 32;
                shift -= 32;
            }
        }

        return new Murmur3(hash, carry, shift, length);
    }

    private uint Finish() => Finish(_hash, _carry, _length);

    private static uint Finish(uint hash, uint tail, int length)
    {
        // A tail of no bytes is zero, and mixes to zero.
        hash ^= MixTail(tail);
        hash ^= (uint)length;
        hash ^= hash >> 16;
        hash *= 0x85EBCA6B;
        hash ^= hash >> 13;
        hash *= 0xC2B2AE35;
        return hash ^ (hash >> 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint MixTail(uint tail) => BitOperations.RotateLeft(tail * C1, 15) * C2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint MixBlock(uint hash, uint block) => (BitOperations.RotateLeft(hash ^ MixTail(block), 13) * 5) + 0xE6546B64;
}
