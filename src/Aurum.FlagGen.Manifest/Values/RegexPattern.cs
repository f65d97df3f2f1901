using System.Text.RegularExpressions;

namespace Aurum.FlagGen.Manifest.Values;

/// <summary>
/// Builds a pattern, or says why .NET's non-backtracking engine cannot use it. The compiler's components run where that engine does not exist, and a pattern
/// that builds must be one that the runtime accepts.
/// </summary>
/// <remarks>
/// <see cref="Regex"/> judges the grammar, <see cref="RegexScanner"/> the rest. It refuses a construct also where the engine's optimizer would remove it
/// (<c>(?!)</c>, <c>(?=a){0}</c>), and repetitions that the engine takes but that make the first match of a text cost seconds or gigabytes.
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
        Create(pattern, RegexOptions.CultureInvariant, Regex.InfiniteMatchTimeout, out string? fault);
        return fault;
    }

    /// <summary>Builds a pattern; gives null, and what is wrong, for one that cannot be used.</summary>
    public static Regex? Create(string pattern, RegexOptions options, TimeSpan timeout, out string? fault)
    {
        fault = pattern.Length > MaxLength
            ? FormattableString.Invariant($"it has {pattern.Length} characters, and at most {MaxLength} are allowed")
            : new RegexScanner(pattern).FindFault();
        if (fault is not null)
        {
            return null;
        }

        try
        {
            return new Regex(pattern, options, timeout);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            // .NET quotes the pattern, as the sentence does that this one ends. The second form is that of .NET Framework.
            fault = exception.Message.Replace(" '" + pattern + "'", "").Replace(" \"" + pattern + "\" -", ":").TrimEnd('.');
            return null;
        }
    }
}
