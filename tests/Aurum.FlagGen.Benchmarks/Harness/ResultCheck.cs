using System.Globalization;

namespace Aurum.FlagGen.Benchmarks.Harness;

/// <summary>Compares results before anything is timed: a fast wrong answer is no figure.</summary>
internal static class ResultCheck
{
    /// <summary>Throws, so that BenchmarkDotNet reports no figure, unless both are equal.</summary>
    /// <param name="what">Whose result it is.</param>
    /// <param name="expected">What it has to be.</param>
    /// <param name="actual">What it is.</param>
    public static void Equal<T>(string what, T expected, T actual)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
        {
            throw new InvalidOperationException(
                string.Create(CultureInfo.InvariantCulture, $"{what} gives {actual}, but {expected} is right; it is not timed until it does."));
        }
    }
}
