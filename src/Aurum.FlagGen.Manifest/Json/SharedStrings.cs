using System.Runtime.CompilerServices;

namespace Aurum.FlagGen.Manifest.Json;

/// <summary>Gives short texts that repeat, such as the members' names, one string each.</summary>
/// <remarks>A cache that forgets: a text takes the place of another with the same slot, so that no choice of texts can make a lookup slow.</remarks>
internal sealed class SharedStrings
{
    private const int SlotCount = 2048;
    private const int MaxSharedLength = 32;

    private readonly string?[] _slots = new string?[SlotCount];

    [MethodImpl(HotLoop.Options)]
    public string Get(string text, int start, int length)
    {
        if (length is 0 or > MaxSharedLength)
        {
            return length == 0 ? "" : text.Substring(start, length);
        }

        // A few characters tell most names apart, and where they do not, a string is made twice.
        uint hash = ((((((uint)length * 31) + text[start]) * 31) + text[start + (length / 2)]) * 31) + text[start + length - 1];
        uint index = (hash ^ (hash >> 11)) % SlotCount;
        string? shared = _slots[index];
        if (shared is null || !IsAt(shared, text, start, length))
        {
            shared = text.Substring(start, length);
            _slots[index] = shared;
        }

        return shared;
    }

    [MethodImpl(HotLoop.Options)]
    private static bool IsAt(string shared, string text, int start, int length)
    {
        if (shared.Length != length)
        {
            return false;
        }

        // These are short, and a loop of our own has not to be compiled when a process starts, as the framework's has.
        for (int i = 0; i < shared.Length; i++)
        {
            if (shared[i] != text[start + i])
            {
                return false;
            }
        }

        return true;
    }
}
