namespace Aurum.FlagGen.Manifest.Values;

/// <summary>
/// Says whether .NET's non-backtracking engine takes a pattern, without that engine: the compiler's components run where it does not exist, and a pattern that
/// builds must be one that the runtime accepts.
/// </summary>
/// <remarks>
/// It is stricter than the engine in two ways. A construct that the engine refuses is refused also where the engine's optimizer would happen to remove it
/// (<c>(?!)</c>, <c>(?=a){0}</c>). And the engine takes patterns whose counted repetitions, written out, have up to 10,000 positions; the first match of such
/// a one costs gigabytes, so the bound here is <see cref="MaxPositions"/>, which is also what a pattern without them can reach by its length.
/// </remarks>
internal static class RegexPattern
{
    /// <summary>The longest pattern, in UTF-16 code units.</summary>
    public const int MaxLength = 1_000;

    /// <summary>How many characters a pattern may match one by one, each counted repetition written out: <c>(ab){3}</c> has 6, <c>a{2,}</c> 3, <c>a*</c> 1.</summary>
    public const int MaxPositions = 1_000;

    /// <summary>How often a piece of changing length may meet a position, each counted repetition written out: <c>a{1,5}</c> has 5, <c>(a{1,5}b){3}</c> 54.</summary>
    public const int MaxSteps = 2_000;

    /// <summary>Null for a pattern that can be used; else what is wrong, as the end of a sentence, such as <c>the lookahead (?= at character 4 …</c>.</summary>
    public static string? FindFault(string pattern)
    {
        if (pattern.Length > MaxLength)
        {
            return FormattableString.Invariant($"it has {pattern.Length} characters, and at most {MaxLength} are allowed");
        }

        RegexGroups groups = new(pattern);
        return groups.Collect() ?? new RegexScanner(pattern, groups).Scan();
    }
}
