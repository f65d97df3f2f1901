using System.Text.RegularExpressions;

namespace Aurum.FlagGen.Evaluation.Conditions;

/// <summary>regex: unanchored, on the beginning of the text only.</summary>
internal readonly struct TextPatterns(Regex[] patterns) : ITextMatcher
{
    private const int MaxLength = 2_048;

    private readonly Regex[] _patterns = patterns;

    public bool Matches(ReadOnlySpan<char> text)
    {
        text = text[..Math.Min(text.Length, MaxLength)];
        foreach (Regex pattern in _patterns)
        {
            if (IsMatch(pattern, text))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsMatch(Regex pattern, ReadOnlySpan<char> text)
    {
        try
        {
            return pattern.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            FlagGenDiagnostics.Count(FlagGenDiagnostics.PatternTimeouts);
            return false;
        }
    }
}
