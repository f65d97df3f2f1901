namespace Aurum.FlagGen.Manifest.Values;

/// <summary>One to four whole numbers with dots between them, such as <c>10.0.19045</c>; missing ones are 0. Leading zeros are allowed (<c>2026.01</c>), signs and spaces are not.</summary>
internal readonly struct DottedVersion : IComparable<DottedVersion>, IEquatable<DottedVersion>
{
    public const int MaxParts = 4;

    /// <summary>A part has at most 18 digits, leading zeros aside: to a number from here on no further one is added, so that it fits 64 bits.</summary>
    private const long Limit = 100_000_000_000_000_000;

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
        long part0 = 0, part1 = 0, part2 = 0, part = 0;
        int start = 0;
        for (int i = 0; i < end; i++)
        {
            uint digit = (uint)(text[i] - '0');
            if (digit <= 9 && part < Limit)
            {
                part = (part * 10) + digit;
                continue;
            }

            if (text[i] != '.' || i == start)
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
                    return false;
            }

            part = 0;
            start = i + 1;
        }

        if (start >= end)
        {
            return false;
        }

        version = count switch
        {
            0 => new DottedVersion(part, 0, 0, 0),
            1 => new DottedVersion(part0, part, 0, 0),
            2 => new DottedVersion(part0, part1, part, 0),
            _ => new DottedVersion(part0, part1, part2, part),
        };
        count++;
        return true;
    }

    /// <summary>Compares the first parts only.</summary>
    internal int CompareTo(in DottedVersion other, int parts)
    {
        if (_part0 != other._part0)
        {
            return _part0 < other._part0 ? -1 : 1;
        }

        if (_part1 != other._part1 && parts > 1)
        {
            return _part1 < other._part1 ? -1 : 1;
        }

        if (_part2 != other._part2 && parts > 2)
        {
            return _part2 < other._part2 ? -1 : 1;
        }

        return parts > 3 ? _part3.CompareTo(other._part3) : 0;
    }
}
