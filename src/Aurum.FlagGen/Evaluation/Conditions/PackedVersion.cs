namespace Aurum.FlagGen.Evaluation;

/// <summary>A dotted version whose parts are below 65,536, packed into one number that orders alike.</summary>
internal static class PackedVersion
{
    private const int PartBits = 16;
    private const int MaxParts = 4;

    /// <summary>Packs an attribute; what it refuses may be a version all the same.</summary>
    public static bool TryParse(string text, out ulong version) => TryParse(text, text.Length, out version, out _);

    /// <summary>Packs a condition's own version: the first and the last that equal it, which differ where it ends in a star.</summary>
    public static bool TryPack(string text, out ulong first, out ulong last)
    {
        bool hasWildcard = text.EndsWith(".*", StringComparison.Ordinal);
        bool isPacked = TryParse(text, hasWildcard ? text.Length - 2 : text.Length, out first, out int parts);
        last = hasWildcard ? first | ((1UL << (PartBits * (MaxParts - parts))) - 1) : first;
        return isPacked;
    }

    private static bool TryParse(string text, int end, out ulong version, out int parts)
    {
        ulong packed = 0;
        uint part = 0;
        int dots = 0;
        int start = 0;
        version = 0;
        parts = 0;
        for (int i = 0; i < end; i++)
        {
            uint digit = (uint)(text[i] - '0');
            if (digit <= 9)
            {
                part = (part * 10) + digit;
                if (part > ushort.MaxValue)
                {
                    return false;
                }

                continue;
            }

            if (text[i] != '.' || i == start || ++dots == MaxParts)
            {
                return false;
            }

            packed = (packed << PartBits) | part;
            part = 0;
            start = i + 1;
        }

        parts = dots + 1;
        version = ((packed << PartBits) | part) << (PartBits * (MaxParts - parts));
        return start < end;
    }
}
