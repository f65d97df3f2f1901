namespace Aurum.FlagGen.Manifest.Json;

/// <summary>
/// Finds which bracket of a text was left open. To the grammar it is always the outermost one, because each closing bracket closes the innermost that is open; but people
/// indent, and where a bracket at the beginning of its line stands further to the left than the line on which that began which it closes, it was meant for another.
/// </summary>
internal static class UnclosedBracket
{
    /// <summary>Where the first bracket stands that was left open as the indentation shows it, or null where it does not.</summary>
    public static int? Find(string text)
    {
        Stack<(int Position, int Indentation)> open = new();
        int lineStart = 0;
        int? firstOfLine = null;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c is '\n' or '\r')
            {
                lineStart = i + 1;
                firstOfLine = null;
                continue;
            }

            if (char.IsWhiteSpace(c))
            {
                continue;
            }

            firstOfLine ??= i;
            int indentation = firstOfLine.Value - lineStart;
            switch (c)
            {
                case '"':
                    i = EndOfString(text, i);
                    break;
                case '/':
                    i = EndOfComment(text, i);
                    break;
                case '{' or '[':
                    open.Push((i, indentation));
                    break;
                case '}' or ']' when open.Count > 0:
                    (int position, int openedAt) = open.Pop();
                    if (firstOfLine == i && indentation < openedAt)
                    {
                        return position;
                    }

                    break;
            }
        }

        return null;
    }

    private static int EndOfString(string text, int start)
    {
        for (int i = start + 1; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] is '"' or '\n' or '\r')
            {
                // A text ends with its line, closed or not.
                return text[i] == '"' ? i : i - 1;
            }
        }

        return text.Length;
    }

    private static int EndOfComment(string text, int start)
    {
        string end = start + 1 < text.Length && text[start + 1] == '*' ? "*/" : "\n";
        int found = start + 1 < text.Length && text[start + 1] is '*' or '/' ? text.IndexOf(end, start + 2, StringComparison.Ordinal) : start;
        return found < 0 ? text.Length : end == "\n" ? Math.Max(start, found - 1) : found + 1;
    }
}
