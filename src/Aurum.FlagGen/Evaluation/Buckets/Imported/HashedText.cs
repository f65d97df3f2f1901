using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Aurum.FlagGen.Evaluation;

/// <summary>A text around an id, in UTF-8, as other systems hash it.</summary>
internal sealed class HashedText(string prefix, string suffix)
{
    private const int StackBytes = 512;

    private readonly byte[] _prefix = Encoding.UTF8.GetBytes(prefix);
    private readonly byte[] _suffix = Encoding.UTF8.GetBytes(suffix);

    public delegate ulong Hash(ReadOnlySpan<byte> text);

    /// <summary>Hashes the text around an id; allocates nothing, whatever the id's length.</summary>
    public ulong Apply(ReadOnlySpan<char> id, Hash hash)
    {
        int length = _prefix.Length + Encoding.UTF8.GetMaxByteCount(id.Length) + _suffix.Length;
        byte[]? rented = length > StackBytes ? ArrayPool<byte>.Shared.Rent(length) : null;
        Span<byte> buffer = rented ?? stackalloc byte[StackBytes];

        _prefix.CopyTo(buffer);
        int written = _prefix.Length + Encoding.UTF8.GetBytes(id, buffer[_prefix.Length..]);
        _suffix.CopyTo(buffer[written..]);
        ulong result = hash(buffer[..(written + _suffix.Length)]);

        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        return result;
    }

    /// <summary>The first hexadecimal digits of the text's SHA-1, as a number.</summary>
    public static ulong Sha1(ReadOnlySpan<byte> text, int digits)
    {
        Span<byte> digest = stackalloc byte[SHA1.HashSizeInBytes];
        SHA1.HashData(text, digest);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(digest) >> (64 - (4 * digits));
    }
}
