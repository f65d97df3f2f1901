using System.Globalization;
using System.Text.RegularExpressions;

namespace Aurum.FlagGen.Manifest.Values;

/// <summary>
/// Finds the constructs that the non-backtracking engine refuses, and how much work a pattern makes with its repetitions written out. A pattern that is not
/// well-formed is read as far as it goes: <see cref="Regex"/> refuses it.
/// </summary>
internal sealed class RegexScanner(string pattern)
{
    private static readonly string[] Refused = ["lookahead", "lookbehind", "atomic group", "conditional", "balancing group", "backreference", "anchor"];

    /// <summary>One piece of a pattern; of a character class, its start.</summary>
    private static readonly Regex Piece = new(
        """
        \G(?:
        (?<refused>
            (?<lookahead> \(\?[=!] )
          | (?<lookbehind> \(\?<[=!] )
          | (?<atomic_group> \(\?> )
          | (?<conditional> \(\?\( )
          | (?<balancing_group> \(\?[<'][^>'-]*- )
          | (?<backreference> \\(?: [1-9][0-9]* | k(?:<\w+>|'\w+')? | <\w+> | '\w+' ) )
          | (?<anchor> \\G )
        )
        | (?<options> \(\? (?<letters>[imnsxIMNSX+-]*) \) )
        | (?<open> \( (?: \?[<'][^>']*[>'] | \? (?<letters>[imnsxIMNSX+-]*) : )? )
        | (?<close> \) )
        | (?<bar> \| )
        | (?<class> \[\^? )
        | (?<place> [\^$] | \\[AbBzZ] )
        | (?: \\(?: [pP]\{[^}]*\} | x.. | u.... | c. | 0[0-7]{0,2} | . ) | [^\\] )
        )
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.Singleline | RegexOptions.CultureInvariant);

    private static readonly Regex Quantifier = new(@"\G(?:[*+?]|\{(?<min>[0-9]+)(?<comma>,(?<max>[0-9]+)?)?\})");

    private static readonly Regex Comments = new(@"\G(?:\(\?#[^)]*\))*");

    /// <summary>Comments, and what option x adds to them.</summary>
    private static readonly Regex Blank = new(@"\G(?:\(\?#[^)]*\)|[\t\n\f\r ]|#[^\n]*)*");

    private readonly Stack<Level> _outer = new();

    private Level _level = new(ignoresWhiteSpace: false);

    private int _position;

    /// <summary>Null, or what is wrong, as the end of a sentence.</summary>
    public string? FindFault()
    {
        for (Match piece = Next(); piece.Success; piece = Next())
        {
            if (piece.Groups["refused"].Success)
            {
                string construct = Refused.First(name => piece.Groups[name.Replace(' ', '_')].Success);
                return string.Format(
                    CultureInfo.InvariantCulture, "the {0} {1} at character {2}, which the non-backtracking engine does not have", construct, piece.Value, piece.Index + 1);
            }

            Read(piece);
        }

        return FindExcess(_level.Work);
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

    private Match Next()
    {
        SkipBlank();
        Match piece = Piece.Match(pattern, _position);
        _position += piece.Length;
        return piece;
    }

    private void SkipBlank() => _position += (_level.IgnoresWhiteSpace ? Blank : Comments).Match(pattern, _position).Length;

    private void Read(Match piece)
    {
        if (piece.Groups["open"].Success)
        {
            _outer.Push(_level);
            _level = new Level(_level.IgnoresWhiteSpace);
            _level.Switch(piece.Groups["letters"].Value);
        }
        else if (piece.Groups["options"].Success)
        {
            _level.Switch(piece.Groups["letters"].Value);
        }
        else if (piece.Groups["bar"].Success)
        {
            _level.EndAlternative();
        }
        else if (piece.Groups["close"].Success && _outer.Count > 0)
        {
            Level group = _level;
            _level = _outer.Pop();
            Add(group.Work, group.Bars);
        }
        else if (piece.Groups["class"].Success)
        {
            SkipClass();
            Add(RegexWork.Position);
        }
        else
        {
            Add(piece.Groups["place"].Success ? default : RegexWork.Position);
        }
    }

    /// <summary>Reads the rest of a character class, with the class that may be subtracted at its end, as in <c>[a-z-[aeiou]]</c>.</summary>
    private void SkipClass()
    {
        bool isRangeStart = false;
        bool isRangeEnd = false;
        for (bool isFirst = true; _position < pattern.Length; isFirst = false)
        {
            char c = pattern[_position++];
            if (c == ']' && !isFirst)
            {
                return;
            }

            bool isDash = c == '-' && (isRangeStart || (!isFirst && !isRangeEnd && Is('[')));
            bool isShorthand = c == '\\' && _position < pattern.Length && pattern[_position++] is 'd' or 'D' or 's' or 'S' or 'w' or 'W' or 'p' or 'P';
            if (c == '[' && isRangeEnd)
            {
                _position += Is('^') ? 1 : 0;
                SkipClass();
            }

            isRangeStart = !isDash && !isRangeEnd && !isShorthand;
            isRangeEnd = isDash;
        }
    }

    /// <summary>Adds a piece with the quantifier, if there is one, behind it.</summary>
    /// <param name="work">The piece.</param>
    /// <param name="bars">How often it says "or", where it is a group.</param>
    private void Add(RegexWork work, int bars = 0)
    {
        SkipBlank();
        Match quantifier = Quantifier.Match(pattern, _position);
        if (quantifier.Success)
        {
            _position += quantifier.Length;
            SkipBlank();
            _position += Is('?') ? 1 : 0;
            work = Repeat(work, bars, quantifier);
        }

        _level.Add(work);
    }

    private static RegexWork Repeat(RegexWork work, int bars, Match quantifier)
    {
        long min = quantifier.Value[0] switch { '+' => 1, '{' => ToNumber(quantifier.Groups["min"]), _ => 0 };
        long max = quantifier.Value[0] switch
        {
            '?' => 1,
            '{' when quantifier.Groups["max"].Success => ToNumber(quantifier.Groups["max"]),
            '{' when !quantifier.Groups["comma"].Success => min,
            _ => int.MaxValue,
        };

        // As the engine counts: a loop without an end is a loop of one more than its least.
        long factor = max != int.MaxValue ? max : min == 0 ? 1 : min + 1;
        long choices = (min == max ? 0 : 1) + (max > 1 ? factor * bars : 0);
        return (max == int.MaxValue ? work.WithoutEnd(factor) : work.Times(factor)).WithChoices(choices);
    }

    private static long ToNumber(Group digits) => int.TryParse(digits.Value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : int.MaxValue;

    private bool Is(char c) => _position < pattern.Length && pattern[_position] == c;

    /// <summary>A group that is open, or the whole pattern.</summary>
    private sealed class Level(bool ignoresWhiteSpace)
    {
        private RegexWork _alternatives;
        private RegexWork _alternative;

        public RegexWork Work => _alternatives.Or(_alternative);

        /// <summary>How often it says "or".</summary>
        public int Bars { get; private set; }

        /// <summary>Option x: white space and # comments mean nothing.</summary>
        public bool IgnoresWhiteSpace { get; private set; } = ignoresWhiteSpace;

        public void Add(RegexWork work) => _alternative = _alternative.Then(work);

        public void EndAlternative()
        {
            _alternatives = Work;
            _alternative = default;
            Bars++;
        }

        /// <summary>Takes the letters of options: those behind a minus are switched off.</summary>
        public void Switch(string letters)
        {
            int place = letters.LastIndexOfAny(['x', 'X']);
            if (place >= 0)
            {
                IgnoresWhiteSpace = letters.LastIndexOf('-', place) <= letters.LastIndexOf('+', place);
            }
        }
    }
}
