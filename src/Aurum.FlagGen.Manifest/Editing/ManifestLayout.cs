namespace Aurum.FlagGen.Manifest.Editing;

/// <summary>How a manifest is laid out, so that what is written into it looks as if its author had written it.</summary>
/// <param name="NewLine">The text's line end; empty where the whole text is one line.</param>
/// <param name="Indent">What a level of nesting adds to the start of a line.</param>
/// <param name="IsDense">Whether there is no space between tokens.</param>
internal sealed record ManifestLayout(string NewLine, string Indent, bool IsDense)
{
    private const string DefaultIndent = "  ";

    public bool IsOneLine => NewLine.Length == 0;

    public static ManifestLayout Of(string text)
    {
        int end = text.IndexOfAny(['\r', '\n']);
        if (end < 0)
        {
            return new ManifestLayout("", DefaultIndent, text.IndexOf("\": ", StringComparison.Ordinal) < 0);
        }

        string newLine = text[end] == '\n' ? "\n" : end + 1 < text.Length && text[end + 1] == '\n' ? "\r\n" : "\r";
        return new ManifestLayout(newLine, FindIndent(text), IsDense: false);
    }

    /// <summary>The white space before a position, where nothing else stands before it on its line; otherwise null.</summary>
    public static string? IndentBefore(string text, int position)
    {
        int start = position;
        while (start > 0 && text[start - 1] is ' ' or '\t')
        {
            start--;
        }

        return start == 0 || Trivia.IsLineEnd(text[start - 1]) ? text.Substring(start, position - start) : null;
    }

    /// <summary>The white space at the start of a position's line.</summary>
    /// <param name="text">The text.</param>
    /// <param name="position">The position.</param>
    /// <param name="firstLine">What the first line counts as being indented by: the text may be a part of a document.</param>
    public static string IndentOfLine(string text, int position, string firstLine)
    {
        int start = position;
        while (start > 0 && !Trivia.IsLineEnd(text[start - 1]))
        {
            start--;
        }

        return start == 0 ? firstLine : text.Substring(start, EndOfIndent(text, start) - start);
    }

    // The first line that is indented stands one level deep: it is the first member of the document.
    private static string FindIndent(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (!Trivia.IsLineEnd(text[i]))
            {
                continue;
            }

            int start = i + 1;
            int end = EndOfIndent(text, start);
            if (end > start && end < text.Length && text[end] == '"')
            {
                return text.Substring(start, end - start);
            }
        }

        return DefaultIndent;
    }

    private static int EndOfIndent(string text, int start)
    {
        int end = start;
        while (end < text.Length && text[end] is ' ' or '\t')
        {
            end++;
        }

        return end;
    }
}
