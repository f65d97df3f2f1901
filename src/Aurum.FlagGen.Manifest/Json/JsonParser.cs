using System.Runtime.CompilerServices;

namespace Aurum.FlagGen.Manifest.Json;

/// <summary>The grammar: what may come next, and the tree that it makes. Where something else comes, <c>JsonParser.Recovery.cs</c> says what and goes on.</summary>
internal sealed partial class JsonParser(string text, JsonLimits limits, JsonFaultList faults, CancellationToken token)
{
    private const int StepsBetweenCancellationChecks = 1024;

    private readonly JsonScanner _scanner = new(text, faults);
    private readonly JsonTreeBuilder _tree = new(faults);

    private Expected _expected = Expected.Value;

    private enum Expected
    {
        /// <summary>A value, without which what came before makes no sense.</summary>
        Value,

        /// <summary>An element, or the end of the array (after a trailing comma).</summary>
        Element,

        /// <summary>A member, or the end of the object (after a trailing comma).</summary>
        Member,

        /// <summary>A comma or the end, after a member or an element.</summary>
        Separator,

        /// <summary>The end of the text.</summary>
        End,
    }

    [MethodImpl(HotLoop.Options)]
    public JsonNode? Parse()
    {
        if (_scanner.SkipTrivia() == '\0' && _scanner.IsAtEnd)
        {
            AddAtEnd(0, 0, "There is no JSON in this text; the least of it is {}.");
            return null;
        }

        for (int steps = 1; _expected != Expected.End; steps++)
        {
            if (steps % StepsBetweenCancellationChecks == 0)
            {
                token.ThrowIfCancellationRequested();
            }

            Step(_scanner.SkipTrivia());
        }

        ReadEnd();
        return _tree.Root;
    }

    [MethodImpl(HotLoop.Options)]
    private void Step(char c)
    {
        if (_scanner.IsAtEnd)
        {
            CloseAllAtEnd();
            return;
        }

        switch (_expected)
        {
            case Expected.Value:
                ReadValue(c);
                break;
            case Expected.Element:
                ReadElement(c);
                break;
            case Expected.Member:
                ReadMember(c);
                break;
            default:
                ReadSeparator(c);
                break;
        }
    }

    private void ReadElement(char c)
    {
        if (c is ']' or '}')
        {
            Close(c);
        }
        else if (c == ',')
        {
            ReadExtraComma();
        }
        else
        {
            ReadValue(c);
        }
    }

    private void ReadMember(char c)
    {
        switch (c)
        {
            case '"':
                ReadName();
                break;
            case '}' or ']':
                Close(c);
                break;
            case ',':
                ReadExtraComma();
                break;
            default:
                ReadWithoutName(c);
                break;
        }
    }

    private void ReadName()
    {
        int start = _scanner.Position;
        string? name = _scanner.ReadString();
        if (name is null)
        {
            Skip();
            return;
        }

        int end = _scanner.Position;
        _tree.SetName(name, new TextRange(start, end - start));
        if (_scanner.SkipTrivia() == ':')
        {
            _scanner.Advance();
            _expected = Expected.Value;
        }
        else if (_scanner.IsAtEnd)
        {
            // That the object is not closed is what will be told.
            LeaveOut();
        }
        else
        {
            Recover(start, end, "A colon is missing after the name \"{0}\".", name);
        }
    }

    private void ReadValue(char c)
    {
        switch (c)
        {
            case '{' or '[':
                Open(c);
                break;
            case '"':
                ReadString();
                break;
            case ',' or ':' or '}' or ']':
                ReadWithoutValue(c);
                break;
            default:
                ReadWord();
                break;
        }
    }

    private void ReadString()
    {
        int start = _scanner.Position;
        string? value = _scanner.ReadString();
        if (value is null)
        {
            Skip();
            return;
        }

        Add(JsonNode.String(value, new TextRange(start, _scanner.Position - start)));
    }

    private void ReadWord()
    {
        int start = _scanner.SkipWord();
        string word = _scanner.Slice(start, _scanner.Position);
        TextRange range = new(start, word.Length);
        switch (word)
        {
            case "true":
                Add(JsonNode.Literal(JsonKind.True, range));
                break;
            case "false":
                Add(JsonNode.Literal(JsonKind.False, range));
                break;
            case "null":
                Add(JsonNode.Literal(JsonKind.Null, range));
                break;
            case var number when JsonWord.IsNumber(number):
                Add(JsonNode.Number(number, range));
                break;
            default:
                Recover(start, range.End, JsonWord.Complaint(word), word);
                break;
        }
    }

    private void Add(JsonNode node)
    {
        _tree.Add(node);
        Separate();
    }

    /// <summary>After a value: the document ends with the outermost one.</summary>
    private void Separate() => _expected = _tree.Depth == 0 ? Expected.End : Expected.Separator;

    private void Open(char bracket)
    {
        if (_tree.Depth == limits.MaxDepth)
        {
            SkipTooDeep();
            return;
        }

        bool isObject = bracket == '{';
        _tree.Open(isObject, _scanner.Position);
        _scanner.Advance();
        _expected = isObject ? Expected.Member : Expected.Element;
    }

    private void Close(char bracket)
    {
        if (_tree.IsInObject != (bracket == '}'))
        {
            CloseMismatched(bracket);
            return;
        }

        _scanner.Advance();
        _tree.Close(_scanner.Position);
        Separate();
    }

    private void ReadSeparator(char c)
    {
        if (c == ',')
        {
            _scanner.Advance();
            ExpectNext();
        }
        else if (c is '}' or ']')
        {
            Close(c);
        }
        else
        {
            ReadWithoutComma(c);
        }
    }

    private void ExpectNext() => _expected = _tree.IsInObject ? Expected.Member : Expected.Element;
}
