namespace Aurum.FlagGen.Manifest.Values;

/// <summary>The first pass over a pattern: which groups it has. Whether <c>\10</c> is a reference or a character depends on groups that may come after it.</summary>
internal sealed class RegexGroups(string pattern) : RegexCursor(pattern)
{
    private readonly HashSet<int> _numbers = [0];
    private readonly List<string> _names = [];
    private readonly Stack<(bool IgnoresWhiteSpace, bool CapturesNamedOnly)> _options = new();

    private int _next = 1;
    private bool _isCondition;

    protected override bool Judges => false;

    public bool Contains(int number) => _numbers.Contains(number);

    public bool Contains(string name) => _names.Contains(name);

    /// <summary>Reads the pattern; gives the fault that ends it early, or null.</summary>
    public string? Collect()
    {
        while (!IsAtEnd && Fault is null)
        {
            ReadPiece();
        }

        foreach (string _ in _names)
        {
            while (!_numbers.Add(_next))
            {
                _next++;
            }
        }

        return Fault;
    }

    /// <summary>Reads what follows a backslash outside a class, as far as the groups are concerned.</summary>
    private void SkipEscape()
    {
        if (IsAtEnd)
        {
            return;
        }

        if (Pattern[Position] is 'b' or 'B' or 'A' or 'G' or 'Z' or 'z' or 'w' or 'W' or 's' or 'S' or 'd' or 'D' or 'p' or 'P')
        {
            Position++;
            return;
        }

        RegexReference reference = RegexReference.Read(Pattern, Position);
        if (reference.Kind == RegexReferenceKind.None)
        {
            ReadCharacterEscape(out _);
        }
        else if (reference.Kind == RegexReferenceKind.Malformed)
        {
            Fail(Position - 1, "the malformed reference \\" + Pattern[Position]);
        }
        else
        {
            Position = reference.End;
        }
    }

    private void ReadPiece()
    {
        int start = Position;
        switch (Pattern[Position++])
        {
            case '\\':
                SkipEscape();
                break;
            case '#' when IgnoresWhiteSpace:
                Position = start;
                SkipBlank();
                break;
            case '[':
                ReadClass();
                break;
            case ')' when _options.Count > 0:
                (IgnoresWhiteSpace, CapturesNamedOnly) = _options.Pop();
                break;
            case '(' when Is(0, '?') && Is(1, '#'):
                Position = start;
                SkipBlank();
                _isCondition = false;
                break;
            case '(':
                _options.Push((IgnoresWhiteSpace, CapturesNamedOnly));
                _isCondition = ReadGroup();
                break;
        }
    }

    /// <summary>Reads how a group begins. Whether the next one is the condition of an alternation, which never captures.</summary>
    private bool ReadGroup()
    {
        if (!Is(0, '?'))
        {
            if (!CapturesNamedOnly && !_isCondition)
            {
                _numbers.Add(_next++);
            }

            return false;
        }

        Position++;
        if (Position + 1 < Pattern.Length && Pattern[Position] is '<' or '\'')
        {
            Position++;
            ReadGroupName();
            return false;
        }

        ReadOptions();
        if (Is(0, ')'))
        {
            Position++;
            _options.Pop();
            return false;
        }

        return Is(0, '(');
    }

    private void ReadGroupName()
    {
        char c = Pattern[Position];
        if (c is >= '1' and <= '9')
        {
            if (ReadDecimal(out int number))
            {
                _numbers.Add(number);
            }
        }
        else if (c != '0' && IsWordCharacter(c))
        {
            string name = ReadName();
            if (!_names.Contains(name))
            {
                _names.Add(name);
            }
        }
    }
}
