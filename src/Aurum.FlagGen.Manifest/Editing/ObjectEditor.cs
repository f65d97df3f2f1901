using System.Text;

namespace Aurum.FlagGen.Manifest.Editing;

/// <summary>Changes one member of a JSON object within its text and leaves every other character where it is.</summary>
internal sealed class ObjectEditor(ManifestLayout layout)
{
    private readonly JsonLayouter _layouter = new(layout);

    /// <summary>Writes another value in the place of a member's.</summary>
    /// <param name="text">The text.</param>
    /// <param name="old">The value that stands there.</param>
    /// <param name="value">The value to write.</param>
    /// <param name="outerIndent">The start of the line on which the text's object begins, where the text is only a part of a document.</param>
    public string Replace(string text, JsonNode old, JsonNode value, string outerIndent)
    {
        bool wasBroken = old.Kind == JsonKind.Object && IsOnLines(text, old);
        string indent = ManifestLayout.IndentOfLine(text, old.Range.Start, outerIndent);
        return Splice(text, old.Range.Start, old.Range.End, _layouter.Write(value, indent, wasBroken && value.Members.Length > 0));
    }

    /// <summary>Adds a member after the last.</summary>
    /// <param name="text">The text.</param>
    /// <param name="target">The object.</param>
    /// <param name="name">The member's name.</param>
    /// <param name="value">The member's value.</param>
    /// <param name="outerIndent">The start of the line on which the object begins.</param>
    /// <param name="isBroken">Whether the object and the value go over several lines even where they would fit on one.</param>
    public string Insert(string text, JsonNode target, string name, JsonNode value, string outerIndent, bool isBroken)
    {
        bool isOnLines = !layout.IsOneLine && (isBroken || IsOnLines(text, target));
        string indent = isOnLines ? MemberIndent(text, target, outerIndent) : outerIndent;
        StringBuilder member = new();
        JsonText.AppendString(member, name);
        member.Append(layout.IsDense ? ":" : ": ").Append(_layouter.Write(value, indent, isBroken && isOnLines));
        string lead = isOnLines ? layout.NewLine + indent : layout.IsDense ? "" : " ";
        return target.Members.Length == 0
            ? InsertFirst(text, target, lead + member, isOnLines ? layout.NewLine + outerIndent : lead)
            : InsertLast(text, target.Members[target.Members.Length - 1].Value.Range.End, lead + member, isOnLines);
    }

    /// <summary>Takes a member out, and the line on which it stood alone.</summary>
    public static string Remove(string text, JsonNode target, int index)
    {
        JsonMember member = target.Members[index];
        int start = member.NameRange.Start;
        int end = member.Value.Range.End;
        int comma = Trivia.FindComma(text, end);
        end = comma < 0 ? end : comma + 1;
        int lineEnd = Trivia.SkipOnLine(text, end);
        bool endsLine = lineEnd == text.Length || Trivia.IsLineEnd(text[lineEnd]);
        if (endsLine && ManifestLayout.IndentBefore(text, start) is { } indent)
        {
            start -= indent.Length;
            end = Trivia.SkipLineEnd(text, lineEnd);
        }
        else if (comma >= 0)
        {
            end = SkipSpaces(text, end);
        }
        else
        {
            while (start > 0 && text[start - 1] is ' ' or '\t')
            {
                start--;
            }
        }

        text = text.Remove(start, end - start);

        // The last member leaves the comma behind that stood before it, unless the author ends every list with one.
        bool leavesComma = comma < 0 && index > 0;
        int before = leavesComma ? Trivia.FindComma(text, target.Members[index - 1].Value.Range.End) : -1;
        return before < 0 ? text : text.Remove(before, 1);
    }

    private static string InsertFirst(string text, JsonNode target, string member, string tail)
    {
        int start = target.Range.Start + 1;
        int end = target.Range.End - 1;
        bool isBlank = string.IsNullOrWhiteSpace(text.Substring(start, end - start));
        bool endsWithLine = !isBlank && ManifestLayout.IndentBefore(text, end) is not null;
        return isBlank ? Splice(text, start, end, member + tail) : text.Insert(start, endsWithLine ? member : member + tail);
    }

    private static string InsertLast(string text, int lastEnd, string member, bool isOnLines)
    {
        int comma = Trivia.FindComma(text, lastEnd);
        int position = comma < 0 ? lastEnd : comma + 1;
        position = isOnLines ? Trivia.SkipOnLine(text, position) : position;

        // An author who ends the list with a comma gets one after the new member as well.
        text = text.Insert(position, comma < 0 ? member : member + ",");
        return comma < 0 ? text.Insert(lastEnd, ",") : text;
    }

    private string MemberIndent(string text, JsonNode target, string outerIndent)
    {
        string? indent = target.Members.Length == 0 ? null : ManifestLayout.IndentBefore(text, target.Members[target.Members.Length - 1].NameRange.Start);
        return indent ?? outerIndent + layout.Indent;
    }

    private static int SkipSpaces(string text, int position)
    {
        while (position < text.Length && text[position] is ' ' or '\t')
        {
            position++;
        }

        return position;
    }

    private static bool IsOnLines(string text, JsonNode node)
    {
        for (int i = node.Range.Start; i < node.Range.End; i++)
        {
            if (Trivia.IsLineEnd(text[i]))
            {
                return true;
            }
        }

        return false;
    }

    private static string Splice(string text, int start, int end, string replacement) => text.Remove(start, end - start).Insert(start, replacement);
}
