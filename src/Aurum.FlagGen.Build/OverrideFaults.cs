using Aurum.FlagGen.Manifest.Checking;
using Aurum.FlagGen.Manifest.CompileTime;
using Aurum.FlagGen.Manifest.Naming;

namespace Aurum.FlagGen.Build;

/// <summary>Finds what is wrong with the overrides of a build.</summary>
internal static class OverrideFaults
{
    private const int LongestList = 20;

    /// <param name="overrides">What the build says.</param>
    /// <param name="flags">The flags of every manifest that takes part.</param>
    /// <param name="checksNames">Whether each name must be one of them.</param>
    /// <returns>A sentence for each fault.</returns>
    public static IEnumerable<string> Find(BuildOverrides overrides, BuildFlags flags, bool checksNames)
    {
        foreach (BuildOverride one in overrides.All)
        {
            IReadOnlyCollection<string> scopes = flags.ScopesOf(one.Key);
            if (scopes.Count > 1 && checksNames)
            {
                yield return $"{BuildOverrides.PropertyName} names {Phrases.Quote(one.Key)}, which the manifests of several scopes declare; write {string.Join(" or ", scopes.Select(scope => Phrases.Quote($"{scope}/{one.Key}={one.Text}")))}.";
            }
            else if (scopes.Count > 0)
            {
                if (one.Value is null)
                {
                    yield return $"{BuildOverrides.PropertyName} {DescribeValue(one)}; write '{one.Key}=true' or '{one.Key}=false'.";
                }
            }
            else if (checksNames)
            {
                yield return $"{BuildOverrides.PropertyName} names {Phrases.Quote(one.Key)}, {DescribeName(one.Key, flags)}";
            }
        }
    }

    private static string DescribeValue(BuildOverride one) => one.Text is null
        ? $"names {Phrases.Quote(one.Key)} without a value"
        : $"gives {Phrases.Quote(one.Key)} the value {Phrases.Quote(one.Text)}";

    private static string DescribeName(string key, BuildFlags flags)
    {
        if (flags.IsRuntime(key))
        {
            return "which is decided at run time and cannot be fixed by the build; give it \"evaluation\": \"compile_time\" in the manifest, or change it in the store.";
        }

        string guess = NearestName.Find(key, flags.CompileTime) is { } nearest ? $" Did you mean {Phrases.Quote(nearest)}?" : "";
        return $"which no manifest of this build declares.{guess} {DescribeKnown(flags.CompileTime)}";
    }

    private static string DescribeKnown(IReadOnlyCollection<string> known)
    {
        if (known.Count == 0)
        {
            return "There are no compile-time flags in this build; take the property away.";
        }

        string list = string.Join(", ", known.OrderBy(static key => key, StringComparer.Ordinal).Take(LongestList).Select(Phrases.Shorten));
        return $"The compile-time flags are: {list}{(known.Count > LongestList ? $" and {known.Count - LongestList} more" : "")}.";
    }
}
