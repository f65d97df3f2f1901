using Aurum.FlagGen.Manifest.Json;
using Aurum.FlagGen.Manifest.Model;
using Aurum.FlagGen.Manifest.Rules;

namespace Aurum.FlagGen.Manifest.Checking;

/// <summary>The graph of required and excluded flags: no circle in it, and no chain that is too long.</summary>
internal sealed class DependencyChecker(CheckContext check)
{
    private const int LongestPath = 8;

    /// <summary>All flags of a manifest.</summary>
    public void CheckAll(IReadOnlyList<ManifestFlag> flags)
    {
        Dictionary<string, ManifestFlag> withReferences = flags.Where(static flag => flag.References.Count > 0).ToDictionary(static flag => flag.Key, StringComparer.Ordinal);
        DependencyGraph graph = new(check.Names.DependenciesOf);
        void OnCircle(IReadOnlyList<string> circle) => ReportCircle(withReferences[circle[0]], circle);
        foreach (ManifestFlag flag in withReferences.Values)
        {
            // Every longer chain contains one that is too long by one, and that one is told.
            if (graph.DepthBelow(flag.Key, OnCircle) == ManifestLimits.DependencyDepth + 1)
            {
                ReportDepth(flag, ManifestLimits.DependencyDepth + 1);
            }
        }
    }

    /// <summary>One flag that is about to be written beside the others.</summary>
    public void CheckOne(ManifestFlag flag)
    {
        if (flag.References.Count == 0)
        {
            return;
        }

        string[] own = Keys(flag);
        IReadOnlyList<string> Needs(string key) => key == flag.Key ? own : check.Names.DependenciesOf(key);
        bool isCircular = false;
        int below = new DependencyGraph(Needs).DepthBelow(flag.Key, circle =>
        {
            // Others' circles are not this flag's fault.
            if (circle[0] == flag.Key)
            {
                isCircular = true;
                ReportCircle(flag, circle);
            }
        });
        if (isCircular)
        {
            return;
        }

        int depth = below + new DependencyGraph(NeededBy(Needs)).DepthBelow(flag.Key, static _ => { });
        if (depth > ManifestLimits.DependencyDepth)
        {
            ReportDepth(flag, depth);
        }
    }

    /// <summary>The keys that a flag refers to, each once.</summary>
    public static string[] Keys(ManifestFlag flag) =>
        flag.References.Count == 0 ? [] : [.. flag.References.Select(static reference => reference.Key).Distinct(StringComparer.Ordinal)];

    /// <summary>The graph turned round, so that its depth is the longest chain above a flag.</summary>
    private Func<string, IReadOnlyList<string>> NeededBy(Func<string, IReadOnlyList<string>> needs)
    {
        Dictionary<string, List<string>> above = new(StringComparer.Ordinal);
        foreach (string key in check.Names.FlagKeys)
        {
            foreach (string need in needs(key))
            {
                if (!above.TryGetValue(need, out List<string>? keys))
                {
                    keys = [];
                    above.Add(need, keys);
                }

                keys.Add(key);
            }
        }

        return key => above.TryGetValue(key, out List<string>? keys) ? keys : [];
    }

    private void ReportCircle(ManifestFlag flag, IReadOnlyList<string> circle)
    {
        string next = circle.Count > 1 ? circle[1] : flag.Key;
        IEnumerable<string> shown = circle.Count > LongestPath ? circle.Take(LongestPath).Concat(["…"]) : circle;
        string path = string.Join(" → ", shown.Concat([flag.Key]));
        check.Report(ManifestRules.Cycle, RangeOf(flag, next), path);
    }

    private void ReportDepth(ManifestFlag flag, int depth) => check.Report(ManifestRules.Depth, flag.KeyRange, depth, ManifestLimits.DependencyDepth);

    private static TextRange RangeOf(ManifestFlag flag, string key) => flag.References.First(reference => reference.Key == key).Range;
}
