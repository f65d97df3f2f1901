using System.Text.RegularExpressions;

namespace Aurum.FlagGen.Evaluation;

/// <summary>regex: unanchored, on the beginning of the text only.</summary>
/// <param name="patterns">The patterns, of which any suffices.</param>
/// <param name="onTimeout">Called for a match that ran out of time; null for nothing.</param>
internal readonly struct TextPatterns(Regex[] patterns, Action? onTimeout) : ITextMatcher
{
    private const int MaxLength = 2_048;

    private readonly Regex[] _patterns = patterns;
    private readonly Action? _onTimeout = onTimeout;

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

    private bool IsMatch(Regex pattern, ReadOnlySpan<char> text)
    {
        try
        {
            return pattern.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            _onTimeout?.Invoke();
            return false;
        }
    }
}
