using Aurum.FlagGen.Manifest.Model;
using Aurum.FlagGen.Manifest.Rules;

namespace Aurum.FlagGen.Manifest.Checking;

/// <summary>The graph of required and excluded flags: no circle in it, and no chain that is too long.</summary>
internal sealed class DependencyChecker(CheckContext check)
{
    /// <summary>All flags of a manifest.</summary>
    public void CheckAll(IReadOnlyList<ManifestFlag> flags)
    {
        if (flags.All(static flag => flag.References.Count == 0))
        {
            return;
        }

        List<string> keys = [.. flags.Select(static flag => flag.Key)];
        DependencyGraph graph = Build(keys, check.Names.DependenciesOf);
        HashSet<int> told = [];
        for (int i = 0; i < flags.Count; i++)
        {
            // Flags that lead back to each other are told of once, by the first of them.
            if (told.Add(graph.GroupOf(i)))
            {
                IsCircular(graph, i, flags[i], keys);
            }

            // Every longer chain contains one that is too long by one, and that one is told.
            if (graph.DepthBelow(i) == ManifestLimits.DependencyDepth + 1)
            {
                ReportDepth(flags[i], graph.DepthBelow(i));
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

        List<string> keys = [flag.Key, .. check.Names.FlagKeys.Where(key => key != flag.Key)];
        string[] own = Keys(flag);
        DependencyGraph graph = Build(keys, key => key == flag.Key ? own : check.Names.DependenciesOf(key));
        int depth = graph.DepthBelow(0) + graph.DepthAbove(0);
        if (!IsCircular(graph, 0, flag, keys) && depth > ManifestLimits.DependencyDepth)
        {
            ReportDepth(flag, depth);
        }
    }

    /// <summary>The keys that a flag refers to, each once.</summary>
    public static string[] Keys(ManifestFlag flag) =>
        flag.References.Count == 0 ? [] : [.. flag.References.Select(static reference => reference.Key).Distinct(StringComparer.Ordinal)];

    /// <summary>The graph of the flags at their positions in the list of keys, which grows by those that are needed and not in it.</summary>
    private static DependencyGraph Build(List<string> keys, Func<string, IReadOnlyList<string>> needs)
    {
        Dictionary<string, int> indexes = new(StringComparer.Ordinal);
        for (int i = 0; i < keys.Count; i++)
        {
            indexes.Add(keys[i], i);
        }

        List<int[]> graph = [];
        for (int i = 0; i < keys.Count; i++)
        {
            graph.Add([.. needs(keys[i]).Select(IndexOf).Distinct()]);
        }

        return new DependencyGraph([.. graph]);

        int IndexOf(string key)
        {
            if (!indexes.TryGetValue(key, out int index))
            {
                indexes.Add(key, index = keys.Count);
                keys.Add(key);
            }

            return index;
        }
    }

    private bool IsCircular(DependencyGraph graph, int index, ManifestFlag flag, List<string> keys)
    {
        foreach (int needed in graph.NeedsOf(index))
        {
            if (graph.AreCircular(index, needed))
            {
                TextRange range = flag.References.First(reference => reference.Key == keys[needed]).Range;
                check.Report(ManifestRules.Cycle, range, graph.DescribeCircle(index, needed, i => keys[i])!);
                return true;
            }
        }

        return false;
    }

    private void ReportDepth(ManifestFlag flag, int depth) => check.Report(ManifestRules.Depth, flag.KeyRange, depth, ManifestLimits.DependencyDepth);
}
