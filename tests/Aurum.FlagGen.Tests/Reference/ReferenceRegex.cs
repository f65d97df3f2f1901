using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Aurum.FlagGen.Tests.Reference;

/// <summary>Patterns: .NET's non-backtracking engine, the invariant culture, unanchored.</summary>
internal static class ReferenceRegex
{
    public const int MostInAFlag = 20;

    private const int LongestPattern = 1000;
    private const int LongestInput = 2048;

    private static readonly ConcurrentDictionary<(string Pattern, bool IgnoreCase), Regex?> Known = new();

    /// <summary>A pattern has at most 1,000 characters, and the engine takes it.</summary>
    public static bool Accepts(string pattern) => pattern.Length <= LongestPattern && Compile(pattern, ignoreCase: false) is not null;

    /// <summary>A pattern is tried on at most the first 2,048 characters.</summary>
    public static bool IsMatch(string pattern, bool ignoreCase, string text) =>
        Compile(pattern, ignoreCase)!.IsMatch(text[..Math.Min(text.Length, LongestInput)]);

    private static Regex? Compile(string pattern, bool ignoreCase) => Known.GetOrAdd((pattern, ignoreCase), static key =>
    {
        try
        {
            return new Regex(
                key.Pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | (key.IgnoreCase ? RegexOptions.IgnoreCase : RegexOptions.None));
        }
        catch (ArgumentException)
        {
            return null;
        }
        catch (NotSupportedException)
        {
            return null;
        }
    });
}
