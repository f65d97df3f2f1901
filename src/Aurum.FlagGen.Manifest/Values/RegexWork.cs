namespace Aurum.FlagGen.Manifest.Values;

/// <summary>How much work a pattern, or a piece of one, makes for the non-backtracking engine.</summary>
/// <remarks>
/// At each character of a text the engine follows all the ways in which the pattern can have got there. Each piece of changing length lets what stands before and
/// behind it lie elsewhere, so that every such choice is reckoned with every position in the same alternative. It is an estimate: on texts of 2,048 characters
/// nearly all patterns within the bound take milliseconds, and the worst that was found a second or two where patterns without it take a minute.
/// </remarks>
internal readonly struct RegexWork
{
    /// <summary>More than any bound; sums and products stop here, so that they cannot overflow.</summary>
    private const long Huge = 1L << 31;

    private readonly long _choices;

    /// <summary>Choices with positions of other alternatives, which never meet.</summary>
    private readonly long _apart;

    private RegexWork(long positions, long choices, long apart)
    {
        Positions = Math.Min(Huge, positions);
        _choices = Math.Min(Huge, choices);
        _apart = Math.Min(Huge, apart);
    }

    /// <summary>One character.</summary>
    public static RegexWork Position => new(1, 0, 0);

    /// <summary>The characters that are matched one by one.</summary>
    public long Positions { get; }

    /// <summary>Choices with the positions that they may meet.</summary>
    public long Steps => (_choices * Positions) - _apart;

    public RegexWork Then(RegexWork next) => new(Positions + next.Positions, _choices + next._choices, _apart + next._apart);

    public RegexWork Or(RegexWork other)
    {
        RegexWork both = new(Positions + other.Positions, _choices + other._choices, 0);
        return new RegexWork(both.Positions, both._choices, Math.Max(0, both.Steps - Steps - other.Steps));
    }

    public RegexWork Times(long factor)
    {
        long times = Math.Min(Huge, factor);
        return new RegexWork(times * Positions, times * _choices, times * _apart);
    }

    /// <summary>Written out so often, and going on without an end, so that the choices of one round meet those of all earlier ones.</summary>
    public RegexWork WithoutEnd(long factor) => Times(factor).WithChoices(Math.Max(0, _choices + 1 - factor) * _choices);

    public RegexWork WithChoices(long choices) => new(Positions, _choices + Math.Min(Huge, choices), _apart);
}
