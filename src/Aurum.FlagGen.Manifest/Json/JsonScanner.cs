using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Aurum.FlagGen.Manifest.Json;

/// <summary>Walks over a text piece by piece: white space and comments, strings, words. It knows nothing of objects and arrays.</summary>
internal sealed class JsonScanner(string text, JsonFaultList faults)
{
    private const char ByteOrderMark = '\uFEFF';

    private readonly SharedStrings _shared = new();
    private readonly StringBuilder _unescaped = new();

    public int Position { get; set; } = text.Length > 0 && text[0] == ByteOrderMark ? 1 : 0;

    /// <summary>The offset after the last piece that was neither white space nor a comment.</summary>
    public int LastEnd { get; private set; }

    /// <summary>Whether a comment ran to the end of the text for want of its end: what then is missing is missing because of it.</summary>
    public bool HasOpenComment { get; private set; }

    public bool IsAtEnd => Position >= text.Length;

    /// <summary>Steps over a single character that is a piece of its own.</summary>
    public void Advance()
    {
        Position++;
        LastEnd = Position;
    }

    public string Slice(int start, int end) => _shared.Get(text, start, end - start);

    /// <summary>Remembers this place, to return to it after a look at what follows.</summary>
    public Mark GetMark() => new(Position, LastEnd, HasOpenComment);

    public void Return(Mark mark) => (Position, LastEnd, HasOpenComment) = mark;

    /// <summary>Skips white space and comments and gives the character after them, NUL at the end.</summary>
    [MethodImpl(HotLoop.Options)]
    public char SkipTrivia()
    {
        while (true)
        {
            char c = SkipSpace();
            if (c == '/' && IsCommentStart(Position))
            {
                SkipComment();
            }
            else if (!IsForeignSpace(c) || IsAtEnd)
            {
                return c;
            }
            else
            {
                SkipForeignSpace();
            }
        }
    }

    /// <summary>Steps over a run of characters that are no punctuation, no quote and no space; at least over one. Gives the offset of the first.</summary>
    [MethodImpl(HotLoop.Options)]
    public int SkipWord()
    {
        string source = text;
        int start = Position;
        int i = start + 1;
        while (i < source.Length && IsWordPart(source[i], i))
        {
            i++;
        }

        Position = i;
        LastEnd = i;
        return start;
    }

    /// <summary>Reads a string. Gives null, and reports it, where it does not end on its line.</summary>
    [MethodImpl(HotLoop.Options)]
    public string? ReadString()
    {
        string source = text;
        int start = Position;
        int i = start + 1;
        while (i < source.Length && source[i] is >= ' ' and not ('"' or '\\') and not (>= '\uD800' and <= '\uDFFF'))
        {
            i++;
        }

        if (i < source.Length && source[i] == '"')
        {
            Position = i + 1;
            LastEnd = i + 1;
            return _shared.Get(source, start + 1, i - start - 1);
        }

        return ReadUnusualString(start, i);
    }

    /// <summary>Skips JSON's own white space and gives the character after it, NUL at the end.</summary>
    [MethodImpl(HotLoop.Options)]
    private char SkipSpace()
    {
        // Most of what is read passes here or through a string: the field and the properties are read once.
        string source = text;
        int i = Position;
        char c = '\0';
        for (; i < source.Length; i++)
        {
            c = source[i];
            if (c is not (' ' or '\t' or '\n' or '\r'))
            {
                break;
            }
        }

        Position = i;
        return i < source.Length ? c : '\0';
    }

    private string? ReadUnusualString(int start, int firstUnusual)
    {
        bool toldOfControl = false;
        _unescaped.Clear().Append(text, start + 1, firstUnusual - start - 1);
        Position = firstUnusual;
        while (Position < text.Length && text[Position] is not ('\n' or '\r'))
        {
            char c = text[Position];
            if (c == '"')
            {
                Advance();
                return _unescaped.ToString();
            }

            if (c == '\\')
            {
                ReadEscape();
            }
            else if (char.IsSurrogate(c))
            {
                ReadSurrogate(c);
            }
            else
            {
                if (c < ' ' && !toldOfControl)
                {
                    toldOfControl = true;
                    faults.Add(JsonFaultKind.Syntax, Position, Position + 1, "A string may not hold the control character {0} as it is; write an escape, such as \\t for a tab.", CodePoint(c));
                }

                _unescaped.Append(c);
                Position++;
            }
        }

        LastEnd = Position;
        faults.Add(JsonFaultKind.Syntax, start, Position, "This string does not end on its line; a closing quote is missing.");
        return null;
    }

    private void ReadEscape()
    {
        int start = Position;
        char c = start + 1 < text.Length ? text[start + 1] : '\0';
        if (c is '\n' or '\r' or '\0')
        {
            // The string ends here without its quote, and that is what is told.
            Position++;
            return;
        }

        if (c == 'u')
        {
            ReadUnicodeEscape(start);
            return;
        }

        Position += 2;
        switch (c)
        {
            case '"' or '\\' or '/':
                _unescaped.Append(c);
                break;
            case 'b':
                _unescaped.Append('\b');
                break;
            case 'f':
                _unescaped.Append('\f');
                break;
            case 'n':
                _unescaped.Append('\n');
                break;
            case 'r':
                _unescaped.Append('\r');
                break;
            case 't':
                _unescaped.Append('\t');
                break;
            default:
                AddUnknownEscape(start, c);
                break;
        }
    }

    private void AddUnknownEscape(int start, char c)
    {
        if (char.IsSurrogate(c) || c < ' ')
        {
            Position--;
        }
        else
        {
            _unescaped.Append(c);
        }

        faults.Add(JsonFaultKind.Syntax, start, Position, "JSON has no escape {0}; write \\\\ where a backslash is meant.", text.Substring(start, Position - start));
    }

    private void ReadUnicodeEscape(int start)
    {
        if (!TryReadHex(start + 2, out char c))
        {
            Position = start + 2;
            while (Position < start + 6 && Position < text.Length && IsHex(text[Position]))
            {
                Position++;
            }

            faults.Add(JsonFaultKind.Syntax, start, Position, "The escape \\u needs four hexadecimal digits after it.");
            return;
        }

        Position = start + 6;
        bool isPair = char.IsHighSurrogate(c) && Position + 1 < text.Length && text[Position] == '\\' && text[Position + 1] == 'u'
            && TryReadHex(Position + 2, out char low) && char.IsLowSurrogate(low);
        if (isPair)
        {
            TryReadHex(Position + 2, out low);
            _unescaped.Append(c).Append(low);
            Position += 6;
        }
        else if (char.IsSurrogate(c))
        {
            AddLoneSurrogate(start, c);
        }
        else
        {
            _unescaped.Append(c);
        }
    }

    private void ReadSurrogate(char c)
    {
        int start = Position;
        if (char.IsHighSurrogate(c) && start + 1 < text.Length && char.IsLowSurrogate(text[start + 1]))
        {
            _unescaped.Append(text, start, 2);
            Position += 2;
            return;
        }

        Position++;
        AddLoneSurrogate(start, c);
    }

    /// <summary>What no encoding can carry becomes U+FFFD in the tree, so that nobody after the reader has to think of it.</summary>
    private void AddLoneSurrogate(int start, char c)
    {
        _unescaped.Append('\uFFFD');
        faults.Add(JsonFaultKind.Syntax, start, Position, "{0} is one half of a surrogate pair and stands alone here; write the whole character.", CodePoint(c));
    }

    private void SkipComment()
    {
        int start = Position;
        bool isLine = text[start + 1] == '/';
        for (Position = start + 2; Position < text.Length; Position++)
        {
            char c = text[Position];
            if (isLine && c is '\n' or '\r')
            {
                return;
            }

            if (!isLine && c == '*' && Position + 1 < text.Length && text[Position + 1] == '/')
            {
                Position += 2;
                return;
            }
        }

        if (!isLine)
        {
            HasOpenComment = true;
            faults.Add(JsonFaultKind.Syntax, start, start + 2, "This comment has no end; */ is missing.");
        }
    }

    private void SkipForeignSpace()
    {
        int start = Position;
        while (Position < text.Length && IsForeignSpace(text[Position]))
        {
            Position++;
        }

        faults.Add(JsonFaultKind.Syntax, start, Position, "{0} is no white space in JSON; remove it or write a space.", CodePoint(text[start]));
    }

    private bool IsWordPart(char c, int position) =>
        c > ' ' && c is not (',' or ':' or '{' or '}' or '[' or ']' or '"') && (c < '\u007F' || !IsForeignSpace(c)) && !(c == '/' && IsCommentStart(position));

    private bool IsCommentStart(int position) => position + 1 < text.Length && text[position + 1] is '/' or '*';

    private bool TryReadHex(int start, out char value)
    {
        int result = 0;
        for (int i = start; i < start + 4; i++)
        {
            if (i >= text.Length || !IsHex(text[i]))
            {
                value = '\0';
                return false;
            }

            char c = text[i];
            result = (result << 4) | (c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
        }

        value = (char)result;
        return true;
    }

    private static bool IsHex(char c) => c is (>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F');

    /// <summary>White space, control and invisible characters that other languages, or the eye, take for space.</summary>
    private static bool IsForeignSpace(char c) =>
        c < ' '
            ? c is not (' ' or '\t' or '\n' or '\r')
            : c >= '\u007F' && (char.IsWhiteSpace(c) || char.IsControl(c) || c is ByteOrderMark or (>= '\u200B' and <= '\u200F') or '\u2060');

    private static string CodePoint(char c) => "U+" + ((int)c).ToString("X4", CultureInfo.InvariantCulture);

    internal readonly record struct Mark(int Position, int LastEnd, bool HasOpenComment);
}
