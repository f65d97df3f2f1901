using System.Globalization;

namespace Aurum.FlagGen.Manifest.Json;

/// <summary>What happens where the grammar is broken: one fault is told, and reading goes on at the next comma, bracket or member.</summary>
internal sealed partial class JsonParser
{
    /// <summary>A fault was told since the last comma, so that a missing one is no news.</summary>
    private bool _isCommaOptional;

    /// <summary>Brackets that do not fit were told of, so that those left open or left over at the end are no news.</summary>
    private bool _isUnbalanced;

    private bool _toldOfDepth;

    private void ReadUnusualName(char c)
    {
        int start = _scanner.Position;
        switch (c)
        {
            case '\'':
                ReadSingleQuotedName();
                break;
            case ':':
                AddFault(start, start + 1, "A name in double quotes is missing before this colon.");
                _scanner.Advance();
                _tree.SetName(null, default);
                _expected = Expected.Value;
                break;
            case '{' or '[':
                AddFault(start, start + 1, "A member begins with its name in double quotes, and this has none.");
                ContinueAfterFault();
                break;
            default:
                ReadUnquotedName();
                break;
        }
    }

    private void ReadSingleQuotedName()
    {
        int start = _scanner.Position;
        string? name = _scanner.ReadString();
        if (name is null)
        {
            ContinueAfterFault();
            return;
        }

        AddFault(start, _scanner.Position, "A name stands in double quotes, not in single ones.");
        ReadColon(name, new TextRange(start, _scanner.Position - start));
    }

    private void ReadUnquotedName()
    {
        int start = _scanner.SkipWord();
        int end = _scanner.Position;
        string word = _scanner.Slice(start, end);
        if (_scanner.SkipTrivia() == ':')
        {
            AddFault(start, end, "The name {0} must stand in double quotes.", word);
            ReadColon(word, new TextRange(start, end - start));
            if (!word.All(static c => char.IsLetterOrDigit(c) || c is '_' or '-' or '.' or '$'))
            {
                // Whatever it was meant to be, no name was.
                _tree.SetName(null, default);
            }

            return;
        }

        AddFault(start, end, "{0} is no member; a member is a name in double quotes, a colon and a value.", word);
        ContinueAfterFault();
    }

    private void ReadWithoutColon(char c, string name, TextRange nameRange)
    {
        if (_scanner.IsAtEnd || c == ']')
        {
            // That the object is not closed is what will be told.
            LeaveOut();
        }
        else if (c is ',' or '}' || (c == '"' && IsNameAhead()))
        {
            AddFault(nameRange.Start, nameRange.End, "The member \"{0}\" has no value; write a colon and a value after its name.", name);
            LeaveOut();
            _isCommaOptional = true;
        }
        else if (c == '=')
        {
            AddFault(_scanner.Position, _scanner.Position + 1, "A name and its value are separated by a colon.");
            _scanner.Advance();
            _expected = Expected.Value;
        }
        else
        {
            AddFault(nameRange.Start, nameRange.End, "A colon is missing after the name \"{0}\".", name);
            _expected = Expected.Value;
            if (!IsValueAhead(c))
            {
                ContinueAfterFault();
            }
        }
    }

    private void ReadSingleQuotedString()
    {
        int start = _scanner.Position;
        string? value = _scanner.ReadString();
        if (value is null)
        {
            ContinueAfterFault();
            return;
        }

        AddFault(start, _scanner.Position, "A text stands in double quotes, not in single ones.");
        Add(JsonNode.String(value, new TextRange(start, _scanner.Position - start)));
    }

    /// <summary>Punctuation stands where a value must.</summary>
    private void ReadWithoutValue(char c)
    {
        int start = _scanner.Position;
        if (_tree.Depth == 0)
        {
            AddFault(start, start + 1, "A JSON text does not begin with {0}.", c.ToString());
            ContinueAfterFault();
        }
        else if (c != ':')
        {
            if (c != ']')
            {
                AddFault(_scanner.LastEnd - 1, _scanner.LastEnd, "A value is missing after this colon.");
            }

            LeaveOut();
        }
        else if (_tree.IsInObject)
        {
            AddFault(start, start + 1, "There is a colon too many.");
            SkipRun(':');
        }
        else
        {
            AddFault(start, start + 1, "The elements of an array have no names; remove the colon.");
            ContinueAfterFault();
        }
    }

    private void ReadWithoutComma(char c)
    {
        if (_tree.IsInObject ? IsMemberAhead(c) : IsValueAhead(c))
        {
            if (!_isCommaOptional)
            {
                AddFault(_scanner.LastEnd - 1, _scanner.LastEnd, "A comma is missing after this.");
            }

            ExpectNext();
            return;
        }

        if (!_isCommaOptional)
        {
            AddFault(_scanner.Position, _scanner.Position + 1, "{0} is not expected here; after a value comes a comma or a closing bracket.", c.ToString());
        }

        ContinueAfterFault();
    }

    private void SkipExtraCommas()
    {
        AddFault(_scanner.Position, _scanner.Position + 1, "There is nothing before this comma; remove it.");
        SkipRun(',');
    }

    private void SkipRun(char c)
    {
        do
        {
            _scanner.Advance();
        }
        while (_scanner.SkipTrivia() == c);
    }

    private void CloseMismatched(char bracket)
    {
        int start = _scanner.Position;
        int depth = _tree.FindOpen(isObject: bracket == '}');
        if (depth < 0)
        {
            AddFault(start, start + 1, "{0} closes nothing here; remove it.", bracket.ToString());
            _scanner.Advance();
            _isCommaOptional = true;
            LeaveOut();
        }
        else if (IsWrongBracket(depth))
        {
            AddFault(start, start + 1, _tree.IsInObject ? "This bracket closes an object; write }." : "This bracket closes an array; write ].");
            _scanner.Advance();
            CloseDownTo(_tree.Depth - 1);
        }
        else
        {
            AddFault(start, start + 1, _tree.IsInObject ? "An object is not closed before this bracket; } is missing." : "An array is not closed before this bracket; ] is missing.");
            CloseDownTo(depth + 1);
            _scanner.Advance();
            CloseDownTo(depth);
        }

        _isUnbalanced = true;
    }

    /// <summary>
    /// Of a bracket that does not fit the innermost array or object, either it is the wrong one or the right one is missing before it. It is taken for the
    /// wrong one where the innermost began on this very line and the one that it would close did not, or where that would end the document too early.
    /// </summary>
    private bool IsWrongBracket(int depth)
    {
        if (_tree.InnermostStart >= _scanner.LineStart && _tree.StartOf(depth) < _scanner.LineStart)
        {
            return true;
        }

        return depth == 0 && LookAhead(static parser =>
        {
            parser._scanner.Advance();
            parser._scanner.SkipTrivia();
            return !parser._scanner.IsAtEnd;
        });
    }

    private void CloseDownTo(int depth)
    {
        while (_tree.Depth > depth)
        {
            _tree.Close(_scanner.LastEnd);
        }

        Separate();
    }

    private void CloseAllAtEnd()
    {
        if (_tree.Depth > 0)
        {
            TellUnclosed();
            CloseDownTo(0);
        }

        _isUnbalanced = true;
        _expected = Expected.End;
    }

    /// <summary>Tells it at the bracket that was left open as far as that shows, else where the text ends and the bracket is missed: the outermost one, at the very start, says nothing.</summary>
    private void TellUnclosed()
    {
        if (UnclosedBracket.Find(_scanner.Text) is { } opening)
        {
            bool isObject = _scanner.Text[opening] == '{';
            AddAtEnd(opening, opening + 1, isObject ? "This object is not closed; } is missing." : "This array is not closed; ] is missing.");
        }
        else if (_tree.Depth == 1)
        {
            int end = _scanner.LastEnd;
            AddAtEnd(end - 1, end, _tree.IsInObject ? "The object around everything is not closed; } is missing after this, at the end of the text." : "The array around everything is not closed; ] is missing after this, at the end of the text.");
        }
        else
        {
            int start = _tree.InnermostStart;
            AddAtEnd(start, start + 1, _tree.IsInObject ? "This object is not closed; } is missing at the end of the text." : "This array is not closed; ] is missing at the end of the text.");
        }
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
        int start = _scanner.Position;
        if (!_toldOfDepth)
        {
            _toldOfDepth = true;
            faults.Add(
                JsonFaultKind.TooDeep,
                start,
                start + 1,
                "More than {0} arrays and objects stand one inside the other here; what lies deeper is left out.",
                limits.MaxDepth.ToString(CultureInfo.InvariantCulture));
        }

        bool wasMuted = Mute();
        int depth = 0;
        do
        {
            SkipPiece(ref depth);
        }
        while (depth > 0 && !_scanner.IsAtEnd);

        faults.IsMuted = wasMuted;
        _isUnbalanced |= depth > 0;
        LeaveOut();
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

    /// <summary>Leaves out the value or member at hand and skips, without a word, to a comma, to the end of what it is in, or to what looks like the next member.</summary>
    private void ContinueAfterFault()
    {
        LeaveOut();
        if (_expected == Expected.End)
        {
            // Nothing could be read, and that the text goes on is no news.
            _isUnbalanced = true;
            return;
        }

        _isCommaOptional = true;
        bool wasMuted = Mute();
        int depth = 0;
        while (!IsAtNext(depth))
        {
            SkipPiece(ref depth);
        }

        faults.IsMuted = wasMuted;
        _isUnbalanced |= depth > 0;
    }

    private bool IsAtNext(int depth)
    {
        char c = _scanner.SkipTrivia();
        return _scanner.IsAtEnd || (depth == 0 && (c is ',' or '}' or ']' || (c == '"' && _tree.IsInObject && IsNameAhead())));
    }

    private void SkipPiece(ref int depth)
    {
        switch (_scanner.SkipTrivia())
        {
            case '"':
                _scanner.ReadString();
                break;
            case '{' or '[':
                depth++;
                _scanner.Advance();
                break;
            case '}' or ']':
                depth--;
                _scanner.Advance();
                break;
            case '\0' when _scanner.IsAtEnd:
                break;
            default:
                _scanner.SkipWord();
                break;
        }
    }
}
