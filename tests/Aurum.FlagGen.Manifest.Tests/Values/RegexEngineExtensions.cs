using System.Text.RegularExpressions;

namespace Aurum.FlagGen.Manifest.Tests.Values;

internal static class RegexEngineExtensions
{
    /// <summary>Whether the real engine builds the pattern.</summary>
    public static bool Takes(this RegexOptions options, string pattern)
    {
        try
        {
            _ = new Regex(pattern, options);
            return true;
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return false;
        }
    }

    public static void ShouldTake(this RegexOptions options, string pattern) => options.Takes(pattern).ShouldBeTrue(pattern);
}
