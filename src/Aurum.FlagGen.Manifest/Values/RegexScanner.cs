namespace Aurum.FlagGen.Manifest.Values;

/// <summary>The second pass over a pattern: its grammar, the constructs that the engine refuses, and how much work it makes with its repetitions written out.</summary>
internal sealed class RegexScanner(string pattern, RegexGroups groups) : RegexCursor(pattern)
{
    private readonly Stack<Group> _open = new();

    /// <summary>What was read of the alternative at hand.</summary>
    private RegexWork _work;

    /// <summary>The alternatives before it, in the same group.</summary>
    private RegexWork _alternatives;

    private int _bars;

    private bool _isAfterQuantifier;

    protected override bool Judges => true;

    public string? Scan()
    {
        while (Fault is null && SkipBlank() && !IsAtEnd)
        {
            ReadPiece();
        }

        if (Fault is null && _open.Count > 0)
        {
            Fail(_open.Peek().Start, "the group ( without an end");
        }

        return Fault ?? FindExcess(_alternatives.Or(_work));
    }

    private static string? FindExcess(RegexWork work)
    {
        if (work.Positions > RegexPattern.MaxPositions)
        {
            return FormattableString.Invariant($"its repetitions, written out, have {work.Positions:N0} positions, and at most {RegexPattern.MaxPositions:N0} are allowed");
        }

        return work.Steps > RegexPattern.MaxSteps
            ? FormattableString.Invariant($"its repetitions of changing length, written out, make {work.Steps:N0} steps at a character of the text, and at most {RegexPattern.MaxSteps:N0} are allowed; give fewer of them an upper bound, or put + in the place of an outer bound")
            : null;
    }

    private void ReadPiece()
    {
        int start = Position;
        if (IsQuantifierAhead())
        {
            Fail(start, "the quantifier " + Pattern[start], _isAfterQuantifier ? ", which follows another" : ", which has nothing before it");
            return;
        }

        _isAfterQuantifier = false;
        char c = Pattern[Position++];
        switch (c)
        {
            case '(':
                ReadGroupStart(start);
                break;
            case ')':
                ReadGroupEnd(start);
                break;
            case '[':
                ReadAtom(ReadClass());
                break;
            case '\\':
                ReadEscape(start);
                break;
            case '^' or '$':
                ReadQuantifier(default, bars: 0);
                break;
            case '|':
                _alternatives = _alternatives.Or(_work);
                _work = default;
                _bars++;
                break;
            default:
                ReadQuantifier(RegexWork.Position, bars: 0);
                break;
        }
    }

    private void ReadAtom(bool isSound)
    {
        if (isSound)
        {
            ReadQuantifier(RegexWork.Position, bars: 0);
        }
    }

    private void ReadGroupStart(int start)
    {
        Group group = new(start, _work, _alternatives, _bars, IgnoresWhiteSpace, CapturesNamedOnly);
        if (!Is(0, '?') || Is(1, ')'))
        {
            Open(group);
            return;
        }

        Position++;
        if (IsAtEnd)
        {
            Fail(start, "the unfinished group (?");
            return;
        }

        switch (Pattern[Position++])
        {
            case ':':
                Open(group);
                break;
            case '=' or '!':
                Refuse(start, "the lookahead", 3);
                break;
            case '>':
                Refuse(start, "the atomic group", 3);
                break;
            case '(':
                Refuse(start, "the conditional", 3);
                break;
            case '<' when Is(0, '=') || Is(0, '!'):
                Refuse(start, "the lookbehind", 4);
                break;
            case '<':
                ReadGroupName(group, '>');
                break;
            case '\'':
                ReadGroupName(group, '\'');
                break;
            default:
                Position--;
                ReadOptionsGroup(group);
                break;
        }
    }

    private void ReadOptionsGroup(Group group)
    {
        ReadOptions();
        if (Is(0, ')'))
        {
            // It holds no pattern: its options hold for the rest of the group around it.
            Position++;
        }
        else if (Is(0, ':'))
        {
            Position++;
            Open(group);
        }
        else
        {
            Fail(group.Start, "the unknown group (?" + (IsAtEnd ? "" : Pattern[Position].ToString()));
        }
    }

    private void ReadGroupName(Group group, char close)
    {
        bool isKnown;
        if (!IsAtEnd && IsDigit(Pattern[Position]))
        {
            if (!ReadDecimal(out int number))
            {
                return;
            }

            isKnown = number > 0 && groups.Contains(number);
        }
        else
        {
            string name = ReadName();
            isKnown = name.Length > 0 && groups.Contains(name);
        }

        if (Is(0, '-'))
        {
            Refuse(group.Start, "the balancing group", Position - group.Start + 1);
        }
        else if (!isKnown || !Is(0, close))
        {
            Fail(group.Start, "the group whose name is none");
        }
        else
        {
            Position++;
            Open(group);
        }
    }

    private void Open(Group group)
    {
        _open.Push(group);
        _work = default;
        _alternatives = default;
        _bars = 0;
    }

    private void ReadGroupEnd(int start)
    {
        if (_open.Count == 0)
        {
            Fail(start, "the ) that closes nothing");
            return;
        }

        Group group = _open.Pop();
        RegexWork work = _alternatives.Or(_work);
        int bars = _bars;
        _work = group.WorkBefore;
        _alternatives = group.AlternativesBefore;
        _bars = group.BarsBefore;
        IgnoresWhiteSpace = group.IgnoredWhiteSpace;
        CapturesNamedOnly = group.CapturedNamedOnly;
        ReadQuantifier(work, bars);
    }

    private void ReadEscape(int start)
    {
        if (IsAtEnd)
        {
            Fail(start, "the \\ without anything after it");
            return;
        }

        switch (Pattern[Position])
        {
            case 'b' or 'B' or 'A' or 'Z' or 'z':
                Position++;
                ReadQuantifier(default, bars: 0);
                break;
            case 'G':
                Refuse(start, "the anchor", 2);
                break;
            case 'w' or 'W' or 's' or 'S' or 'd' or 'D':
                Position++;
                ReadQuantifier(RegexWork.Position, bars: 0);
                break;
            case 'p' or 'P':
                Position++;
                ReadAtom(ReadProperty());
                break;
            default:
                ReadReference(start);
                break;
        }
    }

    private void ReadReference(int start)
    {
        RegexReference reference = RegexReference.Read(Pattern, Position);
        bool isKnown = reference.Kind == RegexReferenceKind.Name ? groups.Contains(reference.Name) : groups.Contains(reference.Number);
        switch (reference.Kind)
        {
            case RegexReferenceKind.None:
            case RegexReferenceKind.BareNumber when reference.Number > 9 && !isKnown:
                ReadAtom(ReadCharacterEscape(out _));
                break;
            case RegexReferenceKind.Malformed:
                Fail(start, "the malformed reference \\" + Pattern[Position]);
                break;
            default:
                Refuse(start, isKnown ? "the backreference" : "the reference to no group", reference.End - start);
                break;
        }
    }

    /// <summary>Reads the quantifier, if there is one, of a piece.</summary>
    /// <param name="work">The piece.</param>
    /// <param name="bars">How often it says "or", where it is a group.</param>
    private void ReadQuantifier(RegexWork work, int bars)
    {
        if (!SkipBlank())
        {
            return;
        }

        if (IsAtEnd || !IsQuantifierAhead())
        {
            _work = _work.Then(work);
            return;
        }

        int start = Position;
        if (!ReadBounds(out int min, out int max) || !SkipBlank())
        {
            return;
        }

        Position += Is(0, '?') ? 1 : 0;
        if (min > max)
        {
            Fail(start, "the quantifier whose bounds are in reverse order");
            return;
        }

        // As the engine counts: a loop without an end is a loop of one more than its least.
        long factor = max != int.MaxValue ? max : min == 0 ? 1 : min + 1L;
        long choices = (min == max ? 0 : 1) + (max > 1 ? factor * bars : 0);
        _work = _work.Then((max == int.MaxValue ? work.WithoutEnd(factor) : work.Times(factor)).WithChoices(choices));
        _isAfterQuantifier = true;
    }

    private bool ReadBounds(out int min, out int max)
    {
        char c = Pattern[Position++];
        min = c == '+' ? 1 : 0;
        max = c == '?' ? 1 : int.MaxValue;
        if (c != '{')
        {
            return true;
        }

        if (!ReadDecimal(out min))
        {
            return false;
        }

        max = min;
        if (Is(0, ','))
        {
            Position++;
            max = int.MaxValue;
            if (!Is(0, '}') && !ReadDecimal(out max))
            {
                return false;
            }
        }

        Position++;
        return true;
    }

    /// <summary>An opening brace is a quantifier only where it encloses one number, or two with a comma; everywhere else it is a character.</summary>
    private bool IsQuantifierAhead()
    {
        if (Pattern[Position] != '{')
        {
            return Pattern[Position] is '*' or '+' or '?';
        }

        int i = Position + 1;
        while (i < Pattern.Length && IsDigit(Pattern[i]))
        {
            i++;
        }

        if (i == Position + 1 || i == Pattern.Length)
        {
            return false;
        }

        if (Pattern[i] == ',')
        {
            do
            {
                i++;
            }
            while (i < Pattern.Length && IsDigit(Pattern[i]));
        }

        return i < Pattern.Length && Pattern[i] == '}';
    }

    private void Refuse(int start, string what, int length)
    {
        string construct = Pattern.Substring(start, Math.Min(length, Pattern.Length - start));
        Fail(start, what + " " + construct, ", which the non-backtracking engine does not have");
    }

    private readonly struct Group(int start, RegexWork workBefore, RegexWork alternativesBefore, int barsBefore, bool ignoredWhiteSpace, bool capturedNamedOnly)
    {
        public int Start { get; } = start;

        public RegexWork WorkBefore { get; } = workBefore;

        public RegexWork AlternativesBefore { get; } = alternativesBefore;

        public int BarsBefore { get; } = barsBefore;

        public bool IgnoredWhiteSpace { get; } = ignoredWhiteSpace;

        public bool CapturedNamedOnly { get; } = capturedNamedOnly;
    }
}
