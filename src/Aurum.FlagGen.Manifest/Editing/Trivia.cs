namespace Aurum.FlagGen.Manifest.Editing;

/// <summary>Walks over what stands between the tokens of a JSON text: white space and comments.</summary>
internal static class Trivia
{
    private static readonly char[] LineEnds = ['\r', '\n'];

    public static bool IsLineEnd(char c) => c is '\n' or '\r';

    /// <summary>Where the next comma stands, if nothing but white space and comments comes before it; otherwise -1.</summary>
    public static int FindComma(string text, int position)
    {
        position = Skip(text, position);
        return position < text.Length && text[position] == ',' ? position : -1;
    }

    /// <summary>The first position at which neither white space nor a comment begins.</summary>
    public static int Skip(string text, int position)
    {
        while (position < text.Length)
        {
            if (char.IsWhiteSpace(text[position]))
            {
                position++;
            }
            else if (CommentEnd(text, position) is { } end)
            {
                position = end;
            }
            else
            {
                break;
            }
        }

        return position;
    }

    /// <summary>As <see cref="Skip"/>, but never past the end of the line.</summary>
    public static int SkipOnLine(string text, int position)
    {
        while (position < text.Length && !IsLineEnd(text[position]))
        {
            if (text[position] is ' ' or '\t')
            {
                position++;
            }
            else if (CommentEnd(text, position) is { } end && text.IndexOfAny(LineEnds, position, end - position) < 0)
            {
                position = end;
            }
            else
            {
                break;
            }
        }

        return position;
    }

    /// <summary>The position after a line end that stands at a position.</summary>
    public static int SkipLineEnd(string text, int position)
    {
        if (position < text.Length && text[position] == '\r')
        {
            position++;
        }

        return position < text.Length && text[position] == '\n' ? position + 1 : position;
    }

    private static int? CommentEnd(string text, int position)
    {
        if (text[position] != '/' || position + 1 == text.Length)
        {
            return null;
        }

        switch (text[position + 1])
        {
            case '/':
                int lineEnd = text.IndexOfAny(LineEnds, position);
                return lineEnd < 0 ? text.Length : lineEnd;
            case '*':
                int close = text.IndexOf("*/", position + 2, StringComparison.Ordinal);
                return close < 0 ? text.Length : close + 2;
            default:
                return null;
        }
    }
}
