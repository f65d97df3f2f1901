using System.Globalization;

namespace Aurum.FlagGen.Manifest.Json;

/// <summary>What happens where the grammar is broken: one fault is told, and reading goes on at the next comma, closing bracket or member.</summary>
internal sealed partial class JsonParser
{
    /// <summary>Brackets that do not fit were told of, so that those left open or left over at the end are no news.</summary>
    private bool _isUnbalanced;

    private bool _toldOfDepth;

    /// <summary>Something other than a name stands where a member must.</summary>
    private void ReadWithoutName(char c)
    {
        int start = _scanner.Position;
        int end = start + 1;
        if (c is not ('{' or '['))
        {
            _scanner.SkipWord();
            end = _scanner.Position;
        }

        Recover(start, end, "{0} is no member; a member is a name in double quotes, a colon and a value.", _scanner.Slice(start, end));
    }

    /// <summary>Punctuation stands where a value must.</summary>
    private void ReadWithoutValue(char c)
    {
        int start = _scanner.Position;
        if (_tree.Depth == 0)
        {
            Recover(start, start + 1, "A JSON text does not begin with {0}.", c.ToString());
        }
        else if (c == ':')
        {
            Recover(start, start + 1, "There is a colon too many.");
        }
        else
        {
            Recover(_scanner.LastEnd - 1, _scanner.LastEnd, "A value is missing after this colon.");
        }
    }

    private void ReadExtraComma() => Recover(_scanner.Position, _scanner.Position + 1, "There is nothing before this comma; remove it.");

    private void ReadWithoutComma(char c)
    {
        if (_tree.IsInObject ? c == '"' && IsNameAhead() : c is '"' or '{' or '[')
        {
            AddFault(_scanner.LastEnd - 1, _scanner.LastEnd, "A comma is missing after this.");
            ExpectNext();
        }
        else
        {
            Recover(_scanner.Position, _scanner.Position + 1, "{0} is not expected here; after a value comes a comma or a closing bracket.", c.ToString());
        }
    }

    /// <summary>A bracket does not fit the innermost array or object: it is left out, or what is open within the one that it closes is closed too.</summary>
    private void CloseMismatched(char bracket)
    {
        int start = _scanner.Position;
        int depth = _tree.FindOpen(isObject: bracket == '}');
        _isUnbalanced = true;
        if (depth < 0)
        {
            AddFault(start, start + 1, "{0} closes nothing here; remove it.", bracket.ToString());
            _scanner.Advance();
            LeaveOut();
            return;
        }

        AddFault(start, start + 1, _tree.IsInObject ? "An object is not closed before this bracket; } is missing." : "An array is not closed before this bracket; ] is missing.");
        CloseDownTo(depth + 1);
        _scanner.Advance();
        CloseDownTo(depth);
    }

    private void CloseDownTo(int depth)
    {
        while (_tree.Depth > depth)
        {
            _tree.Close(_scanner.LastEnd);
        }

        Separate();
    }

    /// <summary>The text ends within arrays or objects: it is told where the innermost begins, and at the end where that is the outermost, whose beginning says nothing.</summary>
    private void CloseAllAtEnd()
    {
        int start = _tree.Depth == 1 ? _scanner.LastEnd - 1 : _tree.InnermostStart;
        AddAtEnd(start, start + 1, _tree.IsInObject ? "An object is not closed; } is missing at the end of the text." : "An array is not closed; ] is missing at the end of the text.");
        CloseDownTo(0);
        _isUnbalanced = true;
    }

    private void ReadEnd()
    {
        _scanner.SkipTrivia();
        if (!_scanner.IsAtEnd)
        {
            AddAtEnd(_scanner.Position, _scanner.Position + 1, "The document has ended before this; remove what follows, or put it inside.");
        }
    }

    private void SkipTooDeep()
    {
        if (!_toldOfDepth)
        {
            _toldOfDepth = true;
            faults.Add(
                JsonFaultKind.TooDeep,
                _scanner.Position,
                _scanner.Position + 1,
                "More than {0} arrays and objects stand one inside the other here; what lies deeper is left out.",
                limits.MaxDepth.ToString(CultureInfo.InvariantCulture));
        }

        Skip();
    }

    private void AddFault(int start, int end, string message, string? quoted = null) => faults.Add(JsonFaultKind.Syntax, start, end, message, quoted);

    private void AddAtEnd(int start, int end, string message)
    {
        if (!_scanner.HasOpenComment && !_isUnbalanced)
        {
            AddFault(start, end, message);
        }
    }

    private void LeaveOut()
    {
        _tree.SetName(null, default);
        Separate();
    }

    private void Recover(int start, int end, string message, string? quoted = null)
    {
        AddFault(start, end, message, quoted);
        Skip();
    }

    /// <summary>Leaves out the value or member at hand and skips, without a word, to a comma, to the end of what it is in, or to what looks like the next member.</summary>
    private void Skip()
    {
        LeaveOut();
        if (_expected == Expected.End)
        {
            // Nothing could be read, and that the text goes on is no news.
            _isUnbalanced = true;
            return;
        }

        bool wasMuted = faults.IsMuted;
        faults.IsMuted = true;
        int depth = 0;
        for (char c = _scanner.SkipTrivia(); !_scanner.IsAtEnd; c = _scanner.SkipTrivia())
        {
            if (depth == 0 && (c is ',' or '}' or ']' || (c == '"' && _tree.IsInObject && IsNameAhead())))
            {
                _expected = c == '"' ? Expected.Member : Expected.Separator;
                break;
            }

            depth += c is '{' or '[' ? 1 : c is '}' or ']' ? -1 : 0;
            SkipPiece(c);
        }

        faults.IsMuted = wasMuted;
        _isUnbalanced |= depth > 0;
    }

    private void SkipPiece(char c)
    {
        if (c == '"')
        {
            _scanner.ReadString();
        }
        else
        {
            _scanner.SkipWord();
        }
    }

    /// <summary>Whether the string at hand has a colon after it. Each piece of the text is looked at a fixed number of times, so that reading stays linear.</summary>
    private bool IsNameAhead()
    {
        JsonScanner.Mark mark = _scanner.GetMark();
        bool wasMuted = faults.IsMuted;
        faults.IsMuted = true;
        bool isName = _scanner.ReadString() is not null && _scanner.SkipTrivia() == ':';
        faults.IsMuted = wasMuted;
        _scanner.Return(mark);
        return isName;
    }
}
