using System.Globalization;

namespace Aurum.FlagGen.Manifest.Values;

/// <summary>A place in a pattern, and the pieces that both passes over it read alike. The first fault found is the one that is told.</summary>
internal abstract class RegexCursor(string pattern)
{
    /// <summary>The first fault, or null.</summary>
    protected string? Fault { get; private set; }

    protected string Pattern { get; } = pattern;

    protected int Position { get; set; }

    protected bool IsAtEnd => Position >= Pattern.Length;

    /// <summary>Option x: white space and # comments mean nothing.</summary>
    protected bool IgnoresWhiteSpace { get; set; }

    /// <summary>Option n: groups without a name capture nothing.</summary>
    protected bool CapturesNamedOnly { get; set; }

    /// <summary>Whether what was read may be judged. The pass that only counts the groups sees some pieces out of their context.</summary>
    protected abstract bool Judges { get; }

    protected bool Is(int offset, char c) => Position + offset < Pattern.Length && Pattern[Position + offset] == c;

    /// <summary>Notes a fault and gives false.</summary>
    protected bool Fail(int position, string what, string remark = "")
    {
        Fault ??= string.Format(CultureInfo.InvariantCulture, "{0} at character {1}{2}", what, position + 1, remark);
        return false;
    }

    /// <summary>Skips comments in parentheses and, under option x, white space and comments to the end of the line.</summary>
    protected bool SkipBlank()
    {
        while (true)
        {
            while (IgnoresWhiteSpace && !IsAtEnd && Pattern[Position] is '\t' or '\n' or '\f' or '\r' or ' ')
            {
                Position++;
            }

            if (IgnoresWhiteSpace && Is(0, '#'))
            {
                int end = Pattern.IndexOf('\n', Position);
                Position = end < 0 ? Pattern.Length : end;
            }
            else if (Is(0, '(') && Is(1, '?') && Is(2, '#'))
            {
                int end = Pattern.IndexOf(')', Position);
                if (end < 0)
                {
                    return Fail(Position, "the comment without an end");
                }

                Position = end + 1;
            }
            else
            {
                return true;
            }
        }
    }

    /// <summary>Reads letters that switch options on and, after a minus, off; it stops at the first other character.</summary>
    protected void ReadOptions()
    {
        bool value = true;
        for (; !IsAtEnd; Position++)
        {
            switch (Pattern[Position])
            {
                case '-':
                    value = false;
                    break;
                case '+':
                    value = true;
                    break;
                case 'x' or 'X':
                    IgnoresWhiteSpace = value;
                    break;
                case 'n' or 'N':
                    CapturesNamedOnly = value;
                    break;
                case 'i' or 'I' or 'm' or 'M' or 's' or 'S':
                    break;
                default:
                    return;
            }
        }
    }

    protected bool ReadDecimal(out int value)
    {
        long result = 0;
        int start = Position;
        for (; !IsAtEnd && IsDigit(Pattern[Position]); Position++)
        {
            result = (result * 10) + (Pattern[Position] - '0');
            if (result > int.MaxValue)
            {
                value = 0;
                return Fail(start, "the number that is too large");
            }
        }

        value = (int)result;
        return true;
    }

    protected string ReadName()
    {
        int start = Position;
        while (!IsAtEnd && IsWordCharacter(Pattern[Position]))
        {
            Position++;
        }

        return Pattern.Substring(start, Position - start);
    }

    /// <summary>Reads the <c>{name}</c> of <c>\p{name}</c>.</summary>
    protected bool ReadProperty()
    {
        int start = Position;
        if (!Is(0, '{') || Position + 2 >= Pattern.Length)
        {
            return Fail(start - 2, "the \\p without a {name}");
        }

        Position++;
        while (!IsAtEnd && (Pattern[Position] == '-' || IsWordCharacter(Pattern[Position])))
        {
            Position++;
        }

        string name = Pattern.Substring(start + 1, Position - start - 1);
        if (!Is(0, '}'))
        {
            return Fail(start - 2, "the \\p without a {name}");
        }

        Position++;
        return !Judges || RegexUnicodeNames.Contains(name) || Fail(start - 2, "the unknown Unicode category or block '" + name + "'");
    }

    /// <summary>Reads a character class from behind its opening bracket to behind the closing one.</summary>
    protected bool ReadClass()
    {
        int open = Position - 1;
        Position += Is(0, '^') ? 1 : 0;
        bool isInRange = false;
        char low = '\0';
        for (bool isFirst = true; !IsAtEnd; isFirst = false)
        {
            int start = Position;
            char c = Pattern[Position++];
            bool isEscape = c == '\\' && !IsAtEnd;
            if (c == ']' && !isFirst)
            {
                return true;
            }

            if (isEscape && IsShorthand(Pattern[Position]))
            {
                if (!ReadShorthand(start, low, ref isInRange))
                {
                    return false;
                }

                continue;
            }

            if (isEscape && !ReadCharacterEscape(out c))
            {
                return false;
            }

            if (isInRange)
            {
                isInRange = false;
                if (!ReadRangeEnd(start, low, c, isSubtraction: c == '[' && !isEscape && !isFirst))
                {
                    return false;
                }
            }
            else if (Is(0, '-') && Position + 1 < Pattern.Length && Pattern[Position + 1] != ']')
            {
                low = c;
                isInRange = true;
                Position++;
            }
            else if (c == '-' && !isEscape && !isFirst && Is(0, '['))
            {
                Position++;
                if (!ReadSubtraction())
                {
                    return false;
                }
            }
        }

        return Fail(open, "the character class [ without an end");
    }

    /// <summary>Reads an escape that stands for one character, from behind its backslash.</summary>
    protected bool ReadCharacterEscape(out char value)
    {
        int start = Position - 1;
        value = Pattern[Position++];
        switch (value)
        {
            case >= '0' and <= '7':
                Position--;
                value = ReadOctal();
                return true;
            case 'x':
                return ReadHex(start, 2, out value);
            case 'u':
                return ReadHex(start, 4, out value);
            case 'c':
                return ReadControl(start, out value);
            case 'a':
                value = '\a';
                return true;
            case 'b':
                value = '\b';
                return true;
            case 'e':
                value = '\u001B';
                return true;
            case 'f':
                value = '\f';
                return true;
            case 'n':
                value = '\n';
                return true;
            case 'r':
                value = '\r';
                return true;
            case 't':
                value = '\t';
                return true;
            case 'v':
                value = '\v';
                return true;
            default:
                return !IsWordCharacter(value) || Fail(start, "the unknown escape \\" + value);
        }
    }

    protected static bool IsDigit(char c) => c is >= '0' and <= '9';

    /// <summary>What the engine takes for a part of a word, and so of a group's name.</summary>
    internal static bool IsWordCharacter(char c) =>
        c is '\u200C' or '\u200D' || char.GetUnicodeCategory(c) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.ConnectorPunctuation;

    private static bool IsShorthand(char c) => c is 'd' or 'D' or 's' or 'S' or 'w' or 'W' or 'p' or 'P' or '-';

    /// <summary>Reads, within a class, an escape that may not end a range: a shorthand for a class, or <c>\-</c>, which may.</summary>
    private bool ReadShorthand(int start, char low, ref bool isInRange)
    {
        char c = Pattern[Position++];
        if (c == '-')
        {
            bool isReversed = Judges && isInRange && low > c;
            isInRange &= !Judges;
            return !isReversed || Fail(start, "the range in reverse order");
        }

        if (isInRange && Judges)
        {
            return Fail(start, "the class \\" + c + " as the end of a range");
        }

        return c is not ('p' or 'P') || ReadProperty();
    }

    private bool ReadRangeEnd(int start, char low, char high, bool isSubtraction)
    {
        // The pass that counts the groups does not see that this is a subtraction, and neither does the engine's.
        if (!Judges)
        {
            return true;
        }

        return isSubtraction ? ReadSubtraction() : low <= high || Fail(start, "the range in reverse order");
    }

    /// <summary>Reads the class that is taken away from another, from behind its opening bracket; it must be the last thing in the other.</summary>
    private bool ReadSubtraction() =>
        ReadClass() && (!Judges || IsAtEnd || Pattern[Position] == ']' || Fail(Position, "more of the class after the one that is subtracted from it"));

    private char ReadOctal()
    {
        int value = 0;
        for (int end = Math.Min(Pattern.Length, Position + 3); Position < end && Pattern[Position] is >= '0' and <= '7'; Position++)
        {
            value = (value * 8) + (Pattern[Position] - '0');
        }

        return (char)(value & 0xFF);
    }

    private bool ReadHex(int start, int digits, out char value)
    {
        int result = 0;
        value = '\0';
        for (int i = 0; i < digits; i++, Position++)
        {
            char c = IsAtEnd ? '\0' : Pattern[Position];
            if (c is not ((>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F')))
            {
                return Fail(start, "the escape with too few hexadecimal digits");
            }

            result = (result << 4) | (c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
        }

        value = (char)result;
        return true;
    }

    private bool ReadControl(int start, out char value)
    {
        char letter = IsAtEnd ? '\0' : Pattern[Position++];
        letter = letter is >= 'a' and <= 'z' ? (char)(letter - 0x20) : letter;
        value = (char)(letter - '@');
        return letter is >= '@' and <= '_' || Fail(start, "the escape \\c without a control character");
    }
}
