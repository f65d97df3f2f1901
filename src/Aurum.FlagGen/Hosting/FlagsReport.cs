using Aurum.FlagGen.Declarations;
using Aurum.FlagGen.Management;
using Microsoft.Extensions.Logging;

namespace Aurum.FlagGen.Hosting;

/// <summary>Tells, once at the start, where the store and the manifests of an application do not say the same.</summary>
internal static class FlagsReport
{
    /// <summary>How many keys are named.</summary>
    private const int LongestList = 10;

    /// <summary>Flags that the store decides otherwise than the manifest.</summary>
    public static void TellDifferences(ILogger logger, FlagSet set, DeclaredFlags declared, IFeatureFlagStore store)
    {
        FeatureFlag[] flags = [.. declared.Flags];
        IReadOnlyList<string> differing = StoreDifferences.Find(set, flags);
        if (differing.Count > 0 && store is FileFeatureFlagStore file)
        {
            Log.FlagsDifferInFile(logger, differing.Count, flags.Length, file.Path, List(differing));
        }
        else if (differing.Count > 0)
        {
            Log.FlagsDiffer(logger, differing.Count, flags.Length, store.GetType().Name, List(differing));
        }
    }

    /// <summary>Keys for which the manifests of a host that names none have different flags.</summary>
    public static void TellContradictions(ILogger logger, DeclaredFlags declared)
    {
        (string Key, string Message)[] contested = [.. declared.Contradictions().DistinctBy(static one => one.Key, StringComparer.Ordinal)];
        if (contested.Length > 0)
        {
            Log.FlagsContested(logger, contested.Length, List([.. contested.Select(static one => one.Key)]), contested[0].Message);
        }
    }

    private static string List(IReadOnlyList<string> keys) =>
        string.Join(", ", keys.Take(LongestList)) + (keys.Count > LongestList ? $" and {keys.Count - LongestList} more" : "");
}
