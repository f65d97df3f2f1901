namespace Aurum.FlagGen.Benchmarks.Floor;

/// <summary>A version of one to four dotted numbers, packed into one number that orders alike.</summary>
internal static class FloorVersion
{
    private const int PartBits = 16;

    public static bool TryParse(string? text, out ulong version)
    {
        version = 0;
        if (string.IsNullOrEmpty(text))
        {
            return false;
        }

        int parts = 0;
        int digits = 0;
        uint part = 0;
        foreach (char character in text)
        {
            if (char.IsAsciiDigit(character))
            {
                part = (part * 10) + (uint)(character - '0');
                digits++;
            }
            else if (character == '.' && digits > 0 && parts < 3)
            {
                version = (version << PartBits) | part;
                parts++;
                part = 0;
                digits = 0;
            }
            else
            {
                return false;
            }

            if (part > ushort.MaxValue)
            {
                return false;
            }
        }

        version = ((version << PartBits) | part) << (PartBits * (3 - parts));
        return digits > 0;
    }
}
