namespace Aurum.FlagGen.Manifest.Values;

/// <summary>
/// A version as SemVer 2.0.0 orders it. Build metadata is checked and then ignored; a missing minor or patch number reads as 0, but a pre-release needs all
/// three numbers; a leading <c>v</c> and leading zeros are refused. Numbers may have any length.
/// </summary>
/// <remarks>It keeps the text and offsets into it, so that reading one allocates nothing.</remarks>
internal readonly struct SemVer : IComparable<SemVer>, IEquatable<SemVer>
{
    private readonly string? _text;
    private readonly int _majorEnd;
    private readonly int _minorEnd;
    private readonly int _patchEnd;

    /// <summary>The end of the pre-release, or of the patch number where there is none.</summary>
    private readonly int _end;

    private SemVer(string text, int majorEnd, int minorEnd, int patchEnd, int end)
    {
        _text = text;
        _majorEnd = majorEnd;
        _minorEnd = minorEnd;
        _patchEnd = patchEnd;
        _end = end;
    }

    public static bool TryParse(string text, out SemVer version)
    {
        version = default;
        int majorEnd = SkipNumber(text, 0);
        if (majorEnd < 0)
        {
            return false;
        }

        int minorEnd = SkipDottedNumber(text, majorEnd);
        int patchEnd = minorEnd > majorEnd ? SkipDottedNumber(text, minorEnd) : minorEnd;
        if (patchEnd < 0)
        {
            return false;
        }

        int end = patchEnd;
        if (end < text.Length && text[end] == '-')
        {
            end = patchEnd > minorEnd ? SkipIdentifiers(text, end + 1, refusesLeadingZeros: true) : -1;
        }

        int textEnd = end >= 0 && end < text.Length && text[end] == '+' ? SkipIdentifiers(text, end + 1, refusesLeadingZeros: false) : end;
        if (textEnd != text.Length)
        {
            return false;
        }

        version = new SemVer(text, majorEnd, minorEnd, patchEnd, end);
        return true;
    }

    public int CompareTo(SemVer other)
    {
        int order = CompareNumbers(this, 0, _majorEnd, other, 0, other._majorEnd);
        order = order != 0 ? order : CompareNumbers(this, _majorEnd + 1, _minorEnd, other, other._majorEnd + 1, other._minorEnd);
        order = order != 0 ? order : CompareNumbers(this, _minorEnd + 1, _patchEnd, other, other._minorEnd + 1, other._patchEnd);
        return order != 0 ? order : ComparePreRelease(this, other);
    }

    public bool Equals(SemVer other) => CompareTo(other) == 0;

    public override bool Equals(object? obj) => obj is SemVer other && Equals(other);

    public override int GetHashCode()
    {
        // Of equal versions the parts that are not zero are the same texts.
        int hash = HashPart(17, 0, _majorEnd);
        hash = HashPart(hash, _majorEnd + 1, _minorEnd);
        hash = HashPart(hash, _minorEnd + 1, _patchEnd);
        return HashPart(hash, _patchEnd, _end);
    }

    public override string ToString() => _text ?? "0";

    private int HashPart(int hash, int start, int end)
    {
        hash = unchecked(hash * 397);
        bool isZero = end <= start || (end == start + 1 && _text![start] == '0');
        for (int i = start; i < end && !isZero; i++)
        {
            hash = unchecked((hash * 31) + _text![i]);
        }

        return hash;
    }

    private static int SkipDottedNumber(string text, int start) => start < text.Length && text[start] == '.' ? SkipNumber(text, start + 1) : start;

    /// <summary>The end of a number without leading zeros, or −1.</summary>
    private static int SkipNumber(string text, int start)
    {
        int i = start;
        while (i < text.Length && IsDigit(text[i]))
        {
            i++;
        }

        return i == start || (text[start] == '0' && i > start + 1) ? -1 : i;
    }

    /// <summary>The end of a list of identifiers separated by dots, or −1 where one is empty or has a leading zero that is refused.</summary>
    private static int SkipIdentifiers(string text, int start, bool refusesLeadingZeros)
    {
        int i = start;
        while (true)
        {
            int first = i;
            bool isNumeric = true;
            for (; i < text.Length && IsIdentifierPart(text[i]); i++)
            {
                isNumeric &= IsDigit(text[i]);
            }

            if (i == first || (refusesLeadingZeros && isNumeric && text[first] == '0' && i > first + 1))
            {
                return -1;
            }

            if (i == text.Length || text[i] != '.')
            {
                return i;
            }

            i++;
        }
    }

    private static int ComparePreRelease(in SemVer left, in SemVer right)
    {
        bool leftIsRelease = left._end == left._patchEnd;
        bool rightIsRelease = right._end == right._patchEnd;
        if (leftIsRelease || rightIsRelease)
        {
            return leftIsRelease.CompareTo(rightIsRelease);
        }

        int l = left._patchEnd;
        int r = right._patchEnd;
        while (l < left._end && r < right._end)
        {
            int leftEnd = IdentifierEnd(left, l + 1);
            int rightEnd = IdentifierEnd(right, r + 1);
            int order = CompareIdentifiers(left, l + 1, leftEnd, right, r + 1, rightEnd);
            if (order != 0)
            {
                return order;
            }

            l = leftEnd;
            r = rightEnd;
        }

        return (l < left._end).CompareTo(r < right._end);
    }

    private static int IdentifierEnd(in SemVer version, int start)
    {
        int i = start;
        while (i < version._end && version._text![i] != '.')
        {
            i++;
        }

        return i;
    }

    private static int CompareIdentifiers(in SemVer left, int leftStart, int leftEnd, in SemVer right, int rightStart, int rightEnd)
    {
        bool leftIsNumeric = IsNumeric(left._text!, leftStart, leftEnd);
        bool rightIsNumeric = IsNumeric(right._text!, rightStart, rightEnd);
        if (leftIsNumeric != rightIsNumeric)
        {
            return leftIsNumeric ? -1 : 1;
        }

        return leftIsNumeric
            ? CompareNumbers(left, leftStart, leftEnd, right, rightStart, rightEnd)
            : CompareText(left, leftStart, leftEnd, right, rightStart, rightEnd);
    }

    private static bool IsNumeric(string text, int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            if (!IsDigit(text[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Without leading zeros, the longer number is the greater; a missing one is 0.</summary>
    private static int CompareNumbers(in SemVer left, int leftStart, int leftEnd, in SemVer right, int rightStart, int rightEnd)
    {
        bool leftIsZero = leftEnd <= leftStart || (leftEnd == leftStart + 1 && left._text![leftStart] == '0');
        bool rightIsZero = rightEnd <= rightStart || (rightEnd == rightStart + 1 && right._text![rightStart] == '0');
        if (leftIsZero || rightIsZero)
        {
            return rightIsZero.CompareTo(leftIsZero);
        }

        int order = (leftEnd - leftStart).CompareTo(rightEnd - rightStart);
        return order != 0 ? order : CompareText(left, leftStart, leftEnd, right, rightStart, rightEnd);
    }

    private static int CompareText(in SemVer left, int leftStart, int leftEnd, in SemVer right, int rightStart, int rightEnd)
    {
        int length = Math.Max(leftEnd - leftStart, rightEnd - rightStart);
        for (int i = 0; i < length; i++)
        {
            int l = leftStart + i < leftEnd ? left._text![leftStart + i] : -1;
            int r = rightStart + i < rightEnd ? right._text![rightStart + i] : -1;
            if (l != r)
            {
                return l.CompareTo(r);
            }
        }

        return 0;
    }

    private static bool IsDigit(char c) => c is >= '0' and <= '9';

    private static bool IsIdentifierPart(char c) => c is (>= '0' and <= '9') or (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or '-';
}
