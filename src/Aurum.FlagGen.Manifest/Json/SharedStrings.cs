using System.Runtime.CompilerServices;

namespace Aurum.FlagGen.Manifest.Json;

/// <summary>Gives short texts that repeat, such as the members' names, one string each.</summary>
/// <remarks>A cache that forgets: a text takes the place of another with the same slot, so that no choice of texts can make a lookup slow.</remarks>
internal sealed class SharedStrings
{
    private const int SlotCount = 2048;
    private const int MaxSharedLength = 32;

    private readonly string?[] _slots = new string?[SlotCount];

    [MethodImpl(FastStart.Loop)]
    public string Get(string text, int start, int length)
    {
        if (length is 0 or > MaxSharedLength)
        {
            return length == 0 ? "" : text.Substring(start, length);
        }

        // A few characters tell most names apart, and where they do not, a string is made twice.
        uint hash = ((((((uint)length * 31) + text[start]) * 31) + text[start + (length / 2)]) * 31) + text[start + length - 1];
        ref string? slot = ref _slots[(hash ^ (hash >> 11)) % SlotCount];
        if (slot is null || slot.Length != length || string.CompareOrdinal(slot, 0, text, start, length) != 0)
        {
            slot = text.Substring(start, length);
        }

        return slot;
    }
}
