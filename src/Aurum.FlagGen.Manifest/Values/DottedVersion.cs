namespace Aurum.FlagGen.Manifest.Values;

/// <summary>One to four whole numbers with dots between them, such as <c>10.0.19045</c>; missing ones are 0. Leading zeros are allowed (<c>2026.01</c>), signs and spaces are not.</summary>
internal readonly struct DottedVersion : IComparable<DottedVersion>, IEquatable<DottedVersion>
{
    public const int MaxParts = 4;

    /// <summary>A part of more digits than this, leading zeros aside, does not parse: it would not fit 64 bits.</summary>
    private const int MaxDigits = 18;

    private readonly long _part0;
    private readonly long _part1;
    private readonly long _part2;
    private readonly long _part3;

    private DottedVersion(long part0, long part1, long part2, long part3)
    {
        _part0 = part0;
        _part1 = part1;
        _part2 = part2;
        _part3 = part3;
    }

    public static bool TryParse(string text, out DottedVersion version) => TryParse(text, text.Length, out version, out _);

    public int CompareTo(DottedVersion other) => CompareTo(other, MaxParts);

    public bool Equals(DottedVersion other) => CompareTo(other) == 0;

    public override bool Equals(object? obj) => obj is DottedVersion other && Equals(other);

    public override int GetHashCode() => unchecked((((((_part0 * 397) + _part1) * 397) + _part2) * 397) + _part3).GetHashCode();

    public override string ToString() => FormattableString.Invariant($"{_part0}.{_part1}.{_part2}.{_part3}");

    /// <summary>Parses the first <paramref name="end"/> characters, and tells how many parts were written.</summary>
    internal static bool TryParse(string text, int end, out DottedVersion version, out int count)
    {
        version = default;
        count = 0;
        long part0 = 0, part1 = 0, part2 = 0, part3 = 0;
        for (int i = 0; ; i++)
        {
            if (count == MaxParts || !TryParsePart(text, ref i, end, out long part))
            {
                return false;
            }

            switch (count++)
            {
                case 0:
                    part0 = part;
                    break;
                case 1:
                    part1 = part;
                    break;
                case 2:
                    part2 = part;
                    break;
                default:
                    part3 = part;
                    break;
            }

            if (i == end)
            {
                version = new DottedVersion(part0, part1, part2, part3);
                return true;
            }

            if (text[i] != '.')
            {
                return false;
            }
        }
    }

    /// <summary>Compares the first parts only.</summary>
    internal int CompareTo(DottedVersion other, int parts)
    {
        int order = _part0.CompareTo(other._part0);
        order = order != 0 || parts < 2 ? order : _part1.CompareTo(other._part1);
        order = order != 0 || parts < 3 ? order : _part2.CompareTo(other._part2);
        return order != 0 || parts < 4 ? order : _part3.CompareTo(other._part3);
    }

    private static bool TryParsePart(string text, ref int i, int end, out long part)
    {
        part = 0;
        int start = i;
        while (i < end && text[i] == '0')
        {
            i++;
        }

        int firstSignificant = i;
        for (; i < end && text[i] is >= '0' and <= '9' && i - firstSignificant < MaxDigits; i++)
        {
            part = (part * 10) + (text[i] - '0');
        }

        return i > start;
    }
}
